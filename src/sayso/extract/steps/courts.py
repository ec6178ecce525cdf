"""Wordings for suspects, arrests, courts, and how an inquiry ended (STANDARDS 9)."""

from __future__ import annotations

import re

from sayso.extract.steps.rows import CLOSE, INQUIRY, NEAR, REWARD, SEARCHING, SUSPECTS, TREATED, Row, words
from sayso.model.steps import Step

COURTS: tuple[Row, ...] = (
    Row(
        step=Step.SUSPECTS_KNOWN_UNNAMED,
        pattern=words(
            r"\b(?P<at>identif|know)\w*\b(?! as\b)(?: (?:a|one|two|three|four|several|some|the|all"
            r"|possible|potential"
            rf"|prime|main|our))+ {SUSPECTS}\b(?![^.;]{{0,40}}\bas [A-Z\d])"
            r"|\b(?P<at_>knows?|knew) (?:exactly )?who (?:(?:\w+ ){0,2}(?:did|launched|ordered"
            r"|planted|carried|killed|is"
            r"|was behind|they are))"
        ),
        unless=words(
            r"\b(?:not|\w+n['’]t|yet to|to identify|unable|hope\w*|help|trying|tr(?:y|ied)|seek\w*"
            r"|want\w*|everyone|everybody|witness(?:es)?)\b"
        ),
    ),
    Row(
        step=Step.NAMED,
        pattern=re.compile(
            rf"\b(?i:{SUSPECTS}|accused shooter)\b(?:[^.;]{{0,60}}?)\b(?P<at>(?i:identified"
            rf"|named))(?i: (?:by [\w' ]+ )?as) "
            r"(?:\d+-year-old |[a-z-]+ ){0,3}[A-Z]\w+"
            rf"|\b(?P<at_>(?i:identified|named"
            rf"|identify)) (?:[\w'-]+ ){{0,4}}?(?i:{SUSPECTS})\b[^.;]{{0,20}}? (?i:as) "
            r"(?:\d+-year-old |[a-z-]+ ){0,3}[A-Z]\w+"
            rf"|\b(?P<at__>(?i:identified|named)) (?i:as the) (?:[\w-]+ ){{0,2}}(?i:{SUSPECTS})\b"
        ),
        unless=words(r"\bvictims?\b[^.;]{0,25}\b(?:identified|named)\b"),
    ),
    Row(
        step=Step.NAMED,
        pattern=words(
            r"\b(?:yet to|not|\w+n['’]t|(?:refus|declin|fail)\w+ to|would not|unable to)\b[^.;:]{0,25}"
            r"\b(?P<at>name|named|naming|identif(?:y|ied)|releas(?:e|ed|ing)|reveal(?:ed|ing)?"
            r"|disclosed?)\b[^.;:]{0,25}"
            rf"\b(?:{SUSPECTS}|names|individual or party)\b"
        ),
        answer="no",
        real=False,
        taken=False,
        unless=words(r"\b(?:victims?|deceased|dead|officers?|relatives|son|daughter)\b"),
    ),
    Row(
        step=Step.WARRANT,
        pattern=words(
            r"\b(?:arrest |international )(?P<at>warrants?)\b|\b(?P<at_>warrants?) (?:for (?:his|her"
            r"|their|the) arrest"
            r"|charging|(?:was|were|has been|have been) (?:issued|obtained|signed))\b"
        ),
        unless=SEARCHING,
    ),
    Row(
        step=Step.ARREST,
        pattern=words(
            r"\b(?P<at>arrested|detained|apprehended|rounded up|taken into custody"
            r"|took into custody"
            r"|tak(?:en|ing) (?:[\w-]+ ){1,4}into custody|turned (?:him|her|them)sel(?:f|ves) in"
            r"|in (?:police )?custody"
            r"|surrendered to (?:the )?(?:police|authorities)|arrests)\b"
            rf"|\b(?:made|mak(?:es|ing)|announc\w+|order\w*|including) (?:an|the|one|two|three|several"
            rf"|more|\d+) (?P<at_>{REWARD}arrests?)\b"
            r"|\b(?P<at__>arrests?) (?:was|were|has been|have been|had been|is|are) (?:\w+ )?(?:made"
            r"|announced|ordered)\b"
            r"|\b(?P<at___>arrest) of\b"
        ),
        unless=words(
            r"\b(?:prior|previous|past|earlier|other|more|multiple|criminal) (?:\w+ )?arrests\b|\bhistory\b"
            r"|\b(?:leads?|leading|led) to (?:the |an? )?(?:\w+ )?arrest"
            r"|\bexpects?\b[^.]{0,20}\barrests\b|\bresisting\b"
        ),
    ),
    Row(
        step=Step.RELEASE,
        pattern=words(
            rf"\b(?:{SUSPECTS}|suspected|detainees?|prisoners?|arrested|detained|militiam[ae]n"
            rf"|commanders?|him|her|them|all)\b"
            rf"{NEAR}\b(?P<at>released|freed|set free|let go)\b"
            r"|\b(?P<at_>released|freed) (?:\w+ ){0,3}?(?:on bail|on bond|from (?:custody|jail|prison"
            r"|detention)"
            r"|without charges?|on a promise|pending|(?:after|on) (?:posting|payment))\b"
            r"|\b(?P<at__>post(?:ed|ing)) (?:\S+ )?(?:bail|bond)\b"
        ),
        unless=TREATED,
    ),
    Row(
        step=Step.CHARGED,
        pattern=words(
            r"\b(?P<at>charged (?:with|in|over|by|as|on|under)|indicted|(?:fac(?:es?|ed|ing)|filed"
            r"|brought|press(?:ed|es|ing)?)"
            r" (?:[\w-]+ ){0,5}(?:charges?|counts?)\b|booked (?:on|for|into))"
            r"|\b(?:was|were|been|is|are) (?:\w+ly |also |since "
            r"|ever )?(?P<at_>charged)\b(?! with (?:probing|investigating|upholding|the))"
            r"|\b(?P<at__>charges?) (?:was|were|has been|have been|had been) (?:\w+ )?(?:filed"
            r"|brought|laid)\b"
        ),
        unless=words(
            r"\b(?:charged with (?:the )?(?:investigat|prob|uphold|protect|task)\w*|unrelated)\b"
            r"|\bfled\b[^.]{0,20}\bcharges\b"
        ),
    ),
    Row(
        step=Step.TRIAL,
        pattern=words(
            r"\b(?P<at>appear(?:ed|s|ing)? (?:\w+ )?(?:in|before)(?: an?"
            r"| the)? (?:[\w-]+ ){0,4}(?:court|courtroom|judge|magistrate|tribunal)"
            r"|arraigned|pleaded|pled|pleads|went on trial|on trial|standing trial|testified)\b"
            r"|\b(?P<at_>trial)\b[^.;:,]{0,30}\b(?:began|begins|begun|opened|opens|started|under ?way"
            r"|adjourned|postponed)\b"
        ),
        unless=words(r"\bpleaded (?:with|for)\b"),
    ),
    Row(
        step=Step.CONVICTED,
        pattern=words(
            r"\b(?P<at>convicted|found guilty|sentenced (?:[\w-]+ ){0,3}to|jailed for|pleaded guilty"
            r"|pled guilty)\b"
        ),
    ),
    Row(
        step=Step.ACQUITTED,
        pattern=words(r"\b(?P<at>acquitted|found (?:not guilty|innocent)|exonerated|cleared of)\b"),
    ),
    Row(
        step=Step.DISMISSED,
        pattern=words(
            rf"\b(?:charges?|case|indictment|complaint|prosecution)\b{CLOSE}\b(?P<at>dismissed|dropped"
            rf"|thrown out|quashed)\b"
            r"|\b(?P<at_>dismissed|dropped|threw out|withdrew|quashed) (?:the |all |its |his "
            r"|her )?(?:\w+ )?(?:charges?|case|indictment)\b"
        ),
    ),
    Row(
        step=Step.APPEAL,
        pattern=words(
            r"\b(?P<at>appeal(?:ed|s|ing)?) (?:against )?(?:the |his |her |their "
            r"|its )?(?:\w+ )?(?:conviction|sentence|verdict|ruling|decision)\b"
            r"|\bappeals? (?:court|judges?)\b[^.;:]{0,30}\b(?P<at_>upheld|overturned|ordered|rejected"
            r"|ruled|quashed|confirmed)\b"
            r"|\b(?P<at__>lost|won|filed|lodged) (?:an?|his|her|their) appeal\b"
        ),
    ),
)
"""Suspects, arrests and courts."""

