"""Wordings for calls for an inquiry, its course and its handling (STANDARDS 9)."""

from __future__ import annotations

from sayso.extract.steps.rows import ARMED, CLOSE, INQUIRY, LOOK_INTO, NEAR, TRACES, Row, words
from sayso.model.steps import Step

CALLING: tuple[Row, ...] = (
    Row(
        step=Step.INVESTIGATION_CALLED,
        pattern=words(
            r"\b(?P<at>call(?:ed|s|ing)? (?:up)?on|call(?:ed|s|ing)? for|demand(?:ed|s|ing)?|urg(?:ed|es|ing)"
            rf"|press(?:ed|es|ing)? for|appeal(?:ed|s|ing)? for)\b{NEAR}"
            rf"\b(?:{INQUIRY}|investigate|justice|accountability|to account|accountable|punish\w*"
            rf"|prosecut\w+)\b"
        ),
        unless=words(
            r"\b(?:information|witness(?:es)?|tips?|come forward|anyone (?:with|who)"
            r"|help (?:the )?investigat\w+)\b"
        ),
        real=False,
    ),
    Row(
        step=Step.INVESTIGATION_CALLED,
        pattern=words(
            r"\b(?P<at>must|should|needs? to|has to|have to|demand\w*(?: that)?|ask\w* (?:for|them"
            r"|him|her))\b"
            rf"{CLOSE}\b(?:be (?:\w+ )?(?:investigated|held (?:to account|accountable)|brought to justice)"
            r"|(?:provide|present|produce|show|give|offer)\b[^.;:,]{0,20}\b(?:evidence|proof))\b"
        ),
        real=False,
    ),
    Row(
        step=Step.INVESTIGATION_CALLED,
        pattern=words(
            rf"\b(?:unless|until|if|must|should|need\w*|has to)\b{CLOSE}\b(?P<at>be|is"
            rf"|for) an? (?:[\w-]+ ){{0,3}}"
            rf"(?:independent|international|impartial|full|thorough|public|proper"
            rf"|transparent) (?:[\w-]+ )?{INQUIRY}\b"
        ),
        real=False,
    ),
    Row(
        step=Step.HELP_OFFERED,
        pattern=words(
            rf"\b(?P<at>offer(?:ed|s|ing)?)\b{NEAR}\b(?:help|assist\w*|support|aid|expertise|experts)\b"
        ),
        needs=words(rf"\b{LOOK_INTO}\b"),
        real=False,
    ),
    Row(
        step=Step.HELP_SOUGHT,
        pattern=words(
            r"\b(?:anyone|anybody|persons?|people|those|witnesses|residents|members of the public)"
            rf" (?P<at>with|who)\b{NEAR}\b(?:information|video|videos|footage|photos|tips?|details"
            rf"|knows?|saw)\b"
            rf"{NEAR}\b(?:calls?|contact|come forward|notify|asked|urged|encouraged|e-?mail|text)\b"
        ),
        real=False,
    ),
    Row(
        step=Step.HELP_SOUGHT,
        pattern=words(
            r"\b(?P<at>ask(?:ed|s|ing)?|urg(?:ed|es|ing)|appeal(?:ed|s|ing)?|plead(?:ed|s|ing)?"
            r"|call(?:ed|s|ing)? on"
            rf"|encourag(?:ed|es|ing)|seek(?:s|ing)?)\b{NEAR}\b(?:public|witnesses|anyone|anybody"
            rf"|residents|citizens"
            rf"|community|people|part(?:y|ies)|drivers|neighbou?rs|passers-?by)\b{NEAR}"
            r"\b(?:come forward|help (?:the )?(?:investigat\w+|inquiry|police|identify|find)"
            r"|information|footage|tips?)\b"
        ),
        real=False,
    ),
    Row(
        step=Step.HELP_SOUGHT,
        pattern=words(
            r"\b(?P<at>reward)\b[^.;]{0,60}\b(?:information|leads?|leading|arrest|capture|whereabouts)\b"
        ),
        real=False,
    ),
)
"""Calls for an inquiry, and help with it."""

