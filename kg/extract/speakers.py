"""Who speaks: the source phrase of a report becomes an entity of the article, or stays unresolved."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from kg.extract import genders, told_bodies
from kg.extract.chains import Chain
from kg.extract.compatriots import is_native, is_no_name
from kg.extract.couples import Couples
from kg.extract.cues import is_reporting_form
from kg.extract.described import Descriptions
from kg.extract.descriptions import Head, head_of, one_person
from kg.extract.genders import HE
from kg.extract.he_speaks import HeSpeaks
from kg.extract.hearings import testifies
from kg.extract.it_speaks import BODIES, ItSpeaks
from kg.extract.joint import Joint
from kg.extract.known_as import KnownAs
from kg.extract.named_later import NamedLater
from kg.extract.named_sources import NamedSources
from kg.extract.one_of import one_of
from kg.extract.own_actors import press_office
from kg.extract.pronoun_features import THIRD
from kg.extract.pronouns import FORMS, Pronouns
from kg.extract.relatives import Relatives
from kg.extract.renamed import Renamed
from kg.extract.report import Report
from kg.extract.resolution import (
    FIRST_PERSON,
    FIRST_WORD,
    IT,
    PLURAL,
    PRONOUN_AT_MOST,
    RELATIVE_CLAUSE,
    Resolution,
    by,
)
from kg.extract.sentence_before import SentenceBefore
from kg.extract.source_names import SourceNames
from kg.extract.topics import Topics
from kg.extract.two_together import TwoTogether
from kg.extract.written_on import WRITTEN
from kg.model import EntityType, Span, StatementKind

ANYBODY: Final = ("both", "both of them", "the two", "the pair", "the duo")
"""What means people named before and names nobody."""

SOMEBODY: Final = ("somebody", "someone", "fans", "residents", "protesters")
"""Who may have put up what is written."""

FURTHER: Final = ("goes further", "went further")
"""How what is shown is set beside something else: nobody says that."""

NOBODY: Final = ("no", "none", "neither", "nobody")
"""How what nobody says begins: "no group has claimed the attack"."""

SELF: Final = re.compile(r" (?:him|her|it)self\Z")

WHAT: Final = re.compile(r"what (?P<who>he|she|it|they) (?:had |has )?\w+ed", re.IGNORECASE)

LEAST: Final = 0.58
"""A speaker less sure than this is none: nobody is better than somebody else."""


class Speakers:
    """Resolves the sources of an article's reports, one after the other; `reports` are all that will be asked for."""

    def __init__(self, text: str, chains: list[Chain], reports: Sequence[Report] = ()) -> None:
        told_bodies.settle(text, chains)
        genders.settle(text, chains)
        self.text = text
        self.names = SourceNames(text, chains)
        self.joint = Joint(text, self.names)
        self.pronouns = Pronouns(text, chains, reports)
        self.descriptions = Descriptions(text, chains, self.names, self.pronouns)
        self.couples = Couples(self.pronouns.layout, self.names, self.joint, self.pronouns)
        self.two = TwoTogether(self.pronouns.layout, self.names, self.joint, self.pronouns.voices)
        self.lately = self.descriptions.lately
        self.later = NamedLater(text, self.names, self.descriptions.introduced, self.pronouns.voices)
        self.relatives = Relatives(self.pronouns.layout, self.names)
        self.before = SentenceBefore(self.pronouns.layout, self.names, self.pronouns.voices)
        self.topics = Topics(self.pronouns.layout, self.names, self.pronouns, self.descriptions.owner)
        self.it_speaks = ItSpeaks(self.pronouns.layout, self.names, self.pronouns.voices, self.descriptions.owner)
        self.renamed = Renamed(text, self.topics, self.descriptions.introduced)
        self.known_as = KnownAs(text, self.names, self.descriptions, self.pronouns.voices)
        self.named_sources = NamedSources(self.names, self.joint, self.descriptions, chains)
        self.he_speaks = HeSpeaks(self.pronouns, self.before, self.topics, self.descriptions, self.described)
        self.found: dict[int, Resolution] = {}

    def resolve(self, report: Report) -> Chain | None:
        """The chain of who speaks; None if it is not clear."""
        found = self.of_source(report.source) if report.source else self.implied(report)
        if found is not None and (found.chain.type is EntityType.PLACE or found.confidence < LEAST):
            found = None
        where = report.source.start if report.source else report.pieces[0].start
        if found is None:
            if report.source:
                self.lately.spoke(where, None, self.pronouns.voices.reporter(report))
                self.lately.unknown = None if report.attitude else one_speaks(self.text, report.source)
            return None
        if report.source:
            self.known_as.tell(report.source, found.chain)
        self.note(report, where, found)
        return found.chain

    def how(self, report: Report) -> Resolution | None:
        """How the speaker of a report was found; None before that, and where it is not clear."""
        return self.found.get(id(report))

    def finish(self) -> None:
        """Resolves the pronouns that no report asked for; to be called when every report is resolved."""
        self.pronouns.finish()

    def note(self, report: Report, where: int, found: Resolution) -> None:
        """Keeps who speaks a report: what comes later is resolved by it."""
        chain = found.chain
        chain.settle()
        if report.source:
            self.claim(report, report.source, chain)
        self.found[id(report)] = found
        if not (report.attitude and self.text.endswith("by ", 0, where)):
            self.lately.spoke(where, chain, self.pronouns.voices.reporter(report))
        self.pronouns.voices.speaks(report, where, chain)
        if chain.type is EntityType.PERSON and where >= self.names.headline and testifies(self.text, report):
            self.lately.witness = chain

    def claim(self, report: Report, source: Span, chain: Chain) -> None:
        """Resolves what surely means the speaker: "a driver, who feared for his job, …", "Lee said she …"."""
        who = self.text.find(" who ", source.start, source.end)
        if who >= 0:
            self.pronouns.claim(Span(who, source.end), chain, RELATIVE_CLAUSE)
        first = report.pieces[0]
        word = re.match(r"\w+", first.of(self.text))
        if report.kind is not StatementKind.DIRECT and word and first.start > source.end:
            where = Span(first.start, first.start + word.end())
            if self.pronouns.is_done_to(where):
                return
            if chain.type is EntityType.PERSON:
                chain.gender = chain.gender or HE.get(word[0].lower())
            self.pronouns.claim(where, chain, FIRST_WORD)

    def implied(self, report: Report) -> Resolution | None:
        """Who speaks words without a source: of whom the sentence before them tells, else who spoke last."""
        at = report.pieces[0].start
        shown = not self.says(report) and self.topics.introduced(at)
        about = self.topics.just_before(at)
        if shown and (about is None or about.of(self.text).lower() in SOMEBODY):
            about = self.it_speaks.paper_at(self.topics.told_before(at)) or about
        if about and (found := self.of_source(about)):
            return by("implied", found.chain)
        last = None if shown else self.lately.last
        return by("implied", last[1]) if last else None

    def says(self, report: Report) -> bool:
        """Whether the cue of a report without a source is a verb of saying: "and added: “…”"."""
        cue = report.cue.of(self.text).lower() if report.cue else ""
        words = set(cue.split()) - WRITTEN
        return cue not in FURTHER and any(is_reporting_form(word) or word.endswith("ed") for word in words)

    def of_source(self, source: Span) -> Resolution | None:
        """Whom a source phrase names or means."""
        source = without_self(self.text, source)
        phrase = source.of(self.text)
        word = phrase.lower()
        if word == "who":
            return self.relative(source)
        if word in ("which", "that"):
            return self.which(source)
        if word in FORMS:
            return self.pronoun(word, source)
        if one := self.descriptions.compatriots.who(source):
            return by("description", self.descriptions.mentioned(one, source))
        if is_no_name(phrase):
            return None if is_native(phrase) else self.described(source, phrase)
        if found := self.named_sources.of(source):
            return found
        if couple := self.couples.who(source) or self.two.who(source):
            return by("description", self.descriptions.joined(couple, source))
        return self.described(source, phrase)

    def pronoun(self, word: str, where: Span) -> Resolution | None:
        """Whom a pronoun of the third person means."""
        if FORMS[word][0] == "i":
            author = self.pronouns.own_voice(where)
            return Resolution(author, "pronoun", FIRST_PERSON) if author else None
        if word in HE:
            self.he_speaks.look_back(word, where)
        elif word in ("it", "its") and (body := self.body(where)):
            return body
        found = self.pronouns.of(where) if FORMS[word][0] in THIRD else None
        if (found is None or found[1] < LEAST) and word in HE:
            return self.he_speaks.only_one(word, where, found[0] if found else None)
        if word == "they" and (found is None or found[1] < LEAST):
            return self.plural(where)
        if found is None:
            return None
        chain, probability = found
        owner = self.descriptions.owner.setdefault(where, chain)
        return Resolution(owner, "pronoun", min(round(probability, 3), PRONOUN_AT_MOST))

    def body(self, it: Span) -> Resolution | None:
        """The body or document that "it" goes on with: what the text before is about, else what spoke in it."""
        self.pronouns.until(it.start)
        if it in self.pronouns.answers:
            return None
        spoke = self.descriptions.owner.get(it) or self.it_speaks.meant(it, self.lately.last)
        if isinstance(spoke, Span):
            found = self.of_source(spoke)
            spoke = found.chain if found and found.chain.type in BODIES else None
        if spoke is None:
            return None
        if spoke.type is EntityType.PERSON:
            spoke.type = EntityType.ORGANISATION
        self.pronouns.leave(it)
        return Resolution(self.descriptions.mentioned(spoke, it), "pronoun", IT)

    def plural(self, they: Span) -> Resolution | None:
        """The couple named before "they", else the people without a name who are the subject of the sentence before."""
        if couple := self.couples.both(they) or self.two.subject(they):
            return Resolution(self.descriptions.joined(couple, they), "pronoun", PLURAL)
        subject = self.relatives.people_before(they)
        found = self.described(subject, subject.of(self.text)) if subject else None
        group = found is not None and found.chain.type is EntityType.GROUP
        return Resolution(found.chain, "pronoun", PLURAL) if found and group else None

    def which(self, which: Span) -> Resolution | None:
        """What "which" or "that" means: the name right before it, else what is written."""
        if chain := self.relatives.named_before(which):
            return by("relative", chain)
        paper = self.relatives.thing_before(which)
        found = self.of_source(paper) if paper else None
        return by("relative", found.chain) if found else None

    def relative(self, who: Span) -> Resolution | None:
        """Whom "who" means."""
        meant = self.relatives.meant(who)
        found = self.of_source(meant) if meant else None
        return by("relative", found.chain) if found else None

    def described(self, source: Span, phrase: str) -> Resolution | None:
        """Whom a description means, or the source without a name that it introduces."""
        if one := one_of(self.pronouns.layout, source):
            return by("unnamed", self.descriptions.begin(one, source))
        head = head_of(phrase)
        if head is None or phrase.lower() in ANYBODY or phrase.lower().split()[0] in NOBODY:
            return None
        if two := self.joint.called(source, self.pronouns.layout):
            return by("description", self.descriptions.joined(two, source))
        if office := press_office(phrase):
            return self.body_of(Span(source.start, source.start + len(office)))
        if named := self.names.beside(source):
            return by("short-name", self.named_sources.spoken_for(*named))
        if (again := self.renamed.who(head, source)) and not self.descriptions.told_otherwise(head, source):
            return by("description", self.descriptions.mentioned(again, source))
        if known := self.descriptions.known(head, source):
            return by("description", known)
        if spoken_of := self.once_more(head, source):
            return by("description", self.descriptions.mentioned(spoken_of, source))
        if later := self.later.who(head, source):
            return by("description", self.descriptions.mentioned(later, source))
        new = self.descriptions.unnamed(head, source)
        return by("unnamed", new) if new else None

    def once_more(self, head: Head, source: Span) -> Chain | None:
        """The person whom the text is about, whom "the woman" names once more; nobody if a woman was told of before.

        "The witness" is who told something to a court last.
        """
        if head.noun == "witness" and head.definite and not head.plural:
            return self.lately.witness
        anybody = head.noun not in ("man", "woman") or not head.definite
        if anybody or self.descriptions.own_people.was_told(head, source):
            return None
        return self.lately.person(head, source) or self.topics.before(source, genders.WORDS[head.noun])

    def body_of(self, its: Span) -> Resolution | None:
        """The organisation whose press service speaks for it, by the pronoun that says whose that is."""
        found = self.pronouns.of(its)
        meant = found[0] if found else self.before.owner(its, self.lately.last)
        return by("description", meant) if meant and meant.type is EntityType.ORGANISATION else None


def one_speaks(text: str, source: Span) -> Span | None:
    """A source whose speaker is not clear, if it describes one person or is "he" or "she"."""
    words = source.of(text)
    return source if words.lower() in HE or one_person(words) else None


def without_self(text: str, source: Span) -> Span:
    """A source phrase without the word that stresses it, "the player herself"; the pronoun of "what she detailed"."""
    if what := WHAT.fullmatch(text, source.start, source.end):
        return Span(*what.span("who"))
    found = SELF.search(text, source.start, source.end)
    return Span(source.start, found.start()) if found and found.start() > source.start else source
