"""What an extractor found, shown in the article's own words: cut into segments, in the terminal, as a page."""

from __future__ import annotations

import datetime as dt
import io
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from typer.testing import CliRunner, Result

from kg.cli import app
from kg.errors import OutputError
from kg.explain import Explained, Mark, Role, explain, page, paragraphs, segments, shown
from kg.explain.segments import by_paragraph
from kg.model import (
    AnnotatedArticle,
    Article,
    DatePrecision,
    Entity,
    EntityType,
    SaidDate,
    Span,
    Statement,
    StatementKind,
)

ARTICLES = Path(__file__).parent / "articles"
TEXT = "The agency said Voss denied the report.\n\n“We wait,” she\nsaid. “And\n\nwe hope.”"


def at(words: str, text: str = TEXT) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


AGENCY = Entity("e1", EntityType.ORGANISATION, "<b>The Agency</b>", (at("The agency"),))
VOSS = Entity("e2", EntityType.PERSON, "Darian Voss", (at("Voss"),))


def statement(
    id: str, kind: StatementKind, content: list[str], source: str, cue: str, speaker: str | None
) -> Statement:
    return Statement(id, kind, tuple(map(at, content)), at(source), at(cue), speaker, 0.8, "a-rule")


OUTER = statement("s7", StatementKind.INDIRECT, ["Voss denied the report"], "The agency", "said", "e1")
INNER = statement("s8", StatementKind.INDIRECT, ["the report"], "Voss", "denied", "e2")
AND = at("said. “And")
QUOTE = replace(
    statement("s9", StatementKind.DIRECT, ["We wait", "And\n\nwe hope."], "she", "said", None),
    cue=Span(AND.start, AND.start + len("said")),
)
WISH = replace(INNER, id="s10", attitude=True)
ANNOTATED = AnnotatedArticle(
    Article(TEXT, title="A <script>alert('x')</script> & more", url="https://example.org/?a=1&b=2", path="a.txt"),
    "rules/1",
    (AGENCY, VOSS),
    (OUTER, replace(INNER, within="s7", relayed_by=("e1",)), QUOTE, WISH),
)


def in_terminal(explained: Explained, colours: bool = False) -> str:
    console = Console(file=io.StringIO(), width=100, force_terminal=colours, color_system="256" if colours else None)
    console.print(*shown(explained), sep="\n")
    assert isinstance(console.file, io.StringIO)
    return "\n".join(line.rstrip() for line in console.file.getvalue().splitlines())


