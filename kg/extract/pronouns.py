"""Who a personal pronoun means: of the entities named shortly before, the likeliest by learned weights, or none.

Pronouns are read in text order, since each answer bears on the next. Without a likely answer a pronoun stays open.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import Final

from kg.extract.antecedents import Antecedents
from kg.extract.chains import Chain
from kg.extract.first_person import Authors
from kg.extract.genders import HE
from kg.extract.layout import Layout
from kg.extract.lexicon import lines, word_set
from kg.extract.pronoun_features import THIRD, Candidate, Context, Pronoun, of_candidate, of_none, rivals
from kg.extract.report import Report
from kg.extract.voices import Voices, asks
from kg.model import EntityType, Span

FORMS: Final = {
    word: (words.split()[0], form)
    for words in ("he him his", "she her her hers", "it it its", "they them their theirs",
                  "i me my mine", "we us our ours", "you you your yours")
    for word, form in zip(words.split(), ("subject", "object", "owner", "owner"), strict=False)
}  # fmt: skip
FORMS["her"], FORMS["you"], FORMS["it"] = ("she", "owner"), ("you", "subject"), ("it", "subject")
FIND: Final = re.compile(rf"(?<![\w'’.-])(?:{'|'.join(sorted(FORMS, key=len, reverse=True))})(?![\w-])", re.IGNORECASE)
NO_PRONOUNS: Final = frozenset(("US", "IT", "i", "ME", "Mine"))

FITTING: Final = {
    "he": (EntityType.PERSON, None),
    "she": (EntityType.PERSON, None),
    "i": (EntityType.PERSON, None),
    "you": (EntityType.PERSON, None),
    "it": (EntityType.ORGANISATION, EntityType.PLACE, EntityType.DOCUMENT, None),
    "they": (EntityType.ORGANISATION, EntityType.GROUP, EntityType.PERSON, None),
    "we": (EntityType.ORGANISATION, EntityType.GROUP, EntityType.PLACE, EntityType.PERSON),
}
"""What a pronoun can mean."""

ANYBODY: Final = word_set("nobody somebody someone everybody everyone anybody anyone none")
"""What opens a sentence with a capital and names nobody."""

WEIGHTS: Final = {name: float(weight) for name, weight in (line.split("\t") for line in lines("pronouns.tsv"))}
LEAST: Final = 0.5
"""The least probability with which a pronoun is resolved."""

TELLING: Final = 0.8
"""From this probability on a pronoun tells the gender of whom it means; a wrong one would draw others after it."""


OWN_VOICE: Final = 3
"""So often a text says "I" outside of quotations before that is taken for its author's or speaker's own voice."""

AUTHOR: Final = 0.9
"""How surely that means who is named as author or speaker; estimated."""


def find(text: str) -> list[Pronoun]:
    """The personal pronouns of a text, in order."""
    found = []
    for match in FIND.finditer(text):
        # Whatever case, "ſhe" and "İ" match too; they are no pronouns.
        if match[0] not in NO_PRONOUNS and match[0].lower() in FORMS:
            kind, form = FORMS[match[0].lower()]
            found.append(Pronoun(Span(*match.span()), kind, form))
    return found


class Pronouns:
    """Resolves the pronouns of one article, in text order; `chains` take those that mean them as mentions."""

    def __init__(self, text: str, chains: list[Chain], reports: Sequence[Report] = ()) -> None:
        self.text, self.weights = text, WEIGHTS
        self.layout = Layout(text)
        self.voices = Voices(text, chains, reports)
        taken = {span for chain in chains for span in chain.mentions}
        found = [pronoun for pronoun in find(text) if pronoun.span not in taken]
        self.third = [p for p in found if p.kind in THIRD]
        self.others = [p for p in found if p.kind not in THIRD]
        self.antecedents = Antecedents(self.layout, self.voices, chains)
        self.answers: dict[Span, tuple[Chain, float]] = {}
        self.left: set[Span] = set()
        self.read = 0
        self.authors = Authors(text, chains) if sum(self.is_own(p) for p in self.others) >= OWN_VOICE else None

    def is_own(self, pronoun: Pronoun) -> bool:
        """Whether a pronoun is an "I" that stands in nobody's quotation."""
        return pronoun.kind == "i" and not self.voices.quoted(pronoun.span.start)

    def own_voice(self, span: Span) -> Chain | None:
        """Who says "I" at a span: whose quotation or answer that is, else the author of the text, if named."""
        if self.voices.quoted(span.start):
            return self.voices.quotes(span.start)
        if self.voices.interviewee:
            return None if asks(self.text, span.start) else self.voices.interviewee
        return self.authors.author(span.start) if self.authors else None

    def of(self, span: Span) -> tuple[Chain, float] | None:
        """Whom the pronoun at a span means, and how likely; None where it is not clear."""
        self.until(span.end)
        return self.answers.get(span)

    def until(self, end: int) -> None:
        """Resolves those of the third person that end before an offset."""
        while self.read < len(self.third) and self.third[self.read].span.end <= end:
            if self.third[self.read].span not in self.answers and self.third[self.read].span not in self.left:
                self.resolve(self.third[self.read])
            self.read += 1

    def finish(self) -> None:
        """Resolves all that is left: once it is known who speaks, also who says "I"."""
        self.until(len(self.text))
        for pronoun in self.others:
            author = self.authors.author(pronoun.span.start) if self.authors and self.is_own(pronoun) else None
            if author and self.voices.interviewee is None:
                self.accept(pronoun, author, AUTHOR)
            else:
                self.resolve(pronoun)

    def meant_within(self, stretch: Span, kind: str) -> list[Chain]:
        """Those whom the pronouns of a kind mean in a stretch of text, as far as they are resolved."""
        at = bisect_left(self.third, stretch.start, key=lambda p: p.span.start)
        found = []
        while at < len(self.third) and self.third[at].span.end <= stretch.end:
            pronoun = self.third[at]
            if pronoun.kind == kind and pronoun.span in self.answers:
                found.append(self.answers[pronoun.span][0])
            at += 1
        return found

    def described(self, span: Span, kinds: Sequence[str], fits: Callable[[Chain], bool]) -> tuple[Chain, float] | None:
        """The person whom a description at a span means as "he" or "she" there would, and how likely; None in doubt.

        `kinds` are those of the two that may stand there; `fits` says of whom the description may be said.
        """
        self.until(span.start)
        found = []
        for kind in kinds:
            pronoun = Pronoun(span, kind, "subject")
            candidates = [c for c in self.antecedents.of(pronoun, self.fits) if not c.chain.unnamed and fits(c.chain)]
            number, probability = self.decide(self.context(pronoun, candidates), candidates)
            if number is not None:
                found.append((candidates[number].chain, probability))
        return max(found, key=lambda each: each[1], default=None)

    def add(self, span: Span, chain: Chain) -> None:
        """Takes a mention that was found otherwise, such as a description."""
        self.antecedents.add(span, chain)

    def remove(self, span: Span, chain: Chain) -> None:
        """Drops a mention that turned out to be another's."""
        self.antecedents.remove(span, chain)

    def claim(self, within: Span, chain: Chain, probability: float) -> None:
        """Puts the pronouns within a stretch of text that are not resolved yet, and fit, to an entity."""
        at = bisect_left(self.third, within.start, key=lambda p: p.span.start)
        while at < len(self.third) and self.third[at].span.end <= within.end:
            pronoun = self.third[at]
            if pronoun.kind != "it" and self.fits(pronoun, chain) and pronoun.span not in self.answers:
                self.accept(pronoun, chain, probability)
            at += 1

    def is_done_to(self, span: Span) -> bool:
        """Whether words tell what is done to whom a pronoun at a span means: "dismissed her as a fool"."""
        return self.antecedents.is_object(Pronoun(span, "", ""))

    def leave(self, span: Span) -> None:
        """Leaves a pronoun open: it means somebody who has no name."""
        self.left.add(span)

    def resolve(self, pronoun: Pronoun) -> None:
        """Resolves one pronoun, if somebody is likely enough."""
        own = self.voices.we(pronoun.span.start) if pronoun.kind == "they" else ""
        candidates = [c for c in self.antecedents.of(pronoun, self.fits) if not names(own, c.chain)]
        here = self.context(pronoun, candidates)
        number, probability = self.decide(here, candidates)
        if number is not None and probability >= LEAST:
            self.accept(pronoun, candidates[number].chain, probability)

    def decide(self, here: Context, candidates: list[Candidate]) -> tuple[int | None, float]:
        """The likeliest of the candidates, None for none of them, with its probability."""
        weight = self.weights.get
        none = sum(weight(feature, 0.0) for feature in of_none(here))
        scores = [sum(weight(f, 0.0) for f in of_candidate(here, c)) for c in candidates]
        best = max(range(len(scores)), key=scores.__getitem__, default=None)
        if best is None or scores[best] <= none:
            return None, 0.0
        return best, 1 / sum(math.exp(score - scores[best]) for score in (none, *scores))

    def accept(self, pronoun: Pronoun, chain: Chain, probability: float) -> None:
        """Takes an answer: the pronoun becomes a mention."""
        self.answers[pronoun.span] = (chain, probability)
        chain.mention(pronoun.span)
        self.antecedents.answered(pronoun, chain)
        if pronoun.kind in ("he", "she"):
            chain.type = chain.type or EntityType.PERSON
            if probability >= TELLING:
                chain.gender = chain.gender or HE[pronoun.kind]

    def context(self, pronoun: Pronoun, candidates: list[Candidate]) -> Context:
        """What is the same for all candidates."""
        layout, span = self.layout, pronoun.span
        return Context(
            layout,
            pronoun,
            layout.sentence(span.start),
            layout.paragraph(span.start),
            layout.after(span.end),
            layout.before(span.start),
            layout.opens(span.start),
            self.voices.quoted(span.start),
            rivals(self.text, pronoun),
            len(candidates),
            span in self.voices.sources,
        )

    def fits(self, pronoun: Pronoun, chain: Chain) -> bool:
        """Whether type and gender allow a pronoun to mean an entity; "they" means nobody who is a "he" or "she"."""
        if chain.type not in FITTING[pronoun.kind] or chain.name.lower() in ANYBODY:
            return False
        if pronoun.kind == "they" and chain.gender:
            return False
        return pronoun.kind not in ("he", "she") or chain.gender in (None, HE[pronoun.kind])


def names(phrase: str, chain: Chain) -> bool:
    """Whether a phrase holds the name of an entity: "the head of the rescue service", the rescue service."""
    return re.search(rf"\b{re.escape(chain.name)}\b", phrase, re.IGNORECASE) is not None
