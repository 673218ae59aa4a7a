"""Transcripts: each turn is what its speaker says."""

from __future__ import annotations

import pytest

from kg.extract import EXTRACTORS, extract
from kg.model import Article, StatementKind

HEARING = """Transcript of the hearing at the Harbour Board, 4 May 2024.

MS. BRANDT: Thank you, Chair. When did you first hear of the leak?

MR. OKORO (via video): On the Monday. Nobody had told us anything before that.

And the valve was never tested.

THE CHAIR: “Please speak up.”

MR. OKORO: It was on the Monday. My father said that the tank was old.

Q: Are you sure about the day?
"""


def turns(text: str, extractor: str = "rules") -> list[tuple[str | None, str]]:
    found = extract(Article(text), extractor)
    names = {entity.id: entity.name for entity in found.entities}
    said = [each for each in found.statements if each.rule == "turn"]
    assert {each.kind for each in said} <= {StatementKind.DIRECT}
    return [(names[each.speaker] if each.speaker else None, each.text(text)) for each in said]


@pytest.mark.parametrize("extractor", EXTRACTORS)
def test_each_turn_is_a_direct_statement_of_its_speaker(extractor: str) -> None:
    assert turns(HEARING, extractor) == [
        ("BRANDT", "Thank you, Chair. When did you first hear of the leak?"),
        ("OKORO", "On the Monday. Nobody had told us anything before that.\n\nAnd the valve was never tested."),
        ("THE CHAIR", "Please speak up."),
        ("OKORO", "It was on the Monday. My father said that the tank was old."),
        (None, "Are you sure about the day?"),
    ]


@pytest.mark.parametrize("extractor", EXTRACTORS)
def test_what_a_speaker_reports_is_within_the_turn(extractor: str) -> None:
    found = extract(Article(HEARING), extractor)
    (reported,) = [s for s in found.statements if s.text(HEARING) == "the tank was old"]
    (turn,) = [s for s in found.statements if s.id == reported.within]
    assert turn.text(HEARING).startswith("It was on the Monday.")


def test_a_label_is_the_person_whom_the_text_names() -> None:
    text = (
        "Our reporter met Ana Brandt, who leads the Harbour Museum, in Riga.\n\nCourier: How did it start?\n"
        "Brandt: We had no money, but there was a barn.\nCourier: And then?\nBrandt: Then the roof came down on them.\n"
    )
    assert [name for name, _ in turns(text)] == ["Courier", "Ana Brandt", "Courier", "Ana Brandt"]


def test_offices_and_numbers_name_nobody() -> None:
    text = "SPEAKER 1: Who was that at the door?\nANA BRANDT: It was the man from the bank.\nSPEAKER 1: What for?\n"
    found = extract(Article(text), "rules")
    assert {(entity.name, entity.unnamed) for entity in found.entities} >= {("ANA BRANDT", False)}
    assert all(entity.unnamed for entity in found.entities if entity.name.startswith("SPEAKER"))


PRINTED = """The bridge of Riga stays closed

The mayor said on Sunday that nobody had been told of the leak, and that the bridge would be closed until the spring.
Nobody knows yet who will pay for the repair. Here is a part of what was said at the hearing about the valve:

"MS. ANA BRANDT: When did you first hear of it?

"OKORO: On the Monday. Nobody had told us anything.

"And the valve was never tested."

"(CROSSTALK)

"BRANDT: Are you sure about the day?

The hearing goes on next week, when the builders of the bridge are heard, and it may take some weeks until it ends.
"""


@pytest.mark.parametrize("extractor", EXTRACTORS)
def test_an_article_may_print_a_part_of_a_talk(extractor: str) -> None:
    (first, asked), (second, answered), (_, again) = turns(PRINTED, extractor)
    assert (first, second) == ("ANA BRANDT", "OKORO")
    assert (asked, again) == ("When did you first hear of it?", "Are you sure about the day?")
    assert answered == 'On the Monday. Nobody had told us anything.\n\n"And the valve was never tested.'


def test_a_headline_that_looks_like_a_label_is_none_where_labels_are_in_capitals() -> None:
    text = "Okoro: Nobody told us\n\nHe spoke on Monday.\n\n" + HEARING
    assert next(words for _, words in turns(text)) == "Thank you, Chair. When did you first hear of the leak?"


@pytest.mark.parametrize(
    "text",
    [
        "ERROR: the disk is full.\nINFO: it was started again.\nERROR: the disk is full again.\n",
        "Home: 3\nAway: 2\nHome: 4\nAway: 1\n",
        "It rained all day in the old town, and nobody came to see the cranes.\n" * 3
        + "Harbour: Two cranes fell.\nNobody came.\nMuseum: It is shut.\nIt is dark.\nHarbour: It is open.\n",
        "Scorers: Lee 12', Brandt 40' (pen.)\nAttendance: 1,311\nScorers: Ek 3' (o.g.)\nAttendance: 800\n",
        "The count stands as it did.\nBrandt: 1,769.\nEk: 1,501.\nThese came by mail.\nBrandt: 5.\n",
        "Harbour: The quay has been rebuilt and is open all day.\nMuseum: It shows the ships that were built here.\n"
        "Harbour: There are boats to the island every hour.\nMuseum: It is closed on the day after the fair.\n",
        "Abstract: In this paper we test maps.\nKeywords: maps; tests.\nListing 1: Our first map has a hole.\n"
        "Shift Operator: We move a corner of each map.\nHole Operator: We tear our map.\n",
        "Date: 4 May 2024.\nPlace: The old harbour.\nWeather: It rained all day and the wind was from the west.\n",
        "The mayor said three things: the bridge is closed.\nShe said: it stays closed.\nShe said: that is all.\n",
        "ANA BRANDT: Nous n'avons pas le choix, le pont est fermé.\nBO EK: Pour qui ?\nANA BRANDT: Pour tous.\n",
    ],
)  # fmt: skip
def test_what_is_no_transcript_has_no_turns(text: str) -> None:
    assert turns(text) == []


def test_prose_behind_the_last_turn_is_the_articles_own() -> None:
    talk = "BRANDT: We build it this year.\nQ: Who pays for it?\nBRANDT: The town and you.\nQ: When?\nBRANDT: In May.\n"
    prose = "\nThe bridge was closed in 2019 after a storm.\n\nThe council meets on Tuesday.\n"
    assert turns(talk + prose)[-1] == ("BRANDT", "In May.")
    assert len(turns(talk + prose)) == 5


def test_the_last_turn_has_as_many_lines_as_another_one_has() -> None:
    talk = (
        "BRANDT: We build it.\n\nThis year.\nQ: Who pays for it?\nBRANDT: The town will.\nQ: When?\nBRANDT: In May.\n"
    )
    assert turns(talk + "\nI hope so.\n\nThe council meets on Tuesday.\n")[-1][1] == "In May.\n\nI hope so."


def test_initials_are_the_one_whose_name_has_them() -> None:
    text = (
        "Karvia Times: When did you start?\n\nAna Brandt: In 1990, in a small club.\n\nKT: Who helped you?\n\n"
        "AB: My brother did.\n\nBE: So did I.\n\nKT: And then?\n"
    )
    said = ["Karvia Times", "Ana Brandt", "Karvia Times", "Ana Brandt", "BE", "Karvia Times"]
    assert [name for name, _ in turns(text)] == said
