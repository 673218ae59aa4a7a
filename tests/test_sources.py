"""Inputs of every kind become articles in order; what cannot be read becomes one clear error and stops nothing."""

import io
import json
import os
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

import kg.sources.limits
import kg.sources.records
from kg.errors import EmptyInput, InputError, TooLarge
from kg.model import Article
from kg.sources import Metadata, read

FIXTURES = Path(__file__).parent / "sources"
SHARED = Path(__file__).parents[1].parent / "shared" / "articles"


def one(path: Path | str, **options: object) -> Article:
    (outcome,) = read([path], **options)  # type: ignore[arg-type]
    assert isinstance(outcome, Article), outcome
    return outcome


def refusal(path: Path | str, **options: object) -> InputError:
    (outcome,) = read([path], **options)  # type: ignore[arg-type]
    assert isinstance(outcome, InputError), outcome
    assert "\n" not in str(outcome)
    return outcome


def written(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


# ---- text


def test_a_text_is_kept_as_it_is_written(tmp_path: Path) -> None:
    text = "A “quote” and 'another',\r\n\r\n two  spaces, ﬁne\u00a0print e\u0301 \t\n"
    article = one(written(tmp_path, "a.txt", text))
    assert article == Article(text=text, path=str(tmp_path / "a.txt"))


def test_a_byte_order_mark_is_no_text(tmp_path: Path) -> None:
    assert one(written(tmp_path, "a.txt", b"\xef\xbb\xbfHe said.")).text == "He said."


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_utf_16_and_32_are_known_by_their_mark(tmp_path: Path, encoding: str) -> None:
    assert one(written(tmp_path, "a.txt", "“Нет”, he said.\r\n".encode(encoding))).text == "“Нет”, he said.\r\n"


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1252", "“We can’t go on”, the café’s owner said – again… “À bientôt”, a-t-il ajouté, très déçu.\r\n"),
        ("cp1252", "The café’s owner, André Müller, said: “It’s a naïve idea.” He added that the façade was lost.\n"),
        ("cp1251", "«Мы не пойдём», — сказал мэр города Иван Петров. Её ответ: «Нет». ООО «Мост» молчит.\n"),
        ("gb18030", "市长说：“我们不能继续这样下去。”记者报道，桥梁已经关闭。\n"),
    ],
)
def test_older_encodings_are_told_apart(tmp_path: Path, encoding: str, text: str) -> None:
    assert one(written(tmp_path, "a.txt", text.encode(encoding))).text == text


def test_a_date_at_the_head_of_the_file_name_is_the_date_published(tmp_path: Path) -> None:
    assert one(written(tmp_path, "2022-09-21-bridge.txt", "He said.")).published == date(2022, 9, 21)
    assert one(written(tmp_path, "2022-02-31-bridge.txt", "He said.")).published is None
    assert one(written(tmp_path, "2022-09-2100.txt", "He said.")).published is None
    assert one(written(tmp_path, "bridge-2022-09-21.txt", "He said.")).published is None


# ---- front matter

FRONT = """---
title: "Bridge closed: a town waits"
author: Ida Brandt
date: 2024-05-02T23:30:00-04:00
url: https://courier.example/a b
language: no
id: 007
publisher: ~
tags: [bridge, {deep: value}]
---
"""


def test_front_matter_is_cut_off_and_offsets_count_after_it(tmp_path: Path) -> None:
    article = one(written(tmp_path, "a.txt", FRONT + "\nHe said.\n"))
    assert article == Article(
        text="\nHe said.\n",
        path=str(tmp_path / "a.txt"),
        id="007",
        url="https://courier.example/a%20b",
        title="Bridge closed: a town waits",
        published=date(2024, 5, 2),
        published_at=datetime(2024, 5, 3, 3, 30, tzinfo=UTC),
        authors=("Ida Brandt",),
        language="no",
    )


def test_front_matter_may_have_other_line_ends_and_a_byte_order_mark(tmp_path: Path) -> None:
    crlf = b"\xef\xbb\xbf" + b"---\r\ntitle: T\r\n---\r\nHe said.\r\n"
    article = one(written(tmp_path, "a.txt", crlf))
    assert (article.title, article.text) == ("T", "He said.\r\n")


@pytest.mark.parametrize(
    "text", ["---\nHe said so.\n---\nShe did not.\n", "---\ntitle: T\nHe said.", "--- title: T\n---\n"]
)
def test_a_rule_of_dashes_is_text(tmp_path: Path, text: str) -> None:
    assert one(written(tmp_path, "a.txt", text)).text == text


