"""The dossier as one page that needs nothing but a browser: no network, no live foreign markup."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import jinja2
from markupsafe import Markup

from sayso.render.lookup import Lookup
from sayso.render.page import make_page

if TYPE_CHECKING:
    from sayso.model.dossier import Dossier

UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
"""Characters that HTML forbids, or that have no UTF-8 form; shown as U+FFFD."""

POLICY = "default-src 'none'; style-src {style}; script-src {script}; {rest}"
REST = "img-src data:; base-uri 'none'; form-action 'none'"


def render_html(dossier: Dossier) -> str:
    """The whole account as one self-contained HTML page.

    It loads nothing: style and script stand in the page, and the content security policy
    in its head names their hashes and forbids everything else. Whatever comes from a report
    is escaped. The page works without its script.
    """
    style, script = part("dossier.css"), part("dossier.js")
    page = make_environment().get_template("dossier.html.jinja")
    markup = page.render(
        page=make_page(Lookup.of(dossier)),
        policy=policy(style, script),
        style=Markup(style),  # noqa: S704 - our own file
        script=Markup(script),  # noqa: S704 - our own file
    )
    return UNPRINTABLE.sub("\ufffd", markup)


def policy(style: str, script: str | None = None) -> str:
    """A content security policy that allows this style and this script, and nothing else."""
    allowed = f"'{_hash(script)}'" if script else "'none'"
    return POLICY.format(style=f"'{_hash(style)}'", script=allowed, rest=REST)


@cache
def make_environment() -> jinja2.Environment:
    """Templates that escape whatever they are given."""
    return jinja2.Environment(
        loader=jinja2.FunctionLoader(part),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


@cache
def part(name: str) -> str:
    """A template, style or script that ships with the package."""
    return files("sayso.render").joinpath("templates", name).read_text("utf-8")


def _hash(inlined: str) -> str:
    """The form in which a content security policy names an inline part."""
    return "sha256-" + base64.b64encode(hashlib.sha256(inlined.encode()).digest()).decode()
