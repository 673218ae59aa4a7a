"""What else is known of a statement, whoever found it: polarity, stance, the speaker's role, why it has no name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kg.extract import acts, anonymity
from kg.extract.polarity import polarity
from kg.extract.roles import Roles
from kg.extract.stance import stance
from kg.extract.tokens import Tokens, span_of
from kg.model import Entity, EntityType, Polarity, Span, Statement


class Details:
    """Completes the statements of one article; `entities` are those that their ids name."""

    def __init__(self, text: str, entities: Iterable[Entity]) -> None:
        self.text = text
        self.entities = {entity.id: entity for entity in entities}
        self.roles = Roles(text)

    def complete(self, statement: Statement, tokens: Tokens) -> Statement:
        """The statement with its details; `tokens` are those of the sentence with its cue."""
        outside = tuple(t for t in tokens if not any(p.start < t.end and t.start < p.end for p in statement.content))
        done = polarity(outside, statement.cue, statement.act)
        cue = statement.cue.of(self.text) if statement.cue else ""
        act = acts.act(statement, statement.text(self.text), cue) if done is Polarity.AFFIRMED else statement.act
        return replace(
            statement,
            act=acts.plea(statement, self.text) or act,
            polarity=done,
            stance=stance(outside, statement.cue, statement.content[0].of(self.text), done),
            role=self.role(statement),
            anonymity=self.anonymity(statement, tokens),
        )

    def role(self, statement: Statement) -> Span | None:
        """What is printed beside the speaker's name, if that is a person with one."""
        speaker = self.entities.get(statement.speaker or "")
        if speaker is None or speaker.type is not EntityType.PERSON or speaker.unnamed:
            return None
        return self.roles.role(speaker.mentions, statement.source, statement.content[0].start)

    def anonymity(self, statement: Statement, tokens: Tokens) -> Span | None:
        """Why the speaker goes without a name, if it does."""
        speaker = self.entities.get(statement.speaker or "")
        if statement.source is None or not tokens or not (speaker is None or speaker.unnamed):
            return None
        taken = (*statement.content, *([statement.cue] if statement.cue else []))
        return anonymity.anonymity(self.text, span_of(tokens, 0, len(tokens)), taken)