@pytest.mark.parametrize(
    ("block", "message"),
    [
        ("date: 21 September", "front matter: date: “21 September” is not an ISO date"),
        ("published: 2022-02-30", "front matter: published: “2022-02-30” is no day"),
        ("authors: {name: Ida}", "front matter: authors: must be a string, not dict"),
        ("url: courier.example/a", "front matter: url: “courier.example/a” is not an absolute URL"),
        ("language: English", "front matter: language: “English” is not a language tag"),
        ('title: "unclosed', "front matter: not YAML at line"),
        ('title: "\\ud800"', "front matter:"),
        ("title: " + "[" * 30_000, "front matter: not YAML"),
        (
            "a: &a [x]\n" + "".join(f"b{i}: &b{i} [{'*a, ' * 9}*a]\n" for i in range(9)) + "title: *b8",
            "title: must be a string",
        ),
        (
            "a0: &a0 {x: y}\n" + "".join(f"a{i}: &a{i} {{<<: [*a{i - 1}, *a{i - 1}]}}\n" for i in range(1, 99)),
            "front matter: not YAML at line 3 (found a merge key)",
        ),
        ("!!merge m: {x: y}", "found a merge key"),
        ("? [a, b]\n: c", "front matter: not YAML"),
        ("title: !!python/object:os.system x", "front matter: not YAML"),
    ],
)
def test_bad_front_matter_is_named(tmp_path: Path, block: str, message: str) -> None:
    error = refusal(written(tmp_path, "a.txt", f"---\n{block}\n---\nHe said."))
    assert message in str(error)
    assert str(error).startswith(str(tmp_path / "a.txt") + ": ")


# ---- precedence


def test_the_command_line_goes_before_the_front_matter_before_the_file_name(tmp_path: Path) -> None:
    path = written(tmp_path, "2022-09-21.txt", "---\ntitle: Front\npublisher: Front\n---\nHe said.")
    article = one(path, overrides=Metadata(title="Given"))
    assert (article.title, article.publisher, article.published) == ("Given", "Front", date(2022, 9, 21))


def test_day_and_time_are_never_put_together_from_two_places(tmp_path: Path) -> None:
    path = written(tmp_path, "a.txt", "---\npublished: 2022-09-21T08:00:00Z\n---\nHe said.")
    other = one(path, overrides=Metadata(published=date(2022, 9, 22)))
    assert (other.published, other.published_at) == (date(2022, 9, 22), None)
    same = one(path, overrides=Metadata(published=date(2022, 9, 21)))
    assert same.published_at == datetime(2022, 9, 21, 8, tzinfo=UTC)


def test_a_time_without_a_zone_gives_its_day_only(tmp_path: Path) -> None:
    article = one(written(tmp_path, "a.txt", "---\npublished_at: 2022-09-21 08:00\n---\nHe said."))
    assert (article.published, article.published_at) == (date(2022, 9, 21), None)


def test_a_given_url_names_one_article_only(tmp_path: Path) -> None:
    for name in "abc":
        written(tmp_path, f"{name}.txt", f"{name} said.")
    first, *others = read([tmp_path], overrides=Metadata(url="https://example.org/a"))
    assert isinstance(first, Article)
    assert first.text == "a said."
    assert [type(other) for other in others] == [InputError, InputError]
    assert "names one article" in str(others[0])


# ---- folders and names


def test_a_folder_is_read_through_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.TXT", "a/b/c.txt", "c.md", ".hidden.txt", ".git/x.txt", "a.txt"):
        written(tmp_path, name, f"{name} said.")
    found = [outcome.path for outcome in read([tmp_path, str(tmp_path / "b.txt")]) if isinstance(outcome, Article)]
    assert found == [str(tmp_path / name) for name in ("a/b/c.txt", "a/z.TXT", "a.txt", "b.txt", "b.txt")]


def test_links_in_a_circle_end(tmp_path: Path) -> None:
    written(tmp_path, "a/b.txt", "He said.")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "self.txt").symlink_to("self.txt")
    outcomes = list(read([tmp_path]))
    assert [type(outcome) for outcome in outcomes] == [Article, InputError]
    assert str(outcomes[1]).startswith(f"{tmp_path}/self.txt: cannot be read: ")


def test_what_is_not_there_is_said_and_the_others_go_on(tmp_path: Path) -> None:
    good = written(tmp_path, "good.txt", "He said.")
    (tmp_path / "folder").mkdir()
    gone, folder, other = list(read([tmp_path / "gone.txt", tmp_path / "folder", good]))
    assert str(gone) == f"{tmp_path}/gone.txt: no such file or folder; check the name"
    assert isinstance(folder, EmptyInput)
    assert "no article in this folder" in str(folder)
    assert isinstance(other, Article)


