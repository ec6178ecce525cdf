"""Which language a text is in."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

FEWEST_LETTERS = 60
"""Below this a guess is worth nothing (s)."""

SAMPLE = 5000
"""Characters looked at: enough for any guess."""

LANGUAGES = (
    "ar", "bg", "bn", "ca", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr", "he", "hi", "hr",
    "hu", "id", "it", "ja", "ka", "ko", "ku", "lt", "lv", "ml", "ms", "nl", "no", "pl", "ps", "pt", "ro",
    "ru", "sk", "sl", "sq", "sr", "sv", "sw", "ta", "th", "tl", "tr", "uk", "ur", "vi", "zh",
)  # fmt: skip
"""Languages in which news is much published; rarer ones only draw short texts away (s)."""

NAMES = {
    "ar": "Arabic", "de": "German", "el": "Greek", "es": "Spanish", "fa": "Persian", "fr": "French",
    "he": "Hebrew", "hi": "Hindi", "it": "Italian", "ja": "Japanese", "ko": "Korean", "ku": "Kurdish",
    "nl": "Dutch", "pl": "Polish", "pt": "Portuguese", "ru": "Russian", "tr": "Turkish", "uk": "Ukrainian",
    "ur": "Urdu", "zh": "Chinese",
}  # fmt: skip

ENGLISH = frozenset(
    {"the", "and", "of", "to", "that", "were", "with", "for", "from", "said", "by", "which", "their", "they"}
    | {"been", "after", "have", "this", "who", "would", "when"}
)
"""Frequent words of English that no neighbouring language shares."""

ENGLISH_SHARE = 0.1
"""Above this share of them a text is English; running English has a fourth, headlines a tenth (s)."""

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
ADDRESS = re.compile(r"\S*(?:://|@|www\.)\S*")


def find_language(text: str) -> str | None:
    """ISO 639-1 code of the text's language; None if it is too short to tell.

    Upper-case text is read in lower case. Plain English is told by its commonest words, so
    that the identifier, which takes a second to load, is loaded only where there is doubt.

    Method: py3langid, a naive Bayes classifier over byte n-grams (Lui and Baldwin 2012).
    """
    sample = ADDRESS.sub(" ", text[:SAMPLE].lower())
    words = WORD.findall(sample)
    if sum(len(word) for word in words) < FEWEST_LETTERS:
        return None
    if sum(word in ENGLISH for word in words) >= ENGLISH_SHARE * len(words):
        return "en"
    return str(_identifier().classify(" ".join(words))[0])


def language_name(code: str) -> str:
    """The language's English name, or its code in quotes if that is all we have."""
    return NAMES.get(code, f"'{code}'")


@lru_cache(maxsize=1)
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - start-up time

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=False)
    known = set(identifier.labels() if callable(identifier.labels) else identifier.labels)
    identifier.set_languages([code for code in LANGUAGES if code in known])
    return identifier
