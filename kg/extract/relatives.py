"""Whom "who" means: the nearest person or people in the noun phrase before it, or whose apposition that phrase is.

"an architect who", "Ann Lee, an editor at the Example Post, who", "Lee is a poet who", "critics of the plan, who".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from kg.extract.chains import Chain
from kg.extract.descriptions import PAPERS, head_of, personal, singular
from kg.extract.layout import Layout
from kg.extract.lexicon import AUXILIARIES, BE, CONJUNCTIONS, DETERMINERS, GROUPS, MODALS, PREPOSITIONS, VERBS, word_set
from kg.extract.sentence_subject import subject_of
from kg.extract.source_names import SourceNames
from kg.extract.tokens import Token, span_of, words
from kg.model import EntityType, Span

BACK: Final = 300
"""Characters before a relative pronoun that are read."""

LONGEST: Final = 8
"""Tokens of the noun phrase before it."""

BEARING: Final = word_set("carrying holding waving wearing bearing displaying hoisting brandishing raising")

PARTS: Final = 3
"""Noun phrases before it that are looked at for something written."""

RELATIVES: Final = ("who", "whose", "which")
OWNING: Final = frozenset(("'s",))
BOUNDS: Final = (
    PREPOSITIONS | CONJUNCTIONS | VERBS | AUXILIARIES | MODALS | BE | frozenset((",", ";", ":", "–", "—"))
) - OWNING
"""What no such phrase holds."""

ANYBODY: Final = frozenset(("people", "many", "some", "most", "several", "both", "few", "all", "others", "public"))
"""Words for several people of whom "they" tells nothing more."""

COUNTED: Final = re.compile(
    r"(?:(?:About|Around|Some|Nearly|Almost|Roughly|At least|Up to|More than|Over|Only|An estimated|A few|Several) )?"
    r"(?:(?:\d[\d,.]*|[Hh]undreds|[Dd]ozens|[Ss]cores|[Tt]housands|[Tt]ens of thousands|hundred|dozen|thousand|[Mm]any"
    r"|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en) )+"
    r"(?:of (?:(?:the|his|her|its|their) )?)?"
    r"(?:(?:[A-ZÀ-Þ][\w-]+ )*[A-ZÀ-Þ][\w-]+['’]s? )?(?:[a-zß-ÿ-]+ ){0,2}?(?P<noun>people|[a-zß-ÿ-]+s)(?= [a-zß-ÿ]+)"
)
"""How a number of people opens a sentence: "A few hundred of Lee's followers marched"."""

PEOPLE: Final = (EntityType.PERSON, EntityType.GROUP)


class Relatives:
    """Finds what "who" refers to in a text with these names."""

    def __init__(self, layout: Layout, names: SourceNames) -> None:
        self.layout, self.names = layout, names

    def meant(self, who: Span) -> Span | None:
        """The name or description that "who" at a span refers to; None if it is not clear."""
        begin = self.layout.sentences[self.layout.sentence(who.start)]
        tokens = words(self.layout.text, max(begin, who.start - BACK), who.start)
        while tokens and tokens[-1].lower in CONJUNCTIONS | {","}:
            if tokens.pop().lower in CONJUNCTIONS:
                earlier = next((t for t in reversed(tokens) if t.lower in RELATIVES), None)
                return self.meant(Span(earlier.start, earlier.end)) if earlier else None
        return next((found for start, end in parts(tokens) if (found := self.person(tokens, start, end))), None)

    def named_before(self, which: Span) -> Chain | None:
        """The name right before a relative pronoun, "which"; no place."""
        for span, chain in self.names.before(which):
            if which.start - span.end > 3:
                return None
            if chain.type is not EntityType.PLACE:
                return chain
        return None

    def thing_before(self, that: Span) -> Span | None:
        """The document that "that" or "which" goes on with: "a poster from Harrow that reads"."""
        begin = self.layout.sentences[self.layout.sentence(that.start)]
        tokens = words(self.layout.text, max(begin, that.start - BACK), that.start)
        while tokens and tokens[-1].lower == ",":
            tokens.pop()
        near = ((without_bearer(tokens, start, end), end) for start, end in islice(parts(tokens), PARTS))
        phrases = (span_of(tuple(tokens), start, end) for start, end in near)
        return next((phrase for phrase in phrases if self.is_paper(phrase)), None)

    def is_paper(self, phrase: Span) -> bool:
        """Whether a phrase describes something written, in the plural or with a determiner."""
        head = head_of(phrase.of(self.layout.text))
        if head is None or self.names.inside(phrase):
            return False
        first = phrase.of(self.layout.text).split()[0].lower()
        known = head.noun in PAPERS or singular(head.noun) in PAPERS
        return known and (first in DETERMINERS or head.noun not in PAPERS or head.noun.endswith("s"))

    def people_before(self, they: Span) -> Span | None:
        """The plural subject that opens the sentence of a pronoun, else the one before, in its paragraph."""
        layout, own = self.layout, self.layout.sentence(they.start)
        bounds = [(layout.sentences[number], they.start) for number in (own, own - 1) if number >= 0]
        near = (Span(begin, end) for begin, end in bounds if begin < end)
        same = (stretch for stretch in near if layout.paragraph(stretch.start) == layout.paragraph(they.start))
        return next((phrase for stretch in same if (phrase := self.people(stretch))), None)

    def people(self, stretch: Span) -> Span | None:
        """The plural noun phrase for people that is the subject of the sentence that a stretch of text begins with."""
        phrase = subject_of(self.layout.text, stretch, BACK)
        head = head_of(phrase.of(self.layout.text)) if phrase else None
        people = head and head.plural and (head.noun in GROUPS - ANYBODY or personal(singular(head.noun)))
        return phrase if people else self.counted(stretch)

    def counted(self, stretch: Span) -> Span | None:
        """The people counted by the subject of a sentence: "Hundreds of students", "About 200 people"."""
        found = COUNTED.match(self.layout.text, stretch.start, min(stretch.end, stretch.start + BACK))
        if found is None:
            return None
        noun = found["noun"].lower()
        known = noun in GROUPS or noun == "people" or (noun.endswith("s") and personal(singular(noun)))
        return Span(*found.span()) if known else None

    def person(self, tokens: list[Token], start: int, end: int) -> Span | None:
        """The person or people that the noun phrase [start, end) names or describes, or is said of."""
        phrase = span_of(tuple(tokens), start, end)
        for name, chain in reversed(self.names.inside(phrase)):
            if name.end == phrase.end:
                return name if chain.type in (*PEOPLE, None) else None
        head = head_of(phrase.of(self.layout.text))
        if head is None or not (head.noun in GROUPS or personal(singular(head.noun) if head.plural else head.noun)):
            return None
        owned = any(token.lower in OWNING for token in tokens[start:end])
        if not head.plural and tokens[start].lower not in DETERMINERS and not owned:
            # The last of several: "is a poet, painter and critic who".
            return self.subject(tokens, start) if any(token.lower in BE for token in tokens[:start]) else None
        if start and tokens[start - 1].lower == "," and (named := self.named_at(tokens, start - 1)):
            return named
        if start and tokens[start - 1].lower in BE and not is_inverted(tokens):
            return self.subject(tokens, start)
        return phrase

    def named_at(self, tokens: list[Token], end: int) -> Span | None:
        """The person whose name ends right before a token, what stands in brackets apart."""
        end = before_brackets(tokens, end)
        return self.last_person(span_of(tuple(tokens), max(0, end - 1), end)) if end else None

    def subject(self, tokens: list[Token], end: int) -> Span | None:
        """The person named first in the sentence."""
        inside = self.names.inside(span_of(tuple(tokens), 0, end))
        return next((name for name, chain in inside if chain.type is EntityType.PERSON), None)

    def last_person(self, word: Span) -> Span | None:
        """The name of a person that ends with a word."""
        for name, chain in self.names.before(Span(word.end, word.end + 1)):
            if name.end == word.end and chain.type is EntityType.PERSON:
                return name
            if name.end < word.start:
                return None
        return None


def is_inverted(tokens: list[Token]) -> bool:
    """Whether a sentence introduces whom its verb is followed by: "Among them was a boy", "It was a boy"."""
    return tokens[0].lower in PREPOSITIONS | {"there", "it"}


def parts(tokens: list[Token]) -> Iterator[tuple[int, int]]:
    """The noun phrases at the end of a stretch of text, between commas and prepositions, the last first."""
    end = len(tokens)
    while (end := before_brackets(tokens, end)) > 0:
        start = end
        while start and tokens[start - 1].lower not in BOUNDS and end - start < LONGEST:
            start -= 1
            if tokens[start].lower in DETERMINERS - {"'s"}:
                break
        if start < end:
            yield start, end
        if start and tokens[start - 1].lower not in PREPOSITIONS | {","}:
            start = next((at + 1 for at in range(start - 1, -1, -1) if tokens[at].lower == ","), 0)
        end = max(start - 1, 0)


def without_bearer(tokens: list[Token], start: int, end: int) -> int:
    """Where what somebody carries begins: "placards" of "into the hall carrying placards"."""
    return next((at + 1 for at in range(end - 2, start - 1, -1) if tokens[at].lower in BEARING), start)


def before_brackets(tokens: list[Token], end: int) -> int:
    """The token behind which nothing but an aside in brackets stands before `end`."""
    if end and tokens[end - 1].lower == ")":
        return next((at for at in range(end - 1, max(-1, end - 12), -1) if tokens[at].lower == "("), end)
    return end
