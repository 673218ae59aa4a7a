"""Source phrases: the whole noun phrase beside a cue that names who speaks, with title and affiliation."""

from __future__ import annotations

from typing import Final

from kg.extract.cues import is_reporting_form
from kg.extract.lexicon import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    GROUPS,
    MODALS,
    MONTHS,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    ROLES,
    VERBS,
    WEEKDAYS,
    is_adverb,
    word_set,
)
from kg.extract.tokens import QUOTED, Token, Tokens

WIDEST: Final = 45
"""Tokens that a source phrase may span."""

STOPS: Final = word_set(
    "that because but while when where if although though since until so yet than whereas and or nor"
)
BREAKS: Final = frozenset((";", ":", "—", "–", "--", "..", "...", "…", "!", "?", ".", QUOTED, "[", "]"))
RELATIVES: Final = word_set("who which whose whom")
TIMES: Final = frozenset(
    (*WEEKDAYS, *MONTHS, "today", "yesterday", "earlier", "later", "recently", "early", "late", "last", "this")
)
SPANS: Final = word_set("minutes hours days weeks months years")
"""With a number these open an adverbial, not a source: "three days after …"."""

LATER: Final = word_set("during before when as while because adding upon via after following where despite until")
ARABIC: Final = ("al-", "el-", "ul-", "ad-", "ar-", "as-", "az-")
"""These begin a surname: "al-Masri"."""
Range = tuple[int, int]


def is_name(token: Token) -> bool:
    """Whether a token is written with a capital, behind an article of Arabic or not, and may belong to a name."""
    arabic = token.text[:3] in ARABIC and token.text[3:4].isupper()
    return (token.text[:1].isupper() or arabic) and not token.quote


def is_time(token: Token) -> bool:
    """Whether a token is a weekday or month."""
    return token.lower in WEEKDAYS or (token.lower in MONTHS and is_name(token))


def is_finite(token: Token) -> bool:
    """Whether a token is surely a finite verb."""
    return token.lower in VERBS or token.lower in MODALS or token.lower in AUXILIARIES - {"'s"}


def before(tokens: Tokens, end: int, floor: int = 0) -> Range | None:
    """The noun phrase that ends before the token `end` (where the cue begins), not reaching before `floor`."""
    closing = end > floor and tokens[end - 1].lower == ","
    if closing:
        end -= 1
    elif end > floor and tokens[end - 1].lower in ("—", "–", "--", "-", ")"):
        end = before_insertion(tokens, end - 1, floor)
    if end <= floor:
        return None
    if tokens[end - 1].lower in CONJUNCTIONS or how_often(tokens, end):
        return None
    if tokens[end - 1].lower in PRONOUNS:
        return (end - 1, end)
    segments = segments_before(tokens, end, max(floor, end - WIDEST))
    if not segments or (relative(tokens, segments[-1]) and len(segments) == 1):
        return None
    start = with_appositions(tokens, segments) if closing else listed(tokens, segments)
    return trimmed(tokens, start, end)


def how_often(tokens: Tokens, end: int) -> bool:
    """Whether the words before a token tell how often, not who: "both times", "every time"."""
    return end > 1 and tokens[end - 1].lower in ("time", "times") and tokens[end - 2].lower in ("both", "each", "every")


def before_insertion(tokens: Tokens, at: int, floor: int) -> int:
    """The token before the insertion that the dash or bracket `at` closes; behind it if it closes none."""
    opening = "(" if tokens[at].lower == ")" else tokens[at].lower
    opened = next((i for i in range(at - 1, max(floor, at - 40), -1) if tokens[i].lower == opening), None)
    return opened if opened is not None and opening != "(" else at + 1


def relative(tokens: Tokens, segment: Range) -> bool:
    """Whether a segment is a relative clause."""
    return tokens[segment[0]].lower in RELATIVES


def segments_before(tokens: Tokens, end: int, floor: int) -> list[Range]:
    """The stretches between commas before `end`, in text order, as far back as one clause may reach."""
    segments: list[Range] = []
    at, stop = end, False
    while at > floor and not stop and len(segments) < 6:
        start, stop = segment_start(tokens, at, floor)
        if start < at:
            segments.insert(0, (start, at))
        at = start - 1
        if start <= floor or tokens[start - 1].lower != ",":
            break
    return segments


def segment_start(tokens: Tokens, end: int, floor: int) -> tuple[int, bool]:
    """Where the stretch that ends at `end` begins, and whether the clause begins there too."""
    at = end
    while at > floor:
        token = tokens[at - 1]
        if token.lower == ",":
            return at, False
        if token.lower in BREAKS or ends_clause(tokens, at - 1, floor, end):
            return at, True
        if token.lower == ")":
            opened = next((i for i in range(at - 2, max(floor, at - 15) - 1, -1) if tokens[i].lower == "("), None)
            at = opened if opened is not None else at - 1
        elif token.lower == "(":
            return at, True
        else:
            at -= 1
    return at, True