def test_other_kinds_of_files_are_refused_by_name(tmp_path: Path) -> None:
    assert ".txt, .html, .htm, .jsonl" in str(refusal(written(tmp_path, "a.pdf", "He said.")))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_unreadable_files_and_folders_are_named(tmp_path: Path) -> None:
    written(tmp_path, "a.txt", "He said.").chmod(0)
    written(tmp_path, "b/c.txt", "He said.").parent.chmod(0)
    try:
        assert ["may not be read" in str(outcome) for outcome in read([tmp_path])] == [True, True]
    finally:
        (tmp_path / "b").chmod(0o700)


def test_a_folder_that_may_not_be_listed_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(tmp_path, "a/a.txt", "He said.")
    written(tmp_path, "b.txt", "He said.")
    listed = Path.iterdir

    def refuse(path: Path) -> object:
        if path.name == "a":
            raise PermissionError(13, "Permission denied")
        return listed(path)

    monkeypatch.setattr(Path, "iterdir", refuse)
    refused, read_on = read([tmp_path])
    assert str(refused) == f"{tmp_path}/a: may not be read; change its permissions"
    assert isinstance(read_on, Article)


def test_a_file_name_need_not_be_unicode(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))
    path.write_text("He said.")
    article = one(path)
    assert article.path is not None
    assert article.path.endswith("caf\ufffd.txt")


# ---- what is no text


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "empty"),
        (b" \r\n\t\n", "empty"),
        (b"---\ntitle: T\n---\n\n", "no text in it"),
        (b"He said\0 so.", "NUL at byte 7"),
        ("He said\0 so.".encode("utf-16"), "NUL at character 7"),
        (bytes(range(1, 256)) * 4, "binary file"),
        (b"He said \xed\xa0\x80 so.", "lone surrogate"),
        ("He said \ud83d so.".encode("utf-16-le", "surrogatepass").join([b"\xff\xfe", b""]), "marked as utf-16-le"),
        ("“Déjà vu”, he said. ".encode() + "“Ça va”, she said.".encode("cp1252"), "two encodings"),
        ("Straße, größer, schöner. ".encode() * 9 + "Süden".encode("cp1252"), "not byte 262 in line 1"),
        ("Straße, größer, schöner. ".encode("cp1252") * 9 + "“So”".encode(), "two encodings"),
    ],
)
def test_what_is_no_text_is_refused(tmp_path: Path, content: bytes, message: str) -> None:
    error = refusal(written(tmp_path, "a.txt", content))
    assert message in str(error)
    assert isinstance(error, EmptyInput) == (message in ("empty", "no text in it"))


def test_more_than_the_maximum_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    assert isinstance(refusal(path), TooLarge)
    assert isinstance(refusal("-", stdin=io.BytesIO(b"He said. " * 3_000_000)), TooLarge)


def test_the_maximum_itself_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kg.sources.limits, "MAX_BYTES", 8)
    assert one(written(tmp_path, "a.txt", "He said.")).text == "He said."
    assert isinstance(refusal(written(tmp_path, "b.txt", "He said..")), TooLarge)


# ---- JSON Lines


def record(**values: object) -> str:
    return json.dumps(values) + "\n"


def test_each_line_is_an_article(tmp_path: Path) -> None:
    full = record(
        text="“Нет”,\r\nhe said.",
        id=7,
        title="T",
        url="https://example.org/ü",
        published="2022-09-21T23:00:00+0300",
        publisher="P",
        authors=["A", "B", "A"],
        language="en_GB",
        translated_from="ru",
        unknown=[{}],
    )
    path = written(
        tmp_path, "2020-01-01.jsonl", "\ufeff" + full + "\n" + record(text="B", authors="A, B and C", title=None)
    )
    first, second = read([path])
    zone = datetime.fromisoformat("2022-09-21T23:00:00+03:00")
    assert first == Article(
        text="“Нет”,\r\nhe said.",
        path=f"{path}:1",
        id="7",
        url="https://example.org/ü",
        title="T",
        published=date(2022, 9, 21),
        published_at=zone,
        publisher="P",
        authors=("A", "B"),
        language="en-GB",
        translated_from="ru",
    )
    assert isinstance(first, Article)
    assert first.published_at is not None
    assert first.published_at.utcoffset() == timedelta(hours=3)
    assert second == Article(text="B", path=f"{path}:3", authors=("A, B and C",))


BROKEN = [
    ('{"text": "He said', "not JSON"),
    ("[1]", "not a JSON object"),
    ('{"text": 1}', "text: must be a string"),
    ('{"title": "T"}', "neither text nor html"),
    ('{"text": " "}', "no text in it"),
    ('{"text": "half \\ud800"}', "half a character (a lone surrogate, U+D800) at character 5"),
    ('{"text": "nul \\u0000"}', "NUL at character 4"),
    ('{"text": "x", "title": "\\udfff"}', "title: holds a control character or half"),
    ('{"text": "x", "published": 1663718400}', "published: must be a string, not int"),
    ('{"text": "x", "url": "https://exa mple.org/"}', "url: "),
    ('{"text": "x", "n": ' + "9" * 5000 + "}", "not JSON that can be read"),
    ('{"text": "x", "n": ' + "[" * 200_000, "not JSON that can be read"),
    ('{"html": "<html><body><nav><a href=/>Home</a></nav></body></html>"}', "no article in this page"),
]


