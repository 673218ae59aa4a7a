"""The IRIs of the graph answer, whatever the base of the store."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pyoxigraph as ox
import pytest
from api_data import BEDS, OTHER_BASE, asked, beds, iri_of, put

from api.app import create_app
from api.settings import Settings
from kg.vocab import DEFAULT_BASE, Iris

Ask = Callable[..., httpx.Response]


@pytest.fixture(params=[DEFAULT_BASE, OTHER_BASE])
def base(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def ask(tmp_path: Path, base: str) -> Ask:
    """Asks a service over a store with this base."""
    put(tmp_path / "db", beds(), base=base)

    def ask(
        path: str, *, follow: bool = False, root: str = "", accept: str = "*/*", **settings: bool
    ) -> httpx.Response:
        app = create_app(Settings(db=tmp_path / "db", **settings))  # type: ignore[arg-type]

        return asked(app, path, root=root, follow=follow, accept=accept)

    return ask


def path_of(iri: str, base: str) -> str:
    """Where the service answers for this IRI: a proxy maps the base to /id/."""
    return f"/id/{iri.removeprefix(base)}"


def test_statements_actors_articles_and_places_lead_to_their_pages(ask: Ask, base: str) -> None:
    page = ask(path_of(iri_of(beds(), base=base), base), follow=True).json()
    assert page["text"] == "We need 1,200 beds in Norrby."
    for thing in (page["speaker"], page["place"], page["article"]):
        answer = ask(path_of(thing["iri"], base))
        assert answer.status_code == 303
        assert ask(answer.headers["location"]).json()["iri"] == thing["iri"]


def test_a_redirect_stays_below_where_the_service_is_mounted(ask: Ask) -> None:
    answer = ask("/quoth/id/statement/abc", root="/quoth")
    assert urlsplit(answer.headers["location"]).path == "/quoth/statements/abc"


def test_chains_and_graphs_are_described(ask: Ask, base: str) -> None:
    iris = Iris(base)
    article = iris.article(beds().article.key)
    evidence = ask(path_of(iris.evidence_graph(article).value, base))
    triples = {quad.triple for quad in ox.parse(evidence.content, ox.RdfFormat.TURTLE)}
    chains = {t.subject.value for t in triples if isinstance(t.subject, ox.NamedNode) and "/chain/" in t.subject.value}
    assert chains
    for chain in chains:
        described = ask(path_of(chain, base), accept="application/ld+json")
        assert described.headers["content-type"] == "application/ld+json"
        found = {quad.triple for quad in ox.parse(described.content, ox.RdfFormat.JSON_LD)}
        assert found >= {triple for triple in triples if triple.subject == ox.NamedNode(chain)}
    derived = ask(path_of(iris.derived_graph(article).value, base))
    assert "saidBy" in derived.text
    assert ask("/id/graph/actors").headers["location"] == "/actors"


def test_an_extractor_is_described(ask: Ask) -> None:
    assert "rules-0.1.0" in ask("/id/extractor/rules-0.1.0").text


def test_the_plus_in_the_version_of_the_network_stays_one(tmp_path: Path) -> None:
    """Its version holds the first digits of its weights' hash behind a plus sign, which an IRI may hold as it is."""
    put(tmp_path / "db", replace(beds(), extractor="network/1.0.0+1a2b3c4d5e6f"))
    answer = asked(create_app(Settings(db=tmp_path / "db")), "/id/extractor/network-1.0.0+1a2b3c4d5e6f")
    assert answer.status_code == 200
    assert "network-1.0.0+1a2b3c4d5e6f" in answer.text


def test_a_text_is_shown_only_where_that_is_allowed(ask: Ask) -> None:
    path = f"/id/text/{beds().article.sha256}"
    refused = ask(path, accept="text/plain")
    assert refused.status_code == 303
    assert "The winter was long" not in ask(path, follow=True).text
    allowed = ask(path, accept="text/plain", texts=True)
    assert allowed.text == BEDS
    assert allowed.headers["content-type"] == "text/plain; charset=utf-8"
    assert ask(path, accept="application/json", texts=True).status_code == 303


def test_no_context_is_shown_where_that_is_not_allowed(ask: Ask, base: str) -> None:
    path = f"/statements/{iri_of(beds(), base=base).rpartition('/')[2]}"
    assert ask(path).json()["context"]
    assert ask(path, context=False).json()["context"] is None
    assert "She smiled" in ask(path, accept="text/turtle").text
    assert "She smiled" not in ask(path, accept="text/turtle", context=False).text
