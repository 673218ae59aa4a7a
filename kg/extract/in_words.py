"""Phrases that tell whose words a clause is: "in the words of Lee, “…”", "in Lee's view, …", "on data from Lee, …"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kg.extract import phrases, phrases_behind
from kg.extract.according import around
from kg.extract.lexicon import word_set
from kg.extract.noun_cues import may_speak, owner
from kg.extract.phrases import Range
from kg.extract.put_at import is_figure
from kg.extract.report import Report, kind_of, pieces
from kg.extract.tokens import Tokens, span_of
from kg.model import Span, SpeechAct, StatementKind

RULE: Final = "in-words"
WORDS: Final = word_set("words phrase phrasing")
VIEWS: Final = word_set("view opinion estimation judgment judgement telling account reckoning version assessment")
EYES: Final = word_set("eyes mind view perspective viewpoint standpoint")
"""What something is so in, to or from."""
COUNTS: Final = word_set(
    "reckoning count estimate estimates tally calculation calculations account accounts admission telling"
)
"""What a thing is "by" somebody's: "by her own admission"."""
DATA: Final = word_set("data figures records statistics")
FROM: Final = word_set("from of by")
ACTS: Final = dict.fromkeys(
    word_set("reckoning count estimate estimates tally calculation calculations"), SpeechAct.ESTIMATES
) | {"admission": SpeechAct.ADMITS}
CLOSERS: Final = frozenset((",", "”", ".", ":"))
"""What may stand behind such a phrase, or before it."""


def reports(tokens: Tokens, number: int) -> Iterator[Report]:
    """The reports that such phrases make in a sentence."""
    for at in range(len(tokens) - 2):
        found = phrase(tokens, at)
        if found is None or not set_apart(tokens, at, found[1]):
            continue
        source, past, noun = found
        clause = noun in VIEWS | COUNTS | DATA or tokens[at].lower == "by"
        words = counted(tokens, at, past, noun) or (around(tokens, at, past) if clause else quoted(tokens, at, past))
        kind, marked = kind_of(tokens, words)
        if words:
            act = SpeechAct.BELIEVES if noun in VIEWS - COUNTS else ACTS.get(noun, SpeechAct.ASSERTS)
            cue = span_of(tokens, at, source[0]) if source[0] > at + 1 else span_of(tokens, at, past)
            yield Report(kind, words, marked, span_of(tokens, *source), cue, act, RULE, number)


def counted(tokens: Tokens, at: int, past: int, noun: str) -> tuple[Span, ...]:
    """The verb before a count amid a clause, and what is counted: "has sold, by her own count, 900 nets"."""
    if noun not in ACTS or past + 1 >= len(tokens) or tokens[past].lower != "," or not is_figure(tokens, past + 1):
        return ()
    begin = max((n + 1 for n in range(at) if tokens[n].lower in ("and", "but", ";")), default=0)
    end = next((n for n in range(past + 2, len(tokens)) if tokens[n].lower in (",", ";", ".")), len(tokens))
    return pieces(tokens, begin, at - 1) + pieces(tokens, past + 1, end) if begin < at - 1 else ()


def quoted(tokens: Tokens, at: int, past: int) -> tuple[Span, ...]:
    """The quotations beside a phrase at the tokens [at, past), else the clause behind it if some of that is quoted."""
    if beside := quoted_beside(tokens, at, past):
        return beside
    clause = around(tokens, at, past) if at == 0 else ()
    return clause if kind_of(tokens, clause)[0] is StatementKind.MIXED else ()


def quoted_beside(tokens: Tokens, at: int, past: int) -> tuple[Span, ...]:
    """The quotations right before and right behind a phrase at the tokens [at, past)."""
    found = [n for n in (at - 2, at - 1, past, past + 1) if 0 <= n < len(tokens) and tokens[n].quote]
    beside = [n for n in found if n in (at - 1, past) or tokens[n + 1 if n < at else n - 1].lower in (",", ":")]
    return tuple(span for n in beside for span in pieces(tokens, n, n + 1))


def phrase(tokens: Tokens, at: int) -> tuple[Range, int, str] | None:
    """Who is meant by the phrase that begins at a token, where it ends, and its noun; None if none begins there."""
    word = tokens[at].lower
    if word == "to" and tokens[at + 1].lower == "quote":
        source = phrases_behind.after(tokens, at + 2)
        return (source, source[1], "words") if source else None
    if word == "based" and tokens[at + 1].lower == "on":
        return data(tokens, at)
    if word in ("in", "to", "from") and (seen := in_eyes(tokens, at)):
        return seen
    if word not in ("in", "by"):
        return None
    nouns = WORDS | VIEWS if word == "in" else COUNTS | WORDS
    noun = next((n for n in range(at + 1, min(len(tokens), at + 9)) if tokens[n].lower in nouns), None)
    if noun is None or noun + 1 >= len(tokens):
        return None
    if tokens[noun + 1].lower == "of":
        source = named(tokens, at, noun + 2) if tokens[at + 1].lower == "the" and noun == at + 2 else None
        return (source, source[1], tokens[noun].lower) if source else None
    source = owner(tokens, noun)
    return (source, noun + 1, tokens[noun].lower) if source and source[0] == at + 1 else None


def in_eyes(tokens: Tokens, at: int) -> tuple[Range, int, str] | None:
    """As `phrase`, for "in the eyes of Lee", "to Lee's mind" and "from the port's point of view"."""
    noun = next((n for n in range(at + 1, min(len(tokens) - 1, at + 9)) if tokens[n].lower in EYES), None)
    if noun is None:
        return None
    first = noun - 2 if [token.lower for token in tokens[noun - 2 : noun]] == ["point", "of"] else noun
    if tokens[noun + 1].lower == "of":
        source = named(tokens, at, noun + 2) if first == at + 2 and tokens[at + 1].lower == "the" else None
        return (source, source[1], "view") if source and may_speak(tokens[slice(*source)]) else None
    source = owner(tokens, first)
    return (source, noun + 1, "view") if source and source[0] == at + 1 else None


def data(tokens: Tokens, at: int) -> tuple[Range, int, str] | None:
    """As `phrase`, for "based on data from the port"."""
    noun = next((n for n in range(at + 2, min(len(tokens) - 2, at + 5)) if tokens[n].lower in DATA), None)
    if noun is None or tokens[noun + 1].lower not in FROM:
        return None
    source = named(tokens, at, noun + 2)
    return (source, source[1], tokens[noun].lower) if source else None


def named(tokens: Tokens, at: int, start: int) -> Range | None:
    """The noun phrase at the token `start`, whose appositions end with a comma where the phrase opens the sentence."""
    opening = phrases_behind.until_comma(tokens, start) if at == 0 else None
    return opening or phrases_behind.after(tokens, start)


def set_apart(tokens: Tokens, at: int, past: int) -> bool:
    """Whether a phrase at the tokens [at, past) opens its clause or stands between commas or quotations."""
    ahead = at == 0 or tokens[at - 1].lower in CLOSERS or tokens[at - 1].lower in (*phrases.STOPS, "--", "—")
    return ahead and (past >= len(tokens) or tokens[past].lower in CLOSERS)
