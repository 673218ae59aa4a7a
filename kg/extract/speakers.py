"""Who speaks: the source phrase of a report becomes an entity of the article, or stays unresolved."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final

from kg.extract.chains import Chain
from kg.extract.descriptions import COLLECTIVE, FEMALE, MALE, PRESS, STAFF, Head, head_of
from kg.extract.lexicon import DEMONYMS, DOCUMENTS, ORGANISATION_WORDS, PREPOSITIONS, ROLES, TITLES, word_set
from kg.extract.report import Report
from kg.model import EntityType, Span, StatementKind

HE: Final = {"he": "male", "she": "female"}

FAR: Final = 3000
"""Characters; nothing is resolved over a longer stretch."""

PRESS_NAME: Final = re.compile(
    r"\b(Times|Post|News|Gazet\w+|Journal|Tribune|Herald|Guardian|Telegraph|Press|Review|Today|Week|Magazine|Daily|Mail|Radio|TV|Star|Sun|Globe)\b"
)
APART: Final = word_set("the a an former late prime acting vice deputy then longtime veteran senior current")
"""What may stand before a title."""


class Speakers:
    """Resolves the sources of an article's reports, one after the other."""

    def __init__(self, text: str, chains: list[Chain]) -> None:
        self.text, self.chains = text, chains
        self.named = sorted((span, number) for number, chain in enumerate(chains) for span in chain.mentions)
        self.owner = {span: chain for chain in chains for span in chain.mentions}
        """Whose mention a span is; a span is never that of two."""
        self.offices = {chain.name.lower(): chain for chain in reversed(chains)}
        self.last: tuple[int, Chain] | None = None
        self.last_body: Chain | None = None
        self.new: dict[str, list[Chain]] = {}

    def resolve(self, report: Report) -> Chain | None:
        """The chain of who speaks; None if it is not clear."""
        where = report.source.start if report.source else report.pieces[0].start
        chain = self.of_source(report.source) if report.source else (self.last[1] if self.last else None)
        if chain is not None and chain.type is EntityType.PLACE:
            chain = None
        if chain is not None:
            if report.source:
                chain.type = chain.type or EntityType.PERSON
            self.last = (where, chain)
            if chain.type is EntityType.ORGANISATION:
                self.last_body = chain
            self.note_gender(report, chain)
        elif report.source:
            self.last = None
        return chain

    def note_gender(self, report: Report, chain: Chain) -> None:
        """Learns from "Lee said she …" which pronoun is the speaker's."""
        word = report.pieces[0].of(self.text)[:4].partition(" ")[0].lower()
        if chain.type is EntityType.PERSON and report.kind is not StatementKind.DIRECT:
            chain.gender = chain.gender or HE.get(word)

    def of_source(self, source: Span) -> Chain | None:
        """The chain that a source phrase names or means."""
        phrase = source.of(self.text)
        if phrase.lower() in ("he", "she", "they", "it", "who", "which", "i", "we", "you"):
            return self.pronoun(phrase.lower(), source)
        return self.by_name(source) or self.described(source, phrase)

    def inside(self, span: Span) -> list[tuple[Span, Chain]]:
        """The names in a stretch of text."""
        at = bisect_left(self.named, (Span(span.start, span.start + 1), 0))
        found = []
        while at < len(self.named) and self.named[at][0].start < span.end:
            if self.named[at][0].end <= span.end:
                found.append((self.named[at][0], self.chains[self.named[at][1]]))
            at += 1
        return found

    def by_name(self, source: Span) -> Chain | None:
        """The name in the phrase that speaks: a person, else an organisation; no possessor, no "for X"."""
        names = self.inside(source)
        people = [c for span, c in names if c.type is EntityType.PERSON and self.speaks(source, span)]
        if people:
            return people[0]
        heads = [(span, c) for span, c in names if self.speaks(source, span)]
        for wanted in (EntityType.ORGANISATION, None, EntityType.GROUP):
            for span, chain in heads:
                if chain.type is wanted and self.ends_phrase(source, span):
                    return chain
        return self.behind(source, names)

    def speaks(self, source: Span, name: Span) -> bool:
        """Whether a name in a source phrase is its head: not owner, not after a preposition ("a friend of Lee")."""
        if self.text[name.end : name.end + 1] in ("'", "’"):
            return False
        before = self.text[source.start : name.start].rpartition(",")[2].lower().split()
        while before and (before[-1].strip(".") in TITLES | ROLES | APART or before[-1].title() in DEMONYMS):
            titled = before.pop()
            if titled not in APART and before and self.text[name.start].isupper() and not (set(before) & PREPOSITIONS):
                return True
        if not before:
            return True
        if self.titled(source, name):
            return True
        return not any(word in PREPOSITIONS for word in before)

    def titled(self, source: Span, name: Span) -> bool:
        """Whether a name right behind another ends the phrase: "the director of the Example Council Ann Lee"."""
        before = [
            w
            for w in self.text[source.start : name.start].split()
            if w.lower().strip(".") not in TITLES | ROLES | APART
        ]
        rest = self.text[name.end : source.end].lstrip()
        return (not rest or rest[0] == ",") and bool(before) and before[-1][0].isupper()

    def addressed(self, span: Span) -> tuple[Chain, ...]:
        """Those with a name whom a phrase says the words were spoken to."""
        head = head_of(span.of(self.text))
        found = self.named_in(span)
        if not found and head and head.definite and head.noun in PRESS:
            press = self.recent_press(span)
            found = (press,) if press else ()
        return found

    def named_in(self, span: Span) -> tuple[Chain, ...]:
        """The chains named in a stretch of text, owners left out."""
        chains = [c for name, c in self.inside(span) if c.type and self.text[name.end : name.end + 1] not in ("'", "’")]
        return tuple(dict.fromkeys(chains))

    def ends_phrase(self, source: Span, name: Span) -> bool:
        """Whether nothing but a comma, brackets or a preposition follows the name in its phrase."""
        rest = self.text[name.end : source.end].lstrip()
        return not rest or not rest[0].isalnum() or rest.split()[0].lower() in PREPOSITIONS | {"and"}

    def behind(self, source: Span, names: list[tuple[Span, Chain]]) -> Chain | None:
        """The organisation or person whose report or analysts speak: "analysts of X", "X's report"."""
        head = head_of(source.of(self.text))
        if head is None or (head.noun not in STAFF and head.noun not in DOCUMENTS):
            return None
        for span, chain in names:
            before = self.text[source.start : span.start].lower().split()
            owner = self.text[span.end : span.end + 2] in ("'s", "’s")
            of = any(word in ("of", "from", "at") for word in before) or made_by(before)
            if chain.type in (EntityType.ORGANISATION, EntityType.PERSON, None) and (owner or of):
                chain.type = chain.type or EntityType.ORGANISATION
                return chain
        return None

    def pronoun(self, word: str, where: Span) -> Chain | None:
        """Who a pronoun means: the last speaker, else the last fitting name; None if neither is near."""
        if word in ("who", "which"):
            chain = self.antecedent(where)
        elif word in HE:
            chain = self.person(HE[word], where)
        elif word == "they":
            chain = self.recent((EntityType.GROUP, EntityType.ORGANISATION), where)
        elif word == "it":
            chain = self.recent((EntityType.ORGANISATION, EntityType.DOCUMENT), where)
        else:
            return None
        if chain is not None:
            chain = self.mentioned(chain, where)
            chain.gender = chain.gender or HE.get(word)
        return chain

    def mentioned(self, chain: Chain, span: Span) -> Chain:
        """The chain with a span among its mentions; another one if it is already that one's."""
        owner = self.owner.setdefault(span, chain)
        owner.mention(span)
        return owner

    def antecedent(self, where: Span) -> Chain | None:
        """The name right before a relative pronoun."""
        near = (chain for span, chain in self.before(where, 0) if where.start - span.end <= 3)
        return next((chain for chain in near if chain.type is not EntityType.PLACE), None)

    def person(self, gender: str, where: Span) -> Chain | None:
        """The person last named or speaking before `where` whose gender does not contradict."""

        def fits(chain: Chain) -> bool:
            return chain.type is EntityType.PERSON and chain.gender in (None, gender)

        if self.last and fits(self.last[1]) and self.near(self.last[0], where.start, 2):
            return self.last[1]
        return self.only([(span, c) for span, c in self.before(where, 1) if fits(c)], where)

    def before(self, where: Span, lines: int) -> list[tuple[Span, Chain]]:
        """The names before `where`, at most so many lines away, the nearest first."""
        found = []
        for at in range(bisect_left(self.named, (where, 0)) - 1, -1, -1):
            span, number = self.named[at]
            if not self.near(span.start, where.start, lines):
                break
            found.append((span, self.chains[number]))
        return found

    def only(self, named: list[tuple[Span, Chain]], where: Span) -> Chain | None:
        """The one chain that is named; of several the one whose name opens the sentence before `where`; else None."""
        if len({id(chain) for _, chain in named}) == 1:
            return named[0][1]
        for span, chain in named:
            if self.text[max(0, span.start - 3) : span.start].rstrip()[-1:] in (".", "!", "?", "”", '"'):
                return chain if self.text.count(". ", span.end, where.start) <= 1 else None
        return None

    def recent(self, types: tuple[EntityType, ...], where: Span) -> Chain | None:
        """The last speaker of these types, else the last such name, if near."""
        if self.last and self.last[1].type in types and self.near(self.last[0], where.start, 2):
            return self.last[1]
        return next((chain for _, chain in self.before(where, 1) if chain.type in types), None)

    def near(self, start: int, end: int, lines: int) -> bool:
        """Whether at most so many lines with words end between two offsets."""
        return end - start < FAR and sum(1 for line in self.text[start:end].split("\n")[1:] if line.strip()) <= lines

    def described(self, source: Span, phrase: str) -> Chain | None:
        """The chain that a description means: one named before, or an unnamed source of its own."""
        head = head_of(phrase)
        if head is None:
            return None
        if head.definite and not head.plural and (known := self.meant(head, source)):
            return self.mentioned(known, source)
        for chain in reversed(self.new.get(head.noun, [])[-20:]):
            if head.definite or (head.plural and chain.name.lower() == phrase.lower()):
                return self.mentioned(chain, source)
        return self.owner.get(source) or self.unnamed(head, source)

    def meant(self, head: Head, source: Span) -> Chain | None:
        """The organisation or person that "the group", "the ministry", "the minister" means."""
        if head.noun in PRESS:
            return self.recent_press(source)
        if head.noun in COLLECTIVE:
            kinds = (EntityType.ORGANISATION, EntityType.GROUP)
            return self.recent(kinds, source) if self.in_doubt(source) else self.last_body or self.recent(kinds, source)
        return next(
            (
                chain
                for _, chain in self.before(source, 30)
                if chain.type is EntityType.ORGANISATION and head.noun in chain.name.lower().split()
            ),
            None,
        )

    def in_doubt(self, source: Span) -> bool:
        """Whether who spoke last, just before, may be the organisation that is meant, though taken for a person."""
        if self.last is None or not self.near(self.last[0], source.start, 0):
            return False
        chain = self.last[1]
        return chain.type is EntityType.PERSON and not chain.unnamed and chain.gender is None

    def recent_press(self, source: Span) -> Chain | None:
        """The newspaper or agency last named."""
        return next((chain for _, chain in self.before(source, 30) if PRESS_NAME.search(chain.name)), None)

    def unnamed(self, head: Head, source: Span) -> Chain | None:
        """A new chain for a source without a name, if the phrase describes one."""
        phrase = re.split(r",? (?:who|whose|which)\b", source.of(self.text))[0].strip(" ,")
        kind = self.kind(head, phrase)
        if kind is None:
            return None
        if kind is EntityType.ORGANISATION and any(word[0].isupper() for word in phrase.split()[1:]):
            return self.office(phrase, source)
        lone = head.definite and not head.plural and phrase.lower().startswith("the ")
        if lone and kind in (EntityType.PERSON, EntityType.ORGANISATION):
            return None
        chain = Chain(" ".join(phrase.split()), kind, [source], unnamed=True, noun=head.noun)
        chain.gender = "female" if head.noun in FEMALE else "male" if head.noun in MALE else None
        self.owner[source] = chain
        self.chains.append(chain)
        self.new.setdefault(head.noun, []).append(chain)
        return chain

    def kind(self, head: Head, phrase: str) -> EntityType | None:
        """What a description describes; None if it is no source."""
        if not phrase[:1].isalnum():
            return None
        if head.noun in DOCUMENTS:
            return EntityType.DOCUMENT
        if head.plural:
            return EntityType.GROUP
        if head.noun in ROLES:
            return EntityType.PERSON
        return EntityType.ORGANISATION if head.noun in ORGANISATION_WORDS or head.noun in COLLECTIVE else None

    def office(self, phrase: str, source: Span) -> Chain:
        """The chain of an organisation named by its country or place: "the Utopian government"."""
        name = " ".join(re.sub(r"^(?:the|a|an) ", "", phrase, flags=re.IGNORECASE).split())
        known = self.offices.get(name.lower())
        if known:
            return self.mentioned(known, source)
        chain = self.owner[source] = self.offices[name.lower()] = Chain(name, EntityType.ORGANISATION, [source])
        self.chains.append(chain)
        return chain


def made_by(before: list[str]) -> bool:
    """Whether the words before a name make it an author ("research by the newspaper"), no mere reader ("seen by")."""
    by = before.index("by") if "by" in before else 0
    return by > 0 and before[by - 1] in DOCUMENTS
