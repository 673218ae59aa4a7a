"""What follows a cue: to whom it is said, and the words that are reported."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from kg.extract import phrases
from kg.extract.cues import Cue, Verb
from kg.extract.lexicon import DETERMINERS, MONTHS, PREPOSITIONS, QUESTION_WORDS, is_adverb, word_set
from kg.extract.phrases import Range, is_finite, is_name, is_time
from kg.extract.tokens import QUOTED, Tokens

ADVERBIAL: Final = word_set("in on at during to from after before via through by with of about for following under")
SUBJECTS: Final = word_set("he she they it there we i you this these those")
OBJECTS: Final = word_set("me us him her them you it reporters journalists")
CUTTERS: Final = word_set("according while whereas although though adding")

SILENCE: Final = word_set("comment answer say discuss respond speak elaborate specify reveal disclose")


@dataclass(frozen=True, slots=True)
class Complement:
    """The reported words at the tokens [start, end), how they are attached, and by which reading of the cue."""

    frame: str
    start: int
    end: int
    verb: Verb
    addressee: Range | None = None


def complement(tokens: Tokens, cue: Cue, limit: int) -> Complement | None:
    """What the cue reports to its right, before the token `limit`; None if it reports nothing there."""
    at = cue.last
    addressee = None
    if any(verb.addressee for verb in cue.verbs):
        addressee = addressee_at(tokens, at, limit)
        at = addressee[1] if addressee else at
    if (verb := cue.takes("silence")) and at < limit and silent(tokens, at):
        return Complement("silence", at, end_of(tokens, at, limit, "clause"), verb)
    if not (at < limit and tokens[at].lower == "to" and cue.takes("infinitive")):
        at = skip_adverbials(tokens, at, limit)
    if at >= limit:
        return None
    found = frame_at(tokens, cue, at, addressee is not None)
    if found is None:
        return naming_or_object(tokens, cue, limit)
    frame, start, verb = found
    end = end_of(tokens, start, limit, frame)
    if end <= start or not any(t.quote or t.text[0].isalnum() for t in tokens[start:end]):
        return None
    return Complement(frame, start, end, verb, addressee)


def silent(tokens: Tokens, at: int) -> bool:
    """Whether nothing is said: "to comment", "to answer questions", "comment"."""
    following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    return tokens[at].lower == "comment" or (tokens[at].lower == "to" and following in SILENCE)


def frame_at(tokens: Tokens, cue: Cue, at: int, spoken_to: bool) -> tuple[str, int, Verb] | None:
    """How the words at the token `at` are attached to the cue, where they begin, and the reading that takes them."""
    word = tokens[at].lower
    at_mark = word in (",", ":") and at + 1 < len(tokens)
    if word == QUOTED or (at_mark and tokens[at + 1].quote):
        verb = cue.takes("quote") or cue.takes("that") or cue.takes("naming")
        return ("quote", at + at_mark, verb) if verb else None
    if word == ":" and (verb := cue.takes("quote")):
        return "clause", at + 1, verb
    if word == "that" and (verb := cue.takes("that")):
        return "that", at + 1, verb
    if word in QUESTION_WORDS and (verb := cue.takes("question")):
        return "question", at, verb
    if word == "to" and (verb := cue.takes("infinitive")) and (spoken_to or not verb.addressee or cue.tense != "plain"):
        return "infinitive", at, verb
    if (verb := cue.takes("clause")) and opens_clause(tokens, at):
        return "clause", at, verb
    return None


def opens_clause(tokens: Tokens, at: int) -> bool:
    """Whether a clause without "that" begins at a token."""
    token = tokens[at]
    if token.lower in SUBJECTS or token.lower in DETERMINERS or is_name(token):
        return (
            any(is_finite(t) or t.quote or t.lower.endswith("ed") for t in tokens[at : at + 30])
            or token.lower in SUBJECTS
        )
    adverbial = token.lower in ADVERBIAL and not quantity(tokens, at)
    if not token.text[0].isalnum() or adverbial or token.lower.endswith("ing"):
        return False
    return any(is_finite(t) or t.lower.endswith("ed") for t in tokens[at : at + 30])


def quantity(tokens: Tokens, at: int) -> bool:
    """Whether a preposition begins a number: "at least 40", "about 40"."""
    if at + 1 >= len(tokens):
        return False
    following = tokens[at + 1]
    counted = following.text[0].isdigit() and tokens[at].lower in ("about", "over", "under", "around")
    return counted or (tokens[at].lower == "at" and following.lower in ("least", "most"))


def naming_or_object(tokens: Tokens, cue: Cue, limit: int) -> Complement | None:
    """A noun phrase as complement: "calls it a crime", "denied the charges", "counted 700 arrests"."""
    start = cue.last
    if (
        start >= limit
        or tokens[start].lower in (",", ":", ".", ";", "and", "or", "but")
        or not takes_phrase(tokens, start)
    ):
        return None
    end = end_of(tokens, start, limit, "object")
    for frame in ("of", "naming", "asclause", "figure", "object"):
        verb = cue.takes(frame)
        if verb and fits(tokens, frame, start, end):
            return Complement(frame, start, end, verb)
    return None


def takes_phrase(tokens: Tokens, start: int) -> bool:
    """Whether a noun phrase begins at a token."""
    token = tokens[start]
    return (
        (token.quote is not None or token.text[0].isalnum()) and token.lower not in PREPOSITIONS and not is_time(token)
    )


def fits(tokens: Tokens, frame: str, start: int, end: int) -> bool:
    """Whether a noun phrase has what the frame asks for."""
    if frame == "of":
        return any(t.lower == "of" for t in tokens[start + 1 : end])
    if frame == "asclause":
        return any(t.lower == "as" for t in tokens[start + 1 : end])
    if frame == "figure":
        return any(t.text[0].isdigit() for t in tokens[start : min(end, start + 5)])
    if frame == "naming":
        return end - start > 2 and (any(t.quote or t.lower in ("a", "an", "the") for t in tokens[start + 1 : end]))
    return end - start > 1 or tokens[start].lower not in OBJECTS


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
        if (
            word in MONTHS
            or is_time(tokens[past])
            or is_adverb(word)
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


def end_of(tokens: Tokens, start: int, limit: int, frame: str) -> int:
    """Where the reported words that begin at `start` end."""
    for at in range(start + 1, limit):
        if tokens[at].lower == ";" or cuts(tokens, at, limit, frame):
            limit = at
            break
    return trim(tokens, start, limit)


def cuts(tokens: Tokens, at: int, limit: int, frame: str) -> bool:
    """Whether the reported words end before a comma or word that brings the article's own voice back."""
    word = tokens[at].lower
    if word == "according" and at + 1 < limit and tokens[at + 1].lower == "to":
        return True
    following = tokens[at + 1].lower if at + 1 < limit else ""
    if word in ("–", "—", "-"):
        return following in ("but", "although", "though", "while")
    if word != ",":
        return False
    if following in CUTTERS:
        return True
    return (
        frame in ("object", "figure") and following not in ("and", "or") and not phrases.is_apposition(tokens, at + 1)
    )


def trim(tokens: Tokens, start: int, end: int) -> int:
    """`end` without punctuation that belongs to the sentence and not to the words."""
    while (
        end > start
        and not tokens[end - 1].quote
        and tokens[end - 1].lower in (",", ".", ":", "-", "–", "—", "and", "but", "as")
    ):
        end -= 1
    return end
