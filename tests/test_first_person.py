"""Who says "I" of the text's own: speeches, columns, letters, interviews."""

from __future__ import annotations

import pytest

from kg.extract import extract
from kg.extract.assemble import ground
from kg.extract.first_person import Authors
from kg.extract.pronoun_features import Pronoun
from kg.extract.pronouns import Pronouns
from kg.extract.report import Report
from kg.extract.voices import Voices, interviewee
from kg.model import Article, Span, SpeechAct, StatementKind

TALK = "\n\nI came by boat. I saw the bridge. I told my friends of it.\n\nThe mill is old, and I like it.\n"


def holds(text: str) -> str | None:
    """The name of the entity that "I came" is a mention of."""
    at = text.index("I came")
    read = extract(Article(text), "rules")
    return next((e.name for e in read.entities if Span(at, at + 1) in e.mentions), None)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Remarks by Anna Marand at the Bridge" + TALK, "Anna Marand"),
        ("Remarks by Prime Minister Anna Marand" + TALK, "Anna Marand"),
        ("Anna Marand's Inaugural Address" + TALK, "Anna Marand"),
        ("The old bridge\nBy Anna Marand" + TALK, "Anna Marand"),
        ("Good morning. My name is Anna Marand." + TALK, "Anna Marand"),
        ("The old bridge." + TALK + "\nAnna Marand is a poet in Harrow.\n", "Anna Marand"),
        ("Letters to us" + TALK + "\nAnna Marand.\n\nThe mill is closed for good.\n\nBo Fernhill.\n", "Anna Marand"),
        ("Anna Marand came to Harrow." + TALK, None),
        ("The old bridge." + TALK + "\nAnna Marand came by boat too.\n", None),
        ("They call me: “My name is Anna Marand.”" + TALK, None),
    ],
)
def test_who_says_i_is_named_by_a_heading_a_byline_or_a_signature(text: str, who: str | None) -> None:
    assert holds(text) == who


def test_an_i_within_a_quotation_is_not_the_authors() -> None:
    text = "Remarks by Anna Marand at the Bridge" + TALK + "“I came on Monday,” Bo Fernhill said.\n"
    at = text.index("“I came") + 1
    read = extract(Article(text), "rules")
    assert [e.name for e in read.entities if Span(at, at + 1) in e.mentions] == ["Bo Fernhill"]


def test_a_news_article_with_no_own_voice_asks_for_no_author() -> None:
    text = "Anna Marand's address to the town was short.\n\nThe town listened to Anna Marand for an hour.\n"
    assert extract(Article(text), "rules").statements == ()
    assert Authors(text, ground(text).chains).signatures == []


@pytest.mark.parametrize(
    ("head", "who"),
    [
        ("Anna Marand tells Harbour News about the bridge", "Anna Marand"),
        ("Harbour News interviews engineer Anna Marand", "Anna Marand"),
        ("Town opens bridge named after Anna Marand", None),
    ],
)
def test_a_headline_names_who_is_interviewed(head: str, who: str | None) -> None:
    text = head + "\n\nWhen did you come?\n\nIn May.\n\nWho helped?\n\nMy brother.\n\nAnd then?\n\nWe stayed.\n"
    found = interviewee(text, ground(text).chains)
    assert (found.name if found else None) == who


def test_who_is_interviewed_says_i_in_answers_and_not_in_questions() -> None:
    head = "Harbour News interviews Anna Marand\n\n"
    text = (
        head + "When did you come?\n\nI believe in May.\n\nWho helped, I wonder?\n\nMy brother.\n\nAnd then?\n\nI left."
    )
    chains = ground(text).chains
    pronouns = Pronouns(text, chains)
    said = [pronouns.own_voice(Span(at, at + 1)) for at in (text.index("I believe"), text.index("I wonder"))]
    assert [chain.name if chain else None for chain in said] == ["Anna Marand", None]


def test_who_is_interviewed_says_i_also_in_what_the_answer_reports() -> None:
    head = "Harbour News interviews Anna Marand\n\n"
    text = (
        head
        + "When did you come?\n\nI believe that I came in May.\n\nWho helped?\n\nMy brother.\n\nAnd then?\n\nI left."
    )
    chains = ground(text).chains
    at, end = text.index("I came"), text.index(" in May")
    source = Span(text.index("I believe"), text.index(" believe"))
    told = Report(StatementKind.INDIRECT, (Span(at, end),), (), source, None, SpeechAct.ASSERTS, "label", 0)
    voices = Voices(text, chains, [told])
    assert voices.interviewee is not None
    voices.speaks(told, source.start, voices.interviewee)
    assert voices.roles(Pronoun(Span(at, at + 1), "i", "subject"))[voices.interviewee] == "interviewee"
