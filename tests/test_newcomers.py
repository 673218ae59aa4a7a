"""Whom "he" and "she" mean beside somebody of the other gender, and in a reply; whom "they" count."""

import pytest

from kg.extract import extract
from kg.model import Article


def last_speaker(text: str) -> str | None:
    found = extract(Article(text), "rules")
    named = {entity.id: entity.name for entity in found.entities}
    return named.get(found.statements[-1].speaker or "")


@pytest.mark.parametrize(
    ("told", "speaker"),
    [
        ("A policeman stopped a woman in Harrow. She told him that the dam leaked.", "a woman"),
        ("Mary Quarn met a fisherman in Harrow. He told her that the dam leaked.", "a fisherman"),
        ("Thomas Quarn stayed. “It leaks,” he said.\n\nA neighbour left in May. “I am old,” she said.", "A neighbour"),
        ("Thomas Quarn stayed.\n\nA neighbour had left.\n\n“The dam leaks,” she said.", "A neighbour"),
        ("A spokesman for the port, Thomas Quarn, met us. He denied that the dam leaked.", "Thomas Quarn"),
        ("Jo Rell spoke first. Then it was Thomas Quarn’s turn. He said the dam leaked.", "Thomas Quarn"),
    ],
)
def test_who_is_met_in_the_sentence_before(told: str, speaker: str) -> None:
    assert last_speaker(told) == speaker


@pytest.mark.parametrize(
    "told",
    [
        "Mary Quarn waited. A policeman stopped a woman. She said that the dam leaked.",
        "Mary Quarn stayed. “It leaks,” she said.\n\nA neighbour left in May.\n\n“I am old,” she said.",
        "A nurse met a friend in Harrow. He said that the dam leaked.",
    ],
)
def test_nobody_new_where_others_may_be_meant(told: str) -> None:
    assert last_speaker(told) not in ("a woman", "A neighbour", "a friend")


def test_who_alone_is_named_in_the_sentence_before() -> None:
    before = "“It leaks,” said Mary Quarn, a nurse. “It always did.”\n\n"
    told = (
        "The mayor’s office referred us to the minister, Susan Finch. In a talk at Harrow House, she called it a loss."
    )
    assert last_speaker(before + told) == "Susan Finch"


@pytest.mark.parametrize(
    "told",
    [
        "Thomas Quarn was on duty. James Finch told him to leave. “I will not,” he replied.",
        "Thomas Quarn was on duty. James Finch asked him why it leaked. “It is old,” he answered.",
        "James Finch told Thomas Quarn that he had slept. “I was ill,” he replied.",
        "James Finch said Thomas Quarn had robbed him. He denies the charge.",
    ],
)
def test_who_replies_or_denies_is_not_who_spoke(told: str) -> None:
    assert last_speaker(told) == "Thomas Quarn"


@pytest.mark.parametrize(
    ("told", "speaker"),
    [
        ("Hundreds of students marched in Harrow. “The dam leaks,” they shouted.", "Hundreds of students"),
        ("About 200 people marched in Harrow. They said that the dam leaked.", "About 200 people"),
        ("Dozens of lorries drove past. They said that the dam leaked.", None),
    ],
)
def test_they_are_those_counted_before(told: str, speaker: str | None) -> None:
    assert last_speaker(told) == speaker
