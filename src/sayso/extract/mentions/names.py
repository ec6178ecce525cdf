"""Names in one report: where they stand and which words belong to them.

The recogniser finds most of them. What it finds once is looked for everywhere in the report, since it
misses many repetitions; capitals that stand alone among small letters are taken for acronyms.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.extract.attributions.roles import OFFICIALS
from sayso.extract.clauses import PHRASE_LINKS, first_child, phrase
from sayso.extract.lexicon import people_groups, read_words, site_nouns, vocabulary
from sayso.extract.mentions.phrases import ELIDED, head_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sayso.model.layers import Layers, Token

Run = tuple[int, int]
LABELS = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "PRODUCT", "EVENT", "WORK_OF_ART"})
"""OntoNotes types that name something. Nationalities name no body; they tell whose it is."""
NO_ACRONYMS = vocabulary("no_acronyms")
BEFORE = vocabulary("before_names")
ADDRESS = vocabulary("address")
MARKS = frozenset("\"'“”‘’()[]{},.;:-–—|/")
CALLED = frozenset({"victim", "suspect", "driver", "student", "resident", "witness", "agent", "firefighter"})
MOST_WORDS = 5
"""Words of a name that only capitals show at most (s)."""
OWN_NAMED = vocabulary("sites_called_after_places")
"""Sites that are called after the place they are at."""
OFTEN_NAMED = vocabulary("sites_with_names")
MOST_LETTERS = 6
"""Letters of an acronym at most (s)."""
TITLE_POS = frozenset({"NOUN", "PROPN", "ADJ"})


def find_runs(layers: Layers) -> dict[Run, str]:
    """The token runs that are names, outside page furniture, with their recognised type.

    The type is empty for names that the recogniser did not see in that place.
    """
    found = {run: kind for run, kind in recognised(layers) if is_name(layers, run)}
    found = without_overlaps({extended(layers, run, kind): kind for run, kind in found.items()})
    taken = {index for first, last in found for index in range(first, last)}
    more = (
        *repeated(layers, found),
        *acronyms(layers),
        *(extended(layers, run, "") for run in capitals(layers)),
    )
    for run in more:
        if taken.isdisjoint(range(*run)):
            found[run] = ""
            taken.update(range(*run))
    return dict(sorted(found.items()))


def without_overlaps(found: dict[Run, str]) -> dict[Run, str]:
    """The runs that do not share a token with a longer one."""
    kept: dict[Run, str] = {}
    for run in sorted(found, key=lambda run: (run[0] - run[1], run)):
        if all(run[1] <= other[0] or other[1] <= run[0] for other in kept):
            kept[run] = found[run]
    return kept


def recognised(layers: Layers) -> Iterator[tuple[Run, str]]:
    """The recogniser's names without the words and marks that do not belong to them."""
    for name in layers.names:
        if name.kind in LABELS and not layers.report.is_furniture(name.start, name.end):
            run = trim(layers, name.first, name.last)
            if run is not None:
                yield run, name.kind


def trim(layers: Layers, first: int, last: int) -> Run | None:
    """A run without article, prefix, possessive ending and marks at its edges; None if nothing is left."""
    tokens = layers.tokens
    while first < last and (tokens[first].text.lower() in BEFORE or tokens[first].text in MARKS):
        first += 1
    while first < last and is_loose_end(layers, last - 1):
        last -= 1
    while last - first > 1 and is_called(tokens[first]) and is_persons(layers, first, last):
        first += 1
    letters = sum(c.isalpha() for i in range(first, last) for c in tokens[i].text)
    return (first, last) if letters > 1 else None


def is_loose_end(layers: Layers, index: int) -> bool:
    """Whether the last word of a recognised name is none of its words: a mark, a common noun for a body."""
    token = layers.tokens[index]
    if token.text in ELIDED or token.text in MARKS:
        return True
    following = layers.tokens[index + 1].text if index + 1 < len(layers.tokens) else ""
    if following == "-" and token.text.lower() == "co":
        return True
    return token.text.islower() and (token.lemma in read_words("kinds") or token.lemma == "news")


def is_persons(layers: Layers, first: int, last: int) -> bool:
    """Whether a run that begins with a title goes on with a person's name, and not with a body's."""
    tokens = layers.tokens[first:last]
    lemma = tokens[-1].lemma.lower()
    own = tokens[1].text[:1].isupper() and tokens[1].text not in ELIDED
    return own and lemma not in read_words("kinds") and lemma not in site_nouns()


