"""The query parameters of lists; one that isn't named here is refused, so that a slip of the pen filters nothing."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationInfo, field_validator

from kg.answers import Filters
from kg.model import SpeechAct, StatementKind

ActorType = Literal["person", "organisation", "group", "document", "unnamed"]
Words = Annotated[str | None, Field(min_length=1, max_length=500, pattern=r"\S")]


def _day(given: object) -> object:
    """A day as written in ISO 8601; pydantic alone would also take a number of seconds."""
    if isinstance(given, str) and not re.fullmatch(r"\d{4}-\d\d-\d\d", given):
        raise ValueError("give a day as 2022-09-25")
    return given


Day = Annotated[dt.date | None, BeforeValidator(_day)]


class Paging(BaseModel):
    """Which part of a list is asked for."""

    model_config = ConfigDict(extra="forbid")

    after: str | None = Field(None, max_length=2000, description="Where the page before ended: `next` of that page.")
    limit: int | None = Field(None, ge=1, description="How many at most; the service has a maximum of its own.")


class Period(Paging):
    """Days from one to another, both inclusive."""

    since: Day = Field(None, description="The first day, inclusive.")
    until: Day = Field(None, description="The last day, inclusive.")

    @field_validator("until")
    @classmethod
    def _in_order(cls, until: dt.date | None, others: ValidationInfo) -> dt.date | None:
        since = others.data.get("since")
        if since and until and since > until:
            raise ValueError(f"the period ends ({until}) before it begins ({since})")
        return until


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
