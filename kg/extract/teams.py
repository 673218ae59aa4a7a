"""Places that stand for their teams in articles on sport: "Norway beat Spain" and "Norway captain", not "in Norway"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from kg.extract import places
from kg.extract.lexicon import GROUPS, PLACE_WORDS, words
from kg.extract.name import Name
from kg.model import EntityType, Span

SPORTS: Final = words("sports")
MATCHES: Final = words("matches")
WORD: Final = re.compile(r"[a-z]+(?:-[a-z]+)*")

NO_NICKNAMES: Final = GROUPS | frozenset(f"{word}s" for word in PLACE_WORDS) | PLACE_WORDS
"""What a place's name may end in otherwise."""

SHARE: Final = 0.02
"""The least share of words of sport in an article on sport."""
SHORT: Final = 60
"""Words; of a shorter text the share is taken as of one of this length."""
DIFFERENT: Final = (2, 5)
"""How many different words of SPORTS, and of both lists, an article on sport has at least."""

NEAR: Final = 60
"""Characters looked at on each side of a name."""

OPPOSED: Final = re.compile(
    r"(?:\b(?:against|versus|vs?\.?|beats?|beating|beaten by|defeat(?:ed|ing|s)?|thrash(?:ed|ing)|overcame"
    r"|edg(?:ed|ing)|past|over|with|fac(?:e|ed|es|ing)|play(?:s|ed|ing)?|knock(?:ed|ing) out|eliminat(?:ed|ing)"
    r"|join(?:ed|ing|s)?"
    r"|(?:lost|lose|loses|losing|loss|losses|fell|falling|defeat|traded|sold|loaned|transferred) to|(?:defeat|loss) by"
    r"|(?:captain|coach|manager|champions|players?) of|champions|hosts|rivals"
    r"|(?:play\w*|appear\w*|caps?|games?|goals?|scor\w*|debut\w*|seasons?|sign\w*|start\w*|match\w*|runs?|points?"
    r"|compet\w*|medals?|w[io]n|hit|batt\w*|captain|keeper)\b[^.;]{0,30}\bfor"
    r")|\d[-–]\d{1,3})\s+(?:the\s+)?$"
)
"""What stands before the team that is played against or for, or joined."""

PLAYS: Final = re.compile(
    r"\s+(?:(?:have|has|had|also|then|twice|again|will|would|could|never|now|still|both|narrowly|finally|eventually|were|was)\s+){0,2}"
    r"(?:beat|beaten|defeated|drew|thrashed|won|win|wins|lost|lose|loses|score[ds]?|signed|traded|face[ds]?|play(?:s|ed)?"
    r"|trailed|led|leads|advance[ds]?|qualif(?:y|ied|ies)|conceded?|equali[sz]ed|finished|crashed|topped|relegated"
    r"|eliminated|knocked|drafted|recalled|dominated|batted|bowled|chased|v\.?|vs\.?|versus)\b"
    r"|,?\s+\(?\d{1,3}\s?[-–]\s?\d{1,3}\b"
)
"""What a team does, behind its name, or the score."""

FIELDED: Final = re.compile(
    r"(?:['’]s?)?\s+(?:(?!and |or |in |at |on |with )[\w-]+\s+){0,2}"
    r"(?:goalkeeper|goalie|keeper|striker|midfielder|defender|winger|forward|quarterback|pitcher|coach|captain|manager"
    r"|side|squad|team|teams|players?|defen[cs]e|midfield|line-?up|bench|dugout|shirt|jersey|fans|supporters"
    r"|goals?|penalty|victory|win|defeat)\b"
)
"""What belongs to a team, behind its name."""

LOCATED: Final = re.compile(
    r"\b(?:in|at|near|from|around|across|outside|inside|throughout|into|within|via|through|towards?|to|of|visit(?:ed|ing)?"
    r"|left|leaving|reached|north|south|east|west|northern|southern|eastern|western|downtown|central)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""What stands before the place itself."""


def told(text: str, names: Sequence[Name]) -> list[Name]:
    """The names; teams with a nickname, and in an article on sport places that stand for theirs, are organisations.

    A place stands for a team wherever it is named without a word of location, if one of these places tells so.
    """
    names = [replace(n, type=EntityType.ORGANISATION) if is_nicknamed(n) else n for n in names]
    if not is_on_sport(text):
        return names
    outer = outermost(names)
    able = [name for name in outer if name.type is not EntityType.PERSON and places.is_place(name.text)]
    playing = {name.text for name in able if plays(text, name)}
    located = {name.span for name in able if is_located(text, name, outer, playing)}
    teams = {name.span for name in able if name.text in playing and name.span not in located}
    return [replace(n, type=EntityType.ORGANISATION, team=True) if n.span in teams else n for n in names]


def is_nicknamed(name: Name) -> bool:
    """Whether a name is a place's with a nickname of several behind it: "Tampa Bay Rays", no "Marshall Islands"."""
    *before, last = name.words
    several = last[0].isupper() and last.endswith("s") and last.lower() not in NO_NICKNAMES
    within = name.type is EntityType.PLACE and several and not places.is_place(name.text)
    return within and before != [] and places.is_place(" ".join(before))


def is_on_sport(text: str) -> bool:
    """Whether an article is on sport: many words of it, and different ones, some of which no other article uses."""
    every = WORD.findall(text.lower())
    found = [word for word in every if word in SPORTS or word in MATCHES]
    different = set(found)
    enough = len(different & SPORTS) >= DIFFERENT[0] and len(different) >= DIFFERENT[1]
    return enough and len(found) >= SHARE * max(len(every), SHORT)


def outermost(names: Iterable[Name]) -> list[Name]:
    """The names that lie within no other: "Boston Braves", not the city in it."""
    found: list[Name] = []
    for name in sorted(names, key=lambda name: (name.span.start, -name.span.end)):
        if not found or name.span.start >= found[-1].span.end:
            found.append(name)
    return found


def plays(text: str, name: Name) -> bool:
    """Whether the words beside a place's name tell of its team."""
    if name.type is EntityType.ORGANISATION:
        return True
    before, after = beside(text, name.span)
    if OPPOSED.search(before):
        return True
    return not LOCATED.search(before) and bool(PLAYS.match(after) or FIELDED.match(after))


def is_located(text: str, name: Name, outer: Sequence[Name], playing: Iterable[str]) -> bool:
    """Whether a name means the place itself: "in Norway", "Bergen, Norway"."""
    before, _ = beside(text, name.span)
    if before.endswith(", "):
        nearer = (n for n in outer if n.span.end == name.span.start - 2)
        return any(n.type is EntityType.PLACE and n.text not in playing for n in nearer)
    return LOCATED.search(before) is not None and OPPOSED.search(before) is None


def beside(text: str, span: Span) -> tuple[str, str]:
    """What stands before and behind a name in its line."""
    before = text[max(0, span.start - NEAR) : span.start]
    after = text[span.end : span.end + NEAR]
    return before[before.rfind("\n") + 1 :], after.partition("\n")[0]
