"""The commands as a user meets them: what they print, what they exit with, what they leave behind."""

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from api.command import main
from kg import __version__
from kg.cli.app import output
from kg.store.folder import Folder

HERE = Path(__file__).parent
ARTICLES = HERE / "articles"
TITLE = "Dockers walk out in Lisbon over night shifts"
Answer = tuple[int, str, str]
Quoth = Callable[..., Answer]


@pytest.fixture
def quoth(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path) -> Quoth:
    """Runs `quoth …` on a store of the test's own: exit code, standard output, standard error."""
    monkeypatch.setenv("QUOTH_DB", str(tmp_path / "db"))
    monkeypatch.delenv("QUOTH_DEBUG", raising=False)

    def run(*arguments: object, stdin: str | None = None) -> Answer:
        monkeypatch.setattr(sys, "argv", ["quoth", *map(str, arguments)])
        if stdin is not None:
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
        capfd.readouterr()
        with pytest.raises(SystemExit) as end:
            main()
        out, err = capfd.readouterr()
        return int(end.value.code or 0), out, err

    return run


@pytest.fixture
def filled(quoth: Quoth) -> Quoth:
    """The same, with one of our articles read."""
    assert quoth("add", ARTICLES / "harbour-strike.txt")[0] == 0
    return quoth


def test_add_and_ask(filled: Quoth) -> None:
    code, out, _ = filled("said", "--by", "quintela", "--kind", "direct")
    assert code == 0
    assert "We are not machines" in out
    assert "Quintela" in out
    assert "Dockers" in out


def test_said_as_json_holds_the_whole_answer(filled: Quoth) -> None:
    code, out, _ = filled("said", "--act", "denies", "--json")
    answers = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert answers[0]["speaker"]["name"] == "Marta Quintela"
    text = Folder.open(os.environ["QUOTH_DB"]).texts.get(answers[0]["article"]["sha256"])
    piece = answers[0]["content"][0]
    assert text[piece["start"] : piece["end"]] == answers[0]["text"]


def test_said_as_csv_has_a_header_and_the_words(filled: Quoth) -> None:
    rows = list(csv.DictReader(io.StringIO(filled("said", "--csv", "--limit", "0")[1])))
    assert len(rows) > 5
    assert {"speaker", "text", "content", "sha256"} <= rows[0].keys()
    assert any("nineteen nights" in row["text"] for row in rows)


def test_said_in_context_shows_the_paragraph(filled: Quoth) -> None:
    code, out, _ = filled("said", "--by", "quintela", "--kind", "direct", "--context")
    assert code == 0
    assert "at the gate of the Alcântara terminal" in " ".join(out.split())


def test_said_that_finds_nothing_says_so(filled: Quoth) -> None:
    code, out, err = filled("said", "--by", "nobody")
    assert (code, out) == (0, "")
    assert "quoth stats" in err


@pytest.mark.parametrize(
    ("format", "expected"),
    [("table", "Marta Quintela"), ("csv", "name\r\nMarta Quintela"), ("json", '"Marta Quintela"'), ("tsv", "?name")],
)
def test_query_formats(filled: Quoth, format: str, expected: str) -> None:
    question = 'SELECT ?name { ?a a quoth:Person ; rdfs:label ?name FILTER(?name = "Marta Quintela") }'
    code, out, _ = filled("query", question, "--format", format)
    assert code == 0
    assert expected in out


def test_articles_are_listed_by_what_names_them_to_other_commands(filled: Quoth) -> None:
    """What `quoth articles` names, `quoth remove` takes away."""
    code, out, _ = filled("articles", "--json")
    (listed,) = map(json.loads, out.splitlines())
    assert (code, listed["title"], listed["statements"] > 5) == (0, TITLE, True)
    assert "Dockers" in filled("articles", "--since", "2024-03-12", "--publisher", listed["publisher"])[1]
    assert "no such article" in filled("articles", "--since", "2024-03-13")[2]
    assert filled("remove", listed["url"] or listed["id"] or listed["iri"])[0] == 0
    assert filled("articles", "--json")[1] == ""


