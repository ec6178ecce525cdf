"""What was used, compared by kind, carrier and way of delivery.

Two wordings conflict only where a thing cannot be both: a truck is no bus, a rifle no knife,
and a carrier packed with explosives does not drop them. Everything else refines or stays open.
"""

from __future__ import annotations

import re
from functools import lru_cache

from sayso.reconcile.comparison import Comparison, conflicts, equal, incomparable, overlaps, refines
from sayso.reconcile.phrases import content_words, fold, word_list

# concept -> wider concept; top concepts stand on an axis (see AXES). Ordinary English, from any dictionary.
WIDER: dict[str, str] = {
    "car": "vehicle", "truck": "vehicle", "bus": "vehicle", "van": "vehicle", "motorcycle": "vehicle",
    "bicycle": "vehicle", "boat": "vehicle", "cart": "vehicle", "train": "vehicle", "ambulance": "vehicle",
    "tanker": "truck",
    "rifle": "gun", "handgun": "gun", "shotgun": "gun", "machine gun": "gun", "assault rifle": "rifle",
    "sniper rifle": "rifle", "pistol": "handgun", "revolver": "handgun",
    "knife": "blade", "machete": "blade", "sword": "blade", "axe": "blade",
    "dynamite": "explosive", "mine": "explosive", "vest": "explosive", "ied": "explosive",
    "bomb": "explosive", "cluster bomb": "bomb", "barrel bomb": "bomb", "grenade": "munition",
    "rocket": "munition", "missile": "munition", "mortar": "munition", "shell": "munition",
    "munition": "explosive",
    "helicopter": "aircraft", "drone": "aircraft", "plane": "aircraft",
    "petrol bomb": "fire",
}  # fmt: skip
SPELLINGS: dict[str, str] = {
    "lorry": "truck", "pickup": "truck", "minibus": "bus", "minivan": "van", "motorbike": "motorcycle",
    "moped": "motorcycle", "scooter": "motorcycle", "bike": "bicycle", "dinghy": "boat", "speedboat": "boat",
    "automobile": "car", "sedan": "car", "taxi": "car", "jeep": "car", "suv": "car",
    "firearm": "gun", "gunfire": "gun", "gunshot": "gun", "shooting": "gun", "kalashnikov": "assault rifle",
    "revolver": "revolver", "dagger": "knife", "stabbing": "blade", "cleaver": "machete",
    "tnt": "explosive", "landmine": "mine", "blast": "explosive", "explosion": "explosive",
    "bombing": "bomb", "bomber": "aircraft", "bombardment": "bomb", "projectile": "munition",
    "shelling": "shell", "artillery": "shell", "rpg": "rocket", "unmanned": "drone", "uav": "drone",
    "quadcopter": "drone", "airplane": "plane", "jet": "plane", "airstrike": "aircraft", "warplane": "plane",
    "aerial": "aircraft", "aircraft": "aircraft", "molotov": "petrol bomb", "arson": "fire",
    "chopper": "helicopter", "gelignite": "dynamite", "semtex": "explosive", "belt": "vest",
}  # fmt: skip
PHRASES: tuple[tuple[str, str], ...] = (
    (r"\bair[ -]?(?:strike|raid)s?\b", "aircraft"),
    (r"\bassault (?:rifle|weapon)s?\b|\bak-?47s?\b|\bar-?15s?\b", "assault rifle"),
    (r"\bmachine[ -]?guns?\b", "machine gun"),
    (r"\bhand ?guns?\b", "handgun"),
    (r"\b(?:stun|smoke|tear ?gas|flash) (?:grenade|canister|bomb)s?\b|\btear ?gas\b", "riot control"),
    (r"\b(?:suicide|explosives?) (?:vest|belt)s?\b", "vest"),
    (r"\bimprovised explosive devices?\b|\bieds?\b|\bexplosive devices?\b", "ied"),
    (r"\bpetrol bombs?\b|\bfire ?bombs?\b|\bmolotov\b", "petrol bomb"),
    (r"\bbarrel bombs?\b", "barrel bomb"),
    (r"\bcluster (?:bomb|munition)s?\b", "cluster bomb"),
)
# "Car bomb" is the general word for a bomb in any vehicle, so the car in it is no rival to a truck.
GENERIC_CAR = re.compile(r"\b(?:car|vehicle)[ -]?bomb(?:s|ing|ings|er)?\b|\bbomb[- ](?:laden )?car\b")
PACKED = re.compile(r"\b(?:laden|packed|filled|loaded|rigged|kamikaze|suicide drones?|carrying explosives)\b")
DROPPED = re.compile(r"\b(?:dropped|launched|fired)\b(?:\s+\w+){0,2}?\s+(?:from|by)\b")
AXES: tuple[tuple[str, ...], ...] = (
    ("car", "truck", "bus", "van", "motorcycle", "bicycle", "boat", "cart", "train", "ambulance"),
    ("gun", "blade", "explosive"),
    ("rifle", "shotgun", "handgun", "machine gun"),
    ("helicopter", "drone", "plane"),
    ("packed carrier", "dropped munition"),
    ("dynamite", "mine", "vest", "munition"),
)
"""Concepts of which one thing can be only one."""


