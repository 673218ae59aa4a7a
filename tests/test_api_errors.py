"""Whatever goes wrong, the answer is a problem of one shape."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from api_data import Service, asked, beds, put, running

from api.app import create_app
from api.errors import STATUSES
from api.settings import Settings
from kg import errors

FIELDS = {"type", "title", "status", "detail", "instance"}


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    folder = tmp_path_factory.mktemp("errors")
    put(folder / "db", beds())
    with running(folder / "db", folder / "log") as found:
        yield found


def problem(answer: httpx.Response, status: int, kind: str) -> dict[str, object]:
    """The problem that the answer tells of, checked for its shape."""
    assert answer.headers["content-type"] == "application/problem+json"
    body: dict[str, object] = answer.json()
    assert FIELDS <= body.keys() <= FIELDS | {"errors"}
    assert answer.status_code == body["status"] == status
    assert body["type"] == f"https://w3id.org/quoth/problems#{kind}"
    assert body["instance"] == answer.url.path
    assert body["detail"]
    assert "Traceback" not in answer.text
    return body


@pytest.mark.parametrize(
    ("path", "status", "kind"),
    [
        ("/nothing", 404, "not-found"),
        ("/statements/", 404, "not-found"),
        ("/statements/0000000000000000", 404, "not-found"),
        ("/statements/%00%20%3Cx%3E%22", 404, "not-found"),
        ("/statements/%F0%9F%98%80", 404, "not-found"),
        ("/actors/nobody-00000000", 404, "not-found"),
        ("/actors/nobody-00000000/statements", 404, "not-found"),
        ("/articles/0", 404, "not-found"),
        ("/places/0", 404, "not-found"),
        ("/id/chain/0", 404, "not-found"),
        ("/id/text/0", 404, "not-found"),
        ("/id/graph/evidence/0", 404, "not-found"),
        ("/id/graph/%3C%3E", 404, "not-found"),
        ("/id/unknown/%7B%7D", 404, "not-found"),
        ("/ontology/none.ttl", 404, "not-found"),
        ("/statements?after=nonsense", 400, "bad-query"),
        ("/statements?after=WzFd", 400, "bad-query"),
        ("/actors?after=WzFd", 400, "bad-query"),
        ("/statements?speaker=!", 400, "bad-query"),
        ("/statements?article=not%20an%20iri", 400, "bad-query"),
        ("/statements?speaker=http://%20x", 400, "bad-query"),
    ],
)
def test_what_is_not_there_or_cannot_be_asked(service: Service, path: str, status: int, kind: str) -> None:
    problem(service.client.get(path), status, kind)


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("since=2024-13-01", "since"),
        ("since=20240101", "since"),
        ("since=0", "since"),
        ("since=2024-02-30", "since"),
        ("until=yesterday", "until"),
        ("since=2024-01-02&until=2024-01-01", "until"),
        ("kind=loud", "kind"),
        ("act=sings", "act"),
        ("limit=0", "limit"),
        ("limit=-1", "limit"),
        ("limit=501", "limit"),
        ("limit=many", "limit"),
        ("limit=99999999999999999999999999", "limit"),
        ("speaker=", "speaker"),
        ("q=%20", "q"),
        ("speeker=lund", "speeker"),
        (f"q={'x' * 501}", "q"),
    ],
)
def test_a_malformed_parameter_is_named(service: Service, query: str, parameter: str) -> None:
    body = problem(service.client.get(f"/statements?{query}"), 422, "bad-parameters")
    listed = body["errors"]
    assert isinstance(listed, list)
    assert [each["parameter"] for each in listed] == [parameter]
    assert listed[0]["detail"]


def test_all_malformed_parameters_are_named_at_once(service: Service) -> None:
    body = problem(service.client.get("/articles?since=x&limit=0&page=2"), 422, "bad-parameters")
    listed = body["errors"]
    assert isinstance(listed, list)
    assert {each["parameter"] for each in listed} == {"since", "limit", "page"}


@pytest.mark.parametrize("path", ["/statements", "/actors/x", "/ontology", "/id/text/x", "/sparql?query=ASK%7B%7D"])
def test_a_form_that_there_is_not_is_refused_with_a_list(service: Service, path: str) -> None:
    body = problem(service.client.get(path, headers={"Accept": "image/png"}), 406, "not-acceptable")
    assert "json" in str(body["detail"])


def test_a_method_that_is_not_answered_is_refused_with_a_list(service: Service) -> None:
    answer = service.client.delete("/statements")
    problem(answer, 405, "method-not-allowed")
    assert answer.headers["allow"] == "GET, HEAD"


def test_a_fault_of_ours_shows_nothing_of_itself(tmp_path: Path) -> None:
    app = create_app(Settings(db=tmp_path / "db"))

    @app.get("/fault")
    def fault() -> None:
        raise ZeroDivisionError("the secret inside")

    answer = asked(app, "/fault")
    problem(answer, 500, "internal-error")
    assert "secret" not in answer.text


def test_no_store_yet_says_what_to_do(tmp_path: Path) -> None:
    answer = asked(create_app(Settings(db=tmp_path / "db")), "/statements")
    assert "quoth add" in str(problem(answer, 503, "store-unavailable")["detail"])
    assert answer.headers["retry-after"]


def test_a_store_of_a_newer_version_says_so(tmp_path: Path) -> None:
    about = put(tmp_path / "db", beds()).path / "quoth.json"
    about.write_text(about.read_text().replace('"format": 1', '"format": 99'))
    assert "newer" in str(
        problem(asked(create_app(Settings(db=tmp_path / "db")), "/healthz"), 503, "store-unavailable")
    )


def test_a_damaged_text_is_told_not_shown(tmp_path: Path) -> None:
    folder = put(tmp_path / "db", beds())
    app = create_app(Settings(db=tmp_path / "db"))
    page = f"/statements/{asked(app, '/statements?q=beds').json()['items'][0]['id']}"
    assert asked(app, page).status_code == 200
    folder.texts.path(beds().article.sha256).write_bytes(b"damaged")
    problem(asked(app, page), 500, "archive-damaged")
    folder.texts.path(beds().article.sha256).unlink()
    without = asked(app, page).json()
    assert (without["context"], without["link"]) == (None, None)


def test_each_class_of_error_has_a_status() -> None:
    classes = {found for found in vars(errors).values() if isinstance(found, type) and issubclass(found, Exception)}
    for cls in classes:
        status, kind = next(STATUSES[base] for base in cls.__mro__ if base in STATUSES)
        assert 400 <= status < 600
        assert kind
