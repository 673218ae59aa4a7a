"""Names by their capitals: runs of capitalised words, typed by small word lists and by what stands beside them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from kg.extract import places, teams
from kg.extract.capitals import JOINERS, capital, initial, runs
from kg.extract.cues import is_reporting_form
from kg.extract.known_names import WORDS, begins_known, longest
from kg.extract.lexicon import (
    DEMONYMS,
    DETERMINERS,
    DOCUMENTS,
    GIVEN_NAMES,
    GROUPS,
    MONTHS,
    ORGANISATION_WORDS,
    PLACE_WORDS,
    PREPOSITIONS,
    PRONOUNS,
    QUESTION_WORDS,
    ROLES,
    TITLES,
    VERBS,
    WEEKDAYS,
    is_adverb,
    word_set,
)
from kg.extract.name import Name
from kg.extract.name_features import retyped
from kg.extract.name_types import acronym, description_before, organisation, typed
from kg.extract.nested_names import with_nested
from kg.extract.quotes import Quote
from kg.extract.ranks import is_rank
from kg.extract.roads import with_roads
from kg.extract.tokens import Token, Tokens, flatten, span_of
from kg.model import EntityType, Span

NO_NAMES: Final = frozenset(
    (
        *(WEEKDAYS + MONTHS),
        *word_set(
            "but and so yet the a an mr mrs ms dr no not yes all there here then thus also now more most one two"
            " three four five six seven eight nine ten many some such each every both either neither other others"
            " another only even just while it's i'm don't that's he's she's they're we're please ok okay image"
            " photo file"
        ),
    )
)
"""Capitalised at a sentence's start or always, and nobody's name."""


def find(text: str, where: list[Span], quotes: list[Quote]) -> list[Name]:
    """The names in the paragraphs of a text, in order, each with the type that all its places together make likely."""
    found = with_roads(text, retyped(text, candidates(text, where, quotes)))
    return teams.told(text, with_nested(text, found))


def candidates(text: str, where: list[Span], quotes: list[Quote]) -> list[Name]:
    """The names in the paragraphs of a text as rules type them, in order, with those that may be none."""
    paragraphs = []
    at = 0
    for span in where:
        first = at
        while at < len(quotes) and quotes[at].outer.end <= span.end:
            at += 1
        paragraphs.append(flatten(text, span, quotes[first:at]))
    lower = {token.text for tokens in paragraphs for token in tokens if token.text[0].islower()}
    sure = {t.text for tokens in paragraphs for i, t in enumerate(tokens) if capital(t) and not initial(tokens, i)}
    return [
        name for tokens in paragraphs for start, end in runs(tokens) for name in read(tokens, start, end, lower, sure)
    ]


def spelt(tokens: Tokens) -> str:
    """A name with single spaces, and none where a scrape put one behind a hyphen."""
    parts = [tokens[0].text]
    for before, token in pairwise(tokens):
        parts.append((" " if token.start > before.end else "") + token.text)
    return "".join(parts).replace("- ", "-")


def read(tokens: Tokens, start: int, end: int, lower: set[str], sure: set[str]) -> Iterator[Name]:
    """The name in a run of capitalised words, without what is none: a sentence's first word, titles, nationalities."""
    known = begins_known(tokens, start, end)
    if not known and initial(tokens, start) and no_name(tokens[start], lower, sure, end - start):
        start += 1
    while start < end and not known and skipped(tokens[start]):
        if organisation(tokens, start, end) or is_state(tokens, start):
            break
        start += 1
    titled = start > 1 and end - start > 2 and tokens[start - 1].lower == "of" and tokens[start - 2].lower in TITLES
    start += titled  # "Secretary of State Ann Lee"
    titled = titled or (start > 0 and tokens[start - 1].lower.rstrip(".") in ("mr", "mrs", "ms", "dr"))
    split = start if known else place_before_person(tokens, start, end)
    if split > start:
        yield named(tokens, start, split, EntityType.PLACE)
        start = split
    named_by = longest(tokens, start) if start < end else 0  # "King's Lynn"
    last_title = max((i for i in range(start + named_by, end) if is_title(tokens, i)), default=None)
    if last_title is not None and not organisation(tokens, start, end):
        yield from before_title(tokens, start, last_title)
        start = last_title + 1
        titled = True
    while start < end and tokens[start].lower in (".", "-", "'s", *JOINERS, *DETERMINERS):
        start += 1
    while end > start and (tokens[end - 1].lower in NO_NAMES or tokens[end - 1].text in JOINERS):
        end -= 1
    if start >= end:
        return
    described = description_before(tokens, start)
    kind = typed(tokens, start, end, titled or described in ROLES, described)
    unseen = tokens[start].text not in sure and not acts(tokens, end)
    doubtful = unseen or tokens[start].lower in lower
    everyday = tokens[start].text in WORDS
    none = (kind is None or everyday) and end - start == 1 and initial(tokens, start) and doubtful
    kind = None if none else kind
    yield named(tokens, start, end, kind, titled or described in ROLES, described, none)