def closure(concepts: frozenset[str]) -> frozenset[str]:
    """The concepts with all that are wider."""
    found = set(concepts)
    for concept in concepts:
        while concept in WIDER:
            concept = WIDER[concept]  # noqa: PLW2901 -- climbs the table
            found.add(concept)
    return frozenset(found)


@lru_cache(maxsize=4096)
def concepts_of(text: str) -> frozenset[str]:
    """The kinds of weapon, carrier and delivery that a wording names, wider kinds included.

    >>> sorted(concepts_of("a truck bomb"))
    ['bomb', 'explosive', 'truck', 'vehicle']
    """
    plain = fold(text)
    found = set()
    if GENERIC_CAR.search(plain):
        plain = GENERIC_CAR.sub(" ", plain)
        found |= {"vehicle", "bomb"}
    for pattern, concept in PHRASES:
        if re.search(pattern, plain):
            plain = re.sub(pattern, " ", plain)
            found.add(concept)
    for word in word_list(plain):
        if word in WIDER or word in SPELLINGS or word in {"gun", "blade", "explosive", "fire", "vehicle"}:
            found.add(SPELLINGS.get(word, word))
    if DROPPED.search(plain):
        found.add("dropped munition")
    elif PACKED.search(plain):
        found |= {"packed carrier", "explosive"}
    return closure(frozenset(found))


def rivals(a: frozenset[str], b: frozenset[str]) -> tuple[str, str] | None:
    """The first two concepts that exclude each other; None if the wordings can be one thing."""
    for axis in AXES:
        first = [concept for concept in axis if concept in a]
        second = [concept for concept in axis if concept in b]
        if first and second and not set(first) & set(second):
            return first[0], second[0]
    return None


def compare_weapons(a: str, b: str) -> Comparison:
    """Compare two wordings of what was used (STANDARDS 4, weapon types of STANDARDS 1).

    >>> compare_weapons("truck bomb", "car bomb").why
    'truck bomb is a closer wording of car bomb'
    """
    first, second = content_words(a), content_words(b)
    if first == second:
        return equal("the same words")
    mine, theirs = concepts_of(a), concepts_of(b)
    if rival := rivals(mine, theirs):
        return conflicts(f"{a} and {b}: one is {kind_name(rival[0])}, the other {kind_name(rival[1])}")
    if not mine or not theirs or (mine == theirs and (first < second or second < first)):
        return compare_words(a, b)
    return compare_kinds(a, b, kinds=(mine, theirs))


def compare_kinds(a: str, b: str, *, kinds: tuple[frozenset[str], frozenset[str]]) -> Comparison:
    """Compare two wordings that do not exclude each other by the kinds of weapon they name."""
    mine, theirs = kinds
    if mine == theirs:
        return equal(f"{a} and {b} name the same kind of weapon")
    if theirs < mine:
        return refines(f"{a} is a closer wording of {b}")
    if mine < theirs:
        return refines(f"{b} is a closer wording of {a}", flipped=True)
    if mine & theirs:
        return overlaps(f"{a} and {b} have a kind of weapon in common")
    return incomparable(f"{a} and {b} can both have been used")


def kind_name(concept: str) -> str:
    """A concept with its article."""
    return f"an {concept}" if concept[0] in "aeiou" else f"a {concept}"


def compare_words(a: str, b: str) -> Comparison:
    """Compare two phrases by their words alone: the fuller one refines the other."""
    first, second = content_words(a), content_words(b)
    if first == second:
        return equal("the same words")
    if first and first < second:
        return refines(f"“{b}” says more than “{a}”", flipped=True)
    if second and second < first:
        return refines(f"“{a}” says more than “{b}”")
    if first & second:
        return overlaps(f"“{a}” and “{b}” share {', '.join(sorted(first & second))}")
    return incomparable(f"“{a}” and “{b}” have no words in common")
