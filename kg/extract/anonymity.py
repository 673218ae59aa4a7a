"""How an article says that a source goes without a name, and why: "who asked not to be named because he feared …"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from kg.model import Span

ANONYMOUS: Final = re.compile(
    r"""
    (?: (?:speaking|spoke|talking|talked|agreed\ to\ (?:speak|talk))\ (?:only\ )?)?
      on\ (?:the\ )?condition\ (?: of\ (?:strict\ )?anonymity
        | that\ (?:\w+\ ){1,3}not\ be\ (?:named|identified|quoted) )
    | (?: (?:speaking|spoke|talking|talked)\ )? anonymously
    | (?:ask|request|insist|demand)(?:s|ed|ing)\ (?: for\ | on\ )? anonymity
    | (?:ask|request|prefer|wish|want)\w*\ (?:not\ to|to\ not)\ be\ (?:\w+\ )?(?:named|identified|quoted)
    | (?:ask|request|prefer|wish|want)\w*\ to\ (?:remain|stay|be\ left)\ (?:anonymous|unnamed)
    | (?:did|does|do)(?:\ not|n['’]t)\ (?:want|wish)\ (?: to\ be\ (?:\w+\ )?(?:named|identified)
        | (?:to\ (?:give|reveal|provide)\ )?(?:his|her|their)\ (?:\w+\ )?names? )
    | (?:declined|refused)\ to\ (?: be\ (?:\w+\ )?(?:named|identified)
        | (?:give|reveal|provide)\ (?:his|her|their)\ (?:\w+\ )?names? )
    | whose\ (?:real\ )?names?\ (?:is|are|was|were|has\ been|had\ been|have\ been)\ (?:being\ )?(?:withheld|changed)
    | (?:could|can|may|must)\ ?not\ be\ (?:named|identified)
    | withheld\ (?:his|her|their)\ names?
    | (?:was|were)\ (?:not\ (?:publicly\ )?(?:named|identified)|(?:granted|given|promised)\ anonymity)
    | (?:ask|request|insist|demand)\w*\ (?:
        that\ (?:his|her|their)\ (?:\w+\ )?(?:names?|identity|identities)\ (?:not\ )?be\ \w+
        | for\ (?:his|her|their)\ (?:\w+\ )?(?:names?|identity|identities)\ (?:not\ )?to\ be\ \w+ )
    | (?:would|did|does|do|could)(?:\ not|n['’]t)\ (?:give|provide|reveal|disclose)\ (?:his|her|their)\ (?:\w+\ )?names?
    | (?:ask|request|prefer|wish|want|chose|choose|opt)\w*\ to\ (?:remain|stay|be)
        \ (?:anonymous|unnamed|unidentified|nameless)
    | (?:ask|request|prefer|wish|want)\w*\ to\ be\ (?:identified|named|known|quoted)\ (?:only\ )?(?:by|as)\ (?:only\ )?
        (?:(?:his|her|their|a|the)\ )?\w+(?:\ names?|\ initials?)?
    | (?:gave|giving|provided|providing|used|using)\ only\ (?:his|her|their|a)
        \ (?:first|given|last|family|middle)\ names?
    | (?:was|were|is|are)(?:\ not|n['’]t)\ (?:authori[sz]ed|allowed|permitted)\ to\ (?:speak|talk|comment|brief|discuss)
        (?:\ (?:publicly|openly|on\ the\ record|to\ (?:the\ )?(?:media|press|reporters|journalists)))?
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""The words that say so."""

REASON: Final = re.compile(
    r"""
    ,?\ (?: because|as|since|for\ fear|fearing|citing|given|due\ to|owing\ to|out\ of|in\ order|to\ protect|to\ avoid
      |to\ discuss|to\ speak|to\ describe|so\ as|so\ that|lest|for\ (?:\w+\ )?(?:security|safety|reasons|reprisals) )\b
    [^.,;:!?\n“”"()–—]*
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""The reason right behind them."""

SIGNS: Final = re.compile(
    r"anonym|unnamed|unidentified|identit|(?:be|not) (?:\w+ )?(?:named|identified|quoted|known)"
    r"|not (?:authori[sz]ed|allowed|permitted)|n['’]t (?:authori[sz]ed|allowed|permitted)|names?\b",
    re.IGNORECASE,
)
"""Without one of these nothing is said of it."""

NEXT: Final = re.compile(r"\s*(?:(?:He|She|They|Both|All)\b|(?:The|These|Those) (?P<noun>\w+))[^.!?\n“”\"]{0,60}?")
"""What may stand between the end of a sentence and what the next one says of the same source."""

BEYOND: Final = 200
"""Characters of the next sentence that are looked at."""


def anonymity(text: str, sentence: Span, taken: tuple[Span, ...]) -> Span | None:
    """How the sentence around a report, or the one behind it, says that its source goes without a name, and why.

    `taken` are its words and cue: what they hold is not looked at, and a reason ends where they begin.
    """
    limit = min(len(text), sentence.end + BEYOND)
    line = text.find("\n", sentence.end, limit)
    end = limit if line < 0 else line
    if not SIGNS.search(text, sentence.start, end):
        return None
    for found in ANONYMOUS.finditer(text, sentence.start, end):
        here = Span(*found.span())
        if any(span.overlaps(here) for span in taken) or not same_source(text, sentence, here.start):
            continue
        stop = min([end, *(span.start for span in taken if span.start >= here.end)])
        reason = REASON.match(text, here.end, stop)
        past = reason.end() if reason else here.end
        return Span(here.start, here.start + len(text[here.start : past].rstrip()))
    return None


def explains(text: str, cue: Span | None, pieces: Sequence[Span]) -> bool:
    """Whether a report's words only say that its source goes without a name, or why: "asked not to be named as …"."""
    whole = Span(pieces[0].start, pieces[-1].end)
    if not SIGNS.search(text, max(0, whole.start - BEYOND), whole.end):
        return False
    for found in ANONYMOUS.finditer(text, max(0, whole.start - BEYOND), min(len(text), whole.end + BEYOND)):
        reason = REASON.match(text, found.end())
        here = Span(found.start(), reason.end() if reason else found.end())
        if here.holds(whole) or (cue is not None and here.holds(cue) and here.overlaps(whole)):
            return True
    return False


def same_source(text: str, sentence: Span, start: int) -> bool:
    """Whether words that begin at `start` speak of the sentence's source: in it, or in the next by "he" or its noun."""
    if start < sentence.end:
        return True
    between = NEXT.fullmatch(text, sentence.end, start)
    noun = between["noun"] if between else None
    return between is not None and (noun is None or noun.lower() in sentence.of(text).lower())
