"""How two renderings of one utterance differ: a lost negation first, then the words of one alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.reconcile.phrases import word_set
from sayso.reconcile.quoted import NEGATIONS, UNTELLING
from sayso.reconcile.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sayso.model.reports import Report
    from sayso.reconcile.quoted import Stretch, Word

REACH = 5
"""Words after a negation within which the word it denies stands."""
AROUND = 3
"""Words shown to either side."""
EDGE = 2
MOST = 0.5
"""Share of a rendering's telling words from which on the other one renders all of it (s)."""
MOST_WORDS = 12
NO_NEGATION = {
    "nothing": word_set("less more but short other"), "not": word_set("only just merely simply least"),
    "no": word_set("doubt less fewer sooner"), "none": word_set("other"), "never": word_set("mind"),
}  # fmt: skip
"""Words after which a negation denies nothing: "nothing less than", "not only"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendering:
    """One rendering as it is compared: its words, the report that holds it, and what to call that."""

    words: Sequence[Word]
    report: Report
    name: str

    def around(self, place: int) -> str:
        """The printed words about a word."""
        words = self.words[max(0, place - AROUND) : place + AROUND + 1]
        return " ".join(self.report.text[words[0].start : words[-1].end].split())


def tell_differences(a: Stretch, b: Stretch, reports: Mapping[str, Report]) -> list[str]:
    """Sentences on how two renderings differ; none if they are the same or one is a paraphrase.

    Of a rendering that holds more than the other, only the part that the other renders is compared.
    """
    if not (a.quoted and b.quoted):
        return []
    known = [reports[one.attribution.report] for one in (a, b)]
    names = [report.name for report in known]
    if names[0] == names[1]:
        names = [report.file for report in known]
    parts = shared_part(a.words, b.words), shared_part(b.words, a.words)
    first, second = (
        Rendering(words=words, report=report, name=name)
        for words, report, name in zip(parts, known, names, strict=True)
    )
    found = [*lost_negations(first, second), *lost_negations(second, first)]
    for mine, theirs in ((first, second), (second, first)):
        heard = {word.text for word in theirs.words}
        only = list(dict.fromkeys(word.text for word in mine.words if word.text not in heard))
        if only:
            found.append(f"Only in {mine.name}: {listed(only, most=MOST_WORDS)}.")
    return found


def shared_part(words: Sequence[Word], other: Sequence[Word]) -> Sequence[Word]:
    """The words that the other rendering is of: all, or from the first to the last telling one it has too.

    A word or two at either end stay with them: they belong to the same sentence.
    """
    stems = {word.stem for word in other}
    telling = [place for place, word in enumerate(words) if word.text not in UNTELLING]
    held = [place for place in telling if words[place].stem in stems]
    if not held or len(held) >= MOST * len(telling):
        return words
    return words[max(0, held[0] - EDGE) : held[-1] + 1 + EDGE]


def lost_negations(mine: Rendering, theirs: Rendering) -> Iterator[str]:
    """Negations of one rendering that the other lacks beside the word that they deny."""
    denied_there = negated_words(theirs.words)
    stems = [word.stem for word in theirs.words]
    for place in find_negations(mine.words):
        for word in mine.words[place + 1 : place + 1 + REACH]:
            met = [at for at, stem in enumerate(stems) if stem == word.stem]
            if word.text in UNTELLING or not met:
                continue
            if not denied_there.intersection(met):
                yield (
                    f"A negation (“{mine.words[place].text}”) stands in {mine.name} and not in {theirs.name}:"
                    f" “{mine.around(place)}” beside “{theirs.around(met[0])}”."
                )
            break


def find_negations(words: Sequence[Word]) -> list[int]:
    """Places of the words that deny something; "not only" and "nothing less than" do not."""
    return [
        place
        for place, word in enumerate(words)
        if word.text in NEGATIONS
        and not (place + 1 < len(words) and words[place + 1].text in NO_NEGATION.get(word.text, ()))
    ]


def negated_words(words: Sequence[Word]) -> frozenset[int]:
    """Places of the words within reach of a negation before them."""
    return frozenset(at for place in find_negations(words) for at in range(place + 1, place + 1 + REACH))