def is_state(tokens: Tokens, at: int) -> bool:
    """Whether a place's name of two words begins at a token: "Soviet Union"."""
    return places.is_place(" ".join(token.text for token in tokens[at : at + 2]))


def is_title(tokens: Tokens, at: int) -> bool:
    """Whether a token is a title before a name; not the "Major" of "Major League Baseball"."""
    word, following = tokens[at], tokens[min(at + 1, len(tokens) - 1)]
    body = following is not word and (following.lower in ORGANISATION_WORDS or following.text == "Staff")
    return is_rank(word.text, following.text) or (word.lower.rstrip(".") in TITLES and not body)


def acts(tokens: Tokens, at: int) -> bool:
    """Whether a verb or an apposition follows a sentence's first word, as a name: "Lee said", "Lee, the …"."""
    following = [token.lower for token in tokens[at : at + 2]]
    return following[:1] != [] and (
        following[0] in VERBS
        or is_reporting_form(following[0])
        or (following[0] == "," and following[-1] in DETERMINERS and following[-1] != "that")
    )


def named(
    tokens: Tokens,
    start: int,
    end: int,
    kind: EntityType | None,
    titled: bool = False,
    described: str | None = None,
    doubtful: bool = False,
) -> Name:
    """The name at the tokens [start, end)."""
    part = tokens[start:end]
    words = tuple(token.text for token in part)
    return Name(span_of(tokens, start, end), spelt(part), words, kind, titled, described, doubtful)


def before_title(tokens: Tokens, start: int, title: int) -> Iterator[Name]:
    """The place or organisation named before a title: "US" of "US President Ann Lee"."""
    while start < title and skipped(tokens[start]):
        start += 1
    for end in range(title, start, -1):
        full = " ".join(token.text for token in tokens[start:end])
        if organisation(tokens, start, end) or places.is_place(full):
            yield named(tokens, start, end, typed(tokens, start, end, False, None))
            return


def place_before_person(tokens: Tokens, start: int, end: int) -> int:
    """Where a person's name begins that a place's name runs into: "United States Ann Lee"; `start` if none does."""
    if start >= end or tokens[end - 1].lower in PLACE_WORDS or organisation(tokens, start, end):
        return start
    for split in range(end - 2, start, -1):
        place = " ".join(token.text for token in tokens[start:split])
        if places.is_place(place) and place not in GIVEN_NAMES and end - split <= 3:
            return split
    return start


def skipped(token: Token) -> bool:
    """Whether a capitalised word at a run's beginning belongs to no name."""
    return (
        token.text in DEMONYMS
        or token.lower in NO_NAMES
        or token.text == "NGO"
        or token.text.split("-")[0] in ("Anti", "Pro", "Pre", "Ex", "Non")
    )


def no_name(token: Token, lower: set[str], sure: set[str], length: int) -> bool:
    """Whether a sentence's first word is capitalised only for standing there."""
    word = token.lower
    if word in NO_NAMES | PRONOUNS | DETERMINERS | PREPOSITIONS | QUESTION_WORDS | VERBS or is_adverb(word):
        return True
    common = length == 1 and token.text not in sure and (word in lower or word in ROLES)
    place = places.is_place(token.text) and not common  # "Man of the match", "Reading is fun" beside "reading"
    acronymic = acronym(token.text) and word not in GROUPS
    if word.rstrip(".") in TITLES or token.text in GIVEN_NAMES or place or acronymic:
        return False
    return (
        word in lower
        or word in GROUPS
        or word in DOCUMENTS
        or (word in ROLES)
        or (length == 1 and token.text not in sure and word.endswith(("s", "ing", "ed")))
    )