def ends_clause(tokens: Tokens, at: int, floor: int, end: int) -> bool:
    """Whether the noun phrase that ends at `end` cannot hold the token `at`."""
    word = tokens[at].lower
    if word in ("and", "or", "&"):
        return tokens[at - 1].lower == "," and not is_name(tokens[at - 2]) if at > floor + 1 else True
    if in_relative(tokens, at, floor):
        return False
    if word in STOPS:
        return True
    noun = (
        is_name(tokens[at]) or word in ROLES | GROUPS or (at > floor and tokens[at - 1].lower in POSSESSIVES | {"the"})
    )
    finite = is_finite(tokens[at]) or (is_reporting_form(word) and not noun)
    return finite and not any(tokens[i].lower in (*RELATIVES, "that") for i in range(max(floor, at - 10), at))


def in_relative(tokens: Tokens, at: int, floor: int) -> bool:
    """Whether a token stands in a relative clause that a comma opens: "a docker, who left because …"."""
    for i in range(at, max(floor, at - 15), -1):
        if tokens[i].lower == ",":
            return tokens[i + 1].lower in RELATIVES
    return False


def with_appositions(tokens: Tokens, segments: list[Range]) -> int:
    """Where the phrase begins whose last apposition a comma closes ("X, a spokesman for Y, said")."""
    start = segments[-1][0]
    for segment in reversed(segments[:-1]):
        if tokens[segment[0]].lower in ("citing", "quoting", "speaking"):
            continue
        if opens_sentence(tokens, segment) or has_verb(tokens, segment) or behind_verb(tokens, segment):
            break
        start = segment[0]
    return start


def listed(tokens: Tokens, segments: list[Range]) -> int:
    """Where the phrase begins that no comma closes: its last segment, or the whole list "A, B and C"."""
    start, end = segments[-1]
    if any(tokens[i].lower == "and" for i in range(start, min(end, start + 6))):
        for segment in reversed(segments[:-1]):
            if not all(is_name(tokens[i]) for i in range(*segment)):
                break
            start = segment[0]
    return start


def opens_sentence(tokens: Tokens, segment: Range) -> bool:
    """Whether a segment is an adverbial, not a noun phrase: "In Moscow", "Meanwhile"."""
    first = tokens[segment[0]]
    if first.lower in ("of", "from") and segment[1] - segment[0] < 6:
        return False
    return (
        first.lower in PREPOSITIONS
        or first.lower in CONJUNCTIONS
        or is_adverb(first.lower)
        or first.lower.endswith("ing")
    )


def has_verb(tokens: Tokens, segment: Range) -> bool:
    """Whether a segment holds a finite verb and is no relative clause."""
    return not relative(tokens, segment) and any(is_finite(tokens[i]) for i in range(*segment))


def behind_verb(tokens: Tokens, segment: Range) -> bool:
    """Whether a segment is the rest of a clause whose verb stands right before it: "taken" of "no boats were taken"."""
    return segment[0] > 0 and is_finite(tokens[segment[0] - 1])


def trimmed(tokens: Tokens, start: int, end: int) -> Range | None:
    """The phrase without what stands before it; after a preposition, only the name at its end."""
    while start < end and leads(tokens[start], end - start):
        start += 1
    if start >= end or any(t.lower in SPANS for t in tokens[start : start + 2]):
        return None
    if tokens[start].lower in PREPOSITIONS:
        return name_at_end(tokens, start, end)
    if not any(token.text[0].isalpha() for token in tokens[start:end]):
        return None
    return (start, end)


def leads(token: Token, length: int) -> bool:
    """Whether a token before a noun phrase does not belong to it: a conjunction, adverb, weekday, dash or "which"."""
    word = token.lower
    if word in RELATIVES or word == "what":
        return length > 1
    return word in CONJUNCTIONS or is_adverb(word) or is_time(token) or not (token.text[0].isalnum() or word in "(#@$")


def name_at_end(tokens: Tokens, start: int, end: int) -> Range | None:
    """The name or "the …" phrase that ends at `end`: what speaks in "On Tuesday Ann Lee said"."""
    at = end
    while at > start and is_name(tokens[at - 1]) and not is_time(tokens[at - 1]):
        at -= 1
    if at == end:
        at = next((i for i in range(end - 1, start, -1) if tokens[i].lower in DETERMINERS and end - i < 6), end)
    return (at, end) if start < at < end else None
