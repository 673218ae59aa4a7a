"""Whom a description of a source means: somebody named before, or a source without a name of its own."""

from __future__ import annotations

import re
from typing import Final

from kg.extract import bodies, kinds_of_bodies, other_people, own_actors, own_people, states_again
from kg.extract.chains import Chain
from kg.extract.compatriots import Compatriots
from kg.extract.descriptions import COLLECTIVE, FEMALE, MALE, PRESS, Head
from kg.extract.genders import WORDS
from kg.extract.introductions import Introductions, latest
from kg.extract.kind_of_source import kind_of, of_somebody
from kg.extract.lately import Lately
from kg.extract.lexicon import DEMONYMS, word_set
from kg.extract.own_people import OwnPeople
from kg.extract.pronouns import Pronouns
from kg.extract.source_names import SourceNames
from kg.extract.wider_nouns import WiderNouns
from kg.model import EntityType, Span

VARIED: Final = 0.6
"""The least probability with which a description means who is spoken of, though nothing told it of them."""

OPENING: Final = re.compile(
    r"(?:\A|[.,!?:;\n\"”’'])\s*(?:(?:after|before|when|while|since|because) )?\Z",
    re.IGNORECASE,
)
"""What stands before a subject that opens a sentence or clause, or follows an adverbial or quotation."""

BEHIND: Final = re.compile(
    r",? (?:who|whose|which)\b"
    r"|, (?:known|called|dubbed|seen|dated|obtained|published|released|based)\b"
    r"|, an? (?:(?! and | or )[^,])*\Z"
    r"| in (?:an?|its|their|his|her) (?:[\w-]+ ){0,2}(?:report|statement|review|letter|bulletin|communiqué)\b"
)
"""What stands behind a description and does not describe: "the mission in its last report"."""

BARE: Final = word_set(
    "winger striker midfielder defender goalkeeper fullback full-back quarterback linebacker pitcher batsman bowler"
    " golfer boxer sprinter cyclist rapper singer actor actress comedian"
)
"""Nouns by which who is spoken of is named once more for a change, without a word beside them."""

CHILDREN: Final = re.compile(
    r"the (?:father|mother|dad|mum|mom|parent)(?:-| )of(?:-| )(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+)",
    re.IGNORECASE,
)
"""As this too: "the father of two"."""

KNOWN_ALIKE: Final = 20
"""Unnamed sources with one noun that a later description is compared with."""


