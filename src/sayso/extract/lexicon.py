"""Word lists that extraction reads; each is a tab-separated file in ``words/`` with its origin on top."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def _vocabulary() -> Mapping[str, frozenset[str]]:
    text = resources.files("sayso.extract").joinpath("words", "vocabulary.toml").read_text(encoding="utf-8")
    return {name: frozenset(words) for name, words in tomllib.loads(text).items()}


def vocabulary(name: str) -> frozenset[str]:
    """A closed word list of the rules, by its key in ``words/vocabulary.toml``.

    Raises:
        KeyError: There is no such list.
    """
    return _vocabulary()[name]


@cache
def read_words(name: str) -> Mapping[str, tuple[str, ...]]:
    """A word list: for every word the entries of its second column, in file order.

    Args:
        name: File name in ``words/`` without its ending.

    Returns:
        Lower-case words; an empty tuple where the list has one column only.
    """
    text = resources.files("sayso.extract").joinpath("words", f"{name}.tsv").read_text(encoding="utf-8")
    found: dict[str, tuple[str, ...]] = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            word, _, entry = line.partition("\t")
            found[word] = (*found.get(word, ()), *((entry,) if entry else ()))
    return found


@cache
def event_families() -> Mapping[str, tuple[str, ...]]:
    """Words that tell of an event, with the families of events they can belong to."""
    return read_words("events")


@cache
def people_groups() -> Mapping[str, str]:
    """Nouns for people, with the group they are counted under (GOLD.md, "Slots")."""
    return {noun: groups[0] for noun, groups in read_words("people").items()}


@cache
def weapon_nouns() -> frozenset[str]:
    """Nouns that name a weapon."""
    return frozenset(read_words("weapons"))


@cache
def site_nouns() -> frozenset[str]:
    """Nouns that name a site or an area."""
    return frozenset(read_words("sites"))
