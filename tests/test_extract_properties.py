"""Whatever the text: no crash, every span within it, nothing empty, entities consistent, the same answer twice."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.derive import rebuild
from kg.extract import extract
from kg.extract.jsonl import record
from kg.model import AnnotatedArticle, Article, Span
from kg.rdf import evidence
from kg.validate import Validator
from kg.verify import verify_article
from kg.vocab import Iris

VALIDATOR = Validator()

PARTS = st.sampled_from(
    [
        *(
            "Ana Brandt",
            "Brandt",
            "the group",
            "he",
            "She",
            "a resident",
            "officials",
            "The Harbour Ministry",
            "(HM)",
            "The Harbour Movement (HM)",
            "Riga reported",
            "who",
            "Riga",
            "MR",
        ),
        *(
            "said",
            "says",
            "told",
            "according to",
            "According to",
            "adding",
            "reported",
            "that",
            "whether",
            "to",
            "as",
            "who",
            "and",
        ),
        *(
            "“",
            "”",
            '"',
            "''",
            "``",
            "«",
            "»",
            "„",
            "‘",
            "’",
            "'",
            "'s",
            ".",
            ",",
            ":",
            ";",
            "!",
            "?",
            "—",
            "(",
            ")",
            "…",
        ),
        *(
            "\n",
            "\n\n",
            " ",
            "1,311 people",
            "40%",
            "on Tuesday",
            "5 May",
            "yesterday",
            "in a statement",
            "the bridge was closed",
            "не",
            "他",
        ),
    ]
)
TEXTS = st.one_of(
    st.text(max_size=200), st.lists(PARTS, max_size=40).map(" ".join), st.lists(PARTS, max_size=40).map("".join)
)


def spans(article: AnnotatedArticle) -> list[Span]:
    found = [mention for entity in article.entities for mention in entity.mentions]
    for s in article.statements:
        found += [*s.content, *s.quoted, *(figure.span for figure in s.figures)]
        found += [span for span in (s.source, s.cue, s.said.span if s.said else None) if span]
    return found


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.sampled_from([None, date(2024, 2, 29), date.min, date.max]))
def test_any_text_is_read_without_a_crash_and_consistently(text: str, published: date | None) -> None:
    article = extract(Article(text, published=published))
    assert all(span.end <= len(text) and span.of(text).strip() for span in spans(article))
    ids = [entity.id for entity in article.entities]
    assert len(ids) == len(set(ids))
    assert all(entity.mentions and entity.name.strip() for entity in article.entities)
    reported = {s.id for s in article.statements}
    for s in article.statements:
        assert s.content
        assert list(s.content) == sorted(s.content)
        named = {s.speaker, s.place, *s.addressees, *s.relayed_by} - {None}
        assert named <= set(ids)
        assert s.within is None or (s.within in reported and s.within != s.id)
        assert 0 <= s.confidence <= 1
    assert extract(Article(text, published=published)) == article
    assert json.loads(json.dumps(record(article, attitudes=True)))["extractor"] == article.extractor


@settings(max_examples=500, deadline=None)
@given(st.lists(PARTS, min_size=1, max_size=40).map(" ".join))
def test_whatever_is_read_may_be_stored(text: str) -> None:
    read = evidence(extract(Article(text, published=date(2024, 2, 29))), Iris())
    graph = [*read, *rebuild(lambda: [read], Iris())]
    assert [str(violation) for violation in VALIDATOR.check(graph).violations] == []
    assert verify_article(read, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The bridge was closed, as Ukraine reported. As Moscow reported, nobody was hurt, Ann Lee said.",
        "The Study Fund (SFX) met. The Society of Friends (SFX) said that it was late.",
        "They met in Riga, who said that it was late.",
        "According to according to Riga, it was late.",
        "according to according to Riga",
        "' Dr. , which denied \n\n she \" campaign's Moscow asked \n\n of Both of She who told Lee denied quoted "
        "saying police Both The Both quoted",
        "The doors were shut. The Harbour Ministry asked She Lee and Ann Lee why. She said that it was late.",
    ],
)
def test_no_odd_reading_keeps_its_article_out(text: str) -> None:
    found = extract(Article(text))
    mentions = [mention for entity in found.entities for mention in entity.mentions]
    assert len(mentions) == len(set(mentions))
    read = evidence(found, Iris())
    assert VALIDATOR.check([*read, *rebuild(lambda: [read], Iris())]).conforms
