"""One invented incident in an invented place, built by hand: what the render tests render."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.model.claims import Attribution, Claim, Commitment, Modality, Source, SourceKind, Stance, Tense
from sayso.model.dossier import (
    Dossier,
    Event,
    EventDate,
    Finding,
    FindingValue,
    GeneratedFrom,
    Hypothesis,
    Origin,
    OutletEdge,
    Question,
    Relation,
    StatusRow,
    ValueRelation,
    Verdict,
)
from sayso.model.entities import Entity, EntityMention, Role
from sayso.model.happenings import Reacting, TimelineEntry
from sayso.model.kinds import Kind
from sayso.model.reports import Furniture, Report, ReportStatus
from sayso.model.values import (
    Answer,
    Claimed,
    Condition,
    Count,
    Days,
    Measure,
    Responsibility,
    Text,
    TimeOfDay,
    Value,
)
from tests.reports import bare_report

if TYPE_CHECKING:
    from sayso.model.spans import Span

BELL = """Blast at Ostrel ferry terminal kills six

OSTREL, 4 March 2031 - Six people were killed when a bomb went off at the ferry terminal in Ostrel on \
Monday, the news agency Norda quoted an interior ministry spokesman as saying.

Governor Ilva Tarrin was slightly hurt, her office said. Nobody has claimed responsibility.

"The Reed Front did this," said Mayor Osk Brandel. The Reed Front denied any part in it.

One protester was killed at a march in Ostrel last month.

Photo: The terminal on Monday evening, with nine ambulances.
"""

NORDA = """At least nine dead in Ostrel

A bomb hit the ferry terminal in Ostrel, Velmora, at about 5.10 pm on 3 March. A security official who asked \
not to be named told Norda that at least nine people were killed. An interior ministry spokesman said six \
people were killed.

Tarrin was unharmed, police chief Dov Merel said. Several guards were injured. The charge weighed \
up to 40 kg, Merel said.
"""

HOSTILE_NAME = 'Ilva "<img src=x onerror=alert(1)>" Tarrín'
POST = f"""<script>alert("title")</script> Terminal \u202ehit\u202c

