"""The sentences of the invented articles, with fields in braces that `bench.articles` fills.

{source} {content} {cue:said} make a statement; {person} {organisation} {place} name somebody or some place; {at} is the
place where it was said, {to} who was told; {figure:houses} is a number of them; {thing} and {quality} are words.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from kg.model import SpeechAct, StatementKind


def words(text: str) -> tuple[str, ...]:
    """The words of a text, in order."""
    return tuple(text.split())


DIRECT, INDIRECT, MIXED = StatementKind.DIRECT, StatementKind.INDIRECT, StatementKind.MIXED


class Report(NamedTuple):
    """A sentence that reports what somebody said."""

    kind: StatementKind
    act: SpeechAct
    words: str


REPORTS: Final = (
    Report(DIRECT, SpeechAct.ASSERTS, "“{content},” {cue:said} {source}."),
    Report(DIRECT, SpeechAct.ASSERTS, "“{content},” {source} {cue:said}."),
    Report(DIRECT, SpeechAct.ASSERTS, "“{content},” {source} {cue:told} {to}."),
    Report(DIRECT, SpeechAct.ASSERTS, "{source} {cue:said}: “{content}.”"),
    Report(DIRECT, SpeechAct.WARNS, "“{content},” {source} {cue:warned}."),
    Report(INDIRECT, SpeechAct.ASSERTS, "{source} {cue:said} that {content}."),
    Report(INDIRECT, SpeechAct.ASSERTS, "{cue:According to} {source}, {content}."),
    Report(INDIRECT, SpeechAct.ASSERTS, "Speaking in {at}, {source} {cue:said} that {content}."),
    Report(INDIRECT, SpeechAct.DENIES, "{source} {cue:denied} that {content}."),
    Report(INDIRECT, SpeechAct.WARNS, "{source} {cue:warned} that {content}."),
    Report(INDIRECT, SpeechAct.PREDICTS, "{source} {cue:predicted} that {content}."),
    Report(INDIRECT, SpeechAct.ASSERTS, "{source} {cue:told} {to} that {content}."),
    Report(MIXED, SpeechAct.ASSERTS, "{source} {cue:said} that {mixed}."),
    Report(MIXED, SpeechAct.DENIES, "{source} {cue:denied} that {mixed}."),
)
WEIGHTS: Final = (4, 4, 1, 1, 1, 5, 2, 1, 1, 1, 1, 1, 3, 1)
"""How often each is written."""

CLAUSES: Final = (
    "the {thing} in {place} will cost {figure:euros} more than last year",
    "{person} promised a {quality} {thing} before the end of the winter",
    "nobody in {place} has seen a {thing} so {quality} for many years",
    "{organisation} knew about the {thing} and kept silent until the spring",
    "there are {figure:families} near {place} who wait for a {quality} {thing}",
    "the {thing} was {quality}, but the {thing} that followed was worse",
    "{person} and {organisation} agreed on a {thing} without asking the people of {place}",
    "we need a {quality} {thing} and not another {thing}",
    "every {thing} has its price, and this one is {quality}",
    "the talks with {organisation} about the {thing} failed because of a {quality} letter",
)
MIXED_CLAUSES: Final = (
    "the {thing} in {place} was “{quality} from the first day to the last” and had to end",
    "{person} had left “a {quality} {thing} and an empty purse” to the town",
    "the plan of {organisation} was “not worth the paper of a {quality} {thing}”",
)
NARRATION: Final = (
    "The {thing} in {place} stood empty for most of the week while a {quality} wind blew from the river.",
    "On Monday a crowd gathered before the old {thing}, and the traffic in {place} stopped until noon.",
    "A {quality} {thing} was opened in {place} two years ago, and {figure:visitors} came on the first day.",
    "{person} arrived in {place} by train and left again in the evening without a word.",
    "The building of {organisation} lies behind the {thing}, between a bakery and a {quality} garden.",
    "Trains between {place} and {place} ran late because of work on a {quality} {thing}.",
    "The vote on the {thing} was put off for the third time since the autumn.",
    "In the meantime the price of a {thing} rose by {figure:percent} and then fell again.",
    "Few remember the {quality} summer in which the first {thing} of {place} burned to the ground.",
    "Outside, children played on a {quality} {thing} that nobody had cared to mend.",
)
THINGS: Final = words("""
    bridge harbour tunnel reservoir railway budget tax school hospital market treaty strike library ferry canal
    theatre station tower quarry mill survey tender pension licence timetable depot stadium
""")
QUALITIES: Final = words("""
    narrow costly modest careless splendid broken silent hasty bitter solid crooked generous dull
    sober reckless humble fragile stubborn tidy gloomy bright useless
""")
UNNAMED: Final = (
    "a resident of {place}",
    "a former official",
    "two witnesses",
    "a crane driver",
    "residents of {place}",
)
