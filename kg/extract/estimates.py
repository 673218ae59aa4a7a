"""Counts that a source makes: "police put the crowd at 600, the union at 4,000", "its own estimate was 4,000"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Final

from kg.extract import phrases, phrases_behind, sentence_subject, subjects
from kg.extract.cues import UNREPORTED, is_reporting_form
from kg.extract.lexicon import BE, DETERMINERS, MODALS, NEGATIONS, POSSESSIVES, word_set
from kg.extract.noun_cues import owner
from kg.extract.numbers import number
from kg.extract.phrases import Range
from kg.extract.put_at import figure_behind, is_at, is_figure
from kg.extract.report import Report, kind_of
from kg.extract.reporting_verbs import group, is_plural
from kg.extract.tokens import Token, Tokens, span_of
from kg.model import SpeechAct

RULE: Final = "estimate"
PUTTING: Final = word_set(
    "put puts sees estimated placed pegged valued assessed calculated gauged estimate estimates evaluate evaluates"
)
ESTIMATES: Final = word_set("estimate estimates count counts tally figure calculation calculations reckoning")
STANDS: Final = word_set("is was were put stands stood")
LATER: Final = word_set("while whereas compared against when after before because since although though which who")
MOST: Final = 20
"""Estimates read in one sentence, so that the work on it stays bounded."""


def reports(tokens: Tokens, sentence: int) -> Iterator[Report]:
    """The counts of a sentence, each with who made it."""
    yield from islice(every(tokens, sentence), MOST)


def every(tokens: Tokens, sentence: int) -> Iterator[Report]:
    """See `reports`."""
    for at in range(1, len(tokens) - 2):
        start = behind_noun(tokens, at) if tokens[at].lower in ESTIMATES else None
        source = owner(tokens, at) if start else None
        if source and start:
            yield report(tokens, ((start, end_of(tokens, start)),), source, (at, at + 1), sentence)
        elif tokens[at].lower in PUTTING:
            yield from put(tokens, at, sentence)


def behind_noun(tokens: Tokens, at: int) -> int | None:
    """Where the figure stands that an estimate is said to be: "its own estimate was 4,000"; None if none does."""
    start = at + 2 if tokens[at + 1].lower in STANDS else at + 1
    if tokens[start].lower in ("at", ":"):
        start += 1
    return start if start > at + 1 and is_figure(tokens, start) else None


def put(tokens: Tokens, at: int, sentence: int) -> Iterator[Report]:
    """What is put at a figure by the verb at a token: actively, passively by somebody, and by others next to it."""
    first, before = group(tokens, at)
    previous = tokens[first - 1].lower if first else ""
    noun = (tokens[at].lower == "estimate" and not is_plural(previous)) or previous in POSSESSIVES
    if before & (MODALS | NEGATIONS) or previous in UNREPORTED or previous == "to" or noun:
        return
    if before & BE:
        yield from passive(tokens, at, first, sentence)
        return
    shared = sentence_subject.subject(tokens) if previous in ("and", "but") else None
    source, figure = shared or subjects.before(tokens, first), figure_behind(tokens, at + 1)
    clause = source is not None and figure == at + 2 and which(tokens, source[0])
    if source is None or figure is None or (figure == at + 2 and not clause):
        return  # "a metro area estimated at two million": nobody tells who did
    end = end_of(tokens, figure)
    yield report(tokens, ((at + 1, end),), source, (at, at + 1), sentence)
    while beside := other(tokens, end):
        source, figure = beside
        end = end_of(tokens, figure)
        yield report(tokens, ((figure - 1, end),), source, (at, at + 1), sentence)


def which(tokens: Tokens, source: int) -> bool:
    """Whether a source counts what the noun before it names: "the crowd, which [police] put at 600"."""
    return source > 1 and tokens[source - 1].lower == "which"


def passive(tokens: Tokens, at: int, first: int, sentence: int) -> Iterator[Report]:
    """ "Turnout was put by the commission at 43 per cent", "Turnout was put at 43 per cent by the commission"."""
    counted = subjects.before(tokens, first)
    if counted is None:
        return
    if tokens[at + 1].lower == "by" and (source := phrases_behind.after(tokens, at + 2)):
        past = next((n for n in range(at + 2, source[1] + 1) if tokens[n : n + 1] and is_at(tokens, n)), None)
        source, figure = ((at + 2, past), past + 1) if past else (source, None)
        end = end_of(tokens, figure) if figure else 0
    else:
        figure = at + 2 if is_at(tokens, at + 1) else None
        end = end_of(tokens, figure) if figure else 0
        by = next((n for n in range(at, end) if tokens[n].lower == "by"), end)
        source = phrases_behind.after(tokens, by + 1) if by + 1 < len(tokens) and tokens[by].lower == "by" else None
        end = min(end, by)
    if source and figure:
        yield report(tokens, (counted, (figure - 1, end)), source, (at, at + 1), sentence)


def end_of(tokens: Tokens, start: int) -> int:
    """Where the words about a figure end: before the next mark, clause or verb."""
    for at in range(start + 1, len(tokens)):
        word = tokens[at].lower
        if word in (*phrases.BREAKS, ",") or word in LATER or is_time(tokens, at):
            return at
        if word in ("and", "but", "or") and not any(is_number(token) for token in tokens[at + 1 : at + 2]):
            return at
    return len(tokens)


def is_number(token: Token) -> bool:
    """Whether a figure begins with a token: "600", "three"."""
    return token.lower[:1].isdigit() or number(token)[0] is not None


def is_time(tokens: Tokens, at: int) -> bool:
    """Whether "on Tuesday" begins at a token, or a weekday stands there."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    return phrases.is_time(tokens[at]) or (
        tokens[at].lower == "on" and following is not None and phrases.is_time(following)
    )


def other(tokens: Tokens, end: int) -> tuple[Range, int] | None:
    """A further source whose verb is left out, and its figure: ", its organisers at 4,000", "and the union at 900"."""
    start = end
    while start < len(tokens) and tokens[start].lower in (",", ";", "and", "but", "while", "whereas"):
        start += 1
    figure = figure_behind(tokens, start) if start > end else None
    if figure is None or figure - 1 == start:
        return None
    source = tokens[start : figure - 1]
    opens = phrases.is_name(source[0]) or source[0].lower in DETERMINERS or source[0].lower.endswith("s")
    verb = any(is_reporting_form(token.lower) and not phrases.is_name(token) for token in source)
    return ((start, figure - 1), figure) if opens and not verb else None


def report(tokens: Tokens, words: tuple[Range, ...], source: Range, cue: Range, sentence: int) -> Report:
    """A count with its words, as a report."""
    found = tuple(span_of(tokens, *each) for each in words)
    kind, quoted = kind_of(tokens, found)
    who, verb = span_of(tokens, *source), span_of(tokens, *cue)
    return Report(kind, found, quoted, who, verb, SpeechAct.ESTIMATES, RULE, sentence)