def is_name(layers: Layers, run: Run) -> bool:
    """Whether a recognised run is a name and no common noun or piece of a headline.

    In a headline every word may have a capital, so a body is a name there only if the report's
    text has it too.
    """
    tokens = layers.tokens[run[0] : run[1]]
    capital = any(letter.isupper() for token in tokens for letter in token.text)
    tagged = run[0] > 0 and layers.tokens[run[0] - 1].text == "#"
    if (
        not capital
        or tagged
        or is_portfolio(layers, run)
        or (is_common(tokens[0]) if len(tokens) == 1 else is_adjectives(tokens))
    ):
        return False
    if not layers.sentences[tokens[0].sentence].title:
        return True
    label = next((n.kind for n in layers.names if n.first <= run[0] < n.last), "")
    return label in {"PERSON", "GPE"} or stands_in_text(layers, tokens)


def is_common(token: Token) -> bool:
    """Whether a single word is none of a kind that names are made of: a plural, a unit, a noun."""
    plural = token.tag in {"NNPS", "NNS"} and not token.text.isupper()
    return plural or is_noun(token) or token.text.replace(".", "") in NO_ACRONYMS


def is_portfolio(layers: Layers, run: Run) -> bool:
    """Whether a word only says which minister somebody is: "Interior Minister X"."""
    behind = layers.tokens[run[1]].lemma.lower() if run[1] < len(layers.tokens) else ""
    word = layers.tokens[run[0]].text
    return run[1] - run[0] == 1 and behind in {"minister", "ministry", "secretary"} and not word.isupper()


def is_adjectives(tokens: Iterable[Token]) -> bool:
    """Whether words only say what something is like."""
    return all(token.pos in {"ADJ", "DET", "NUM", "ADV"} for token in tokens)


def is_noun(token: Token) -> bool:
    """Whether a single word is a common noun for people or bodies that only has a capital."""
    lemma = token.lemma.lower()
    if token.text.isupper():
        return False
    return lemma in read_words("kinds") or (token.tag in {"NNS", "NN"} and lemma in people_groups())


def stands_in_text(layers: Layers, words: Iterable[Token]) -> bool:
    """Whether these words stand side by side, capitals and all, outside the headline too."""
    wanted = [token.text for token in words]
    texts = [token.text for token in layers.tokens]
    size = len(wanted)
    return any(
        texts[place] == wanted[0]
        and texts[place : place + size] == wanted
        and not layers.sentences[layers.tokens[place].sentence].title
        for place in range(len(texts) - size + 1)
    )


def repeated(layers: Layers, found: dict[Run, str]) -> Iterator[Run]:
    """Further places where a known name stands, and surnames of persons known in full; longest first."""
    tokens = layers.tokens
    known: set[tuple[str, ...]] = set()
    for (first, last), kind in found.items():
        words = tuple(token.text for token in tokens[first:last])
        known.add(words)
        if kind == "PERSON" and len(words) > 1 and words[-1][:1].isupper():
            known.add(words[-1:])
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for words in sorted(known, key=lambda words: (-len(words), words)):
        by_first.setdefault(words[0], []).append(words)
    for place, token in enumerate(tokens):
        for words in by_first.get(token.text, ()):
            run = (place, place + len(words))
            if tuple(t.text for t in tokens[slice(*run)]) == words and is_free(layers, run):
                yield run
                break


def is_free(layers: Layers, run: Run) -> bool:
    """Whether a run with a known name's words can be that name: capitals, in the report's own text."""
    tokens = layers.tokens[run[0] : run[1]]
    if layers.report.is_furniture(tokens[0].start, tokens[-1].end):
        return False
    proper = any(token.tag in {"NNP", "NNPS"} for token in tokens)
    return proper and tokens[0].text[:1].isupper() and tokens[0].sentence == tokens[-1].sentence


def acronyms(layers: Layers) -> Iterator[Run]:
    """Words of capitals only, among words of small letters."""
    for index, token in enumerate(layers.tokens):
        word = token.text.removesuffix("s")
        sentence = layers.sentences[token.sentence]
        if (
            2 <= len(word) <= MOST_LETTERS
            and word.isalpha()
            and word.isupper()
            and token.pos in {"PROPN", "NOUN"}
            and token.text not in NO_ACRONYMS
            and not sentence.furniture
            and is_mixed_case(layers, token.sentence)
        ):
            yield index, index + 1


def capitals(layers: Layers) -> Iterator[Run]:
    """Proper nouns inside a sentence that the recogniser gives no type at all; no titles, no headlines."""
    labelled = {index for name in layers.names for index in range(name.first, name.last)}
    index = 0
    while index < len(layers.tokens):
        last = index
        while last < len(layers.tokens) and is_capital(layers, last, labelled):
            last += 1
        if last > index and last - index <= MOST_WORDS and not any(map(is_title, layers.tokens[index:last])):
            run = trim(layers, index, last)
            if run is not None and is_plainly_name(layers, run):
                yield run
        index = max(last, index + 1)


def is_plainly_name(layers: Layers, run: Run) -> bool:
    """Whether capitals show a name: among words of small letters, or ending in a noun for a body."""
    last = layers.tokens[run[1] - 1]
    if run[1] - run[0] == 1:
        return not is_noun(last) and is_mostly_small(layers, last.sentence)
    return last.lemma.lower() in read_words("kinds") or is_mostly_small(layers, last.sentence)