class Descriptions:
    """Resolves descriptions, one after the other; each becomes a mention of whom it means."""

    def __init__(self, text: str, chains: list[Chain], names: SourceNames, pronouns: Pronouns) -> None:
        self.text, self.chains, self.names, self.pronouns = text, chains, names, pronouns
        self.introduced = Introductions(text, chains)
        self.lately = Lately(text, names)
        self.own_people = OwnPeople(text, names, self.introduced)
        self.compatriots = Compatriots(text, names, self.introduced)
        self.wider = WiderNouns(text, names, self.introduced)
        self.owner = {span: chain for chain in chains for span in chain.mentions}
        """Whose mention a span is; a span is never that of two."""
        self.states: dict[int, Chain] = {}
        self.offices = {chain.name.lower(): chain for chain in reversed(chains)}
        self.new: dict[str, list[Chain]] = {}

    def mentioned(self, chain: Chain, span: Span) -> Chain:
        """The chain with a span among its mentions; another one if it is already that one's."""
        owner = self.owner.setdefault(span, chain)
        owner.mention(span)
        self.pronouns.add(span, owner)
        return owner

    def moved(self, span: Span, one: Chain, other: Chain) -> Chain:
        """The chain to which a mention goes over from another."""
        one.mentions.remove(span)
        self.owner.pop(span, None)
        self.pronouns.remove(span, one)
        return self.mentioned(other, span)

    def joined(self, group: Chain, source: Span) -> Chain:
        """The chain of two who speak together; it joins the article's with its first mention."""
        return self.mentioned(group, source) if group.mentions else self.begin(group, source)

    def known(self, head: Head, source: Span) -> Chain | None:
        """Who that was spoken of before is meant; the description is then a mention of theirs."""
        if own_people.is_new(head, source.of(self.text)):
            return self.owner.get(source)
        if head.definite and not head.plural and (known := self.meant(head, source)):
            return self.mentioned(known, source)
        if head.definite and not head.plural and (known := self.varied(head, source)):
            return self.mentioned(known, source)
        phrase = source.of(self.text).lower()
        for chain in reversed(self.new.get(head.noun, [])[-KNOWN_ALIKE:]):
            if not chain.unnamed and self.holds_name(source.of(self.text), source):
                continue  # "the Utopian court" is none named by another place
            if (head.definite and not self.another(head.noun, phrase, chain)) or (
                head.plural and chain.name.lower() == phrase
            ):
                return self.mentioned(chain, source)
        place = states_again.again(self.text, self.names, head, source)
        return self.mentioned(self.state_of(place), source) if place else self.owner.get(source)

    def meant(self, head: Head, source: Span) -> Chain | None:
        """The organisation or person that "the group", "the ministry", "the minister" means."""
        phrase = source.of(self.text)
        known = self.introduced.meant(head.noun, phrase.split(), source.start)
        if known and not self.another(head.noun, phrase, known):
            return self.spoke_since(head, source, known) or known
        if wider := self.told_wider(head, source):
            return wider
        if alike := self.told_alike(head, source):
            return alike
        if head.noun in PRESS:
            return self.lately.press(source) or kinds_of_bodies.named(head.noun, self.lately.named(source))
        if head.noun in COLLECTIVE | kinds_of_bodies.COMPANIES:
            noun = "company" if head.noun in kinds_of_bodies.COMPANIES else head.noun
            body = self.lately.body(noun, source, self.introduced.said)
            body = kinds_of_bodies.rather(noun, body, self.lately.named(source))
            kinds = self.introduced.kinds.get(body, set()) if body else set()
            apart = kinds_of_bodies.is_apart(noun, phrase, kinds)
            return None if body and (apart or self.another(head.noun, phrase, body)) else body
        if sent := self.lately.sent(head.noun, source):
            return sent
        if name := bodies.owned(self.text, head.noun, source):
            return self.called(name)
        near = self.lately.named(source)
        near = [chain for chain in near if not self.another(head.noun, phrase, chain)]
        named = (c for c in near if c.type is EntityType.ORGANISATION and head.noun in c.words)
        return next(named, None) or bodies.of_kind(head.noun, near) or kinds_of_bodies.named(head.noun, near)

    def told_alike(self, head: Head, source: Span) -> Chain | None:
        """The organisation told to be what a noun means too: "the carrier" of an airline; None in doubt."""
        told = kinds_of_bodies.told(head.noun, self.introduced.of_kind, source.start)
        if not told:
            return None
        near = (chain for chain in self.lately.named(source) if kinds_of_bodies.may_mean(head.noun, chain))
        phrase = source.of(self.text)
        fitting = {c for c in (*told, *near) if not self.another(head.noun, phrase, c)}
        there = {c for c in fitting if kinds_of_bodies.at_home(phrase, self.introduced.said.get(c, ()))}
        found = latest(there or fitting, source.start)
        return None if found and self.lately.since(found, source, self.introduced.kinds) else found

    def spoke_since(self, head: Head, source: Span, known: Chain) -> Chain | None:
        """The other organisation that spoke just before, if a wide noun means it as well: "the group" a movement."""
        at, last = self.lately.last or (-1, known)
        kinds = self.introduced.kinds.get(last, set()) & kinds_of_bodies.WIDE.get(head.noun, frozenset())
        since = known.before(source.start) < at and self.lately.near(at, source.start, 1)
        return last if since and kinds and last is not known and known.type is EntityType.ORGANISATION else None

    def told_wider(self, head: Head, source: Span) -> Chain | None:
        """Whom a wider noun or another word for an office means; nobody if one without a name was told of since."""
        found = self.wider.who(head, source)
        if found is None or self.own_people.was_told(head, source):
            return None
        since = found.before(source.start)
        return None if any(new.before(source.start) > since for new in self.new.get(head.noun, ())) else found

    def another(self, noun: str, phrase: str, chain: Chain) -> bool:
        """Whether a description tells of another: no interior ministry is one of defence, no mayor is another's."""
        if other_people.of_another(noun, phrase, self.introduced.people.get(chain, ())):
            return True
        said = self.introduced.said.get(chain, ())
        body = chain.type is EntityType.ORGANISATION
        return own_actors.of_another(noun, phrase, chain, said) or (body and kinds_of_bodies.abroad(phrase, said))

    def varied(self, head: Head, source: Span) -> Chain | None:
        """The person spoken of whom a description names once more: "Lee won. The Utopian senator said …"."""
        words = self.introduced.telling(head.noun, source.of(self.text))
        if not words and (head.noun in BARE or CHILDREN.fullmatch(source.of(self.text))):
            words = frozenset((head.noun,))
        if self.told_otherwise(head, source):
            return None
        if not words or not OPENING.search(self.text[max(0, source.start - 12) : source.start]):
            return None
        if told := self.introduced.anywhere(head.noun, words):
            return told
        said = {*words, head.noun, head.noun.partition("-")[0]}
        genders = {WORDS[word] for word in said if word in WORDS}
        kinds = [kind for kind, means in (("he", "male"), ("she", "female")) if genders <= {means}]
        found = self.pronouns.described(source, kinds, lambda chain: self.may_be(chain, {*words, head.noun}, source))
        return found[0] if found and found[1] >= VARIED else None

    def may_be(self, chain: Chain, words: set[str], source: Span) -> bool:
        """Whether nothing told of a person speaks against a description."""
        told = self.introduced.people.get(chain, ())
        return self.introduced.may_be(chain, words) and not other_people.is_apart(source.of(self.text), words, told)

    def told_otherwise(self, head: Head, source: Span) -> bool:
        """Whether the noun of a description was told of somebody before who is not known, or of several."""
        told = {t.chain for t in self.introduced.told.get(head.noun, ())}
        return len(told) > 1 or (not told and self.own_people.was_there(head.noun, source, self.owner))

    def unnamed(self, head: Head, source: Span) -> Chain | None:
        """A new chain for a source without a name, if the phrase describes one."""
        phrase = BEHIND.split(source.of(self.text))[0].strip(" ,")
        kind = kind_of(head, phrase)
        if kind is None:
            return None
        if kind is EntityType.ORGANISATION and self.holds_name(phrase, source):
            office = self.office(phrase, source)
            self.new.setdefault(head.noun, []).append(office)
            return office
        lone = head.definite and not head.plural and phrase.lower().startswith("the ") and not of_somebody(head, phrase)
        if lone and kind is EntityType.ORGANISATION:
            return self.own_body(head, phrase, source)
        if lone and kind is EntityType.PERSON and not self.own_people.is_own(head, source):
            return None
        chain = Chain(" ".join(phrase.split()), kind, [], unnamed=True, noun=head.noun)
        chain.gender = "female" if head.noun in FEMALE else "male" if head.noun in MALE else None
        self.new.setdefault(head.noun, []).append(chain)
        return self.begin(chain, source)

    def holds_name(self, phrase: str, source: Span) -> bool:
        """Whether a description of a body says by a name whose it is: "the Utopian government", "Utopia army"."""
        first, *rest = phrase.split()
        place = any(c.type is EntityType.PLACE and name.start == source.start for name, c in self.names.inside(source))
        return any(word[0].isupper() for word in rest) or place or first in DEMONYMS

    def own_body(self, head: Head, phrase: str, source: Span) -> Chain | None:
        """The chain of a body that is described and none of those named; None where it may be one of them."""
        name = self.without_article(phrase)
        if known := self.offices.get(name.lower()):
            return self.mentioned(known, source)
        official = head.noun in own_actors.PUBLIC
        named = (c for c in self.chains if self.is_body(c) and (official or c.before(source.start) >= 0))
        if not own_actors.is_own(head, phrase, self.own_people.was_told(head, source), named):
            return None
        chain = Chain(name, EntityType.ORGANISATION, [], unnamed=True, noun=head.noun)
        self.new.setdefault(head.noun, []).append(chain)
        return self.begin(chain, source)

    def is_body(self, chain: Chain) -> bool:
        """Whether a chain is an organisation with a name that is not a country's or city's."""
        body = chain.type is EntityType.ORGANISATION or (chain.type is None and " " in chain.name)
        return body and not chain.unnamed and chain not in self.states.values()

    def office(self, phrase: str, source: Span) -> Chain:
        """The chain of an organisation named by its country or place: "the Utopian government"."""
        return self.mentioned(self.called(self.without_article(phrase)), source)

    @staticmethod
    def without_article(phrase: str) -> str:
        """The name that a description amounts to: "Utopian government"."""
        return " ".join(re.sub(r"^(?:the|a|an) ", "", phrase, flags=re.IGNORECASE).split())

    def called(self, name: str) -> Chain:
        """The organisation of a name; a new one if nobody is called so yet."""
        known = self.offices.get(name.lower())
        if known is None:
            known = self.offices[name.lower()] = Chain(name, EntityType.ORGANISATION)
            self.chains.append(known)
        return known

    def state(self, place: Chain, name: Span) -> Chain:
        """The chain of those who speak for a country or city: an organisation of its name, apart from the place."""
        if name in place.mentions:
            place.mentions.remove(name)
        self.owner.pop(name, None)
        return self.mentioned(self.state_of(place), name)

    def state_of(self, place: Chain) -> Chain:
        """The chain of those who speak for a place."""
        if id(place) not in self.states:
            self.states[id(place)] = Chain(place.name, EntityType.ORGANISATION)
            self.chains.append(self.states[id(place)])
        return self.states[id(place)]

    def begin(self, chain: Chain, source: Span) -> Chain:
        """Takes a new chain, whose first mention is the source."""
        self.chains.append(chain)
        return self.mentioned(chain, source)
