"""Which disputed points of one richly annotated case a dossier shows, and what it makes up.

    python bench/aspects.py [CLUSTER] [--json FILE]

CLUSTER is a folder of reports with ``gold/findings.json``. For every aspect that gold calls disputed:

- *shown*: one disputed finding has claims at gold's words of two sides that exclude each other, in
  different values; or a group of quotations does, and points out a lost negation;
- *disputed*: a disputed finding on the very question has claims at gold's words of one side only;
- *partly*: there are claims at gold's words of both sides, but not in one disputed finding; or of one
  side; or the quotations stand side by side, and what differs in sense is not told;
- *not shown*: no claim on the point stands there.

Only claims on slots that answer the question count (``SLOTS``), so that a claim on the weapon is not
taken for one on how many hit. For every question that gold calls unanswered, a rule says what in a
dossier would be an answer (``ANSWERS``); what is found is printed.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sayso
from attribution import SHARED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sayso.model.claims import Claim
    from sayso.model.dossier import Dossier, Finding
    from sayso.model.spans import Span

BAGHDAD = SHARED / "data" / "clusters" / "baghdad-2021"
SLOTS = {
    r"hit_count": r"count:", r"mechanism": r"weapon", r"_hurt$": r"condition|injured",
    r"perpetrator": r"responsibility", r"staged": r"responsibility|fact:", r"tweet": r"fact:",
    r"reaction": r"fact:|responsibility", r"_coup$": r"fact:", r"seats|strength": r"count:|fact:",
    r"_list$": r"fact:", r"deaths": r"killed", r"sides": r"fact:|responsibility",
    r"charges": r"charged|fact:", r"release": r"fact:", r"present": r"fact:|count:",
}  # fmt: skip
"""By a part of the aspect's id, the slots on which an answer to it may stand."""
Gold = dict[str, Any]


def at(spans: Iterable[Span], places: Iterable[tuple[str, int, int]], files: dict[str, str]) -> bool:
    """Whether one of our spans overlaps one of gold's places."""
    wanted = list(places)
    return any(
        files[span.report] == doc and span.start < end and start < span.end
        for span in spans
        for doc, start, end in wanted
    )


def places_of(value: Gold) -> list[tuple[str, int, int]]:
    """Where gold says that a value is given."""
    spans = [support["span"] for support in value["supports"]]
    return [(span["doc"], span["start"], span["end"]) for span in spans]


def sides(aspect: Gold) -> list[tuple[Gold, Gold]]:
    """Pairs of values that exclude each other, those that decide."""
    values = {value["id"]: value for value in aspect["values"]}
    return [
        (values[relation["from"]], values[relation["to"]])
        for relation in aspect["relations"]
        if relation["type"] == "conflicts" and relation.get("decisive")
    ]


def judge(aspect: Gold, dossier: Dossier) -> tuple[str, str]:
    """Shown, partly or not shown, and why."""
    files = {report.id: Path(report.file).name for report in dossier.reports}
    slots = next(slots for part, slots in SLOTS.items() if re.search(part, aspect["id"]))
    claims = {claim.id: claim for claim in dossier.claims if re.match(slots, claim.slot)}
    seen: list[str] = []
    for a, b in sides(aspect):
        held = [[c for c in claims.values() if at(c.spans, places_of(value), files)] for value in (a, b)]
        for finding in dossier.findings:
            if finding.verdict == "disputed" and apart(finding, *held):
                return "shown", f"disputed finding: {finding.question}"
        for group in dossier.quotes:
            if all(at(group.spans, places_of(value), files) for value in (a, b)):
                lost = [line for line in group.differences if line.startswith("A negation")]
                return ("shown", lost[0]) if lost else ("partly", "quotations side by side, no more")
        mine = {claim.id for side in held for claim in side}
        for finding in dossier.findings:
            asked = any(word in finding.slot for word in aspect["id"].partition(".")[2].split("_"))
            if (
                asked
                and finding.verdict == "disputed"
                and mine & {c for v in finding.values for c in v.claims}
            ):
                return "disputed", f"disputed finding: {finding.question}; {told(b, held[1], dossier)}"
        seen.append(told(a, held[0], dossier) + "; " + told(b, held[1], dossier))
    both = [line for line in seen if "nothing" not in line]
    if both:
        return "partly", both[0]
    return ("partly", seen[0]) if any(line.count("nothing") == 1 for line in seen) else ("not shown", seen[0])


def apart(finding: Finding, first: list[Claim], second: list[Claim]) -> bool:
    """Whether two values of a finding hold claims of one side each."""
    homes = [
        {place for place, value in enumerate(finding.values) for claim in side if claim.id in value.claims}
        for side in (first, second)
    ]
    return any(a != b for a in homes[0] for b in homes[1])


def told(value: Gold, claims: list[Claim], dossier: Dossier) -> str:
    """What claims we have on one side, with the verdicts of their findings."""
    verdict = {claim: f.verdict for f in dossier.findings for value in f.values for claim in value.claims}
    focal = {event.id for event in dossier.events if event.focal}
    found = Counter(
        f"{c.slot}/{c.group}{'' if c.event in focal else ' (other event)'}: {verdict.get(c.id, '-')}"
        for c in claims
    )
    return f"“{value['value']}”: " + (", ".join(found) if found else "nothing")


def on_focal(dossier: Dossier, slots: str) -> list[Claim]:
    """Claims on the incident itself, on these slots."""
    focal = {event.id for event in dossier.events if event.focal}
    return [claim for claim in dossier.claims if claim.event in focal and re.match(slots, claim.slot)]


