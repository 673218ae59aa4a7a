from dataclasses import replace

import pytest

from kg.answers import ArticleRef, StatementAnswer
from kg.model import Span, SpeechAct, StatementKind
from kg.read import context, selectors, text_fragment_url
from kg.read.evidence import OA
from kg.vocab import RDF

TEXT = (
    "First things first.\n"
    "\n"
    "  “Well-kept, clean & dry,” said Ann. Nobody objected.\n"
    "A new line, the same paragraph.\n"
    " \n"
    "“One half,” said Bob, “and the other half.”\n"
    "\n"
    "He said: dry. She said: dry."
)
ARTICLE = ArticleRef(
    "http://localhost:8000/id/article/0123456789abcdef", None, "https://a.example/x", None, None, "0" * 64
)


def said(*words: str, text: str = TEXT, url: str | None = "https://a.example/x", start: int = 0) -> StatementAnswer:
    spans = tuple(Span(found := text.index(piece, start), found + len(piece)) for piece in words)
    return StatementAnswer(
        iri="http://localhost:8000/id/statement/aaaaaaaaaaaaaaaa",
        text=" […] ".join(words),
        kind=StatementKind.DIRECT,
        act=SpeechAct.ASSERTS,
        speaker=None,
        article=replace(ARTICLE, url=url),
        content=spans,
    )


def test_the_context_is_the_paragraph_between_blank_lines() -> None:
    found = context(said("Well-kept, clean & dry,"), TEXT)
    assert found.text == "“Well-kept, clean & dry,” said Ann. Nobody objected.\nA new line, the same paragraph."
    assert TEXT[found.start : found.start + len(found.text)] == found.text


def test_the_context_holds_all_paragraphs_of_the_words() -> None:
    assert context(said("dry,", "One half,"), TEXT).text.endswith("“and the other half.”")
    assert context(said("First"), TEXT).text == "First things first."
    assert context(said("She said"), TEXT).text == "He said: dry. She said: dry."
    assert context(said("first.\n\n  “Well"), TEXT).text.startswith("First things")


def test_each_line_is_a_paragraph_where_there_are_no_blank_lines() -> None:
    text = "One.\nTwo said so.\r\nThree."
    assert context(said("said", text=text), text).text == "Two said so."


@pytest.mark.parametrize(
    ("answer", "with_text", "expected"),
    [
        (said("Well-kept, clean & dry,"), False, "#:~:text=Well%2Dkept%2C%20clean%20%26%20dry%2C"),
        (said("One half,", "and the other half."), False, "#:~:text=One%20half%2C&text=and%20the%20other%20half."),
        (said("One half,", "and the other half."), True, "#:~:text=One%20half%2C&text=and%20the%20other%20half."),
        (said("dry", start=TEXT.index("She said")), True, "#:~:text=He%20said%3A%20dry.%20She%20said%3A-,dry"),
        (said("Nobody objected"), True, "#:~:text=Nobody%20objected"),
    ],
)
def test_a_link_into_the_article(answer: StatementAnswer, with_text: bool, expected: str) -> None:
    assert text_fragment_url(answer, TEXT if with_text else None) == "https://a.example/x" + expected


def test_long_words_are_linked_by_their_ends() -> None:
    words = " ".join(f"word{n}" for n in range(40))
    link = text_fragment_url(said(words, text=words))
    assert (
        link
        == "https://a.example/x#:~:text=word0%20word1%20word2%20word3%20word4,word35%20word36%20word37%20word38%20word39"
    )


def test_words_across_paragraphs_are_linked_by_their_ends() -> None:
    words = "a b c d e f\n\ng h i j k l"
    assert text_fragment_url(said(words, text=words), words) == (
        "https://a.example/x#:~:text=a%20b%20c%20d%20e,h%20i%20j%20k%20l"
    )


def test_a_url_with_a_fragment_keeps_it_and_none_gives_no_link() -> None:
    assert text_fragment_url(said("First", url="https://a.example/x#top")) == "https://a.example/x#top:~:text=First"
    assert text_fragment_url(said("First", url=None)) is None


def test_selectors_find_the_words_in_the_archived_text() -> None:
    answer = said("One half,", "and the other half.")
    quads = selectors(answer, TEXT)
    by_type = {
        type: [quad.subject for quad in quads if quad.predicate == RDF.type and quad.object == type]
        for type in (OA.Annotation, OA.TextQuoteSelector, OA.TextPositionSelector, OA.SpecificResource)
    }
    assert {len(found) for found in by_type.values()} == {2}
    values = {(quad.subject, quad.predicate): quad.object.value for quad in quads}  # type: ignore[union-attr]
    for quoted, position in zip(by_type[OA.TextQuoteSelector], by_type[OA.TextPositionSelector], strict=True):
        start, end = int(values[position, OA.start]), int(values[position, OA.end])
        assert TEXT[start:end] == values[quoted, OA.exact]
        prefix, suffix = values[quoted, OA.prefix], values[quoted, OA.suffix]
        assert TEXT[:start].endswith(prefix)
        assert TEXT[end:].startswith(suffix)
        assert len(prefix) == 32
    assert {quad.graph_name.value for quad in quads} == {  # type: ignore[union-attr]
        "http://localhost:8000/id/graph/evidence/0123456789abcdef"
    }
    subjects = sorted({quad.subject.value for quad in quads})  # type: ignore[union-attr]
    assert next(iri.rpartition("/")[2] for iri in subjects if "statement" in iri) == "aaaaaaaaaaaaaaaa#evidence=111,120"
