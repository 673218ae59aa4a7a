"""Transcripts: "NAME:" at the beginning of a line, and what NAME says until the next such line."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from kg.extract.language import ENGLISH, told
from kg.extract.lexicon import word_set
from kg.extract.report import Report
from kg.extract.sentences import Sentence
from kg.extract.turn_names import name_speakers
from kg.model import Span, SpeechAct, StatementKind

if TYPE_CHECKING:
    from kg.extract.assemble import Ground

CONFIDENCE: Final = 0.95
"""What is laid out as a turn is one; not measured, since our annotated articles are no transcripts."""

LABEL: Final = re.compile(
    r"^[ \t>*_\"“]{0,4}(?P<name>[^\W\d_][^\W_]*(?:[-.'’]+[^\W_]+)*\.?(?:[ ][^\W_]+(?:[-.'’]+[^\W_]+)*\.?){0,5})"
    r"[ *_]{0,3}(?:[(\[][^()\[\]\n]{1,60}[)\]][ *_]{0,3})?(?P<colon>[:：])[*_]{0,2}(?=\s)",
    re.MULTILINE,
)
"""Up to six words at the beginning of a line before a colon, with an aside in brackets: "MS. BRANDT (via video):"."""

LINE_END: Final = re.compile(r"\s*(?:\n|\Z)")
QUOTED_LINE: Final = re.compile(r"\s*\n[ \t]*(?P<line>[\"“])(?![(\[])")
"""The beginning of a line that goes on with a quotation."""
ASIDES: Final = re.compile(r"^[ \t\"“]*[(\[][^()\[\]\n]{1,60}[)\]][ \t\"”.]*$", re.MULTILINE)
"""Lines that only tell what happens: "(CROSSTALK)"."""

SMALL: Final = word_set("of the and for de la von van der del bin al")
"""Words that are not capitalised within a label."""
NO_SPEAKERS: Final = word_set(
    "error warning warn info debug note notes todo fixme trace fatal critical notice hint tip date time place subject"
    " from to cc re source sources photo caption url http https total price address tel phone email name title step"
    " video audio abstract keyword keywords listing figure fig table box map example chapter section summary background"
    " introduction objective objectives methods results conclusion conclusions references published received accepted"
)
"""What stands before colons in logs, letters, lists and papers."""

LEAST_TURNS: Final = 3
LEAST_SHARE: Final = 0.5
"""Of the words of a transcript so many are in its turns, and of the turns so many end as sentences do."""
PERSONAL: Final = re.compile(r"\?|\b(?:I|[Ww]e|[Yy]ou|[Mm]e|[Uu]s|[Mm]y|[Oo]ur|[Yy]our|[Tt]hanks?)\b")
LEAST_PERSONAL: Final = 0.25
"""Of the turns of a talk so many hold such a word: somebody asks, or speaks of himself or to another."""
CLOSING: Final = " \t\r\n\"'”’»)]*_"
ENDS: Final = frozenset(".!?…-–—")
LEAST_WORDS: Final = 3
"""The mean length of a turn."""


def with_turns(on: Ground, reports: Sequence[Report], confidences: Sequence[float]) -> tuple[list[Report], list[float]]:
    """The reports of an article and those of its turns, if it is a transcript, with their confidences, in text order.

    A report that lies within one turn stays, as what that speaker reports; one that goes across turns is none.
    Who the labels name is put to the article's chains.
    """
    turns = [turn(label, end, on) for label, end in transcript(on.text) or printed(on.text)]
    found = [(report, sure) for report, sure in zip(reports, confidences, strict=True) if stands(report, turns)]
    found += [(each, CONFIDENCE) for each in turns]
    if turns:
        found.sort(key=lambda each: (each[0].pieces[0].start, -each[0].pieces[-1].end))
        name_speakers(on, [each.source for each in turns if each.source])
    return [report for report, _ in found], [sure for _, sure in found]


def transcript(text: str) -> list[tuple[re.Match[str], int]]:
    """The turns of a transcript, each as its label and where its words end; none if the text is no transcript.

    A transcript has two speakers or more, one of whom speaks twice, and hardly anything but their turns.
    """
    labels = alike([found for found in LABEL.finditer(text) if is_name(found["name"]) and found[0][0] not in '"“'])
    if not is_talk(labels):
        return []
    ends = [after.start() for _, after in pairwise(labels)]
    longest = max(lines_in(text, label.end(), end) for label, end in zip(labels, ends, strict=False))
    ends.append(end_of_lines(text, labels[-1].end(), longest))
    turns = [(label, end) for label, end in zip(labels, ends, strict=True) if text[label.end() : end].strip()]
    said = sum(len(text[label.end() : end].split()) for label, end in turns)
    ended = sum(is_sentence(text[label.end() : end]) for label, end in turns)
    enough = said >= LEAST_SHARE * len(text.split()) and said >= LEAST_WORDS * len(turns)
    enough = enough and ended >= LEAST_SHARE * len(turns) and talked(text, turns)
    return turns if enough and told(text) == ENGLISH else []


def lines_in(text: str, start: int, end: int) -> int:
    """How many lines with words a stretch has."""
    return sum(bool(line.strip()) for line in text[start:end].splitlines())


def end_of_lines(text: str, start: int, most: int) -> int:
    """Where a turn ends that nobody answers: it has no more lines than others; the rest is the article's."""
    at = start
    for line in text[start:].splitlines(keepends=True):
        most -= bool(line.strip())
        if most < 0:
            break
        at += len(line)
    return at