INQUIRING: tuple[Row, ...] = (
    Row(
        step=Step.OPENED,
        pattern=words(
            r"\b(?P<at>launch|open|start|beg[iau]n|order|announc|initiat|lead|conduct|head|continu|carr)\w*"
            rf" (?:(?:out|up) )?(?:an?|the|its|their|his|our) (?:[\w-]+ ){{0,3}}?{INQUIRY}\b"
        ),
        answer="under way",
    ),
    Row(
        step=Step.OPENED,
        pattern=words(
            rf"\b(?P<at>{INQUIRY})\b[^.;:,]{{0,40}}\b(?:(?:was|were|has been|have been|had been) (?:\w+ )?"
            r"(?:launched|opened|ordered|started|begun|set up|announced)|(?:is|are|was|were|remains?)"
            r" (?:\w+ )?(?:ongoing|on-going|under ?way|continuing|active|progressing)|continues?"
            r"|began|begins)\b"
        ),
        answer="under way",
    ),
    Row(
        step=Step.OPENED,
        pattern=words(
            r"\b(?P<at>committee|commission|panel|task force|team|experts)\b[^.;:,]{0,30}"
            r"\b(?:charged with|tasked with|set up to|formed to|appointed to|sent to)\b[^.;:,]{0,15}"
            rf"\b(?:{INQUIRY}|investigat\w+|prob(?:e|ing))\b"
        ),
        answer="under way",
    ),
    Row(
        step=Step.OPENED,
        pattern=words(
            r"\b(?P<at>committee|commission|panel|inquiry|tribunal|task force)\b[^.;:,]{0,30}"
            r"\b(?:was|were|has been|have been|had been) (?:formed|set up|established|appointed"
            r"|created|announced)\b"
        ),
        answer="under way",
    ),
    Row(
        step=Step.OPENED,
        pattern=words(
            r"\b(?:form|set|establish|appoint|creat|order)\w*(?: up)? (?P<at>an?|the) (?:[\w-]+ ){0,3}"
            r"(?:committee|commission|panel|board of inquiry|tribunal|task force)\b"
        ),
        answer="under way",
        needs=words(rf"\b{LOOK_INTO}\b|\bcommission of\b"),
    ),
    Row(
        step=Step.OPENED,
        pattern=words(
            r"\b(?:is|are|was|were|be|being|been) (?:currently |still |also |now "
            r"|actively )?(?P<at>investigat(?:ed|ing)"
            r"|under investigation)\b|\b(?:as|while) (?:they|police|officials"
            r"|authorities) (?P<at_>investigate)\b"
        ),
        answer="under way",
        unless=words(r"\bto be investigated\b"),
    ),
    Row(
        step=Step.OPENED,
        pattern=words(
            r"\b(?P<at>help(?:ed|ing|s)?|assist(?:ed|ing|s)?|cooperat\w+|co-operat\w+|working)\b"
            rf"[^.;:]{{0,50}}\b(?:with|in|on) (?:the|this|that|an|their) (?:[\w-]+ )?{INQUIRY}\b"
        ),
        answer="under way",
        needs=words(rf"\b{LOOK_INTO}\b"),
    ),
    Row(
        step=Step.OPENED,
        pattern=words(
            rf"\b(?:an?|this) (?:[\w-]+ ){{0,2}}(?P<at>{INQUIRY}) (?:by|into|of) (?:an?|the|what|how"
            rf"|whether)\b"
        ),
        answer="under way",
    ),
    Row(
        step=Step.OPENED,
        pattern=words(
            r"\b(?P<at>wait(?:ed|ing)?|awaiting)\b[^.;:,]{0,40}\b(?:results?|findings|outcome)\b"
            rf"|\b(?P<at_>wait(?:ed|ing)?|awaiting)\b[^.;:,]{{0,30}}\b{INQUIRY}\b"
        ),
        answer="under way",
        needs=words(rf"\b{LOOK_INTO}\b"),
    ),
    Row(
        step=Step.EVIDENCE_COLLECTED,
        pattern=words(
            r"\b(?P<at>collect|gather|recover|retriev|seiz|secur|obtain|discover|lift|found|review"
            r"|examin|analy[sz]|process"
            rf"|view|study|comb|sift)\w*\b[^.;:]{{0,50}}?\b(?P<answer>{TRACES})\b"
        ),
        answer=None,
        official=True,
        unless=ARMED,
    ),
    Row(
        step=Step.EVIDENCE_COLLECTED,
        pattern=words(
            rf"\b(?P<answer>{TRACES})\b[^.;:]{{0,50}}?\b(?:was|were|been|being)? ?(?:\w+ly )?"
            r"(?P<at>collected|gathered|recovered|retrieved|seized|secured|obtained|lifted|examined"
            r"|analy[sz]ed)\b"
        ),
        answer=None,
        official=True,
        unless=ARMED,
    ),
)
"""An inquiry and what it collects."""

