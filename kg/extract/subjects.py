"""Where the source of a cue stands when it is not right before it: behind it, or as the subject of the sentence."""

from __future__ import annotations

from typing import Final

from kg.extract import phrases, phrases_behind, sentence_subject
from kg.extract.adverbials import OBJECTS
from kg.extract.before_cue import CLOSERS, quote_before
from kg.extract.cues import Cue, is_reporting_form
from kg.extract.lexicon import BE, DETERMINERS, DOCUMENTS, GROUPS, PREPOSITIONS, ROLES, is_adverb, word_set
from kg.extract.phrases import Range
from kg.extract.tokens import QUOTED, Tokens, span_of
from kg.model import Span

NO_SOURCE = frozenset(("that", QUOTED, ",", ":", "to", "in", "on", "at", "of"))
"""What no source behind a cue begins with."""

OPEN = (PREPOSITIONS | (DETERMINERS - word_set("this that these those his another some one")) | {"to"}) - word_set(
    "like"
)
"""No source phrase ends with these."""

CLAIMS: Final = word_set("charge claim allegation accusation suggestion assertion notion view idea term label")
"""What one says of whom one contradicts: a clause without "that" may follow."""


def inverted(tokens: Tokens, cue: Cue) -> Range | None:
    """The source behind the cue ("…”, said Ann Lee", "…, believes Ann Lee"), if it stands there."""
    if cue.tense == "plain" or not cue.takes("quote") or not 0 < cue.first < cue.last < len(tokens):
        return None
    quote = quote_before(tokens, cue.first) is not None
    first = tokens[cue.last]
    if not (quote or tokens[cue.first - 1].lower == ",") or first.lower in NO_SOURCE or phrases.is_time(first):
        return None
    if not quote and (cue.takes("object") or first.lower in OBJECTS):
        return None
    found = phrases_behind.after(tokens, cue.last)
    if found is None or not (closed(tokens, found[1]) or (quote and tokens[found[1]].lower.endswith("ing"))):
        return None
    while found[1] - found[0] > 1 and is_adverb(tokens[found[1] - 1].lower):
        found = (found[0], found[1] - 1)
    return found if quote or holds_verb(tokens[max(0, cue.first - 41) : cue.first - 1]) else None


def before(tokens: Tokens, end: int, floor: int = 0) -> Range | None:
    """The source phrase that ends before the token `end`, where the cue begins, if it can be one: a noun phrase.

    Of a clause the phrase behind its verb is taken: "Lee" of "she was pleased Lee [said]".
    """
    found = phrases.before(tokens, end, floor)
    if found is None or tokens[found[1] - 1].lower in OPEN:
        return None
    found = without_claim(tokens, found)
    verb = next((at for at in reversed(range(*found)) if is_verb(tokens, at, found[0])), found[0] - 1)
    if verb < found[0] and (verb < floor or tokens[verb].lower not in BE):
        return found
    return phrases.name_at_end(tokens, verb + 1, found[1]) if verb + 1 < found[1] else None


def without_claim(tokens: Tokens, phrase: Range) -> Range:
    """A source phrase without what it speaks of: "ministers" of "…, a charge ministers [deny]"."""
    first, past = phrase
    article = tokens[first].lower in ("a", "an", "the")
    claim = article and past - first > 2 and tokens[first + 1].lower in CLAIMS and tokens[first + 2].lower != "of"
    return (first + 2, past) if claim else phrase


def is_verb(tokens: Tokens, at: int, start: int) -> bool:
    """Whether a token of the phrase that begins at `start` is its verb, and not one of a relative clause."""
    token = tokens[at]
    if token.quote or phrases.is_name(token) or not phrases.is_finite(token):
        return False
    return not any(each.lower in (*phrases.RELATIVES, "that") for each in tokens[start:at])


def relative_end(tokens: Tokens, cue: Cue) -> int:
    """Where the words of a cue end whose source is "who": before the comma and verb of the clause around it."""
    if not cue.first or tokens[cue.first - 1].lower not in phrases.RELATIVES:
        return len(tokens)
    for at in range(cue.last + 1, len(tokens) - 1):
        following = tokens[at + 1]
        past = following.lower.endswith("ed") or is_reporting_form(following.lower)
        if tokens[at].lower == "," and (phrases.is_finite(following) or past):
            return at
    return len(tokens)


def holds_verb(tokens: Tokens) -> bool:
    """Whether a verb stands among the tokens, so that they can be a clause."""
    return any(phrases.is_finite(token) or token.lower.endswith("ed") for token in tokens)


def closed(tokens: Tokens, end: int) -> bool:
    """Whether the clause ends with a phrase that ends before the token `end`, adverbials apart."""
    if end >= len(tokens):
        return True
    return tokens[end].lower in CLOSERS or tokens[end].quote is not None or phrases.is_time(tokens[end])


def subject(tokens: Tokens) -> Span | None:
    """The subject of the sentence."""
    found = sentence_subject.subject(tokens)
    return span_of(tokens, *found) if found else None


def carriers(tokens: Tokens, cue: Cue) -> Span | None:
    """Those who hold up the words: "protesters" of "protesters came with signs reading “…”"."""
    found = sentence_subject.subject(tokens)
    if tokens[cue.first - 1].lower not in DOCUMENTS or not found or found[1] >= cue.first:
        return None
    people = any(tokens[i].lower in GROUPS | ROLES for i in range(*found))
    return span_of(tokens, *found) if people else None