def test_colons_are_no_emoji(filled: Quoth) -> None:
    """The terminal's library would make a calendar of ":date:", as in "quoth:date: Say when …"."""
    filled("add", "-", stdin="Ida Brandt said she would resign.")
    out = filled("validate", "--warnings")[1]
    assert "quoth:date:" in out


def test_query_from_standard_input_and_for_a_graph(filled: Quoth) -> None:
    code, out, _ = filled("query", "-", stdin="CONSTRUCT { ?a a quoth:Article } WHERE { ?a a quoth:Article }")
    assert code == 0
    assert "quoth" in out or "ontology#Article" in out
    assert filled("query", "ASK { ?s a quoth:Statement }")[1].strip() == "yes"


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("said", "--since", "yesterday"), 2, "2022-09-25"),
        (("said", "--kind", "loud"), 2, "loud"),
        (("said", "--json", "--csv"), 2, "--json"),
        (("query", "SELECT ?x WHERE {"), 4, ""),
        (("query", "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"), 4, "SERVICE"),
        (("query", "(" * 5000), 4, ""),
        (("query", "DELETE WHERE { ?s ?p ?o }"), 4, "update"),
        (("query", "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", "--format", "csv"), 4, "csv"),
        (("query", "SELECT ?s { ?s ?p ?o }", "--format", "turtle"), 4, "turtle"),
        (("export", "--out", "x", "--format", "word"), 2, "word"),
        (("remove", "https://example.org/none"), 5, "https://example.org/none"),
        (("quarantine", "show", "0123456789abcdef"), 5, "0123456789abcdef"),
        (("extract", "--extractor", "oracle", ARTICLES / "harbour-strike.txt"), 3, "oracle"),
        (("validate", ARTICLES / "harbour-strike.txt"), 3, "harbour-strike.txt"),
        (("validate", "no-such-file.ttl"), 3, "check the name"),
        (("add", "https://example.org/a.html"), 3, "https://example.org/a.html: an address"),
        (("import", ARTICLES / "harbour-strike.txt"), 3, "harbour-strike.txt"),
        (("add", "no-such-file.txt"), 3, "no-such-file.txt"),
        (("add", ARTICLES / "harbour-strike.txt", "--url", "not a url"), 3, "url"),
        (("add", ARTICLES / "harbour-strike.txt", "--published", "soon"), 3, "published"),
    ],
    ids=lambda value: str(value)[:40] if isinstance(value, tuple) else None,
)
def test_bad_input_is_one_clear_line(filled: Quoth, arguments: tuple[object, ...], code: int, says: str) -> None:
    got, _, err = filled(*arguments)
    assert got == code
    assert says in err
    assert "Traceback" not in err
    if code != 2:  # wrong usage is shown in a box, with the usage
        assert len([line for line in err.splitlines() if line.startswith("quoth: ")]) == 1


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("empty.txt", b""),
        ("binary.txt", bytes(range(256)) * 8),
        ("nul.txt", b"One said\x00 two."),
        ("none.html", b"<html><body><nav>Home</nav></body></html>"),
        ("broken.jsonl", b'{"text": "A said that B."}\n{"text": \n'),
        ("surrogate.jsonl", b'{"text": "A \\ud800 said that B."}\n'),
        ("unknown.docx", b"PK"),
    ],
)
def test_what_cannot_be_read_is_named_and_the_rest_goes_on(
    quoth: Quoth, tmp_path: Path, name: str, data: bytes
) -> None:
    bad = tmp_path / name
    bad.write_bytes(data)
    code, _, err = quoth("add", bad, ARTICLES / "harbour-strike.txt")
    assert code == 3
    assert name in err
    assert "1 added" in err or "2 added" in err
    assert "Traceback" not in err


