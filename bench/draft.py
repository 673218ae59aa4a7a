"""One invented article in the making: its words so far, who was named where, and who said what."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Final

from bench import templates
from bench.templates import Report
from bench.world import Being, World
from kg.model import Entity, EntityType, Figure, Span, Statement, StatementKind

SENTENCES: Final = 52
"""Together about 800 words."""

FIELD: Final = re.compile(r"\{(\w+)(?::([^}]*))?\}")
QUOTED: Final = re.compile("“([^”]*)”")


class Draft:
    """An article's `text` so far; `mentions` of whom it names; `statements`; whoever was the `last` to speak."""

    def __init__(self, world: World, chance: random.Random) -> None:
        self.chance = chance
        self.people = world.some(world.people, chance.randint(4, 8), chance)
        self.organisations = world.some(world.organisations, chance.randint(2, 4), chance)
        self.places = world.some(world.places, chance.randint(3, 5), chance)
        self.known_short = {o.name for o in self.organisations if chance.random() < 0.3}
        self.text, self.sentence_starts = "", True
        self.mentions: dict[Being, list[Span]] = {}
        self.figures: list[Figure] = []
        self.statements: list[Statement] = []
        self.last: Being | None = None
        self.writers: dict[str, Callable[[str], Span]] = {
            "cue": self._say,
            "thing": lambda _: self._say(chance.choice(templates.THINGS)),
            "quality": lambda _: self._say(chance.choice(templates.QUALITIES)),
            "figure": self._figure,
            "content": lambda _: self._clause(templates.CLAUSES),
            "mixed": lambda _: self._clause(templates.MIXED_CLAUSES),
            "person": lambda _: self._name(chance.choice(self.people)),
            "organisation": lambda _: self._name(chance.choice(self.organisations)),
            "to": lambda _: self._name(chance.choice(self.organisations)),
            "place": lambda _: self._name(chance.choice(self.places)),
            "at": lambda _: self._name(chance.choice(self.places)),
            "source": lambda _: self._source(),
        }

    def write(self) -> None:
        """Write it all: sentences that report and sentences that tell, in paragraphs of three."""
        statements = self.chance.randint(10, 20)
        plan = [True] * statements + [False] * (SENTENCES - statements)
        self.chance.shuffle(plan)
        for count, reports in enumerate(plan):
            if count:
                self.text += "\n\n" if count % 3 == 0 else " "
            self._report() if reports else self._narrate()
        self.text += "\n"

    def entities(self) -> tuple[Entity, ...]:
        """Everybody and every place that was named."""
        return tuple(self._entity(being, spans) for being, spans in self.mentions.items())

    def _narrate(self) -> None:
        self.last, self.sentence_starts = None, True
        self._fill(self.chance.choice(templates.NARRATION))
        self.figures.clear()

    def _report(self) -> None:
        (report,) = self.chance.choices(templates.REPORTS, templates.WEIGHTS)
        self.sentence_starts = True
        fields = self._fill(report.words)
        speaker = self.last
        assert speaker is not None, "every report has a source"
        self.statements.append(self._statement(report, fields, speaker))
        self.figures.clear()

    def _statement(self, report: Report, fields: dict[str, Span], speaker: Being) -> Statement:
        content = fields["mixed" if report.kind is StatementKind.MIXED else "content"]
        quoted = (
            Span(content.start + m.start(1), content.start + m.end(1)) for m in QUOTED.finditer(content.of(self.text))
        )
        return Statement(
            id=f"s{len(self.statements) + 1}",
            kind=report.kind,
            content=(content,),
            source=fields["source"],
            cue=fields["cue"],
            speaker=self._id(speaker) if self.chance.random() < 0.9 else None,
            confidence=0.9,
            rule="synthetic",
            act=report.act,
            quoted=tuple(quoted) if report.kind is StatementKind.MIXED else (),
            addressees=self._named_at(fields.get("to")),
            place=next(iter(self._named_at(fields.get("at"))), None),
            figures=tuple(self.figures),
        )

    def _named_at(self, span: Span | None) -> tuple[str, ...]:
        found = (being for being, spans in self.mentions.items() if span and any(span.holds(each) for each in spans))
        return tuple(self._id(being) for being in found)

    def _id(self, being: Being) -> str:
        return f"e{list(self.mentions).index(being) + 1}"

    def _fill(self, template: str) -> dict[str, Span]:
        """Write a template; returns where each field stands."""
        fields: dict[str, Span] = {}
        at = 0
        for field in FIELD.finditer(template):
            self._literal(template[at : field.start()])
            fields[field[1]] = self.writers[field[1]](field[2] or "")
            at = field.end()
        self._literal(template[at:])
        return fields

    def _literal(self, words: str) -> None:
        if words:
            self._say(words)
            self.sentence_starts = words.endswith("“") and (
                self.text == "“" or self.text[:-1].endswith((": ", ". ", "\n"))
            )

    def _say(self, words: str) -> Span:
        start = len(self.text)
        self.text += words[0].upper() + words[1:] if self.sentence_starts else words
        self.sentence_starts = False
        return Span(start, len(self.text))

    def _clause(self, clauses: Sequence[str]) -> Span:
        start = len(self.text)
        self._fill(self.chance.choice(clauses))
        return Span(start, len(self.text))

    def _figure(self, counted: str) -> Span:
        value = self.chance.randint(12, 9800)
        start = len(self.text)
        number = self._say(f"{value:,}")
        self._say(f" {counted}")
        unit = counted if counted in ("euros", "percent") else None
        self.figures.append(Figure(number, Decimal(value), unit, None if unit else counted))
        return Span(start, len(self.text))

    def _source(self) -> Span:
        """Who says it: mostly a person, by pronoun if it was the last to speak."""
        start = len(self.text)
        if self.last and self.last.pronoun and not self.text.endswith(("said ", "to ")) and self.chance.random() < 0.4:
            self._mention(self.last, self.last.pronoun)
            return Span(start, len(self.text))
        roll = self.chance.random()
        speaker = (
            self._unnamed() if roll < 0.08 else self.chance.choice(self.organisations if roll < 0.25 else self.people)
        )
        self._name(speaker)
        self.last = speaker
        return Span(start, len(self.text))

    def _unnamed(self) -> Being:
        place = self.chance.choice(self.places).name
        words = self.chance.choice(templates.UNNAMED).format(place=place)
        many = words.startswith(("two", "residents"))
        return Being(EntityType.GROUP if many else EntityType.PERSON, words, words, unnamed=True)

    def _name(self, being: Being) -> Span:
        """Name somebody: in full the first time, with a role or an abbreviation."""
        start = len(self.text)
        first = being not in self.mentions
        if being.type is EntityType.ORGANISATION:
            self._organisation(being, first)
        elif first and being.role and not self.sentence_starts:
            self._say(f"the {being.role} ")
            self._mention(being, being.name)
        else:
            self._mention(being, being.name if first else being.short)
        return Span(start, len(self.text))

    def _organisation(self, being: Being, first: bool) -> None:
        self._say("the ")
        if first and being.name not in self.known_short:
            self._mention(being, being.name)
            self._say(" (")
            self._mention(being, being.short)
            self._say(")")
        else:
            self._mention(being, being.short)

    def _mention(self, being: Being, words: str) -> None:
        self.mentions.setdefault(being, []).append(self._say(words))

    def _entity(self, being: Being, spans: list[Span]) -> Entity:
        bare = being.name in self.known_short
        full = {span.of(self.text) for span in spans} - {being.pronoun, being.pronoun.capitalize(), being.name}
        return Entity(
            id=self._id(being),
            type=being.type,
            name=being.short if bare else being.name,
            mentions=tuple(spans),
            aliases=tuple(sorted(full)) if not bare and not being.unnamed else (),
            abbreviation=None if bare else being.abbreviation,
            unnamed=being.unnamed,
            geonames=being.geonames,
        )
