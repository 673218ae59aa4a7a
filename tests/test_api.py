"""The REST addresses, asked over HTTP of a running service."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from urllib.parse import unquote

import httpx
import pyoxigraph as ox
import pytest
from api_data import BEDS, BEDS_URL, Service, at, beds, iri_of, many, put, running

POINTS = 23


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    folder = tmp_path_factory.mktemp("api")
    put(folder / "db", beds(), many(POINTS), many(5, "Di Roe", dt.date(2024, 2, 1), "few"))
    with running(folder / "db", folder / "log", max_page_size=20, page_size=7, cors="https://page.example") as found:
        yield found


@pytest.fixture
def client(service: Service) -> httpx.Client:
    return service.client


def items(client: httpx.Client, path: str, **parameters: Any) -> list[dict[str, Any]]:
    answer = client.get(path, params=parameters)
    assert answer.status_code == 200, answer.text
    return list(answer.json()["items"])


def texts(client: httpx.Client, **parameters: Any) -> list[str]:
    return [item["text"] for item in items(client, "/statements", **parameters)]


def graph(answer: httpx.Response) -> set[ox.Triple]:
    format = ox.RdfFormat.from_media_type(answer.headers["content-type"].partition(";")[0])
    assert format
    return {quad.triple for quad in ox.parse(answer.content, format)}


def test_a_statement_carries_its_article_its_offsets_and_the_words(client: httpx.Client) -> None:
    [found] = items(client, "/statements", q="1,200 beds")
    [span] = found["content"]
    assert BEDS[span["start"] : span["end"]] == found["text"] == "We need 1,200 beds in Norrby."
    assert BEDS[found["cue_span"]["start"] : found["cue_span"]["end"]] == found["cue"] == "told"
    assert BEDS[found["source_span"]["start"] : found["source_span"]["end"]] == found["source"] == "Mayor Ada Lund"
    assert found["article"]["url"] == BEDS_URL
    assert found["article"]["published"] == found["date"] == "2024-03-01"
    assert (found["kind"], found["act"], found["medium"]) == ("direct", "asserts", "interview")
    assert (found["speaker"]["name"], found["place"]["name"]) == ("Ada Lund", "Norrby")
    assert [each["name"] for each in found["addressed_to"]] == ["Bo Ek"]
    [figure] = found["figures"]
    assert (figure["value"], figure["counted"], figure["text"]) == (1200, "beds", "1,200 beds")


def test_a_statements_page_shows_its_paragraph_and_links_into_the_article(client: httpx.Client) -> None:
    [found] = items(client, "/statements", q="1,200 beds")
    page = client.get(f"/statements/{found['id']}").json()
    start, text = page["context"]["start"], page["context"]["text"]
    assert text == BEDS.split("\n\n")[1] == BEDS[start : start + len(text)]
    assert page["link"].startswith(f"{BEDS_URL}#:~:text=")
    assert "We need 1,200 beds in Norrby." in unquote(page["link"])
    assert {name: page[name] for name in found} == found


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"speaker": "lund"}, 1),
        ({"speaker": "nobody"}, 0),
        ({"speaker": "unresolved"}, 0),
        ({"about": "norrby"}, 1),
        ({"kind": "direct"}, 2),
        ({"kind": "mixed"}, 0),
        ({"act": "denies"}, 0),
        ({"since": "2024-02-02"}, 2),
        ({"until": "2024-02-28"}, 5),
        ({"since": "2024-02-01", "until": "2024-02-01"}, 5),
        ({"article": BEDS_URL}, 2),
        ({"place": "norrby"}, 1),
        ({"kind": "direct", "speaker": "lund", "q": "beds", "since": "2024-03-01"}, 1),
        ({"kind": "indirect", "speaker": "lund"}, 0),
    ],
)
def test_filters_hold_together(client: httpx.Client, filters: dict[str, str], expected: int) -> None:
    assert len(items(client, "/statements", **filters)) == expected


@pytest.mark.parametrize("path", ["/statements", "/actors", "/articles", "/places"])
@pytest.mark.parametrize("limit", [1, 4, 20])
def test_pages_hold_everything_once_in_one_order(client: httpx.Client, path: str, limit: int) -> None:
    found: list[str] = []
    following: str | None = f"{path}?limit={limit}"
    while following:
        answer = client.get(following)
        page = answer.json()
        assert 0 < len(page["items"]) <= limit
        found += [item["iri"] for item in page["items"]]
        following = page["next"]
        assert answer.links.get("next", {}).get("url") == following
    whole = {"/statements": 2 + POINTS + 5, "/actors": 5, "/articles": 3, "/places": 1}[path]
    assert len(found) == len(set(found)) == whole
    one_by_one = [item["iri"] for item in items(client, path, limit=20)]
    assert found[:20] == one_by_one


def test_the_next_page_keeps_the_filters(client: httpx.Client) -> None:
    first = client.get("/statements", params={"speaker": "cy vale", "limit": 20}).json()
    rest = client.get(first["next"]).json()
    assert len(first["items"]) + len(rest["items"]) == POINTS
    assert {item["speaker"]["name"] for item in rest["items"]} == {"Cy Vale"}


def test_a_page_has_a_default_and_a_stated_maximum(client: httpx.Client) -> None:
    assert len(items(client, "/statements")) == 7
    refused = client.get("/statements", params={"limit": 21})
    assert refused.status_code == 422
    assert refused.json()["errors"] == [
        {"parameter": "limit", "detail": "at most 20 can be asked for; follow next for more"}
    ]
    assert "at most 20" in client.get("/openapi.json").json()["info"]["description"]


def test_an_actors_statements_are_its_own(client: httpx.Client) -> None:
    [actor] = items(client, "/actors", name="di roe")
    assert client.get(f"/actors/{actor['id']}").json() == actor
    assert actor["statements"] == 5
    said = items(client, f"/actors/{actor['id']}/statements")
    assert {item["speaker"]["iri"] for item in said} == {actor["iri"]}
    assert len(said) == 5
    assert len(items(client, f"/actors/{actor['id']}/statements", q="point 3")) == 1


def test_actors_are_told_apart_by_type(client: httpx.Client) -> None:
    assert [item["name"] for item in items(client, "/actors", type="unnamed")] == ["a guard"]
    assert items(client, "/actors", type="organisation") == []


def test_an_article_and_a_place_have_their_pages(client: httpx.Client) -> None:
    [article] = items(client, "/articles", publisher="The Norrby Post")
    assert client.get(f"/articles/{article['id']}").json() == article
    assert article["published_at"] == "2024-03-01T07:30:00+00:00"
    assert (article["length"], article["statements"]) == (len(BEDS), 2)
    [place] = items(client, "/places", name="norrby")
    assert client.get(f"/places/{place['id']}").json() == place
    assert (place["geonames"], place["mentioned_in"]) == (2688250, 1)


def test_lists_come_as_csv_with_the_words_as_printed(client: httpx.Client) -> None:
    answer = client.get("/statements", params={"kind": "direct"}, headers={"Accept": "text/csv"})
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    rows = list(csv.DictReader(io.StringIO(answer.text, newline="")))
    assert {row["text"] for row in rows} == {"We need 1,200 beds in Norrby.", "=cmd|' /C calc'!A0"}
    beds_row = next(row for row in rows if row["speaker"] == "Ada Lund")
    span = at(BEDS, "We need 1,200 beds in Norrby.")
    assert beds_row["characters"] == f"{span.start}-{span.end}"
    assert beds_row["article_url"] == BEDS_URL
    more = client.get("/statements", params={"limit": 1}, headers={"Accept": "text/csv"})
    assert "next" in more.links


@pytest.mark.parametrize("path", ["/actors", "/articles", "/places"])
def test_every_list_comes_as_csv(client: httpx.Client, path: str) -> None:
    rows = list(csv.DictReader(io.StringIO(client.get(path, headers={"Accept": "text/csv"}).text, newline="")))
    found = items(client, path)
    assert [row["iri"] for row in rows] == [item["iri"] for item in found]
    for name in {"statements", "mentioned_in"} & found[0].keys():
        assert [row[name] for row in rows] == [str(item[name]) for item in found]


@pytest.mark.parametrize("path", ["/statements?kind=direct", "/actors", "/articles", "/places"])
def test_turtle_and_json_ld_say_the_same(client: httpx.Client, path: str) -> None:
    turtle, json_ld = (
        client.get(path, headers={"Accept": accept}) for accept in ("text/turtle", "application/ld+json")
    )
    assert turtle.headers["content-type"].startswith("text/turtle")
    assert json_ld.headers["content-type"] == "application/ld+json"
    assert graph(turtle) == graph(json_ld)
    subjects = {str(triple.subject) for triple in graph(turtle)}
    listed = client.get(path).json()["items"]
    assert subjects >= {f"<{item['iri']}>" for item in listed}


def test_a_statement_as_turtle_carries_its_words_as_web_annotation(client: httpx.Client) -> None:
    iri = iri_of(beds())
    answer = client.get(f"/statements/{iri.rpartition('/')[2]}", headers={"Accept": "text/turtle"})
    found = {
        (triple.predicate.value.rpartition("/")[2], getattr(triple.object, "value", "")) for triple in graph(answer)
    }
    span = at(BEDS, "We need 1,200 beds in Norrby.")
    assert {
        ("ontology#text", "We need 1,200 beds in Norrby."),
        ("oa#exact", "We need 1,200 beds in Norrby."),
        ("oa#start", str(span.start)),
        ("oa#end", str(span.end)),
        ("ontology#value", "1200"),
    } <= found


def test_the_answers_form_follows_the_header(client: httpx.Client) -> None:
    browser = client.get("/actors", headers={"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"})
    assert browser.headers["content-type"] == "application/json"
    weighed = client.get("/actors", headers={"Accept": "application/json;q=0.1, text/csv;q=0.9"})
    assert weighed.headers["content-type"].startswith("text/csv")
    assert "Accept" in weighed.headers["vary"]


def test_what_a_client_has_is_not_sent_again(client: httpx.Client) -> None:
    answer = client.get("/actors")
    again = client.get("/actors", headers={"If-None-Match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == answer.headers["etag"]
    other_form = client.get("/actors", headers={"If-None-Match": answer.headers["etag"], "Accept": "text/csv"})
    assert other_form.status_code == 200
    weak = client.get("/actors", headers={"If-None-Match": f'"x", W/{answer.headers["etag"]}'})
    assert weak.status_code == 304


@pytest.mark.parametrize(
    "path", ["/statements", "/ontology", "/healthz", "/sparql?query=ASK%7B%7D", "/id/graph/actors"]
)
def test_head_answers_like_get_without_the_body(client: httpx.Client, path: str) -> None:
    got, headed = client.get(path), client.head(path)
    assert headed.status_code == got.status_code
    assert headed.content == b""
    assert headed.headers.get("content-type") == got.headers.get("content-type")
    assert headed.headers.get("etag") == got.headers.get("etag")


def test_pages_of_the_allowed_origin_may_read(client: httpx.Client) -> None:
    allowed = client.get("/actors", headers={"Origin": "https://page.example"})
    assert allowed.headers["access-control-allow-origin"] == "https://page.example"
    assert "ETag" in allowed.headers["access-control-expose-headers"]
    assert (
        "access-control-allow-origin" not in client.get("/actors", headers={"Origin": "https://other.example"}).headers
    )
    before = {"Origin": "https://page.example", "Access-Control-Request-Method": "POST"}
    assert client.options("/sparql", headers=before).status_code == 200


def test_the_ontology_comes_as_triples_as_a_page_and_as_files(client: httpx.Client) -> None:
    turtle = client.get("/ontology")
    assert turtle.headers["content-type"].startswith("text/turtle")
    said_by = ox.NamedNode("https://w3id.org/quoth/ontology#saidBy")
    assert any(triple.subject == said_by for triple in graph(turtle))
    assert graph(client.get("/ontology", headers={"Accept": "application/ld+json"})) == graph(turtle)
    page = client.get("/ontology", headers={"Accept": "text/html,*/*;q=0.8"})
    assert page.headers["content-type"].startswith("text/html")
    assert "<html" in page.text
    context = client.get("/ontology/context.jsonld")
    assert "saidBy" in json.loads(context.content)["@context"]
    assert client.get("/ontology/settings.py").status_code == 404
    assert client.get("/ontology/..%2Fpyproject.toml").status_code == 404


def test_twenty_at_once_are_all_answered(service: Service) -> None:
    paths = [
        "/statements?speaker=vale",
        "/actors",
        "/articles",
        "/places",
        "/sparql?query=SELECT*%7B%3Fs%3Fp%3Fo%7D",
    ] * 8

    def ask(path: str) -> tuple[int, int]:
        answer = httpx.get(f"{service.client.base_url}{path}", timeout=60, trust_env=False)
        return answer.status_code, len(answer.content)

    alone = {path: ask(path) for path in set(paths)}
    with ThreadPoolExecutor(20) as threads:
        assert list(threads.map(ask, paths)) == [alone[path] for path in paths]