def test_a_terminal_is_shown_nothing_that_it_would_obey(quoth: Quoth, tmp_path: Path) -> None:
    said = "At noon the mayor, Ilse Marand, said:\r\n“The bridge \x1b[2Jis closed.”"
    text = f"Rain fell on the old town for a third day, and the river rose.\r\n{said}"
    (tmp_path / "rain.txt").write_bytes(text.encode())
    assert quoth("add", tmp_path / "rain.txt")[0] == 0
    for way in ((), ("--context",)):
        _, out, _ = quoth("said", *way)
        assert "\x1b" not in out
        assert "bridge \ufffd[2Jis" in " ".join(out.replace("│", " ").split())
    assert "bridge \\u001b[2Jis" in quoth("said", "--json")[1]


def test_a_query_that_cannot_be_read_is_one_line(filled: Quoth, tmp_path: Path) -> None:
    (tmp_path / "q.rq").write_bytes(b"SELECT \xff")
    code, _, err = filled("query", "--file", tmp_path / "q.rq")
    assert (code, len(err.splitlines())) == (4, 1)
    assert "not UTF-8 at byte 7" in err


HEEDING = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
"""Begins a program that stops at Ctrl-C although the tests may run in the background, where it is ignored."""


def test_stopped_by_ctrl_c_it_says_so(quoth: Quoth) -> None:
    command = [sys.executable, "-c", f"{HEEDING}; from api.command import main; main()", "add", "-"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE) as adding:
        lock = Path(os.environ["QUOTH_DB"]) / "lock"
        deadline = time.monotonic() + 60
        while not (lock.exists() and lock.stat().st_size) and time.monotonic() < deadline:
            time.sleep(0.02)
        adding.send_signal(signal.SIGINT)
        assert adding.wait(60) == 130
        assert adding.stderr
        assert adding.stderr.read() == b"quoth: stopped; what was stored is whole\n"


def test_a_refused_article_is_shown_and_dropped(filled: Quoth) -> None:
    id = "0123456789abcdef"
    record = {"id": id, "iri": "https://example.org/a", "where": "a.txt", "reasons": ["no title"], "details": ""}
    Folder.open(os.environ["QUOTH_DB"]).quarantine.put(record)
    assert "no title" in filled("quarantine", "list")[1]
    assert "a.txt" in filled("quarantine", "show", id)[1]
    assert filled("quarantine", "drop", id)[0] == 0
    assert filled("quarantine", "list")[1:] == ("", "0 in quarantine\n")
    assert filled("quarantine", "drop", id)[0] == 5


def test_a_missing_store_is_said_in_one_line(quoth: Quoth) -> None:
    for command in ("said", "stats", "verify", "validate", "reextract", "rebuild"):
        code, _, err = quoth(command)
        assert code == 7
        assert len(err.splitlines()) == 1
        assert "quoth add" in err


def test_a_second_writer_is_told_who_holds_the_store(filled: Quoth) -> None:
    with Folder.open(os.environ["QUOTH_DB"]).writer():
        code, _, err = filled("add", ARTICLES / "leaked-letter.txt")
        assert code == 7
        assert str(os.getpid()) in err
        assert filled("said", "--by", "quintela")[0] == 0
    assert filled("add", ARTICLES / "leaked-letter.txt")[0] == 0


def test_debug_shows_the_traceback_too(quoth: Quoth) -> None:
    code, _, err = quoth("--debug", "said")
    assert code == 7
    assert "Traceback" in err
    assert err.splitlines()[-1].startswith("quoth: there is no store")


def test_the_version_is_told(quoth: Quoth) -> None:
    assert quoth("--version")[:2] == (0, f"{__version__}\n")


def test_an_unknown_extractor_is_refused_also_where_nothing_is_new(filled: Quoth) -> None:
    code, _, err = filled("add", ARTICLES / "harbour-strike.txt", "--extractor", "oracle")
    assert code == 3
    assert "oracle" in err