{HOSTILE_NAME} was unharmed, a witness said. Two guards were injured, and the terrorist hideout story is \
false, said the harbour master. שלום: one protester died at the march.
"""

FILES = {
    "bell.txt": ("The Daily Bell", BELL, "2031-03-04", "https://bell.example/blast?a=1&b=2"),
    "norda.txt": ("Norda", NORDA, "2031-03-03", None),
    "post.html": ('Harbour & "Post"', POST, None, "javascript:alert('url')"),
}


def make_report(file: str, text: str, *, outlet: str | None = None, published: str | None = None) -> Report:
    digest = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
    return bare_report(text, titled=True, day=published, id=f"rep-{digest[:12]}", file=file, outlet=outlet)


def find(report: Report, words: str, *, after: str = "") -> Span:
    """The first place of these words, behind the words given as ``after``."""
    start = report.text.index(words, report.text.index(after))
    return report.span(start, start + len(words))


def _reports() -> dict[str, Report]:
    read = {}
    for file, (outlet, text, published, url) in FILES.items():
        read[file.partition(".")[0]] = replace(
            make_report(file, text, outlet=outlet, published=published), url=url
        )
    photo = find(read["bell"], "Photo: The terminal on Monday evening, with nine ambulances.")
    caption = Furniture(start=photo.start, end=photo.end, kind="caption")
    read["bell"] = replace(read["bell"], furniture=(caption,), author="R. Oldane")
    read["post"] = replace(read["post"], problems=("No date was found.",))
    read["torn"] = replace(
        make_report("torn.pdf", ""),
        title=None,
        language=None,
        status=ReportStatus.UNREADABLE,
        problems=("The file holds no text.",),
    )
    return read


REPORTS = _reports()
R1, R2, R3 = REPORTS["bell"], REPORTS["norda"], REPORTS["post"]


def _attribution(
    name: str, content: Span, *, who: str, kind: SourceKind, above: Attribution | None = None
) -> Attribution:
    report = next(one for one in REPORTS.values() if one.id == content.report)
    own = f"att-{name}"
    return Attribution(
        id=own,
        report=content.report,
        kind="indirect",
        source=Source(
            entity="ent-tarrin" if "Tarrin" in who else None,
            description=who,
            named=kind in {SourceKind.PERSON, SourceKind.BODY},
            kind=kind,
            spans=(find(report, who),) if who in report.text else (),
        ),
        cue=(find(report, "said"),),
        content=(content,),
        stance=Stance.REPORT,
        parent=above.id if above else None,
        chain=(*(above.chain if above else ()), own),
        rule="",
        asserts=True,
        tense=Tense.PAST,
        value=Commitment.CERTAIN,
        author_value=Commitment.NONE,
    )


SIX_BELL = find(R1, "Six people")
VIA_NORDA = _attribution("norda", SIX_BELL, who="Norda", kind=SourceKind.BODY)
ATTRIBUTIONS = {
    "ministry1": _attribution(
        "ministry1",
        SIX_BELL,
        who="interior ministry spokesman",
        kind=SourceKind.UNNAMED_OFFICIAL,
        above=VIA_NORDA,
    ),
    "ministry2": _attribution(
        "ministry2",
        find(R2, "six people"),
        who="interior ministry spokesman",
        kind=SourceKind.UNNAMED_OFFICIAL,
    ),
    "official": _attribution(
        "official",
        find(R2, "at least nine people"),
        who="security official",
        kind=SourceKind.UNNAMED_OFFICIAL,
    ),
    "office": _attribution(
        "office", find(R1, "slightly hurt"), who="the office of Ilva Tarrin", kind=SourceKind.BODY
    ),
    "merel": _attribution("merel", find(R2, "unharmed"), who="Dov Merel", kind=SourceKind.PERSON),
    "witness": _attribution("witness", find(R3, "unharmed"), who="witness", kind=SourceKind.CROWD),
    "brandel": _attribution(
        "brandel", find(R1, "The Reed Front did this"), who="Osk Brandel", kind=SourceKind.PERSON
    ),
    "front": _attribution("front", find(R1, "denied any part"), who="The Reed Front", kind=SourceKind.BODY),
    "master": _attribution(
        "master", find(R3, "terrorist hideout"), who="harbour master", kind=SourceKind.PERSON
    ),
}


def make_claim(  # noqa: PLR0913 - a claim has this many parts
    name: str,
    slot: str,
    value: Value,
    span: Span,
    *,
    by: str | None = None,
    event: str = "evt-blast",
    group: str = "all",
    modality: Modality = Modality.REPORTED,
) -> Claim:
    attribution = ATTRIBUTIONS.get(by or "")
    said = attribution.source.description if attribution else "author"
    hidden = attribution is not None and not attribution.source.named
    return Claim(
        id=f"clm-{name}",
        event=event,
        slot=slot,
        group=group,
        value=value,
        wording=span.text,
        spans=(span,),
        source=f"unnamed: {said}" if hidden else said,
        attribution=attribution.id if attribution else None,
        modality=modality if attribution else Modality.STATED,
        polarity="negated" if modality is Modality.DENIED else "affirmed",
        as_of=None,
        set_by="machine",
    )


FRONT = "The Reed Front"
CLAIMS = (
    make_claim("six-bell", "killed", Count(lo=6, hi=6), SIX_BELL, by="ministry1"),
    make_claim("six-title", "killed", Count(lo=6, hi=6), find(R1, "kills six")),
    make_claim("six-norda", "killed", Count(lo=6, hi=6), find(R2, "six people"), by="ministry2"),
    make_claim("nine", "killed", Count(lo=9, hi=None), find(R2, "at least nine people"), by="official"),
    make_claim("guards", "injured", Count(lo=2, hi=None), find(R2, "Several guards"), group="guards"),
    make_claim("two", "injured", Count(lo=2, hi=2), find(R3, "Two guards"), by="master", group="guards"),
    make_claim("monday", "date", Days(start="2031-03-03", end="2031-03-03"), find(R1, "Monday")),
    make_claim("third", "date", Days(start="2031-03-03", end="2031-03-03"), find(R2, "3 March")),
    make_claim("time", "time", TimeOfDay(text="about 5.10 pm", zone=None), find(R2, "about 5.10 pm")),
    make_claim("place1", "place", Text(text="Ostrel"), find(R1, "Ostrel", after="terminal in")),
    make_claim("place2", "place", Text(text="Ostrel, Velmora"), find(R2, "Ostrel, Velmora")),
    make_claim("weapon", "weapon", Text(text="bomb"), find(R2, "bomb")),
    make_claim(
        "target", "target", Text(text="terrorist hideout"), find(R3, "terrorist hideout"), by="master"
    ),
    make_claim(
        "charge",
        "measure:explosive weight",
        Measure(lo=0, hi=40, unit="kg"),
        find(R2, "up to 40 kg"),
        by="merel",
    ),
    make_claim(
        "hurt",
        "condition",
        Condition(person="Ilva Tarrin", state="minor"),
        find(R1, "slightly hurt"),
        by="office",
    ),
    make_claim(
        "well",
        "condition",
        Condition(person="Ilva Tarrin", state="unharmed"),
        find(R2, "unharmed"),
        by="merel",
    ),
    make_claim(
        "well2",
        "condition",
        Condition(person="Ilva Tarrin", state="unharmed"),
        find(R3, f"{HOSTILE_NAME} was unharmed"),
        by="witness",
    ),
    make_claim(
        "accuse",
        "responsibility",
        Responsibility(party=FRONT, status="accused_by_other"),
        find(R1, "The Reed Front did this"),
        by="brandel",
        modality=Modality.ALLEGED,
    ),
    make_claim(
        "deny",
        "responsibility",
        Responsibility(party=FRONT, status="denied"),
        find(R1, "The Reed Front denied any part"),
        by="front",
        modality=Modality.DENIED,
    ),
    make_claim(
        "unclaimed",
        "claimed",
        Claimed(answer="no", party=None),
        find(R1, "Nobody has claimed responsibility"),
    ),
    make_claim("march", "killed", Count(lo=1, hi=1), find(R1, "One protester"), event="evt-march"),
    make_claim("march2", "killed", Count(lo=1, hi=1), find(R3, "one protester"), event="evt-march"),
    make_claim(
        "false", "fact:is the hideout story true", Answer(answer="no"), find(R3, "is false"), by="master"
    ),
)
BY_ID = {claim.id: claim for claim in CLAIMS}

ORIGINS = (
    Origin(
        id="org-ministry",
        originator="interior ministry spokesman",
        claims=("clm-six-bell", "clm-six-title", "clm-six-norda"),
        why=("The Daily Bell cites Norda for it.", "The same speaker on the same occasion."),
    ),
    *(
        Origin(id=f"org-{claim.id[4:]}", originator=claim.source, claims=(claim.id,), why=())
        for claim in CLAIMS
        if not claim.id.startswith("clm-six")
    ),
)
ORIGIN_OF = {claim: origin.id for origin in ORIGINS for claim in origin.claims}


def make_value(*names: str, votes: bool = True) -> FindingValue:
    claims = tuple(f"clm-{name}" for name in names)
    return FindingValue(
        value=BY_ID[claims[0]].value,
        text=BY_ID[claims[0]].wording,
        claims=claims,
        origins=tuple(sorted({ORIGIN_OF[claim] for claim in claims})),
        votes=votes,
    )


QUESTIONS = {
    "killed": "How many people were killed?",
    "injured": "How many guards were injured?",
    "arrested": "How many people were arrested?",
    "date": "On what day was it?",
    "time": "At what time was it?",
    "place": "Where was it?",
    "weapon": "What was used?",
    "target": "What was the target?",
    "condition": "How did Ilva Tarrin come out of it?",
    "responsibility": "Who is said to have done it?",
    "claimed": "Has anyone taken responsibility?",
    "measure": "How large was the explosive weight?",
    "fact": "Is the hideout story true?",
}


def make_finding(
    slot: str,
    verdict: Verdict,
    *values: FindingValue,
    numbers: tuple[float, float, float] | None = None,
    weight: int = 10,
) -> Finding:
    first = BY_ID[values[0].claims[0]] if values else None
    event, group = (first.event, first.group) if first else ("evt-blast", "all")
    low, best, high = numbers or (None, None, None)
    return Finding(
        id=f"fnd-{slot.partition(':')[0]}-{event[4:]}",
        event=event,
        slot=slot,
        group=group,
        question=QUESTIONS[slot.partition(":")[0]],
        values=values,
        relations=(),
        verdict=verdict,
        low=low,
        best=best,
        high=high,
        open_high=slot == "killed" and event == "evt-blast",
        why="The Daily Bell and Norda were read.",
        weight=weight,
    )


def _findings() -> tuple[Finding, ...]:
    killed = make_finding(
        "killed",
        Verdict.DISPUTED,
        make_value("six-bell", "six-title", "six-norda"),
        make_value("nine"),
        numbers=(6, 6, 9),
        weight=90,
    )
    clash = ValueRelation(a=0, b=1, relation=Relation.CONFLICTS, why="6 and at least 9 cannot both hold.")
    return (
        replace(killed, relations=(clash,)),
        make_finding(
            "condition", Verdict.DISPUTED, make_value("hurt"), make_value("well", "well2"), weight=70
        ),
        make_finding("responsibility", Verdict.DISPUTED, make_value("accuse"), make_value("deny"), weight=80),
        make_finding("date", Verdict.CORROBORATED, make_value("monday", "third")),
        make_finding("place", Verdict.CORROBORATED, make_value("place2"), make_value("place1")),
        make_finding(
            "injured",
            Verdict.COMPATIBLE,
            make_value("two"),
            make_value("guards", votes=False),
            numbers=(2, 2, 2),
        ),
        make_finding("time", Verdict.SINGLE_ORIGIN, make_value("time")),
        make_finding("weapon", Verdict.SINGLE_ORIGIN, make_value("weapon")),
        make_finding("target", Verdict.SINGLE_ORIGIN, make_value("target")),
        make_finding("measure:explosive weight", Verdict.ONE_SIDE, make_value("charge"), numbers=(0, 40, 40)),
        make_finding("claimed", Verdict.SINGLE_ORIGIN, make_value("unclaimed")),
        make_finding("fact:is the hideout story true", Verdict.UNSOURCED, make_value("false")),
        make_finding("arrested", Verdict.NOT_REPORTED),
        make_finding(
            "killed", Verdict.CORROBORATED, make_value("march", "march2"), numbers=(1, 1, 1), weight=40
        ),
    )


def _entities() -> tuple[Entity, ...]:
    tarrin = (find(R1, "Ilva Tarrin"), find(R2, "Tarrin"), find(R3, HOSTILE_NAME))
    governor = Role(text="Governor", spans=(find(R1, "Governor"),))
    front = find(R1, "The Reed Front", after="did this")
    return (
        Entity(
            id="ent-tarrin",
            kind=Kind.PERSON,
            name="Ilva Tarrin",
            aliases=("Tarrin", HOSTILE_NAME),
            roles=(governor,),
            mentions=tuple(EntityMention(span=span, form="name") for span in tarrin),
            relations=(),
        ),
        Entity(
            id="ent-front",
            kind=Kind.ORGANISATION,
            name=FRONT,
            aliases=(),
            roles=(),
            mentions=(EntityMention(span=front, form="name"),),
            relations=(),
        ),
        Entity(
            id="ent-ostrel",
            kind=Kind.PLACE,
            name="Ostrel",
            aliases=("OSTREL",),
            roles=(),
            mentions=(EntityMention(span=find(R1, "Ostrel"), form="name"),),
            relations=(),
        ),
    )


def _events() -> tuple[Event, ...]:
    blast = Event(
        id="evt-blast",
        type="bombing",
        label="Blast at Ostrel ferry terminal",
        focal=True,
        date=EventDate(start="2031-03-03", end="2031-03-03", precision="day", wording="3 March"),
        place="Ostrel",
        participants=(),
        mentions=(find(R1, "bomb"), find(R2, "bomb")),
        relation_to_focal="focal",
    )
    march = replace(
        blast,
        id="evt-march",
        type="protest",
        label="march in Ostrel last month",
        focal=False,
        date=None,
        mentions=(find(R1, "march"),),
        relation_to_focal="linked",
    )
    return blast, march


def _hypotheses() -> tuple[Hypothesis, ...]:
    rows = (
        StatusRow(
            party=FRONT, speaker="Osk Brandel", report=R1.id, status="accused_by_other", claim="clm-accuse"
        ),
        StatusRow(party=FRONT, speaker=FRONT, report=R1.id, status="denied", claim="clm-deny"),
    )
    named = Hypothesis(
        id="hyp-front",
        statement="The Reed Front was responsible",
        rows=rows,
        evidence_for=(),
        evidence_against=(),
        matrix=(),
    )
    return named, replace(
        named, id="hyp-other", statement="Somebody else was responsible, or it is not known who", rows=()
    )


def make_dossier() -> Dossier:
    """The whole account: disputes, nested chains, a denial, hidden names, hostile strings."""
    third = Days(start="2031-03-03", end="2031-03-03")
    blast = TimelineEntry(
        date=third,
        label="The bomb goes off",
        event="evt-blast",
        spans=(find(R1, "Monday"), find(R2, "3 March")),
    )
    return Dossier(
        schema_version="1",
        sayso_version="0.1.0",
        generated_from=GeneratedFrom(
            reports=tuple(sorted(report.raw_sha256 for report in REPORTS.values())), judgements=None
        ),
        as_of=None,
        reports=tuple(REPORTS.values()),
        entities=_entities(),
        attributions=(VIA_NORDA, *ATTRIBUTIONS.values()),
        events=_events(),
        claims=CLAIMS,
        findings=_findings(),
        quotes=(),
        origins=ORIGINS,
        outlets=(
            OutletEdge(report=R1.id, cites="Norda", how="cites", spans=(find(R1, "the news agency Norda"),)),
        ),
        hypotheses=_hypotheses(),
        accountability=(),
        timeline=(
            blast,
            TimelineEntry(
                date=third,
                label=" ".join(R3.text.split()),
                event="evt-blast",
                spans=(R3.span(0, len(R3.text)),),
                kind="statement",
                speaker=HOSTILE_NAME,
            ),
        ),
        undated=(
            replace(blast, date=None, label="The march", event="evt-march", spans=(find(R1, "march"),)),
        ),
        reactions=(
            Reacting(
                id="rea-denied",
                kind="denied",
                speaker="Reed Front",
                entity=None,
                cues=(find(R1, "denied"),),
                spans=(find(R1, "The Reed Front denied any part in it."),),
                attributions=(),
            ),
            Reacting(
                id="rea-mocked",
                kind="mocked",
                speaker=HOSTILE_NAME,
                entity=None,
                cues=(find(R3, "said"),),
                spans=(R3.span(0, len(R3.text)),),
                attributions=(),
            ),
        ),
        questions=(
            Question(text="Has anyone been arrested?", kind="not_reported", finding=None),
            Question(text="How many people were killed?", kind="disputed", finding="fnd-killed-blast"),
        ),
    )
