"""What stands between a cue and its words: who is spoken to, and adverbials of time, place and medium."""

from __future__ import annotations

from typing import Final

from kg.extract.dates import phrase_end
from kg.extract.lexicon import BE, DETERMINERS, MONTHS, QUESTION_WORDS, is_adverb, word_set
from kg.extract.phrases import Range, is_finite, is_name, is_time
from kg.extract.tokens import Tokens

ADVERBIAL: Final = word_set("in on at during to from after before via through by with of about for following under")


DAY_PARTS: Final = word_set("morning afternoon evening night")


SUBJECTS: Final = word_set("he she they it there we i you this these those")


OBJECTS: Final = word_set("me us him her them you it reporters journalists")


def quantity(tokens: Tokens, at: int) -> bool:
    """Whether a preposition begins a number: "at least 40", "about 40"."""
    if at + 1 >= len(tokens):
        return False
    following = tokens[at + 1]
    counted = following.text[0].isdigit() and tokens[at].lower in ("about", "over", "under", "around")
    return counted or (tokens[at].lower == "at" and following.lower in ("least", "most"))


def addressee_at(tokens: Tokens, start: int, limit: int) -> Range | None:
    """Who is spoken to, at the token behind the cue: "told [reporters in Minsk] that"."""
    if start >= limit or tokens[start].quote:
        return None
    if tokens[start].lower in OBJECTS:
        return (start, start + 1)
    at = start
    while at < min(limit, start + 14) and not closes_addressee(tokens, at, start):
        at += 1
    return (start, at) if at > start else None


def closes_addressee(tokens: Tokens, at: int, start: int) -> bool:
    """Whether the phrase of who is spoken to ends before a token."""
    token = tokens[at]
    if token.quote or token.lower in (
        ",",
        ":",
        ".",
        ";",
        "that",
        "to",
        "not",
        "in",
        "on",
        "at",
        "during",
        "after",
        "about",
        "he",
        "she",
    ):
        return True
    if token.lower in SUBJECTS - {"this", "these", "those"} or token.lower in QUESTION_WORDS or is_time(token):
        return True
    named = at > start and is_name(tokens[at - 1])
    return at > start and (
        (token.lower in DETERMINERS and tokens[at - 1].lower not in ("of", "for", "and", "with", "from"))
        or (
            is_name(token)
            and not named
            and tokens[at - 1].lower not in DETERMINERS
            and tokens[at - 1].lower not in ("of", "for", "and")
        )
    )


def skip_adverbials(tokens: Tokens, at: int, limit: int) -> int:
    """The token behind "on Tuesday", "in a statement", "later" and the like, if reported words follow; else `at`."""
    past = at
    while past < limit and past - at < 25:
        word = tokens[past].lower
        dated = phrase_end(tokens, past)
        if dated and dated < limit and not is_finite(tokens[dated]):
            past = dated
        elif (
            word in MONTHS
            or is_time(tokens[past])
            or is_adverb(word)
            or (word in DAY_PARTS and past > at)
            or (tokens[past].text.isdigit() and past > at)
            or (word == "on" and past > at and tokens[past - 1].lower == "early")
        ):
            past += 1
        elif word in ADVERBIAL and not quantity(tokens, past) and (end := adverbial_end(tokens, past, limit)):
            past = end
        elif word == "," and past + 1 < limit and tokens[past + 1].lower == "that":
            past += 1
        elif word == "," and (end := parenthesis_end(tokens, past, limit)):
            past = end
        else:
            break
    return past


def adverbial_end(tokens: Tokens, at: int, limit: int) -> int | None:
    """Where an adverbial that begins with a preposition ends, if reported words follow it."""
    for i in range(at + 1, min(limit, at + 22)):
        word = tokens[i].lower
        if word in BE and not any(token.lower in QUESTION_WORDS for token in tokens[at:i]):
            return None  # "the men called in were told, “…”": the verb of another clause
        if word == "that" or tokens[i].quote or word in ("he", "she", "they", "whether") or is_time(tokens[i]):
            return i if i > at + 1 or is_time(tokens[i]) else None
        if word in (",", ":"):
            follows = i + 1 < limit and (tokens[i + 1].quote or tokens[i + 1].lower == "that")
            return i if follows else None
        if word in (".", ";"):
            return None
    return None


def parenthesis_end(tokens: Tokens, at: int, limit: int) -> int | None:
    """Where a short insertion between commas ends before "that": ", however, that"."""
    for i in range(at + 1, min(limit, at + 8)):
        if tokens[i].lower == ",":
            return i + 1 if i + 1 < limit and tokens[i + 1].lower == "that" else None
    return None
