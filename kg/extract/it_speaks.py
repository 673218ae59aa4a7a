"""What "it" means where it speaks: the body or document that the text before its words is about.

"The inspectorate took samples. None was clean, it said", "A plaque recalls the flood. “We rebuilt,” it says", "They put
up a sign. It reads …". What cannot speak, a river or a loss, is passed over.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from kg.extract.chains import Chain
from kg.extract.descriptions import PAPERS, head_of
from kg.extract.inscriptions import SIGNS
from kg.extract.kind_of_source import kind_of
from kg.extract.layout import Layout
from kg.extract.lexicon import DETERMINERS, GIVEN_NAMES, PREPOSITIONS
from kg.extract.own_actors import FIRMS
from kg.extract.phrases import Range
from kg.extract.sentence_subject import subject_of
from kg.extract.source_names import SourceNames
from kg.extract.speaking_names import Named
from kg.extract.tokens import Tokens, span_of, words
from kg.extract.voices import Voices
from kg.extract.written_on import SHEETS
from kg.model import EntityType, Span

BODIES: Final = (EntityType.ORGANISATION, EntityType.DOCUMENT)

SENTENCES: Final = 3
"""Sentences before the words that are looked at, in their paragraph."""

LONG: Final = 400
"""Characters of a sentence that are read."""

ADJECTIVES: Final = 4
"""Words that may stand between a determiner and what is written: "a rather short two-line notice"."""

NEW: Final = ("a", "an")
"""What tells that a document was not spoken of before."""

WHERE: Final = ("in", "on", "by", "via", "through")
"""What stands before a document in which words are said."""

DASHES: Final = ("-", "–", "—")
"""What closes a dateline."""

BEARERS: Final = SIGNS | SHEETS | {"card", "caption", "billboard", "signboard", "headline", "bedsheet", "mural"}
"""Things that bear words of their own; somebody speaks in a statement or a letter."""

SHOWN: Final = ("read", "reads")
"""What is said of a document rather than of a body."""


class ItSpeaks:
    """Looks back from "it"; `owners` say whose mention a phrase is, as far as that is known."""

    def __init__(self, layout: Layout, names: SourceNames, voices: Voices, owners: Mapping[Span, Chain]) -> None:
        self.layout, self.names, self.voices, self.owners = layout, names, voices, owners

    def meant(self, it: Span, last: tuple[int, Chain] | None) -> Chain | Span | None:
        """The body or document, or the phrase that names or describes it; `last` is who spoke last. None in doubt."""
        at = self.voices.begins(it)
        own = self.layout.sentences[self.layout.sentence(at)]
        body = last[1] if last and last[1].type in BODIES else None
        if last and body and own <= last[0] < it.start:
            return body
        for stretch in self.before(at):
            subject = self.subject(stretch)
            if stretch.start == own and subject is None:
                continue
            if found := self.told(stretch, subject, last, self.is_shown(it)):
                return found
            if self.organisations(stretch) or (stretch.start == own and it.end - it.start > len("it")):
                return None
        subject = self.subject(Span(at, it.start)) if at < it.start else None
        if subject and self.is_body(subject):
            return subject
        return body if last and self.goes_on(last[0], at) else None

    def goes_on(self, spoke: int, at: int) -> bool:
        """Whether words that begin a paragraph go on with a report in the last sentence of the one before."""
        number = self.layout.sentence(at)
        later = self.layout.paragraph(at) - self.layout.paragraph(spoke)
        return later == 1 and bool(number) and spoke >= self.layout.sentences[number - 1]

    def told(
        self, stretch: Span, subject: Span | None, last: tuple[int, Chain] | None, shown: bool
    ) -> Chain | Span | None:
        """The body or document that a stretch of text is about, else that speaks in it, else that it tells of."""
        spoke = last if last and stretch.start <= last[0] < stretch.end else None
        paper = self.paper(stretch, shown)
        if paper and shown:
            return paper
        if subject and self.is_body(subject) and not (spoke and subject.start <= spoke[0] < subject.end):
            return subject
        if spoke and spoke[1].type in BODIES:
            return spoke[1]
        if paper:
            return paper
        named = self.organisations(stretch)
        if len(named) == 1:
            return named[0][0]
        return spoke[1] if spoke and not named and in_doubt(spoke[1]) else None

    def before(self, at: int) -> Iterator[Span]:
        """What stands before an offset in its sentence, then the sentences before in its paragraph, the last first."""
        own = self.layout.sentence(at)
        begins = self.layout.sentences
        if begins[own] < at and not self.layout.text[begins[own] : at].rstrip().endswith(DASHES):
            yield Span(begins[own], at)
        for number in range(own - 1, max(-1, own - 1 - SENTENCES), -1):
            if self.layout.paragraph(begins[number]) != self.layout.paragraph(at):
                return
            yield Span(begins[number], begins[number + 1])

    def subject(self, stretch: Span) -> Span | None:
        """The subject that a stretch of text begins with, with the whole of a name that begins in it."""
        phrase = subject_of(self.layout.text, stretch, LONG)
        if phrase is None:
            return None
        ends = (name.end for name, _ in self.names.inside(stretch) if phrase.start <= name.start < phrase.end)
        return Span(phrase.start, max(phrase.end, *ends, phrase.end))

    def is_shown(self, it: Span) -> bool:
        """Whether the cue of what "it" speaks is one of documents."""
        report = self.voices.sources.get(it)
        return bool(report and report.cue and report.cue.of(self.layout.text).lower() in SHOWN)

    def is_body(self, phrase: Span) -> bool:
        """Whether a phrase names or describes one body or document."""
        if known := self.owners.get(phrase):
            return known.type in BODIES
        if named := self.names.speaking(phrase):
            return named[1].type in BODIES
        if self.names.state(phrase):
            return self.layout.text[phrase.end : phrase.end + 1] == " "
        words = phrase.of(self.layout.text)
        head = head_of(words)
        return head is not None and not head.plural and is_one(head.noun) and kind_of(head, words) in BODIES

    def paper(self, stretch: Span, shown: bool) -> Span | None:
        """The document that a stretch of text tells of, a new one rather than one known: "had painted a sign".

        None in somebody's own words; where somebody speaks, none that only tells where, unless it is `shown`: "said in
        a statement".
        """
        tokens = tuple(words(self.layout.text, stretch.start, min(stretch.end, stretch.start + LONG)))
        speaks = not shown and any(stretch.holds(phrase) for phrase in self.voices.phrases)
        told = [each for each in papers(tokens) if not self.voices.quoted(tokens[each[0]].start)]
        found = [each for each in told if not (speaks and is_medium(tokens, each[0]))]
        new = [each for each in found if tokens[each[0]].lower in NEW]
        return span_of(tokens, *(new or found)[-1]) if found else None

    def paper_at(self, stretch: Span | None) -> Span | None:
        """What bears the words that it leads up to behind a colon: "had put up a slip with a question: “…”"."""
        paper = self.paper(stretch, shown=True) if stretch else None
        head = head_of(paper.of(self.layout.text)) if paper else None
        return paper if head and head.noun in BEARERS else None

    def organisations(self, stretch: Span) -> list[Named]:
        """The organisations that a stretch of text names, each once, but for owners."""
        found: dict[Chain, Named] = {}
        for name, chain in self.names.inside(stretch):
            if chain.type is EntityType.ORGANISATION and not self.names.owned(name):
                found.setdefault(chain, (name, chain))
        return list(found.values())


def in_doubt(chain: Chain) -> bool:
    """Whether a name may be a body's, though taken for a person's."""
    person = chain.type is EntityType.PERSON and not chain.unnamed
    return person and chain.gender is None and not GIVEN_NAMES & set(chain.name.split())


def is_one(noun: str) -> bool:
    """Whether a noun is no plural by its ending: nobody calls "the figures" it; "railways" may be one body's name."""
    return not noun.endswith("s") or noun.endswith(("ss", "us", "is")) or noun in FIRMS


def papers(tokens: Tokens) -> Iterator[Range]:
    """Where the documents stand that some tokens tell of."""
    for at, token in enumerate(tokens):
        if token.lower in PAPERS and is_one(token.lower) and (start := determined(tokens, at)) is not None:
            yield start, at + 1


def is_medium(tokens: Tokens, start: int) -> bool:
    """Whether a document that begins at a token is a new one in which something is said or shown."""
    return start > 0 and tokens[start - 1].lower in WHERE and tokens[start].lower in NEW


def determined(tokens: Tokens, noun: int) -> int | None:
    """The determiner with which the noun phrase of a noun begins; None if it has none."""
    for at in range(noun - 1, max(-1, noun - 2 - ADJECTIVES), -1):
        if tokens[at].lower in PREPOSITIONS or (not tokens[at].text[0].isalnum() and tokens[at].lower != "'s"):
            return None
        if tokens[at].lower in DETERMINERS:
            return at
    return None
