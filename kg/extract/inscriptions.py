"""Words that a thing bears, and shouts: "a board with the words “Closed”", "shouts of “Shame!”"."""

from __future__ import annotations

from typing import Final

from kg.extract import phrases, phrases_behind
from kg.extract.lexicon import DETERMINERS, word_set
from kg.extract.noun_cues import OWNERS, owner
from kg.extract.phrases import Range
from kg.extract.report import Report, quoted_words
from kg.extract.sentences import Sentence
from kg.extract.tokens import Tokens, span_of
from kg.extract.written_on import WRITTEN, written_on
from kg.model import SpeechAct, StatementKind

RULE: Final = "inscription"
BORNE: Final = word_set(
    "words inscription slogan motto message legend caption instruction warning lettering line epitaph"
)
"""What a thing may be said to bear, the words right behind."""
BEARING: Final = word_set(
    "with bearing bears bore bear carrying carries carried wearing wore reading displaying displays displayed"
)
"""Before such a noun these tell that a thing shows the words."""
SIGNS: Final = word_set(
    "label sign note notice placard banner poster plaque sticker badge board tag graffiti graffito blackboard tattoo"
)
SHOWS: Final = word_set("read reads said says ran runs stated states")
THINGS: Final = SIGNS | BORNE
"""Before a colon these tell what the words stand on, or that they do."""
SHOUTS: Final = word_set("shout shouts cry cries chant chants call calls yell yells cheers scream screams roars")
FAR: Final = 14
"""Tokens between "written" and the colon: "on the glass, in marker"."""
OWN: Final = word_set("dying last final parting famous very own first")


def inscriptions(sentences: list[Sentence]) -> list[Report]:
    """The reports that things with words on them and shouts make, sentence by sentence."""
    return [
        report
        for number, sentence in enumerate(sentences)
        for at, token in enumerate(sentence.tokens)
        if token.quote and at > 1 and (report := inscription(sentence.tokens, at, number))
    ]


def inscription(tokens: Tokens, at: int, number: int) -> Report | None:
    """The report of the quotation at a token, if something bears it or many shout it."""
    found: Place | None = (
        written_on(tokens, at) or shouted(tokens, at) or borne(tokens, at) or written(tokens, at) or shown(tokens, at)
    )
    if found is None:
        return None
    cue, source = found
    who = span_of(tokens, *source) if source else None
    words = (quoted_words(tokens[at]),)
    return Report(StatementKind.DIRECT, words, (), who, span_of(tokens, *cue), SpeechAct.ASSERTS, RULE, number)


Place = tuple[Range, Range | None]
"""Where the cue stands, and the source."""


def shouted(tokens: Tokens, at: int) -> Place | None:
    """Shouts: "cries of “Shame!” from the gallery"."""
    if tokens[at - 1].lower != "of" or tokens[at - 2].lower not in SHOUTS:
        return None
    told = at + 1 < len(tokens) - 1 and tokens[at + 1].lower in ("from", "by")
    return (at - 2, at - 1), phrases_behind.after(tokens, at + 2) if told else None


def borne(tokens: Tokens, at: int) -> Place | None:
    """The noun before a quotation that tells that a thing bears it, or whose words they are."""
    mark = tokens[at - 1].lower in (":", ",")
    noun = at - 1 - mark
    if noun < 1 or tokens[noun].lower not in THINGS:
        return None
    first = noun
    while first and tokens[first - 1].lower not in (*BEARING, ",") and noun - first < 3:
        first -= 1
    cue = (noun, noun + 1)
    if first and tokens[noun].lower in BORNE and tokens[first - 1].lower in BEARING:
        thing = phrases.before(tokens, first - 1)
        return (cue, alone(tokens, thing)) if thing else None
    if tokens[noun].lower == "words" and (tokens[noun - 1].lower in OWN or mark):
        whose = owner(tokens, noun)
        named = whose and tokens[whose[0]].lower not in OWNERS and tokens[whose[0] - 1].lower != "in"
        return (cue, whose) if named else None
    if tokens[at - 1].lower != ":" or tokens[noun].lower == "words":
        return None
    start = next((n for n in range(noun - 1, max(-1, noun - 4), -1) if tokens[n].lower in DETERMINERS), None)
    sign = tokens[noun].lower in SIGNS and start is not None and not any(map(phrases.is_finite, tokens[start:noun]))
    return ((at - 1, at), (start, noun + 1)) if sign and start is not None else (cue, None)


def alone(tokens: Tokens, thing: Range) -> Range:
    """The thing itself, without the verb before it or a participle behind: "a board" of "hangs a board painted"."""
    start, end = thing
    if end - start > 1 and tokens[end - 1].lower.endswith("ed"):
        end -= 1
    return next((n for n in range(end - 1, start - 1, -1) if tokens[n].lower in DETERMINERS), start), end


def written(tokens: Tokens, at: int) -> Place | None:
    """What somebody wrote somewhere: "Someone had painted on the wall, in red: “Go home”"."""
    if tokens[at - 1].lower != ":":
        return None
    verb = next((n for n in range(at - 2, max(0, at - FAR), -1) if tokens[n].lower in WRITTEN), None)
    if verb is None or any(phrases.is_finite(token) for token in tokens[verb + 1 : at]):
        return None
    first = verb
    while first and tokens[first - 1].lower in ("has", "had", "have", "also"):
        first -= 1
    source = phrases.before(tokens, first) if tokens[first - 1].lower not in ("was", "were", "is", "are") else None
    return (verb, verb + 1), source


def shown(tokens: Tokens, at: int) -> Place | None:
    """What a thing that a sentence begins with reads, however much stands between: "A sign outside …, read: “Open”"."""
    if tokens[at - 1].lower != ":" or tokens[at - 2].lower not in SHOWS or tokens[0].lower not in DETERMINERS:
        return None
    noun = next((n for n in range(1, min(4, at)) if tokens[n].lower in SIGNS), None)
    return ((at - 2, at - 1), (0, noun + 1)) if noun else None
