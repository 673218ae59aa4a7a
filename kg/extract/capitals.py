"""Stretches of capitalised words, with the particles and joiners between them: what a name may be read from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kg.extract import places
from kg.extract.known_names import longest
from kg.extract.lexicon import ORGANISATION_WORDS, word_set
from kg.extract.name_types import of_many, owns_body
from kg.extract.sentences import ENDS
from kg.extract.tokens import Token, Tokens

PARTICLES: Final = word_set("de del della di da dos du van von der den ten ter bin ibn al el la le bint zu af av")
JOINERS: Final = word_set("of for and & the on")


def capital(token: Token) -> bool:
    """Whether a token is written with a capital and is no mere letter."""
    return token.text[0].isupper() and (len(token.text) > 1 or token.text != "I")


def initial(tokens: Tokens, at: int) -> bool:
    """Whether a token begins a sentence, where everything is written with a capital."""
    return (
        at == 0
        or tokens[at - 1].lower in ENDS
        or tokens[at - 1].lower in ("“", "”", '"', "«", "„", "‘", ":", "''", "``", "'", "-", "–", "—", "(")
    )


def runs(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """The stretches of capitalised words, with the particles and joiners between them."""
    at = 0
    while at < len(tokens):
        known = longest(tokens, at)
        if not known and not capital(tokens[at]):
            at += 1
            continue
        end = at + max(known, 1)
        while end < len(tokens) and end - at < 14 and (step := goes_on(tokens, at, end)):
            end += step
        yield at, end
        at = end


def goes_on(tokens: Tokens, start: int, at: int) -> int:
    """How many tokens the run that began at `start` takes on at `at`; 0 if it ends there."""
    token = tokens[at]
    if capital(token):
        return 1 if not initial(tokens, at) or tokens[at - 1].lower == "-" else 0
    following = [tokens[i] for i in (at + 1, at + 2) if i < len(tokens)]
    if not following:
        return 0
    if (
        token.text == "-"
        and token.start == tokens[at - 1].end
        and capital(following[0])
        and tokens[at - 1].text.isupper()
    ):
        return 2
    if token.lower in PARTICLES and capital(following[0]) and token.lower not in ("la", "le"):
        return 2
    if token.lower == "'s" or of_many(tokens, at):
        return 2 if capital(following[0]) and owns_body(tokens, start, at) else 0
    body = start > 0 and tokens[start - 1].lower in ("movement", "group", "organisation", "organization", "party")
    if token.lower in JOINERS and (body or any(t.lower in ORGANISATION_WORDS for t in tokens[start:at])):
        if token.lower == "and":
            of = "of" in (t.lower for t in tokens[start:at])
            return 2 if capital(following[0]) and of and not places.is_place(tokens[at - 1].text) else 0
        if capital(following[0]):
            return 2
        return 3 if len(following) > 1 and following[0].lower == "the" and capital(following[1]) else 0
    return 0
