"""What single lines of page furniture look like: one table of patterns, each with its kind.

The words are those that page builders everywhere use; none comes from one site.
"""

# ruff: noqa: E501 - a table of patterns, one to a line, reads best unbroken
from __future__ import annotations

import re

from sayso.reading.dateline import is_date_line, is_wire_dateline
from sayso.reading.headline import read_byline

AGENCIES = r"(?:AP|AFP|Reuters|REUTERS|EPA|UPI|DPA|dpa|Xinhua|TASS|PA|Getty(?: Images)?|Shutterstock|Anadolu(?: Agency)?|Alamy|iStock)"
CREDIT_WORD = (
    r"(?:(?:file |family |stock )?(?:photo(?:graph)?|picture|image|illustration|screen ?(?:grab|shot)|video)s?"
    r"(?: credit| courtesy)?|photo credit|credits?|pic)"
)

Pattern = tuple[str, re.Pattern[str]]


def _rule(kind: str, *patterns: str, ignore_case: bool = True) -> tuple[Pattern, ...]:
    flags = re.IGNORECASE if ignore_case else 0
    return tuple((kind, re.compile(pattern, flags)) for pattern in patterns)


SHORT_RULES = (
    *_rule(
        "caption",
        rf"(?:^|[.!?”\"'’)]\s+|\()(?i:{CREDIT_WORD})\s*(?:[:/]|(?i:by)\b|(?i:courtesy)(?i: of)?\b)\s*[\w(@].{{0,100}}$",
        rf"\((?:\w[\w.'’ -]{{1,40}}\s?[/|]\s?)?{AGENCIES}(?:\s(?:Photos?|Images?|file))?(?:\s?[/,|]\s?[^()]{{1,60}})?\)\s*$",
        r"\(\w[\w.'’-]*(?:\s\w[\w.'’-]*){1,3}\s?/\s?[A-Z][\w .&-]{1,40}\)$",
        rf"(?:\bvia|[/|—–])\s?{AGENCIES}\)?\.?$",
        rf"\[[^\[\]]{{0,40}}\b{AGENCIES}\]$",
        r"^(?:Image|Photo|Picture|Slide) \d+ of\b",
        r"^(?:FILE|File)\s?(?:[-–—:]|photo\b)",
        r"^(?:Pictured|Caption)\s?:",
        ignore_case=False,
    ),
    *_rule(
        "related",
        r"^(?:read|see|watch|listen|related|more|also|recommended|link)(?:[ -](?:more|also|too|on|next|it|this|link|links|stor(?:y|ies)"
        r"|articles?|news|posts?|coverage|content|topics|reading|for you))?\s*(?:[:|»>]|$)",
        r"^(?:videos?|photos?|pictures|galler(?:y|ies)|maps?|audio|podcast|live|graphics?|interactive|explainer|opinion|analysis)\s*\|",
        r"^(?:also read|read also|see also|read next|up next|in case you missed it|editor['’]?s['’]? picks?|what to read next"
        r"|most (?:read|popular|viewed|shared)|top stories|trending(?: now)?|latest news|recommended for you|recommended stories"
        r"|related (?:articles?|stories|posts?|news|content|coverage|topics|links?)|you (?:may|might) (?:also )?(?:like|be interested in)"
        r"|further reading|more (?:from|stories)|previous (?:article|post|story)|next (?:article|post|story)|don['’]t miss|also on)\b[^.]{0,100}$",
        r"^.{0,120}\b(?:click|tap)(?: or (?:click|tap))? (?:here|on the (?:link|image|picture|photo))\b",
        r"^(?:for|on|to|view|see|read|watch|listen|find|get|learn)\b.{3,140}\bhere\s*[.!]?$",
        r"^read or share this\b",
        r"^(?:check also|read also|also read|see also|more on this)\b\s*(?:[:|»>–—-].{0,200})?$",
        r"^related \w+ (?:stories|articles|news)$",
        r"^(?:photos|videos|pictures|watch|video|live)\s*:\s",
    ),
    *_rule(
        "embed",
        r"\b(?:requires?|enable|turn on|activate) javascript\b|javascript is (?:disabled|required|off)",
        r"^(?:photo(?:s| gallery)?|slide ?show|videos?|(?:image )?gallery|audio|map|interactive|timeline|infographic)$",
        r"^(?:loading|buffering)\s*(?:\.{2,}|…|$)",
        r"^(?:hide|show) transcript\b|^play (?:video|audio)$|^(?:video|media|audio) player\b|^(?:advertisement )?video player is loading",
        r"\bbrowser does not support\b|^view this (?:post|photo) on\b|^(?:pic\.twitter\.com|https?:|www\.)\S+$",
        r"^\(?image \d+ of\b.*\bcaption close\b",
    ),
    *_rule("embed", r"^(?:MAP|PHOTOS|VIDEO|GALLERY)(?: OF)? [A-Z0-9 ,'’-]{3,60}$", ignore_case=False),
    *_rule(
        "advert",
        r"^-?\s*advertis(?:e|ement|ing)s?\b[^.]{0,60}$|^advertise (?:with|on|here)\b|^(?:sponsored|promoted|partner) ?(?:content|post|by|links?|stories)?\b[^.]{0,40}$",
        r"^\W{0,3}(?:story|article|report) continues (?:below|after)\b.{0,60}$|^\W{0,3}continue reading (?:below|the main story)\b.{0,40}$",
        r"^.{0,30}\bscroll (?:down )?(?:to|for) (?:continue|more)\b.{0,40}$",
        r"^(?:please )?(?:support (?:our|us|independent)|donate\b|buy (?:us|me) a coffee|become a (?:member|patron|subscriber|supporter))",
        r"\bdownload (?:the|our)\b.{0,60}\bapps?\b|\bfree\b.{0,40}\bapp\b|\bapp (?:on|for|from) (?:itunes|google play|the app store|iphone|android)\b",
    ),
    *_rule(
        "newsletter",
        r"\bsign(?:ing)?[ -]?up (?:here )?(?:for|to) (?:our|the|one of our|free|daily|weekly|e-?mail|breaking|get|receive)\b",
        r"\b(?:our|free|daily|weekly|e-?mail|morning|this) newsletters?\b.{0,100}|^(?:e-?mail )?newsletters?$|\bnewsletter (?:sign-?up|signup)\b",
        r"\bunsubscribe\b|^(?:subscribe|log in|sign in|register)\b[^.]{0,100}[.!]?$|\bsubscribe (?:to|now|today|for)\b",
        r"\b(?:delivered|straight|sent|direct(?:ly)?) (?:in)?to your (?:inbox|e-?mail)\b|\bin your inbox\b|\b(?:e-?mail|news) alerts\b|^to get alerts\b",
        r"^(?:enter )?your e-?mail(?: address)?\b|^e-?mail address\b|\bthank(?:s| you) for (?:subscribing|signing up|reading)\b",
        r"\b(?:by (?:submitting|signing up|subscribing|clicking)|you agree to)\b.{0,80}\b(?:terms|policy|conditions|e-?mails?)\b",
        r"\b(?:we|site|website|page) uses? cookies\b|\baccept (?:all )?cookies\b|\bcookie (?:policy|settings|preferences)\b|^privacy policy\b",
    ),
    *_rule(
        "poll",
        r"\b(?:this|our|reader|quick|online) poll\b|^(?:poll|quiz|survey|vote)\s*[:|]|^(?:view|see|show) results$|^(?:vote|cast your vote)\b[^.]{0,30}$",
    ),
    *_rule(
        "navigation",
        r"\b(?:follow|like|find|join|connect with) us\b.{0,60}\b(?:on|at|here|facebook|twitter|instagram|telegram|whatsapp|youtube)\b",
        r"^(?:follow|like|join|connect with)\b[^.]{0,60}\b(?:twitter|facebook|instagram|telegram|whatsapp|youtube|linkedin|tiktok|threads|bluesky|mastodon|discord)\b",
        r"\bjoin (?:our |the |us on |on )?(?:telegram|whatsapp)\b",
        r"^(?:tags?|filed under|topics?|categor(?:y|ies)|keywords|labels|posted in|share(?: (?:this|on|via|with).*)?|like this)\s*:",
        r"^tags? (?!\w+ (?:was|were|is|are|said)\b)[^.]{3,150}$",
        r"^(?:home|news|world)\s*[>»›/]\s*\w|^(?:\w[\w ]{0,20}\s*[>»›]\s*){2,}",
        r"^(?:views?|reads?|hits|shares?|comments?|likes?)\s*:?\s*[\d,.]+[km]?$|^[\d,.]+[km]?\s*(?:views?|reads?|shares?|comments?|likes?)$",
        r"^\d+ ?-?min(?:ute)?s? read$|^(?:est\. )?reading time\b|^(?:back to top|skip to\b[^.]{0,30}|get short url\b[^.]{0,20})$",
        r"^notify of$|^(?:leave|post|add|write|submit) (?:a|your) (?:repl(?:y|ies)|comments?)\b|\bwould love your thoughts\b|^cancel reply$",
        r"\be-?mail address will not be published\b|\brequired fields are marked\b|^(?:\d+ )?comments?(?: are closed)?\.?$|^inline feedbacks$",
        r"^(?:view|show|load|see|read) (?:all |more )?comments$|^(?:oldest|newest|most voted|sort by)\b[^.]{0,30}$|\b(?:log|sign) in to (?:comment|reply|leave)\b",
    ),
    *_rule(
        "credit",
        r"^(?:©|\(c\)\s|copyright\b)|^\(?©|\ball rights reserved\b|\bmay not be (?:published|reproduced|broadcast|republished|redistributed|copied)\b",
        r"^\(?(?:additional |further )?(?:reporting|writing|editing|edited|written|compiled|translated|translation|produced)(?: and \w+)?(?: (?:in|from) [\w ,]{2,30})? by:? \S",
        r"\bcontributed (?:to|reporting)\b[^.]{0,40}\b(?:this|report|story|article|reporting)\b|\breporters?\b[^.]{3,120}\bcontributed\.?$",
        r"^\(?sources?\s*:\s*\S.{1,90}$|^\(?sources? [^.]{2,60}\band agencies\)?\.?$",
        r"^(?:with (?:files|reporting|additional reporting|contributions|news wire|agenc)|information from\s*:|the [\w ]{2,40} contributed to)\b",
        r"\bcan be (?:reached|contacted) at\b.{0,60}(?:@|\d)|^(?:[-–—]\s*)?(?:contact|e-?mail|reach|call|follow) \w+ \w+ (?:at|on|@)\s?(?:\S+@|@|\d{3}|twitter)",
        r"^(?:this (?:article|story|report|post|piece) )?(?:was )?(?:first|originally) (?:published|appeared|posted) (?:by|in|on|at)\b",
    ),
)  # fmt: skip
"""Lines of ordinary length; see LONGEST_LINE."""