ENDING: tuple[Row, ...] = (
    Row(
        step=Step.CLOSED,
        pattern=words(
            rf"\b(?:{INQUIRY}|case|file)\b[^.;:,]{{0,25}}\b(?P<at>closed|shelved|concluded|completed"
            rf"|wrapped up)\b"
            rf"|\b(?P<at_>closed|shelved|concluded|completed|wrapped up) (?:the|its|their"
            rf"|an?) (?:[\w-]+ )?(?:{INQUIRY}|case|file)\b"
        ),
        answer="closed",
        unless=words(r"\buntil\b"),
    ),
    Row(
        step=Step.STALLED,
        pattern=words(
            rf"\b(?:{INQUIRY}|committee|commission|case|police have"
            rf"|detectives have)\b[^.;:]{{0,60}}\b(?P<at>stalled|deadlocked|gone cold|standstill"
            r"|dragg(?:ed|ing) on|(?:no|little|slow|not (?:\w+ )?(?:making|made)(?: any| much)?) progress"
            r"|(?:no|few) (?:leads|clues)|unsolved)\b"
        ),
        unless=words(r"\b(?:no|with) suspects\b[^.]{0,10}\bfled\b"),
        real=False,
    ),
    Row(
        step=Step.STALLED,
        pattern=words(
            r"\b(?:no|nobody|no one|lack of|little|not|without)\b[^.;:,]{0,15}"
            r"\b(?P<at>will|willing|willingness|brave|dares?|courage"
            r"|appetite)\b[^.;:,]{0,15}\bto (?:investigate|prosecute|pursue|look into)\b"
        ),
        real=False,
    ),
    Row(
        step=Step.NO_ACTION,
        pattern=words(
            r"\b(?:no|without|zero) (?P<at>accountability|consequences|justice|punishment)\b"
            r"|\b(?P<at_>impunity|unpunished)\b"
            r"|\b(?:no one|nobody|none|not|never|\w+n['’]t)\b[^.;:,]{0,40}\b(?:been |be |were |was )"
            r"(?P<at__>held (?:to account|accountable|responsible)|brought to (?:justice|account"
            r"|trial)|punished|accounted for"
            r"|prosecuted)\b"
        ),
        unless=words(r"\bnot (?:go|be|remain) unpunished\b|\bno impunity\b|\b(?:will|shall|must) not\b"),
        real=False,
    ),
)
"""How it ended."""
