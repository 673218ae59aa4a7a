"""Where the article itself goes on behind what somebody asked for or called a thing, so that no more of it was said.

What its subject did next: "asked for order [and went home]"; what another did: "demanded an escort[, and the daily ran
…]"; how another took it: "said that he slept[, which she denied]".
"""

from __future__ import annotations

from typing import Final

from kg.extract import phrases
from kg.extract.borders import near, trim
from kg.extract.cue_words import readings
from kg.extract.lexicon import BE, DETERMINERS, PREPOSITIONS, QUESTION_WORDS, is_adverb, word_set
from kg.extract.phrases import Range
from kg.extract.quotes import Quote
from kg.extract.tokens import Token, Tokens, span_of, tokenise
from kg.extract.words_end import trim as trim_tokens
from kg.model import Span

CONJUNCTIONS: Final = word_set("and but")
DID: Final = word_set(
    "is are was were has had does did will would became began broke brought chose drew drove fell fled flew forgot gave"
    " gives got gets grew went goes knew led met ran rose said says sat saw sent slept spoke stood stole took takes"
    " threw told tells thought understood walked wrote"
)
"""Forms that are no infinitives, participles or nouns, so that behind "and" something else is told."""
OPENS: Final = word_set("to for of against")
"""What is asked for or called a thing begins with these, or with a noun; a clause does not."""
OUTSIDE: Final = word_set("that which who whom whose what where when if to because as how why than")
"""Behind these a verb is one of a clause that belongs to the noun before it."""
FAR: Final = 8
"""Tokens in which the verb of a clause stands."""
TAKING: Final = word_set(
    "denied denies deny rejected rejects disputed disputes dismissed replied responded answered retorted countered"
)
"""How another takes what was said."""
CLAIMS: Final = word_set("claim charge allegation accusation suggestion")


def before_article(text: str, contents: tuple[Span, ...], cue: Span, quoted: list[Quote]) -> tuple[Span, ...]:
    """The pieces of a content without what the article tells by itself behind them."""
    last = contents[-1]
    if last.start < cue.end or any(quote.outer.holds(last) for quote in near(quoted, last)):
        return contents
    tokens = tokenise(text, last, [quote for quote in near(quoted, last) if last.holds(quote.outer)])
    rest = trim(text, Span(last.start, end_of(tuple(tokens), cue.of(text)) or last.end))
    return (*contents[:-1], rest) if rest else contents


def own_pieces(tokens: Tokens, contents: tuple[Span, ...], cue: Range) -> tuple[Span, ...]:
    """As `before_article`, for the tokens of a sentence and those of its cue."""
    last = contents[-1]
    inside = tuple(token for token in tokens if last.start <= token.start < last.end)
    said = " ".join(token.text for token in tokens[slice(*cue)])
    end = end_of(inside, said) if inside and inside[0].start >= tokens[cue[1] - 1].end else None
    past = sum(token.start < end for token in inside) if end else 0
    past = trim_tokens(inside, 0, past)
    return (*contents[:-1], span_of(inside, 0, past)) if past else contents


def end_of(tokens: Tokens, cue: str) -> int | None:
    """Where among the words behind a cue the article itself goes on; None if it does not."""
    if not tokens:
        return None
    again = next((t.end if t.quote else t.start for at, t in enumerate(tokens) if at and taken(tokens, at)), None)
    return again or (did(tokens) if is_phrase(cue, tokens[0]) else None)


def taken(tokens: Tokens, at: int) -> bool:
    """Whether it is told behind a comma how another took the words: ", which Lee denied", ", to which he replied"."""
    ahead = tuple(token.lower for token in tokens[at + 1 : at + 3])
    comma = tokens[at].text == "," or (tokens[at].quote is not None and tokens[at].text.endswith(","))
    if not comma or len(ahead) < 2:
        return False
    link = ahead == ("to", "which") or (ahead[0] in ("a", "an") and ahead[1] in CLAIMS)
    if not link and ahead[0] != "which":
        return False
    for token in tokens[at + 2 + link : at + 2 + link + FAR]:
        if token.lower in TAKING:
            return True
        if phrases.is_finite(token) or token.quote or token.text in ",;:":
            return False
    return False


def is_phrase(cue: str, first: Token) -> bool:
    """Whether words behind a cue are no clause: its verb takes none without "that", or "to" opens them."""
    found = readings(cue)
    clause = not found or first.lower in QUESTION_WORDS | {"that"} or any("clause" in form.verb.takes for form in found)
    return first.lower in OPENS or not clause


def did(tokens: Tokens) -> int | None:
    """Where it is told what the source, or another, did next."""
    for at, token in enumerate(tokens[1:-1], 1):
        if token.lower in CONJUNCTIONS and (goes_on(tokens, at) or another(tokens, at)):
            return token.start
        if phrases.is_finite(token) and token.lower not in BE - DID:
            return None
    return None


def goes_on(tokens: Tokens, at: int) -> bool:
    """Whether the verb behind "and" is another one of the subject: "and was fined", "and moved on to socks"."""
    verb = at + 1
    while verb < len(tokens) - 1 and is_adverb(tokens[verb].lower):
        verb += 1
    if tokens[verb].lower in DID:
        return True
    behind = tokens[verb + 1].lower if verb + 1 < len(tokens) else ""
    past = tokens[verb].lower.endswith("ed") and behind in (PREPOSITIONS | DETERMINERS | {"out", "up", "off"}) - {"by"}
    return past and not any(token.lower.endswith("ed") or token.lower in BE for token in tokens[:at])


def another(tokens: Tokens, at: int) -> bool:
    """Whether behind ", and" a clause with a subject of its own stands."""
    if tokens[at - 1].text != ",":
        return False
    for number in range(at + 1, min(len(tokens), at + 2 + FAR)):
        word = tokens[number].lower
        if word in OUTSIDE or word in (",", "and"):
            return False
        if word in DID:
            return True
    return False