LONGEST_LINE = 320
"""Longer lines are paragraphs that hold such words in passing (s); a credit at the end of one
is left alone, because the paragraph is not."""

TO_THE_END = re.compile(
    r"^(?:check also|(?:leave|post) a (?:reply|comment)|notify of|related (?:articles?|posts?|stories|news)|you (?:may|might) also like"
    r"|more from\b[^.]{0,40}|most (?:read|popular|viewed)|recommended for you|recommended stories|popular (?:posts|now)"
    r"|latest (?:news|posts|stories)|comments|share this|read next|more stories|top stories|trending)\s*:?$",
    re.IGNORECASE,
)
"""Headings after which a page has nothing of its report any more, if they stand near its end."""

SHARE_WORDS = frozenset(
    [
        "share",
        "shares",
        "tweet",
        "tweets",
        "print",
        "email",
        "e-mail",
        "mail",
        "comment",
        "comments",
        "view",
        "views",
        "like",
        "likes",
        "pin",
        "whatsapp",
        "facebook",
        "twitter",
        "x",
        "telegram",
        "linkedin",
        "reddit",
        "pinterest",
        "google",
        "pocket",
        "copy",
        "copied",
        "link",
        "links",
        "embed",
        "save",
        "more",
        "close",
        "skip",
        "in",
        "on",
        "this",
        "it",
        "article",
        "story",
        "via",
        "now",
        "to",
        "hide",
        "show",
        "transcript",
        "home",
        "menu",
        "search",
        "next",
        "previous",
        "prev",
        "follow",
        "us",
        "tumblr",
        "instagram",
        "youtube",
        "messenger",
        "login",
        "log",
        "sign",
        "register",
        "flipboard",
        "sms",
        "or",
        "viber",
        "line",
        "report",
        "post",
        "font",
        "size",
        "aa",
        "a+",
        "a-",
        "read",
        "later",
        "bookmark",
        "listen",
        "play",
    ]
)
SHARE_CORE = frozenset(
    [
        "share",
        "tweet",
        "print",
        "email",
        "e-mail",
        "facebook",
        "twitter",
        "whatsapp",
        "telegram",
        "linkedin",
        "reddit",
        "pinterest",
        "copy",
        "embed",
        "comments",
        "views",
        "transcript",
        "menu",
        "login",
        "messenger",
        "flipboard",
        "bookmark",
        "skip",
        "tumblr",
    ]
)

MARKS_ONLY = 0.4
"""A line with fewer letters and digits than this share of its marks is garbage (s)."""


def find_line_kind(line: str) -> str | None:
    """The kind of furniture that this line is by itself; None if it may belong to the report.

    >>> find_line_kind("Photo: Ada Quill/Newsreel")
    'caption'
    >>> find_line_kind("The photo shows a bridge.") is None
    True
    """
    if _is_garbage(line) or _is_share_bar(line):
        return "navigation"
    if len(line) > LONGEST_LINE:
        return None
    if is_date_line(line) or is_wire_dateline(line) or read_byline(line):
        return "credit"
    return next((kind for kind, pattern in SHORT_RULES if pattern.search(line)), None)


def _is_garbage(line: str) -> bool:
    good, marks = sum(map(str.isalnum, line)), len(line) - sum(map(str.isspace, line))
    return not good or (marks >= 8 and good < MARKS_ONLY * marks)


def _is_share_bar(line: str) -> bool:
    if len(line) > 120:
        return False
    words = re.findall(r"[a-z][a-z+-]*", line.lower())
    return (
        bool(words)
        and all(word in SHARE_WORDS for word in words)
        and any(word in SHARE_CORE for word in words)
    )
