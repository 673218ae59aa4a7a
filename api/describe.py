"""How the addresses are described in OpenAPI: forms, examples made by the code that answers, problems."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

from pydantic import TypeAdapter

from api import bodies
from api.errors import Problem, responses
from kg.answers import ActorAnswer, ArticleAnswer, ArticleRef, FigureAnswer, PlaceAnswer, Ref, StatementAnswer
from kg.model import Span, SpeechAct, StatementKind
from kg.vocab import DEFAULT_BASE

SHA256: Final = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
MINISTER: Final = Ref(f"{DEFAULT_BASE}actor/sergei-shoigu-12345678", "Sergei Shoigu")
ARTICLE: Final = ArticleRef(
    iri=f"{DEFAULT_BASE}article/0123456789abcdef",
    title="Reservists called up",
    url="https://example.org/a",
    publisher="The Example",
    published=dt.date(2022, 9, 25),
    sha256=SHA256,
)
STATEMENT: Final = StatementAnswer(
    iri=f"{DEFAULT_BASE}statement/aaaaaaaaaaaaaaaa",
    text="a total of 300,000 men are to be drafted",
    kind=StatementKind.INDIRECT,
    act=SpeechAct.ASSERTS,
    speaker=MINISTER,
    article=ARTICLE,
    content=(Span(3545, 3585),),
    cue="According to",
    cue_span=Span(3500, 3512),
    source="Defense Minister Sergei Shoigu",
    source_span=Span(3513, 3543),
    role="Defense Minister",
    role_span=Span(3513, 3529),
    date=dt.date(2022, 9, 25),
    figures=(
        FigureAnswer(
            iri=f"{DEFAULT_BASE}statement/aaaaaaaaaaaaaaaa#figure=3556,3567",
            text="300,000 men",
            value=Decimal(300000),
            unit=None,
            counted="men",
            qualifier="a total of",
            span=Span(3556, 3567),
        ),
    ),
    confidence=Decimal("0.8"),
    rule="according-to",
    extractor="rules/0.1.0",
)
ACTOR: Final = ActorAnswer(
    iri=MINISTER.iri,
    name=MINISTER.name,
    type="person",
    unnamed=False,
    also_known_as=("Shoigu",),
    statements=4,
    mentioned_in=2,
)
PLACE: Final = PlaceAnswer(
    iri=f"{DEFAULT_BASE}place/kyiv-23456789",
    name="Kyiv",
    also_known_as=("Kiev",),
    geonames=703448,
    latitude=Decimal("50.45466"),
    longitude=Decimal("30.5238"),
    mentioned_in=3,
)
READ_ARTICLE: Final = ArticleAnswer(
    iri=ARTICLE.iri,
    title=ARTICLE.title,
    url=ARTICLE.url,
    id=None,
    published=ARTICLE.published,
    published_at=dt.datetime(2022, 9, 25, 6, 10, tzinfo=dt.UTC),
    publisher=ARTICLE.publisher,
    authors=("Ann Author",),
    language="en",
    translated_from="de",
    sha256=SHA256,
    length=5962,
    statements=14,
)
AROUND: Final = bodies.ContextBody(
    text="According to Defense Minister Sergei Shoigu, a total of 300,000 men are to be drafted.", start=3500
)

EXAMPLES: Final[Mapping[type, Mapping[str, Any]]] = {
    bodies.StatementBody: bodies.statement(STATEMENT),
    bodies.StatementPage: bodies.StatementPage(
        **bodies.statement(STATEMENT),
        context=AROUND,
        link="https://example.org/a#:~:text=a%20total%20of%20300%2C000%20men%20are%20to%20be%20drafted",
    ),
    bodies.ActorBody: bodies.actor(ACTOR),
    bodies.PlaceBody: bodies.place(PLACE),
    bodies.ArticleBody: bodies.article(READ_ARTICLE),
}
"""An invented answer of each kind."""

RDF: Final[dict[str, Any]] = {"text/turtle": {}, "application/ld+json": {}}


def listing(body: type, description: str, *, one: bool = False) -> dict[str, Any]:
    """What FastAPI is told of a list of these; `one` says that it is the list of one thing, which may not be there."""
    schema = {
        "type": "object",
        "required": ["items", "next"],
        "properties": {
            "items": {"type": "array", "items": {"$ref": f"#/components/schemas/{body.__name__}"}},
            "next": {"type": ["string", "null"], "format": "uri", "description": "The next page; null at the end."},
        },
    }
    example = {"items": [EXAMPLES[body]], "next": None}
    problems = responses(*((404,) if one else ()), 400, 406, 422, 503)
    return _ok(
        description, {"application/json": {"schema": schema, "example": example}, "text/csv": {}, **RDF}, problems
    )


def item(body: type, description: str) -> dict[str, Any]:
    """What FastAPI is told of one of these."""
    schema = {"$ref": f"#/components/schemas/{body.__name__}"}
    content = {"application/json": {"schema": schema, "example": EXAMPLES[body]}, **RDF}
    return _ok(description, content, responses(404, 406, 422, 503))


def graph(description: str, *more: str, elsewhere: bool = False) -> dict[str, Any]:
    """What FastAPI is told of an address that gives triples, or `more` media types, or leads `elsewhere`."""
    told = _ok(description, {**RDF, **{each: {} for each in more}}, responses(404, 406, 422, 503))
    if elsewhere:
        told["responses"][303] = {"description": "The page of the thing; Location says where."}
    return told


def _ok(description: str, content: Mapping[str, Any], problems: Mapping[int | str, Any]) -> dict[str, Any]:
    answers = {200: {"description": description, "content": content}, 304: {"description": "Not Modified"}}
    return {"responses": {**answers, **problems}}


def schemas() -> dict[str, Any]:
    """The schemas that the descriptions point to."""
    found: dict[str, Any] = {}
    for body in (*EXAMPLES, Problem):
        schema = TypeAdapter(body).json_schema(ref_template="#/components/schemas/{model}")
        found |= schema.pop("$defs", {})
        found[body.__name__] = schema
    return found
