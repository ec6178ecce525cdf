from __future__ import annotations

import sayso.render


def test_the_package_exports_what_it_names() -> None:
    assert sorted(sayso.render.__all__) == [
        "dossier_schema",
        "find_named",
        "lint_wording",
        "read_dossier",
        "render_brief_html",
        "render_brief_markdown",
        "render_claims_table",
        "render_entities",
        "render_entities_table",
        "render_findings_table",
        "render_html",
        "render_incident_table",
        "render_json",
        "render_markdown",
        "render_summary",
        "render_who",
        "render_why",
    ]
    assert all(callable(getattr(sayso.render, name)) for name in sayso.render.__all__)
