"""The query parameters of lists; one that isn't named here is refused, so that a slip of the pen filters nothing."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from kg.answers import Filters
from kg.model import SpeechAct, StatementKind

ActorType = Literal["person", "organisation", "group", "document", "unnamed"]
Words = Annotated[str | None, Field(min_length=1, max_length=500, pattern=r"^[^\x00]*\S[^\x00]*$")]


class Paging(BaseModel):
    """Which part of a list is asked for."""

    model_config = ConfigDict(extra="forbid")

    after: str | None = Field(None, max_length=2000, description="Where the page before ended: `next` of that page.")
    limit: int | None = Field(None, ge=1, description="How many at most; the service has a maximum of its own.")


class Period(Paging):
    """Days from one to another, both inclusive."""

    since: dt.date | None = Field(None, description="The first day, inclusive.")
    until: dt.date | None = Field(None, description="The last day, inclusive.")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.since and self.until and self.since > self.until:
            raise ValueError(f"since ({self.since}) is later than until ({self.until})")
        return self


class ArticleQuery(Period):
    """Filters of /articles; the days are those of publication."""

    publisher: Words = Field(None, description="The publisher's exact name.")


class StatementFilters(Period):
    """Filters that go with a speaker already given; the days are those it was said on, else of publication."""

    about: Words = Field(None, description="Who or what it mentions: an IRI, or words of a name or of the text.")
    q: Words = Field(None, description="Words of the statement's text.")
    kind: StatementKind | None = Field(None, description="How the words are reported.")
    act: SpeechAct | None = Field(None, description="What is done by saying it.")
    article: Words = Field(None, description="The article's IRI or URL.")
    place: Words = Field(None, description="Where it was said: an IRI, or words of a name.")

    def filters(self, speaker: str | None) -> Filters:
        """The question as `kg.read` takes it."""
        return Filters(
            by=speaker,
            about=self.about,
            words=self.q,
            kind=self.kind,
            act=self.act,
            since=self.since,
            until=self.until,
            article=self.article,
            place=self.place,
        )


class StatementQuery(StatementFilters):
    """Filters of /statements."""

    speaker: Words = Field(None, description='An IRI, words of a name, or "unresolved": statements of nobody known.')


class ActorQuery(Paging):
    """Filters of /actors."""

    name: Words = Field(None, description="Words of a name, matched at their beginnings.")
    type: ActorType | None = Field(None, description="What it is; unnamed: a source that the article doesn't name.")


class PlaceQuery(Paging):
    """Filters of /places."""

    name: Words = Field(None, description="Words of a name, matched at their beginnings.")