def wordings(claims: Iterable[Claim], pattern: str = "") -> list[str]:
    """What the claims say, if it has these words in it."""
    return [f"{c.slot}: {c.value}" for c in claims if re.search(pattern, f"{c.value} {c.slot}")]


def dated(dossier: Dossier, step: str) -> list[str]:
    """Steps of the investigation of this kind that are given a day or a body."""
    return [f"{s.step}: {s.date} {s.body}" for s in dossier.accountability if s.step == step and s.date]


def quoted_by(dossier: Dossier, name: str, cue: str) -> list[str]:
    """Quoted words of somebody, where the cue is one of these."""
    return [
        " / ".join(span.text for span in one.content)
        for one in dossier.attributions
        if name in one.source.description and one.kind != "indirect"
        and re.search(cue, " ".join(span.text for span in one.cue))
    ]  # fmt: skip


def deniers(dossier: Dossier) -> list[str]:
    """Parties with a name that deny having done it."""
    return [
        f"{row.party} ({row.speaker})"
        for one in dossier.hypotheses
        for row in one.rows
        if row.status == "denied" and any(entity.named and entity.name == row.party and
            entity.kind == "armed group" for entity in dossier.entities)
    ]  # fmt: skip


def named_close(dossier: Dossier) -> list[str]:
    """Sources described as close to somebody that have a name."""
    return [
        one.source.description
        for one in dossier.attributions
        if "close to" in one.source.description and one.source.named
    ]


ANSWERS: dict[str, tuple[str, Callable[[Dossier, re.Match[str]], list[str]]]] = {
    r"anyone killed": ("claims on the dead of the incident", lambda d, _: wordings(on_focal(d, "killed"))),
    r"where were .* launched": (
        "claims on a launch, or a flight",
        lambda d, _: wordings(on_focal(d, "fact:|place|count:"), r"launch|flown|took off|operator"),
    ),
    r"what hour": (
        "times with an hour",
        lambda d, _: wordings(on_focal(d, "time"), r"\d[:.]\d\d|\d ?[ap]\.?m|o.clock|noon|midnight"),
    ),
    r"what model": (
        "weapons with a type number, weights",
        lambda d, _: wordings(on_focal(d, "weapon"), r"\b[A-Z]\w*-?\d") + wordings(on_focal(d, "measure")),
    ),
    r"committee": ("the day an investigation was opened", lambda d, _: dated(d, "opened")),
    r"two factions": ("claims on who was kept out", lambda d, _: wordings(on_focal(d, "fact:"), "kept out")),
    r"fingerprints": ("findings that were presented", lambda d, _: dated(d, "findings_presented")),
    r"what words did (\w+) threaten": (
        "quoted threats of that speaker",
        lambda d, m: quoted_by(d, m[1], "threat|warn|vow"),
    ),
    r"When did (\w+) give": (
        "events on a day whose label has speaker and speech",
        lambda d, m: [
            e.label for e in d.timeline if m[1] in e.label and re.search("address|speech", e.label)
        ],
    ),
    r"by name, denied": ("named groups that deny it", lambda d, _: deniers(d)),
    r"people close": ("named sources close to somebody", lambda d, _: named_close(d)),
}
"""By words of the question, what would be an answer, and how it is looked for."""


def unanswered(gold: Gold, dossier: Dossier) -> Iterator[tuple[str, str, list[str]]]:
    """Each question that no report answers, what would be an answer, and what we have."""
    for one in gold["unanswered"]:
        found = [(re.search(part, one["question"], re.IGNORECASE), rule) for part, rule in ANSWERS.items()]
        match, (where, rule) = next((match, rule) for match, rule in found if match)
        yield one["question"], where, rule(dossier, match)


def main() -> int:
    """Judge the cluster named on the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("cluster", type=Path, nargs="?", default=BAGHDAD)
    parser.add_argument("--json", type=Path, help="write the figures to this file")
    args = parser.parse_args()
    if not (args.cluster / "gold" / "findings.json").exists():
        print("skipped: there is no gold/findings.json in the cluster")
        return 0
    meta = args.cluster / "meta.json"
    dossier = sayso.dossier([str(args.cluster)], meta=str(meta) if meta.exists() else None)
    gold = json.loads((args.cluster / "gold" / "findings.json").read_text(encoding="utf-8"))
    print("disputed in gold")
    judged = {}
    for aspect in gold["aspects"]:
        if aspect["verdict"] == "disputed":
            how, why = judge(aspect, dossier)
            judged[aspect["id"]] = how
            print(f"  {how:10} {aspect['id']:24} {aspect['question']}\n{'':13}{why}")
    print("\nquestions that no report answers")
    answered = 0
    for question, where, found in unanswered(gold, dossier):
        answered += bool(found)
        print(f"  {'ANSWERED' if found else 'open':10} {question}\n{'':13}looked for: {where}")
        for line in found:
            print(f"{'':13}- {line[:150]}")
    counts = Counter(judged.values())
    print(f"\n{len(judged)} disputed: {counts['shown']} shown, {counts['disputed']} disputed in other words,"
        f" {counts['partly']} partly,"
          f" {counts['not shown']} not shown; {answered} of {len(gold['unanswered'])} answered")  # fmt: skip
    if args.json:
        args.json.write_text(
            json.dumps({"disputed": judged, "answered": answered}, indent=1) + "\n", encoding="utf-8"
        )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
