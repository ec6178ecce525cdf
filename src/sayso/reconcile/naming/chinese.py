"""Chinese syllables in Wade-Giles and in Pinyin."""

from __future__ import annotations

import re

SYLLABLE = re.compile(
    r"(?:zh|ch|sh|hs|ts|tz|ss|sz|[bpmfdtnlgkhjqxrzcswy])?"
    r"(?:iang|iong|iung|uang|ueh|uan|uai|uei|ang|eng|ing|ong|ung|iao|ian|ien|ieh|iu|ie|ia|in|ih|ai|ei|ao|ou|an|en|er|erh"
    r"|ua|uo|ui|un|ue|eh|a|e|i|o|u)(?![aeiou])"
)
OLD = re.compile(r"hs|ts|tz|ung|ieh|ien|ueh|szu|ssu|ch(?=i|u?eh)|^t(?=eng)|jen|jan")
# Wade-Giles (its apostrophes are rarely printed) and Pinyin brought to one coarse spelling.
COARSE = (
    (r"zh|ch|[jq]", "C"), (r"hs|sh|x", "S"), (r"ts|tz|z|c", "Z"), (r"ss|sz", "s"), (r"p", "b"),
    (r"t", "d"), (r"k", "g"), (r"ung", "ong"), (r"ieh|ie", "ie"), (r"ien", "ian"), (r"uei", "ui"),
    (r"ueh|ue", "ue"), (r"ih", "i"), (r"erh", "er"), (r"yu", "iu"),
)  # fmt: skip


def same_syllables(a: str, b: str, words: list[str]) -> bool:
    """Whether two names are the same Chinese syllables, one of them in Wade-Giles.

    Args:
        a: One name, romanised, letters only.
        b: The other.
        words: The words of both.

    >>> same_syllables("hsuchihmo", "xuzhimo", ["hsu", "chih", "mo", "xu", "zhimo"])
    True
    """
    if a[:1] not in "hxjcqzstpbdkgmnlrwyf" or bool(OLD.search(a)) == bool(OLD.search(b)):
        return False
    return all(is_syllables(word) for word in words) and coarse(a) == coarse(b)


def is_syllables(word: str) -> bool:
    """Whether a word is made of Chinese syllables."""
    return bool(re.fullmatch(rf"(?:{SYLLABLE.pattern}){{1,3}}", word.replace("'", "")))


def coarse(text: str) -> str:
    """A name with both romanisations' spellings made one, and its aspirates plain."""
    for pattern, plain in COARSE:
        text = re.sub(pattern, plain, text)
    return text
