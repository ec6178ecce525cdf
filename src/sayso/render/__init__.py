"""One output format per module: pure functions from a dossier to text."""

from sayso.render.dossier_json import dossier_schema, read_dossier, render_json
from sayso.render.html import render_html
from sayso.render.markdown import render_markdown
from sayso.render.summary import render_summary

__all__ = [
    "dossier_schema",
    "read_dossier",
    "render_html",
    "render_json",
    "render_markdown",
    "render_summary",
]
