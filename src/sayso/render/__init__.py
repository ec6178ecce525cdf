"""One output format per module: pure functions from a dossier to text."""

from sayso.render.brief import render_brief_html, render_brief_markdown
from sayso.render.dossier_json import dossier_schema, read_dossier, render_entities, render_json
from sayso.render.html import render_html
from sayso.render.lint import lint_wording
from sayso.render.markdown import render_markdown
from sayso.render.record import render_incident_table
from sayso.render.spreadsheet import render_claims_table, render_entities_table, render_findings_table
from sayso.render.summary import render_summary
from sayso.render.who import find_named, render_who, render_why

__all__ = [
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