def is_capital(layers: Layers, index: int, labelled: set[int]) -> bool:
    """Whether a token is a proper noun with a capital, inside its sentence, and nobody's title."""
    token = layers.tokens[index]
    sentence = layers.sentences[token.sentence]
    return (
        token.tag in {"NNP", "NNPS"}
        and token.text[:1].isupper()
        and token.text[1:].islower()
        and index not in labelled
        and index > sentence.first
        and layers.tokens[index - 1].text not in {"#", "@", '"', "“", "'", "‘", ":"}
        and not (sentence.title or sentence.furniture)
    )


def is_title(token: Token) -> bool:
    """Whether a word with a capital is a title or an office, or a word of faith, and no name's."""
    return token.text.lower().rstrip(".") in OFFICIALS | ADDRESS | {
        "prime",
        "god",
        "allah",
        "lord",
        "almighty",
    }


def is_called(token: Token) -> bool:
    """Whether a word before a name says what somebody is: a title, or "victim", "officer", "driver"."""
    return is_title(token) or token.text.lower() in CALLED


def is_mostly_small(layers: Layers, sentence: int) -> bool:
    """Whether most words of a sentence begin with a small letter, so that a capital says something."""
    here = layers.sentences[sentence]
    words = [t.text for t in layers.tokens[here.first : here.last] if t.text.isalpha()]
    return sum(word[0].isupper() for word in words) * 2 < len(words) and len(words) > 5


def extended(layers: Layers, run: Run, label: str) -> Run:
    """A name with what the recogniser cut off: "X air base", "X prison", "the Dockers' Union"."""
    if label not in {"GPE", "LOC"} and (last := owned_name(layers, run[1])) is not None:
        return run[0], last
    first, last = run
    end = last
    while end < min(len(layers.tokens), last + 2) and layers.tokens[end].pos in {"NOUN", "ADJ"}:
        end += 1
    head = layers.tokens[end - 1].lemma.lower() if end > last else ""
    hangs = end > last and any(layers.tokens[i].head == end - 1 for i in range(first, last))
    wanted = OWN_NAMED if label in {"GPE", "LOC", ""} else OWN_NAMED | OFTEN_NAMED
    return (first, end) if hangs and head in wanted and label != "PERSON" else run


def owned_name(layers: Layers, index: int) -> int | None:
    """Where a body's name ends that goes on behind a possessive: "'s League"; None if it does not."""
    tokens = layers.tokens
    last = index + 1
    if last >= len(tokens) or tokens[index].text not in ELIDED:
        return None
    while last < len(tokens) and tokens[last].tag == "NNP" and tokens[last].text[:1].isupper():
        last += 1
    named = last > index + 1 and tokens[last - 1].sentence == tokens[index].sentence
    lemma = tokens[last - 1].lemma.lower()
    return last if named and (lemma in read_words("kinds") or lemma in site_nouns()) else None


def is_mixed_case(layers: Layers, sentence: int) -> bool:
    """Whether most words of a sentence have small letters."""
    here = layers.sentences[sentence]
    words = [t.text for t in layers.tokens[here.first : here.last] if t.text.isalpha()]
    return sum(word.isupper() for word in words) * 2 < len(words)


def find_role(layers: Layers, run: Run) -> Run | None:
    """The title before a person's name, or the description set behind it in commas, as tokens."""
    first, last = run
    head = head_of(layers, first, last)
    start = first
    while (
        start and layers.tokens[start - 1].pos in TITLE_POS and layers.tokens[start - 1].dep in PHRASE_LINKS
    ):
        start -= 1
    if start < first:
        return start, first
    if layers.tokens[head].dep == "appos" and first and layers.tokens[first - 1].text == ",":
        return _office_before(layers, head, first)
    beside = first_child(layers, head, "appos")
    if beside is None or beside < last or layers.tokens[beside].pos != "NOUN":
        return None
    words = [i for i in layers.subtree(beside) if layers.tokens[i].sentence == layers.tokens[head].sentence]
    stop = next(
        (i for i in words if layers.tokens[i].dep in {"relcl", "acl"} or layers.tokens[i].text == ","),
        words[-1] + 1,
    )
    return words[0], max(stop, beside + 1)


def _office_before(layers: Layers, head: int, first: int) -> Run | None:
    """The office that a name in commas belongs to: "the mayor of X, NAME, said"; None if it is none."""
    here = layers.tokens[head].head
    while layers.tokens[here].dep in {"pobj", "prep"} and layers.tokens[here].head < here:
        here = layers.tokens[here].head
    if layers.tokens[here].lemma not in OFFICIALS or here >= first:
        return None
    start = phrase(layers, here)[0]
    while layers.tokens[start].pos == "DET":
        start += 1
    return start, first - 1
