"""A lint for our own wording: nothing that a dossier's texts say in our voice may accuse (STANDARDS 11).

Words in quotation marks, and names that the reports give, are theirs. What is left is ours, and in it
no word may judge. A sentence that puts a party beside a deed must say whose word that is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from sayso.model.values import Responsibility
from sayso.render.brief import render_brief_markdown
from sayso.render.html import render_html
from sayso.render.markdown import render_markdown
from sayso.render.summary import render_summary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.model.dossier import Dossier

JUDGING = re.compile(
    r"\b(terroris\w*|murder\w*|guilty|admit(?:s|ted)?|claimed|confirmed|clearly|alleged(?:ly)?|perpetrators?"
    r"|culprits?|killers?|suspected (?:bomber|gunman|attacker|killer)s?)\b",
    re.IGNORECASE,
)
"""Words that our own voice avoids (STANDARDS 11.3-5)."""
DEED = re.compile(
    r"\b(?:bombed|attacked|killed|shot|kidnapped|abducted|carried out|staged|planted|set fire|behind the"
    r"|did it|(?:is|are|was|were) responsible)\b",
    re.IGNORECASE,
)
SAID = re.compile(
    r"\b(?:according to|says?|said|told|reports?|put by|thinks?|accus\w+|blam\w+|suspect\w+|den(?:y|ies|ied)"
    r"|charge\w*|takes? responsibility|taken responsibility|own voice|mention\w*|named|whether|asked"
    r"|convicted by|cleared|held responsible|who|unnamed|question)\b",
    re.IGNORECASE,
)
"""What tells whose word a sentence is."""
QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|`[^`]*`")
MARKUP = re.compile(r"\\([^\w\s])|[*_>#|]")
ENDS = re.compile(r"(?<=[.!?;])\s+|\n+")
FULL_TEXTS = re.compile(r"^## The reports.*", re.MULTILINE | re.DOTALL)
THEIRS = frozenset({"q", "blockquote", "bdi", "script", "style", "code", "mark"})
"""Elements that hold a report's words, or none that are read."""
VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "source", "wbr"})
SHORTEST = 3
"""A name of so few letters is not looked for among our words (s)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """One place where our own voice says what it must not.

    Attributes:
        where: Which of a dossier's texts.
        rule: The rule of STANDARDS 11, in a sentence.
        words: The sentence.
    """

    where: str
    rule: str
    words: str


def lint_wording(dossier: Dossier) -> tuple[Slip, ...]:
    """All slips in the texts that are made of a dossier: page, account, brief and summary."""
    texts = (
        ("dossier.md", FULL_TEXTS.sub("", render_markdown(dossier))),
        ("brief.md", render_brief_markdown(dossier)),
        ("summary", render_summary(dossier)),
        ("dossier.html", page_words(render_html(dossier))),
    )
    theirs = _theirs(dossier)
    parties = _parties(dossier)
    return tuple(slip for where, text in texts for slip in lint_text(text, where, theirs, parties))


def page_words(page: str) -> str:
    """The words of a page that are not marked as a report's: an element each line."""
    reader = _Reader()
    reader.feed(page)
    return "\n".join(reader.words)


class _Reader(HTMLParser):
    """Collects the text of a page outside quotations, names and the reports in full."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._inside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the beginning of what is not ours."""
        whole = "reports" in (dict(attrs).get("class") or "").split()
        if tag not in VOID and (self._inside or whole or tag in THEIRS):
            self._inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Note its end; tags that a page leaves open end with what holds them."""
        if tag in self._inside:
            while self._inside.pop() != tag:
                pass

    def handle_data(self, words: str) -> None:
        """Keep our words."""
        if not self._inside and words.strip():
            self.words.append(" ".join(words.split()))


def lint_text(
    text: str, where: str, theirs: re.Pattern[str] | None, parties: re.Pattern[str] | None
) -> Iterator[Slip]:
    """Slips in one text.

    Args:
        text: Plain or Markdown.
        where: What to call it.
        theirs: Names and words that the reports give; None for none.
        parties: Those of whom the reports say that they did it; None for none.
    """
    for sentence in ENDS.split(QUOTED.sub(" … ", MARKUP.sub(r"\1", text))):
        ours = theirs.sub(" … ", sentence) if theirs is not None else sentence
        judging = JUDGING.search(ours)
        if judging is not None:
            rule = f"our own voice does not say “{judging[0]}”"
            yield Slip(where=where, rule=rule, words=sentence.strip())
        named = parties is not None and parties.search(sentence) is not None
        if named and DEED.search(ours) and not SAID.search(ours):
            rule = "a party beside a deed needs the speaker whose word it is"
            yield Slip(where=where, rule=rule, words=sentence.strip())


def _parties(dossier: Dossier) -> re.Pattern[str] | None:
    named = {c.value.party for c in dossier.claims if isinstance(c.value, Responsibility)}
    return _any_of(named)


def _theirs(dossier: Dossier) -> re.Pattern[str] | None:
    """Everything on the page that the reports call something, longest first."""
    found = {claim.source for claim in dossier.claims} | {claim.wording for claim in dossier.claims}
    found |= {c.value.party for c in dossier.claims if isinstance(c.value, Responsibility)}
    found |= {value.text for finding in dossier.findings for value in finding.values}
    found |= {words for entity in dossier.entities for words in (entity.name, *entity.aliases)}
    found |= {role.text for entity in dossier.entities for role in entity.roles}
    found |= {event.label for event in dossier.events} | {entry.label for entry in dossier.timeline}
    found |= {attribution.source.description for attribution in dossier.attributions}
    for report in dossier.reports:
        found |= {report.name, report.file, report.title or "", report.author or "", report.url or ""}
    return _any_of(found)


def _any_of(names: set[str]) -> re.Pattern[str] | None:
    plain = {" ".join(name.split()) for name in names if name}
    known = sorted((name for name in plain if len(name) >= SHORTEST), key=lambda name: (-len(name), name))
    if not known:
        return None
    return re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in known), re.IGNORECASE)