class Page(HTMLParser):
    """Elements as they nest, their attributes, and the text in them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.marked: list[tuple[str, str]] = []
        self.feed(html)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.text += data
        if self.open[-1:] == ["mark"]:
            classes = next(attributes["class"] for tag, attributes in reversed(self.elements) if tag == "mark")
            self.marked.append((classes or "", data))

    def values(self, name: str) -> list[str]:
        return [value for _, attributes in self.elements if (value := attributes.get(name)) is not None]


# Segments


def test_paragraphs_end_at_blank_lines_or_else_at_line_ends() -> None:
    assert [span.of(TEXT) for span in paragraphs(TEXT)] == [
        "The agency said Voss denied the report.",
        "“We wait,” she\nsaid. “And",
        "we hope.”",
    ]
    assert [span.of("one\r\n two \r\nthree\n") for span in paragraphs("one\r\n two \r\nthree\n")] == [
        "one",
        "two",
        "three",
    ]


def spans_in(text: str) -> st.SearchStrategy[Span]:
    bounds = st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))
    return bounds.filter(lambda pair: pair[0] != pair[1]).map(lambda pair: Span(min(pair), max(pair)))


WORDS = "He said she said.\n\nThey say it.\n\nNo."
MARKS = st.lists(st.builds(Mark, spans_in(WORDS), st.sampled_from(Role), st.sampled_from([("1",), ("2",), ("3",)])))


@given(MARKS)
def test_segments_keep_every_character_and_know_every_mark_over_it(marks: list[Mark]) -> None:
    found = segments(Span(0, len(WORDS)), marks)
    assert "".join(segment.span.of(WORDS) for segment in found) == WORDS
    for segment in found:
        labels = {(mark.role, label) for mark in segment.marks for label in mark.labels}
        assert labels == {
            (mark.role, label) for mark in marks for label in mark.labels if mark.span.holds(segment.span)
        }
        assert all(mark.span.holds(segment.span) for mark in segment.marks)
    assert sum(len(segment.opened) for segment in found) == sum(len(segment.closed) for segment in found)


@given(MARKS)
def test_marks_cut_at_paragraphs_cover_the_same_words(marks: list[Mark]) -> None:
    where = paragraphs(WORDS)
    cut = by_paragraph(WORDS, where, marks)
    for span, inside in zip(where, cut, strict=True):
        assert all(span.holds(mark.span) for mark in inside)
    for mark in marks:
        rest = [part.span for inside in cut for part in inside if (part.role, part.labels) == (mark.role, mark.labels)]
        covered = {i for span in rest for i in range(span.start, span.end)}
        assert {i for i in range(mark.span.start, mark.span.end) if not WORDS[i].isspace()} <= covered


def test_an_inner_report_stands_inside_the_outer_one() -> None:
    first = explain(ANNOTATED).paragraphs[0]
    roles = {segment.span.of(TEXT): [(m.role, m.labels) for m in segment.marks] for segment in first.segments}
    assert roles["the report"] == [(Role.CONTENT, ("1",)), (Role.CONTENT, ("2",))]
    assert roles["Voss"] == [(Role.CONTENT, ("1",)), (Role.SOURCE, ("2",))]
    assert roles["."] == []


def test_statements_stand_where_their_words_begin_and_name_each_other_by_number() -> None:
    explained = explain(ANNOTATED)
    assert [[found.number for found in told.statements] for told in explained.paragraphs] == [[1, 2], [3], []]
    inner = explained.statements[1]
    assert (inner.speaker, inner.within, inner.relayed_by) == ("Darian Voss", 1, ("<b>The Agency</b>",))
    assert explained.statements[2].speaker is None
    assert len(explain(ANNOTATED, attitudes=True).statements) == 4


# Terminal


def test_brackets_tell_apart_without_colour_what_colours_tell_apart() -> None:
    out = in_terminal(explain(ANNOTATED))
    assert "¹{The agency} ¹<said> ¹[²{Voss} ²<denied> ²[the report²]¹]." in out
    assert "“³[We wait³],” ³{she} ³<said>." in out
    assert "“³[And³]" in out
    assert "³[we hope.³]”" in out
    assert re.search(r"2 +Darian Voss +asserts, indirect, within 1, relayed by <b>The Agency</b> +a-rule 0\.80", out)
    assert re.search(r"3 +unresolved +asserts, direct", out)
    assert "\x1b[" not in out
    assert "\x1b[" in in_terminal(explain(ANNOTATED), colours=True)


def test_words_shared_by_two_statements_have_both_numbers() -> None:
    both = replace(ANNOTATED, statements=(INNER, replace(INNER, id="s2")))
    assert "¹·²{Voss} ¹·²<denied> ¹·²[the report¹·²]" in in_terminal(explain(both))


def test_an_article_cannot_steer_the_terminal() -> None:
    nasty = AnnotatedArticle(Article("\x1b[31mRed\x9b1m\r said nothing.", title="\x1b]0;owned\x07"), "rules/1")
    out = in_terminal(explain(nasty))
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", out)
    assert "Red" in out
    assert "no statements" in out


# Page


def test_a_page_asks_nothing_of_the_network_and_runs_nothing() -> None:
    html = page([explain(ANNOTATED)])
    found = Page(html)
    assert not {tag for tag, _ in found.elements} & {"script", "link", "img", "iframe", "object", "form"}
    assert not found.values("src") + found.values("onclick") + found.values("style")
    assert "url(" not in html
    assert "@import" not in html
    assert "default-src 'none'; style-src 'unsafe-inline'" in found.values("content")
    assert "prefers-color-scheme: dark" in html


def test_a_page_escapes_all_that_comes_from_articles() -> None:
    html = page([explain(ANNOTATED)])
    found = Page(html)
    assert "A <script>alert('x')</script> & more" in found.text
    assert "<b>The Agency</b>" in found.text
    assert any("<b>The Agency</b>" in title for title in found.values("title"))
    assert "https://example.org/?a=1&b=2" in found.values("href")


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", None])
def test_only_addresses_of_the_web_become_links(url: str | None) -> None:
    found = Page(page([explain(replace(ANNOTATED, article=replace(ANNOTATED.article, url=url)))]))
    assert all(href.startswith("#") for href in found.values("href"))


def test_a_page_marks_nested_words_and_describes_each_mark() -> None:
    marked = Page(page([explain(ANNOTATED)])).marked
    classes = {words: set(classes.split()) for classes, words in marked}
    assert classes["Voss"] == {"source", "m1-1", "m1-2", "depth-1", "opens", "closes"}
    assert classes["the report"] == {"content", "m1-1", "m1-2", "depth-2", "opens", "closes"}
    titles = Page(page([explain(ANNOTATED)])).values("title")
    assert any("content of 1: <b>The Agency</b>, asserts, indirect" in title for title in titles)


def test_the_table_tells_the_day_and_the_role_where_the_article_does() -> None:
    may = SaidDate(dt.date(2024, 5, 1), dt.date(2024, 5, 31), at("agency"), DatePrecision.MONTH)
    told = replace(OUTER, role=at("agency"), said=may)
    html = page([explain(replace(ANNOTATED, statements=(told, QUOTE)))])
    assert "<small>agency</small>" in html
    assert "2024-05-01–2024-05-31" in html
    assert "<small>agency" not in page([explain(ANNOTATED)])


def test_every_anchor_leads_somewhere_and_none_twice() -> None:
    found = Page(page([explain(ANNOTATED), explain(ANNOTATED)]))
    ids = found.values("id")
    assert len(set(ids)) == len(ids)
    assert {href[1:] for href in found.values("href") if href.startswith("#")} <= set(ids)
    assert {"s1-1", "s1-2", "s1-3", "s2-3", "t1-1", "t1-2", "t1-3"} <= set(ids)


def test_an_article_without_a_title_is_told_by_its_file_alone() -> None:
    html = page([explain(AnnotatedArticle(Article("It rains.", path="/home/ana/private/rain.txt"), "rules/1"))])
    assert "rain.txt" in html
    assert "private" not in html


def test_a_page_without_statements_says_so() -> None:
    assert "No statements were found." in Page(page([explain(replace(ANNOTATED, statements=()))])).text


# Commands


def quoth(*arguments: object) -> Result:
    return CliRunner().invoke(app, [*map(str, arguments)])


@pytest.mark.parametrize("path", sorted(p for p in ARTICLES.iterdir() if p.suffix in (".txt", ".html", ".jsonl")))
def test_every_article_of_ours_is_explained_word_for_word(path: Path, tmp_path: Path) -> None:
    out = tmp_path / "page.html"
    told = quoth("extract", path, "--explain", "--html", out)
    assert told.exit_code == 0, told.output
    assert "{source}  <cue>  [content]" in told.stdout
    found = Page(out.read_text(encoding="utf-8"))
    assert any("content" in classes for classes, _ in found.marked)
    assert not list(tmp_path.glob("*.tmp"))


def test_a_page_that_cannot_be_written_is_an_error_and_leaves_nothing(tmp_path: Path) -> None:
    told = quoth("extract", ARTICLES / "harbour-strike.txt", "--html", tmp_path / "missing" / "page.html")
    assert isinstance(told.exception, OutputError)
    assert list(tmp_path.iterdir()) == []


def test_what_cannot_be_read_is_named_and_the_rest_explained(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    told = quoth("extract", tmp_path / "empty.txt", ARTICLES / "harbour-strike.txt", "--explain")
    assert told.exit_code == 3
    assert "empty.txt" in told.stderr
    assert "Marta Quintela" in told.stdout
