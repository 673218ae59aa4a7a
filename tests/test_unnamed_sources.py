"""What is told of a source without a name: who it is said to be, how many they are, and why it has no name."""

from __future__ import annotations

import pytest
from test_extract_details import read, words

from kg.extract import anonymity
from kg.extract.unnamed import described
from kg.model import Entity, EntityType, SourceKind, Span


@pytest.mark.parametrize(
    ("description", "kind", "number"),
    [
        ("Two senior officials", SourceKind.OFFICIAL, 2),
        ("A crane driver", SourceKind.WORKER, None),
        ("Residents", SourceKind.RESIDENT, None),
        ("At least ten protesters", SourceKind.PROTESTER, None),
        ("12 policemen", SourceKind.POLICE_OFFICER, 12),
        ("Two people familiar with the matter", SourceKind.INSIDER, 2),
        ("His mother", SourceKind.RELATIVE, None),
        ("A young woman", None, None),
    ],
)
def test_an_unnamed_source_has_a_kind_and_an_exact_number(
    description: str, kind: SourceKind | None, number: int | None
) -> None:
    found = described(Entity("e1", EntityType.GROUP, description, (Span(0, 9),), unnamed=True))
    assert (found.source_kind, found.number) == (kind, number)


def test_the_speaker_of_a_statement_is_told_apart_by_its_kind() -> None:
    article = read("Two officials said that it was late.")
    speaker = article.entity(article.statements[0].speaker or "")
    assert (speaker.unnamed, speaker.source_kind, speaker.number) == (True, SourceKind.OFFICIAL, 2)


def test_names_groups_of_a_name_and_documents_have_no_kind() -> None:
    article = read("Ana Brandt said that it was late. The report said that it was early.")
    assert {entity.source_kind for entity in article.entities} == {None}
    named = Entity("e1", EntityType.GROUP, "the movement Mothers of the Valley", (Span(0, 9),), unnamed=True)
    assert described(named).source_kind is None


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            "A driver, who asked not to be named because he feared for his job, said that it was late.",
            "asked not to be named because he feared for his job",
        ),
        ("“It is late,” an official said on condition of anonymity.", "on condition of anonymity"),
        (
            "An official said it was bad. The official spoke on condition of anonymity as the talks are secret.",
            "spoke on condition of anonymity as the talks are secret",
        ),
        ("A resident who did not want to give her name said that it was late.", "did not want to give her name"),
        ("A driver said that it was late. The minister declined to be named.", None),
        ("A driver said that a nurse asked not to be named.", None),
        ("Ana Brandt, who asked not to be named, said that it was late.", None),
    ],
)
def test_why_a_source_has_no_name_is_told_in_the_articles_words(text: str, reason: str | None) -> None:
    assert words(read(text).statements[0].anonymity, text) == reason


def test_a_reason_ends_where_the_cue_begins() -> None:
    text = "A nurse who requested anonymity for fear of reprisals said no."
    at = text.index("said")
    assert words(anonymity.anonymity(text, Span(0, len(text)), (Span(at, at + 4),)), text) == (
        "requested anonymity for fear of reprisals"
    )


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("The plan is dead, said two people, asking not to be identified as the talks are private.",
         "asking", "not to be identified as the talks are private"),
        ("The plan is dead, an official said on condition of anonymity because he is not allowed to say more.",
         "said", "he is not allowed to say more"),
        ("“The plan is dead,” said a docker who declined to be named.", "declined", "to be named"),
    ],
)  # fmt: skip
def test_why_a_source_has_no_name_is_no_statement(text: str, cue: str, content: str) -> None:
    spans = [Span(text.index(part), text.index(part) + len(part)) for part in (cue, content)]
    assert anonymity.explains(text, spans[0], spans[1:])
    said = Span(text.index("The plan is dead"), text.index("The plan is dead") + 16)
    assert not anonymity.explains(text, Span(text.index("said"), text.index("said") + 4), [said])


def test_that_somebody_is_not_named_may_be_said() -> None:
    text = "Ilda Quarn said that her brother asked not to be named in the report."
    assert [s.text(text) for s in read(text).statements] == ["her brother asked not to be named in the report"]