def test_export_and_import_give_the_same_dataset(filled: Quoth, tmp_path: Path) -> None:
    assert filled("export", "--out", tmp_path / "one", "--format", "nquads")[0] == 0
    assert filled("import", tmp_path / "one" / "dataset.nq", "--db", tmp_path / "copy")[0] == 0
    assert filled("export", "--out", tmp_path / "two", "--format", "nquads", "--db", tmp_path / "copy")[0] == 0
    assert (tmp_path / "one" / "dataset.nq").read_bytes() == (tmp_path / "two" / "dataset.nq").read_bytes()
    code, out, _ = filled("verify", "--db", tmp_path / "copy")
    assert code == 6
    assert "text" in out
    assert filled("add", ARTICLES / "harbour-strike.txt", "--db", tmp_path / "copy")[0] == 0
    assert filled("verify", "--db", tmp_path / "copy")[0] == 0


def test_a_new_store_takes_the_base_of_the_dataset_brought_in(filled: Quoth, tmp_path: Path) -> None:
    base, copy = "https://data.example.org/id/", tmp_path / "copy"
    assert filled("export", "--out", tmp_path / "out", "--format", "trig", "--base", base)[0] == 0
    assert filled("import", tmp_path / "nothing.trig", "--db", copy)[0] == 3
    assert not copy.exists()
    assert filled("import", tmp_path / "out", "--db", copy)[0] == 0
    assert Folder.open(copy).base == base
    assert filled("import", tmp_path / "out")[0] == 3


def test_said_does_without_the_texts(quoth: Quoth, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("“The bridge is closed,” said Mayor Ilse Marand.\n", encoding="utf-8")
    assert quoth("add", tmp_path / "a.txt")[0] == 0
    (archived,) = (Path(os.environ["QUOTH_DB"]) / "texts").rglob("*.gz")
    archived.unlink()
    assert f"{archived.stem[:8]}…" in quoth("said")[1]
    code, out, _ = quoth("said", "--context")
    assert code == 0
    assert "no text is archived" in out


def test_a_table_breaks_no_short_word(filled: Quoth, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(output, "_width", 80)
    out = filled("said", "--act", "declines-to-comment")[1]
    for word in ("declines", "to comment", "indirect", "2024-03-12", "[characters]"):
        assert f"│ {word} " in out.replace("┃", "│")


def test_verify_finds_a_text_that_was_tampered_with(filled: Quoth) -> None:
    assert filled("verify")[0] == 0
    (archived,) = (Path(os.environ["QUOTH_DB"]) / "texts").rglob("*.gz")
    archived.write_bytes(archived.read_bytes()[:-20])
    code, out, _ = filled("verify")
    assert code == 6
    assert archived.name.removesuffix(".gz") in out


def test_extract_prints_one_line_an_article(quoth: Quoth) -> None:
    code, out, _ = quoth("extract", ARTICLES / "harbour-strike.txt", ARTICLES / "leaked-letter.txt")
    records = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert [Path(record["article"]["path"]).name for record in records] == ["harbour-strike.txt", "leaked-letter.txt"]
    assert not (Path(os.environ["QUOTH_DB"])).exists()


def test_killed_in_the_middle_of_add_the_store_holds_whole_articles(quoth: Quoth, tmp_path: Path) -> None:
    source = tmp_path / "many.jsonl"
    lines = [
        json.dumps({"id": str(n), "text": f"Mayor Ilse Marand said that bridge {n} was closed."}) for n in range(400)
    ]
    source.write_text("\n".join(lines), encoding="utf-8")
    command = [sys.executable, "-c", "from api.command import main; main()", "add", str(source), "-j", "1"]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as adding:
        texts = Path(os.environ["QUOTH_DB"]) / "texts"
        deadline = time.monotonic() + 60
        while len(list(texts.rglob("*.gz"))) < 20 and time.monotonic() < deadline:
            time.sleep(0.02)
        adding.send_signal(signal.SIGKILL)
    assert len(list(texts.rglob("*.gz"))) >= 20
    assert quoth("rebuild")[0] == 0
    assert quoth("verify")[0] == 0
    assert quoth("validate")[0] == 0
    code, _, err = quoth("add", source)
    assert code == 0
    added, unchanged = (int(part.split()[0]) for part in err.split(";")[0].split(", "))
    assert added + unchanged == 400
    assert unchanged >= 19