HANDLING: tuple[Row, ...] = (
    Row(
        step=Step.MISHANDLED,
        pattern=words(
            r"\b(?P<at>mishandl|botch|bungl|tamper|contaminat|compromis)\w*\b[^.;:]{0,40}"
            rf"\b(?:evidence|scene|samples|{INQUIRY}|case|arrest)\b"
            rf"|\b(?:evidence|scene|samples|footage|files?|fingerprints?"
            rf"|{INQUIRY})\b[^.;:]{{0,40}}\b(?:was|were|been|being|is)"
            r" (?:\w+ )?(?P<at_>mishandled|botched|bungled|lost|destroyed|tampered|erased|deleted"
            r"|contaminated|covered up)\b"
        ),
        unless=words(r"\b(?:charg(?:ed?|es)|counts?|convicted|arrested)\b"),
    ),
    Row(
        step=Step.MISHANDLED,
        pattern=words(
            r"\b(?:sloppy|flawed|botched|bungled|shoddy|inadequate|incompetent|half-hearted"
            r"|superficial|sham|biased)"
            rf" (?:[\w-]+ ){{0,2}}(?P<at>{INQUIRY}|police work|handling)\b"
        ),
    ),
    Row(
        step=Step.MISHANDLED,
        pattern=words(
            r"\b(?P<at>critici[sz]|fault|slam|denounc|accus|blam|question)\w*\b"
            r"(?:(?!\b(?:call\w*|demand\w*|urg\w+|by)\b)[^.;:]){0,70}"
            r"\b(?:handling|evidence-handling|(?:block|obstruct|hamper|hinder|sabotag|delay|stall)\w*"
            rf"[^.;:]{{0,60}}{INQUIRY}|(?:conduct|pace|quality|lack) of (?:the |an? |its )?{INQUIRY}"
            rf"|cover-?up)\b"
        ),
    ),
    Row(
        step=Step.MISHANDLED,
        pattern=words(
            r"\b(?:without|fail(?:ed|ing|ure|s)? to|did(?:n['’]t| not)|never|neglect\w* to"
            r"|refus\w+ to|decision to not"
            r"|decision not to) (?:first )?(?P<at>collect|secur|preserv|tak|cordon|gather|lift"
            r"|seal)(?:e|ing)?\b"
            r"[^.;:]{0,30}\b(?:evidence|fingerprints?|prints|scene|samples|DNA)\b"
        ),
        real=False,
    ),
    Row(
        step=Step.MISHANDLED,
        pattern=words(
            r"\b(?P<at>obstruct|hamper|hinder|imped|sabotag|stonewall|undermin)\w*\b"
            rf"[^.;:]{{0,40}}\b{INQUIRY}\b"
        ),
    ),
    Row(
        step=Step.FINDINGS_PRESENTED,
        pattern=words(
            r"\b(?P<at>present|publish|releas|unveil|show|display|disclos|issu|play)(?:s|ed|ing|d|es"
            r"|n)?\b[^.;:]{0,45}?"
            r"\b(?:evidence|findings|(?:preliminary|interim|final|autopsy|forensic) (?:report|results)"
            r"|(?:CCTV|surveillance|security[- ]camera|bodycam|body-?camera|dashcam) ?(?:footage"
            r"|video|images|records|pictures|tape)?"
            r"|footage (?:from|of) (?:the )?(?:CCTV|security|surveillance))\b"
        ),
        official=True,
        unless=words(
            r"\b(?:no|any|without) (?:\w+ )?(?:evidence|findings)\b|\b(?:not|\w+n['’]t) (?:yet )?releas"
        ),
    ),
    Row(
        step=Step.FINDINGS_PRESENTED,
        pattern=words(
            rf"\b(?:{INQUIRY}|inspectors|autops(?:y|ies)|post-?mortem|forensic (?:tests|report)"
            rf"|ballistics?(?: tests)?)\b"
            r"[^.;:,]{0,25}\b(?P<at>found|conclud|show|reveal|determin|establish|indicat)\w*\b"
        ),
        unless=words(r"\b(?:will|may|could|would|to) (?:be )?(?:determin|show|reveal|establish)\w*"),
    ),
)
"""How the inquiry is handled, and what it shows."""
