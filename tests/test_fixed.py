"""What fixed constructions tell: findings of nothing, convictions, verbs of saying behind another verb."""

from __future__ import annotations

import pytest

from kg.extract import EXTRACTORS, extract
from kg.model import Article


def told(text: str, extractor: str) -> list[tuple[str | None, list[str]]]:
    """The sources and words of the statements in a text."""
    found = [s for s in extract(Article(text + "\n"), extractor).statements if not s.attitude]
    return [(s.source.of(text) if s.source else None, [piece.of(text) for piece in s.content]) for s in found]


@pytest.mark.parametrize("extractor", EXTRACTORS)
@pytest.mark.parametrize(
    ("text", "source", "words"),
    [
        ("A review in March found little sign of a link.", "A review in March", "little sign of a link"),
        ("The inspectors saw no evidence of neglect.", "The inspectors", "no evidence of neglect"),
        ("The harbour master was adamant the pier would hold.", "The harbour master", "the pier would hold"),
        ("Brandt is convinced that the letter was forged.", "Brandt", "the letter was forged"),
        ("The driver remained certain: the light was green.", "The driver", "the light was green"),
        ("Marand was heard to mutter that the vote was a farce.", "Marand", "the vote was a farce"),
        ("My uncle used to say that the sea forgets nobody.", "My uncle", "the sea forgets nobody"),
        ("Marand took to the radio to announce that the vote was over.", "Marand", "the vote was over"),
        ("The council is of the firm opinion that the bridge will hold.", "The council", "the bridge will hold"),
        ("Brandt was in no doubt that the bridge would hold.", "Brandt", "the bridge would hold"),
        ("Brandt left no doubt that the bridge would hold.", "Brandt", "the bridge would hold"),
        ("The answer from Brandt was that the bridge would hold.", "Brandt", "the bridge would hold"),
        ("The view of Brandt is that the bridge will hold.", "Brandt", "the bridge will hold"),
        ("Brandt's message was clear: the bridge would hold.", "Brandt", "the bridge would hold"),
        ("The warning came from Brandt: the bridge would not hold.", "Brandt", "the bridge would not hold"),
        ("Brandt's explanation: the bridge was too old.", "Brandt", "the bridge was too old"),
        ("The response from Brandt was swift: “The bridge will hold.”", "Brandt", "The bridge will hold."),
        ("In the eyes of Brandt, the bridge was too old.", "Brandt", "the bridge was too old"),
        ("To Brandt's mind, the bridge was too old.", "Brandt", "the bridge was too old"),
        ("From Brandt's point of view, the bridge was too old.", "Brandt", "the bridge was too old"),
        ("Brandt had little doubt that the bridge would hold.", "Brandt", "the bridge would hold"),
        ("Brandt raised the possibility that the bridge would close.", "Brandt", "the bridge would close"),
        ("The message from Brandt was simple: the bridge would hold.", "Brandt", "the bridge would hold"),
        ("Ilse Brandt, a docker: “The bridge will hold.”", "Ilse Brandt, a docker", "The bridge will hold."),
        ("The ministry blamed the leak on a burst valve.", "The ministry", "the leak on a burst valve"),
        ("Brandt let slip that the ship would sail in May.", "Brandt", "the ship would sail in May"),
        ("The rules laid down that no member could vote twice.", "The rules", "no member could vote twice"),
        ("The agency rates the danger as very high.", "The agency", "the danger as very high"),
        ("The singer referred to the critic as a woodpecker.", "The singer", "the critic as a woodpecker"),
        ("Police counted about 900 people at the gate.", "Police", "about 900 people at the gate"),
        ("By the council's own reckoning, some homes are empty.", "the council", "some homes are empty"),
        ("Forecasters expect more snow in the hills.", "Forecasters", "more snow in the hills"),
        ("The agency cautioned against opening the beach.", "The agency", "opening the beach"),
        ("The ministry denied receiving the letter.", "The ministry", "receiving the letter"),
        ("That will not do, in the Farmers' Union's view.", "the Farmers' Union", "That will not do"),
    ],
)
def test_a_construction_tells_who_says_what(text: str, source: str, words: str, extractor: str) -> None:
    assert told(text, extractor) == [(source, [words])]


@pytest.mark.parametrize(
    "text",
    [
        "Rescuers found no survivors.",
        "If the mayor was adamant the pier would hold, nobody would listen.",
        "It is certain that the bridge will close.",
        "The lever was used to say goodbye.",
        "The crew took to the boats to say goodbye.",
        "They used to call him the Birdman of the north.",
        "By the end of the count, some votes were missing.",
        "The boat is 12 metres long, which classes it as a ship.",
        "The promise of help that never came was forgotten.",
        "Our high wartime tax rates still hinder the firm from growing as fully as it must.",
    ],
)
def test_what_only_looks_like_one_tells_nothing(text: str) -> None:
    assert told(text, "rules") == []


def test_a_question_that_somebody_wanted_answered_is_asked() -> None:
    (statement,) = extract(Article("He wanted to know who had paid for the paint.\n"), "rules").statements
    assert (statement.act.value, statement.attitude) == ("asks", False)


def test_a_verb_behind_and_yet_has_the_same_source() -> None:
    text = "The minister praised the divers and yet warned against opening the beach.\n"
    warns = [s for s in extract(Article(text), "rules").statements if s.act.value == "warns"]
    assert [s.source.of(text) for s in warns if s.source] == ["The minister"]


@pytest.mark.parametrize("extractor", EXTRACTORS)
@pytest.mark.parametrize(
    ("text", "source", "words"),
    [
        ("The vote followed an Appeal Court ruling that two members had lost.", "Appeal Court", "two members had lost"),
        (
            "He gave the land on the promise of the governor that every child would learn.",
            "the governor",
            "every child would learn",
        ),
    ],
)
def test_a_noun_tells_whose_words_it_stands_for(text: str, source: str, words: str, extractor: str) -> None:
    assert (source, [words]) in told(text, extractor)
