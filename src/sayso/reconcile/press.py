"""News agencies and outlets of states, from general knowledge and from what reports say of them.

An agency is known by its short name, which has none of the words that make a name one of the press.
Which agencies and broadcasters belong to a state matters for independence only: two media of one owner
that say the same are one origin (STANDARDS 6). The table names those that are owned or run by a state,
of whatever state; it says nothing of their worth, and an outlet that is missing is only not joined.
"""

from __future__ import annotations

import re
from functools import lru_cache

from sayso.reconcile.names import bare_name, fold_token, stem
from sayso.reconcile.phrases import fold, word_list, word_set

MEDIA_WORDS = word_set(
    "news newspaper times post press tv television radio channel daily herald tribune journal "
    "gazette broadcaster media wire magazine observer guardian telegraph chronicle network weekly "
    "paper"
)
LONGEST_INITIALS = 4
"""Letters of a name that is one only in capitals: "MAP" is an agency, "map" is none."""
MOST_WORDS = 5
"""A longer description is no outlet's name."""
GENERIC = word_set(
    "news agency state official national government service press wire run owned controlled local foreign"
    " semi international domestic own outlet organisation organization medium"
)
"""Words that stand beside an agency's name, or for one that is not named."""

OF_NO_STATE = """
reuters, associated press, ap, agence france presse, afp, deutsche presse agentur, dpa, united press
international, upi, ansa, press association, pa media, press trust of india, pti, united news of india,
uni, asian news international, ani, kyodo, jiji, yonhap, interfax, canadian press, australian associated
press, aap, anp, belga, ntb, ritzau, apa, bloomberg, getty, isna, mehr, fars, tasnim, maan, baltic news
service, bns, unian, ihlas, dha
"""
OF_A_STATE = """
afghanistan: bakhtar
albania: ata
algeria: aps, algerie presse service
armenia: armenpress
azerbaijan: azertac
bahrain: bna
bangladesh: bss, bangladesh sangbad sangstha
belarus: belta
bolivia: abi
brazil: agencia brasil
bulgaria: bta
cambodia: akp
china: xinhua, china news service, cctv, cgtn, china central television, global times
croatia: hina
cuba: prensa latina, prela
egypt: mena, middle east news agency
ethiopia: ena
ghana: gna
hungary: mti
indonesia: antara
iran: irna, islamic republic news agency, irib, press tv
iraq: ina
jordan: petra
kazakhstan: kazinform
kuwait: kuna
kyrgyzstan: kabar
laos: kpl
lebanon: nna
libya: lana
malaysia: bernama
mongolia: montsame
morocco: map, maghreb arabe presse
nepal: rastriya samachar samiti
nigeria: nan
north korea: kcna, korean central news agency
north macedonia: mia
oman: ona
pakistan: app, associated press of pakistan
peru: andina
philippines: pna
poland: pap
portugal: lusa
qatar: qna
romania: agerpres
russia: tass, itar tass, ria novosti, ria, rossiya segodnya, sputnik, rt, russia today
saudi: spa, saudi press agency
slovakia: tasr
slovenia: sta
spain: efe
sudan: suna
syria: sana
taiwan: cna, central news agency
tajikistan: khovar
tunisia: tap
turkey: anadolu, anadolu agency, trt
ukraine: ukrinform
emirati: wam, emirates news agency
uzbekistan: uza
venezuela: avn, telesur
vietnam: vna
"""
FULL_NAMES = {
    "ap": "associatedpress", "apnews": "associatedpress", "afp": "agencefrancepresse",
    "dpa": "deutschepresseagentur", "upi": "unitedpressinternational", "pti": "presstrustofindia",
    "aap": "australianassociatedpress", "itartass": "tass", "anadoluagency": "anadolu",
    "kcna": "koreancentralnewsagency",
}  # fmt: skip
"""Two names of one agency, without spaces."""
OWNED = r"(?:-| )(?:run|owned|controlled)"
STATE_MEDIUM = re.compile(
    rf"\b(?:(?:state|government)(?:{OWNED})?(?: \w+)?|official(?: \w+)?)"
    r" (?:television|tv|radio|media|broadcaster|news agency|press agency|agency|newspaper|news outlet)s?\b"
)
WHOSE = re.compile(
    r"((?:(?:North|South|East|West|New|Saudi) )?[A-Z][\w-]+)(?:['’]s?)? (?:official|state|government)\b"
    r"|\bof ((?:[A-Z][\w-]+ ?){1,3})"
)


def country_key(words: str) -> str:
    """A country's name or the adjective of it, as they compare.

    >>> country_key("Norlandese") == country_key("Norland"), country_key("Norland") == country_key("Sudmark")
    (True, False)
    """
    plain = fold_token(words.replace(" ", ""))
    while (shorter := stem(plain)) != plain and len(shorter) > 1:
        plain = shorter
    return plain


def make_table() -> dict[str, str]:
    """Every known agency with the key of the country that owns it; empty for one of no state."""
    table = dict.fromkeys(" ".join(OF_NO_STATE.split()).split(", "), "")
    for line in OF_A_STATE.strip().splitlines():
        country, _, names = line.partition(": ")
        table.update(dict.fromkeys(names.split(", "), country_key(country)))
    return table


AGENCIES = make_table()


@lru_cache(maxsize=65536)
def agency_name(name: str) -> str | None:
    """The name in the table that a description holds, without the words beside it; None if none.

    >>> agency_name("the official Xinhua news agency"), agency_name("Lorvan police")
    ('xinhua', None)
    """
    plain = re.sub(r"\W+", " ", fold(bare_name(name))).strip()
    short = " ".join(word for word in plain.split() if word not in GENERIC | {"the", "s"})
    found = next((found for found in (plain, short) if found in AGENCIES), None)
    spelled_out = found is None or len(found) > LONGEST_INITIALS or found.upper() in name
    return found if spelled_out else None


@lru_cache(maxsize=65536)
def is_press(name: str) -> bool:
    """Whether a name is that of an agency or outlet, by the table or by its words.

    >>> is_press("Norland News Agency"), is_press("AFP"), is_press("TV"), is_press("the news agency")
    (True, True, False, False)
    """
    if agency_name(name):
        return True
    words = set(word_list(name))
    named = bool(words & MEDIA_WORDS or STATE_MEDIUM.search(fold(name))) and bool(words - GENERIC)
    return named and 2 <= len(words) <= MOST_WORDS


@lru_cache(maxsize=65536)
def owning_state(words: str) -> str | None:
    """The key of the country whose state owns a medium; empty if it is not said whose; None if no state does.

    >>> owning_state("Sumarian state television") == country_key("Sumaria")
    True
    >>> owning_state("state media"), owning_state("the Lorvan Post")
    ('', None)
    """
    if known := agency_name(words):
        return AGENCIES[known] or None
    if not STATE_MEDIUM.search(fold(words)):
        return None
    match = WHOSE.search(words)
    return country_key(match[1] or match[2].strip()) if match else ""
