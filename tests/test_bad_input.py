"""Texts of any shape: no crash, every piece verbatim inside the text, work that grows with the length alone."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.errors import InputError
from kg.extract import EXTRACTORS, extract
from kg.extract.jsonl import record
from kg.model import AnnotatedArticle, Article, Span
from kg.sources.encoding import check_text

SAID = (
    "The mayor, Ana Brandt, said on Tuesday that the bridge would be closed for 40 days. “We have no choice,” she said,"
    " adding that the Harbour Ministry had warned the city twice. "
)
SHAPES = {
    "one line": SAID * 150,
    "no marks": "the mayor said that the bridge was closed and nobody had been told about it while she left " * 200,
    "one word": "a" * 200_000,
    "one word in base64": "aGVsbG8gd29ybGQ/+" * 1_000,
    "quotation marks": '"' * 10_000,
    "quotation marks of all sorts": "“”«»„'\"‘’" * 1_200,
    "quotation marks apart": '" ' * 5_000,
    "white space": " \n\t\r\u00a0\u2003" * 20_000,
    "marks left open": "“The bridge is closed, said Ana Brandt. " * 150,
    "marks closed only": "The bridge is closed,” said Ana Brandt. " * 150,
    "brackets": "([{" * 3_000,
    "dots": "." * 50_000,
    "hyphens": "A-" * 3_000,
    "apostrophes": "'a" * 3_000,
    "names": "Ann Lee Bo Ek " * 500,
    "labels": "Ann Lee: " * 500,
    "emoji": "🙂👩‍👩‍👧 “We lost 🙂,” said 🙂 Ana 🙂 Brandt 🙂. " * 100,
    "controls": "".join(map(chr, range(32))) * 50 + SAID.replace(" ", "\x0b"),
    "combining": SAID.replace("a", "a\u0301\u0302\u0303") * 10 + "\u0301" * 5_000,
    "invisible": "\u200b".join(SAID * 5),
    "right to left marks": "\u202e\u200f" + SAID.replace(" ", " \u200e\u2067") * 10 + "\u202c",
    "lone surrogates": f"\ud800{SAID}\udfff“We\ud83d lost,” said Ana Brandt.",
    "NULs": f"\0{SAID}\0".replace("said", "said\0"),
    "line ends": "\r\n".join([SAID] * 10) + "\x85\u2028\u2029\f" * 500,
}


def pieces(article: AnnotatedArticle) -> list[Span]:
    found = [mention for entity in article.entities for mention in entity.mentions]
    for each in article.statements:
        found += [*each.content, *each.quoted, *(figure.span for figure in each.figures)]
        found += [span for span in (each.source, each.cue, each.said and each.said.span) if span]
    return found


def check(text: str, extractor: str) -> AnnotatedArticle:
    """The article as read, every span of which holds words of the text; the same a second time."""
    found = extract(Article(text), extractor)
    assert found.article.text == text
    assert all(span.end <= len(text) and span.of(text).strip() for span in pieces(found))
    for each in found.statements:
        assert each.text(text) == " […] ".join(text[piece.start : piece.end] for piece in each.content)
    return found


@pytest.mark.parametrize("extractor", EXTRACTORS)
@pytest.mark.parametrize("shape", SHAPES)
def test_texts_of_any_shape_are_read_without_a_crash(extractor: str, shape: str) -> None:
    check(SHAPES[shape], extractor)


@pytest.mark.parametrize("extractor", EXTRACTORS)
@pytest.mark.parametrize("shape", ["one line", "no marks", "marks left open", "emoji", "right to left marks"])
def test_what_is_said_is_found_all_the_same(extractor: str, shape: str) -> None:
    assert check(SHAPES[shape], extractor).statements


@pytest.mark.parametrize("extractor", EXTRACTORS)
@pytest.mark.parametrize(
    "shape", ["quotation marks", "quotation marks of all sorts", "white space", "one word", "dots"]
)
def test_nothing_is_found_in_marks_alone(extractor: str, shape: str) -> None:
    assert check(SHAPES[shape], extractor).statements == ()


@pytest.mark.parametrize("extractor", EXTRACTORS)
def test_the_same_text_gives_the_same_record(extractor: str) -> None:
    text = SAID * 5
    assert record(extract(Article(text), extractor)) == record(extract(Article(text), extractor))


@pytest.mark.parametrize("text", [SHAPES["lone surrogates"], SHAPES["NULs"], SHAPES["white space"], ""])
def test_what_cannot_be_stored_is_refused_where_it_is_read(text: str) -> None:
    with pytest.raises(InputError):
        check_text(text)


NASTY = st.sampled_from(
    [
        *("“", "”", '"', "''", "«", "»", "„", "‘", "'", "(", ")", ".", ",", ":", ";", "?", "…", "—"),
        *("|", "<b>", "{", "=", ",,"),
        *("\n", "\n\n", "\r\n", "\t", "\u00a0", "\u200b", "\u202e", "\u200f", "\u2028", "\x00"),
        *("\x1b", "\ud800", "\u0301"),
        *("🙂", "👩‍👩‍👧", "ﬁ", "ß", "İ", "ǅ", "不", "не", "قال", "א", "𝔄", "½", "①"),
        *("Ana Brandt", "BRANDT:", "\nQ: ", "\nANA BRANDT: ", "she", "The Ministry (MD)", "officials"),
        *("a resident", "who"),
        *("said", "said that", "according to", "told", "denied", "asked whether", "will", "not", "on Tuesday", "5 May"),
        *("the bridge was closed", "nobody knew", "1,311 people", "40%", "of the", "and", "to", "x" * 300),
    ]
)  # fmt: skip
TEXTS = st.one_of(
    st.lists(NASTY, max_size=40).map(" ".join), st.lists(NASTY, max_size=40).map("".join), st.text(max_size=200)
)


@pytest.mark.parametrize("extractor", EXTRACTORS)
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=TEXTS)
def test_every_piece_stands_in_the_text(extractor: str, text: str) -> None:
    found = check(text, extractor)
    ids = {entity.id for entity in found.entities}
    mentions = [mention for entity in found.entities for mention in entity.mentions]
    assert len(mentions) == len(set(mentions))
    assert {each.speaker for each in found.statements} - {None} <= ids
    assert {each.within for each in found.statements} - {None} <= {each.id for each in found.statements}