def test_a_broken_line_is_named_and_the_others_go_on(tmp_path: Path) -> None:
    lines = [line for line, _ in BROKEN]
    path = written(tmp_path, "a.jsonl", "\n".join([*lines, '{"text": "last"}']))
    *errors, last = read([path])
    for number, (error, (_, message)) in enumerate(zip(errors, BROKEN, strict=True), 1):
        assert isinstance(error, InputError)
        assert str(error).startswith(f"{path}:{number}: ")
        assert message in str(error)
        assert "\n" not in str(error)
    assert isinstance(last, Article)
    assert last.text == "last"


def test_a_record_goes_before_its_page(tmp_path: Path) -> None:
    html = (FIXTURES / "bridge.html").read_text()
    article = one(written(tmp_path, "a.jsonl", record(html=html, title="Given", published="2024-05-03")))
    assert article.text.startswith("Old harbour bridge closed & fenced off\n")
    assert (article.title, article.publisher) == ("Given", "Lindholm Courier")
    assert (article.published, article.published_at) == (date(2024, 5, 3), None)


def test_a_line_that_is_not_utf_8_is_named(tmp_path: Path) -> None:
    path = written(tmp_path, "a.jsonl", '{"text": "é"}\n'.encode("cp1252") + b'{"text": "last"}')
    error, last = read([path])
    assert str(error) == f"{path}:1: not UTF-8 at byte 10; save it as UTF-8"
    assert isinstance(last, Article)


def test_a_line_over_the_maximum_is_skipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kg.sources.records, "MAX_BYTES", 40)
    path = written(tmp_path, "a.jsonl", record(text="a" * 100_000) + record(text="b") + record(text="c" * 60).strip())
    first, second, third = read([path])
    assert [type(outcome) for outcome in (first, second, third)] == [TooLarge, Article, TooLarge]
    assert isinstance(second, Article)
    assert second.path == f"{path}:2"
    assert str(third).startswith(f"{path}:3: longer than")


def test_jsonl_without_records_is_empty(tmp_path: Path) -> None:
    assert isinstance(refusal(written(tmp_path, "a.jsonl", "\n\n")), EmptyInput)


# ---- standard input


def test_standard_input_is_told_apart() -> None:
    text = one("-", stdin=io.BytesIO(b"\n---\nHe said.\r\n"))
    assert (text.text, text.path) == ("\n---\nHe said.\r\n", "standard input")
    assert one("-", stdin=io.BytesIO(b"---\ntitle: T\n---\nHe said.")).title == "T"
    assert [
        outcome.path
        for outcome in read(["-"], stdin=io.BytesIO(b'\n {"text": "a"}\n{"text": "b"}'))
        if isinstance(outcome, Article)
    ] == [
        "standard input:2",
        "standard input:3",
    ]
    page = (FIXTURES / "bridge.html").read_text()
    for encoding in ("utf-8", "utf-16"):
        assert one("-", stdin=io.BytesIO(page.encode(encoding))).publisher == "Lindholm Courier"
    assert isinstance(refusal("-", stdin=io.BytesIO(b"")), EmptyInput)


def test_many_comments_before_a_text_are_passed_over_at_once() -> None:
    comments = b"<!-- a --> " * 300
    assert (
        one("-", stdin=io.BytesIO(comments + (FIXTURES / "bridge.html").read_bytes())).publisher == "Lindholm Courier"
    )
    assert one("-", stdin=io.BytesIO(comments + b"He said.")).text.endswith("He said.")


def test_standard_input_is_the_process_s_own_by_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"He said.")))
    assert one("-").text == "He said."
    monkeypatch.setattr(sys, "stdin", None)
    assert "closed" in str(refusal("-"))


# ---- the whole


def test_reading_text_loads_no_heavy_library() -> None:
    heavy = "{'trafilatura', 'lxml', 'yaml', 'charset_normalizer'}"
    script = (
        "import io, sys; from kg.sources import read; list(read(['-'], stdin=io.BytesIO(b'He said.'))); "
        f"print({heavy} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared articles are not here")
def test_the_shared_articles_are_read_as_they_are() -> None:
    for path in sorted(SHARED.glob("*.txt")):
        article = one(path)
        assert article.text.encode() == path.read_bytes()
        assert str(article.published) == path.name[:10]
