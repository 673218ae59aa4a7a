"""The CSV tables: a row for each thing, words untouched."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from export_data import COUNCIL, MAYOR, at, council, dataset, mayor, shelf

from kg.export import export
from kg.export.tables import HEADERS
from kg.vocab import DEFAULT_BASE

BASE = "https://data.example.org/id/"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("csv") / "out"
    export(shelf(dataset()), out, "csv")
    return out


def rows(folder: Path, table: str) -> list[dict[str, str]]:
    with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def statement(folder: Path, text: str) -> dict[str, str]:
    (found,) = [row for row in rows(folder, "statements") if row["text"] == text]
    return found


def test_a_statement(folder: Path) -> None:
    row = statement(folder, "We need 1,200 beds in Norrby.")
    wanted = {
        "speaker": "Ada Lund",
        "source": "Mayor Ada Lund",
        "cue": "said",
        "kind": "direct",
        "act": "asserts",
        "about": "Norrby",
        "date": "2024-03-01",
        "article_title": "Beds, please",
        "article_url": "https://example.org/mayor",
        "article_publisher": "The Norrby Post",
        "article_published": "2024-03-01",
        "text_sha256": mayor().article.sha256,
        "confidence": "0.9",
        "rule": "cue",
        "extractor": f"{DEFAULT_BASE}extractor/rules-0.1.0",
    }
    assert {name: row[name] for name in wanted} == wanted
    span = at(MAYOR, "We need 1,200 beds in Norrby.")
    assert row["content_span"] == f"{span.start}-{span.end}"
    assert row["speaker_iri"].startswith(f"{DEFAULT_BASE}actor/ada-lund-")


def test_pieces_and_an_unresolved_speaker(folder: Path) -> None:
    row = statement(folder, "the bridge is closed […] for good")
    spans = [at(COUNCIL, "the bridge is closed"), at(COUNCIL, "for good")]
    assert row["content_span"] == " ".join(f"{span.start}-{span.end}" for span in spans)
    assert row["quoted"] == "for good"
    unresolved = statement(folder, "Closed.")
    assert (unresolved["speaker"], unresolved["speaker_iri"]) == ("", "")


def test_when_it_was_said(folder: Path) -> None:
    def days(text: str) -> list[str]:
        return [statement(folder, text)[name] for name in ("date", "said_not_before", "said_not_after")]

    assert days("the bridge is closed […] for good") == ["2024-02-01"] * 3
    assert days("Closed.") == ["2024-01-29", "2024-01-29", "2024-02-03"]
    assert days("We need 1,200 beds in Norrby.") == ["2024-03-01", "", ""]


def test_words_are_never_altered(folder: Path) -> None:
    assert statement(folder, "=cmd|' /C calc'!A0")["speaker"] == "a guard"


def test_statements_stand_in_the_order_of_the_text(folder: Path) -> None:
    printed = [row["text"] for row in rows(folder, "statements") if row["article_title"] == "Beds, please"]
    assert printed == ["We need 1,200 beds in Norrby.", "=cmd|' /C calc'!A0"]


def test_the_other_tables(folder: Path) -> None:
    assert {row["title"]: (row["id"], row["authors"], row["statements"]) for row in rows(folder, "articles")} == {
        "Beds, please": ("", "", "2"),
        "Bridge closed": ("7", "Al Ek | Bo Ek", "2"),
    }
    assert [(r["text"], r["value"], r["counted"]) for r in rows(folder, "figures")] == [("1,200 beds", "1200", "beds")]
    assert {(r["name"], r["type"], r["unnamed"]) for r in rows(folder, "actors")} == {
        ("Ada Lund", "person", "false"),
        ("a guard", "person", "true"),
        ("the Norrby Council", "organisation", "false"),
    }
    assert [(r["name"], r["geonames"]) for r in rows(folder, "places")] == [("Norrby", "2688250")]


def test_names_are_found_below_another_base(tmp_path: Path) -> None:
    export(shelf(dataset()), tmp_path / "out", "csv", base=BASE)
    row = statement(tmp_path / "out", "We need 1,200 beds in Norrby.")
    assert (row["speaker"], row["about"]) == ("Ada Lund", "Norrby")
    assert row["speaker_iri"].startswith(BASE)


@pytest.mark.parametrize("table", HEADERS)
def test_every_column_is_documented(table: str) -> None:
    documented = (Path(__file__).parents[1] / "docs" / "export.md").read_text(encoding="utf-8")
    section = documented.partition(f"### `{table}.csv`")[2].partition("\n#")[0]
    assert {name for name in HEADERS[table].split() if f"`{name}`" not in section} == set()


def test_each_row_has_all_columns(folder: Path) -> None:
    for table in HEADERS:
        assert all(None not in row and None not in row.values() for row in rows(folder, table))
    assert council().article.id == "7"