def talked(text: str, turns: Sequence[tuple[re.Match[str], int]]) -> bool:
    """Whether people talk in turns: they ask, and say "I" and "you"; a list that repeats its headings does not."""
    personal = sum(PERSONAL.search(text, label.end(), end) is not None for label, end in turns)
    return personal >= LEAST_PERSONAL * len(turns)


def is_talk(labels: Sequence[re.Match[str]]) -> bool:
    """Whether labels may be those of a talk: two speakers or more, one of whom speaks twice, by surname or in full."""
    names = {label["name"].split()[-1] for label in labels}
    return len(labels) >= LEAST_TURNS and 1 < len(names) < len(labels)


def alike(labels: list[re.Match[str]]) -> list[re.Match[str]]:
    """The labels; where most are in capitals only those, since a headline may look like one that is not."""
    capital = [label for label in labels if label["name"].isupper()]
    return capital if len(capital) * 2 > len(labels) else labels


def printed(text: str) -> list[tuple[re.Match[str], int]]:
    """The turns of the talks that an article prints a part of, each as its label and where its words end.

    Such a part is a run of lines that each begin with a label and end as a sentence does, with nothing between them
    but lines that go on with a quotation, and asides in brackets.
    """
    runs: list[list[tuple[re.Match[str], int]]] = []
    reached = -1
    for label in LABEL.finditer(text):
        end = turn_end(text, label.end())
        if label.start() < reached or not (is_name(label["name"]) and is_sentence(text[label.end() : end])):
            continue
        if reached < 0 or ASIDES.sub("", text[reached : label.start()]).strip():
            runs.append([])
        runs[-1].append((label, end))
        reached = end
    talks = [run for run in runs if is_talk([label for label, _ in run]) and talked(text, run)]
    return [turn for run in talks for turn in run] if talks and told(text) == ENGLISH else []


def turn_end(text: str, at: int) -> int:
    """Where the words of a turn end that hold an offset: with the line, or with lines behind it that go on quoting."""
    line = LINE_END.search(text, at)
    while (
        line and (following := QUOTED_LINE.match(text, line.start())) and not LABEL.match(text, following.start("line"))
    ):
        line = LINE_END.search(text, following.end())
    return line.start() if line else len(text)


def is_sentence(words: str) -> bool:
    """Whether the words of a turn end as a sentence does, and are not numbers alone."""
    return words.rstrip(CLOSING)[-1:] in ENDS and any(character.islower() for character in words)


def is_name(label: str) -> bool:
    """Whether the words before a colon may name who speaks: all of them capitalised."""
    words = label.replace("’", "'").split()
    return words[0].lower() not in NO_SPEAKERS and all(w[0].isupper() or w in SMALL or w[0].isdigit() for w in words)


def turn(label: re.Match[str], end: int, on: Ground) -> Report:
    """A turn as a report: its words without the white space and quotation marks around them."""
    text, start = on.text, label.end()
    words = text[start:end].strip()
    if len(words) > 2 and words[0] in '"“«„' and words[-1] in '"”»“' and not re.search('["“”«»„]', words[1:-1]):
        words = words[1:-1]
    elif label[0][0] in '"“' and words[-1] in '"”':
        words = words[:-1]
    start = text.index(words, start)
    act = SpeechAct.ASKS if words.endswith("?") else SpeechAct.ASSERTS
    source, cue = Span(*label.span("name")), Span(*label.span("colon"))
    content = Span(start, start + len(words))
    home, last = number_of(on.sentences, cue.start), number_of(on.sentences, content.end - 1)
    return Report(StatementKind.DIRECT, (content,), (), source, cue, act, "turn", last, first_sentence=home)


def number_of(sentences: Sequence[Sentence], at: int) -> int:
    """The number of the sentence at an offset."""
    return max(bisect_right(sentences, at, key=lambda sentence: sentence.tokens[0].start) - 1, 0)


def stands(report: Report, turns: Sequence[Report]) -> bool:
    """Whether a report stands beside the turns: it lies outside them, or within one without being all of it."""
    spans = [span for span in (*report.pieces, report.source, report.cue) if span]
    first, last = min(span.start for span in spans), max(span.end for span in spans)
    at = bisect_right(turns, first, key=lambda each: each.pieces[0].start) - 1
    if at >= 0 and first < turns[at].pieces[0].end:
        words = turns[at].pieces[0]
        return last <= words.end and sum(p.end - p.start for p in report.pieces) < words.end - words.start
    following = turns[at + 1] if at + 1 < len(turns) else None
    return following is None or (following.source is not None and last <= following.source.start)
