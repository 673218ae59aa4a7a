"""Who reports a whole sentence behind it was not said by who speaks in it; who is cited beside a source."""

from __future__ import annotations

import pytest

from kg.extract.rules import annotate
from kg.model import Article


def told(text: str) -> list[tuple[str | None, str]]:
    article = annotate(Article(text))
    names = {entity.id: entity.name for entity in article.entities}
    return [(names.get(s.speaker or ""), s.text(text)) for s in article.statements]


@pytest.mark.parametrize("behind", ["the Lusitania Wire reported on Monday", "reports the Lusitania Wire"])
def test_who_reports_a_sentence_is_no_part_of_what_is_said_in_it(behind: str) -> None:
    text = f"Ana Brandt said the lock was broken, {behind}."
    assert ("Ana Brandt", "the lock was broken") in told(text)


def test_who_speaks_of_another_report_says_all_of_it() -> None:
    text = "Ana Brandt said the lock was broken, the Lusitania Wire closed and the port empty."
    assert told(text)[-1][1].endswith("the port empty")


def test_who_is_said_to_cite_a_source_passes_on() -> None:
    text = "The newspaper Lusitania Wire is old. Ana Brandt, cited by the Lusitania Wire, said the lock was broken."
    article = annotate(Article(text))
    assert [e.name for e in article.entities if e.id in article.statements[-1].relayed_by] == ["Lusitania Wire"]


@pytest.mark.parametrize(
    "why",
    [
        "did not give her name",
        "was granted anonymity to discuss the lock",
        "gave only her first name",
        "asked that her name not be used because she feared the guards",
        "was not authorised to speak publicly",
        "asked to be identified only by her first name",
        "chose to remain anonymous",
    ],
)
def test_more_ways_to_go_without_a_name(why: str) -> None:
    text = f"“The lock is broken,” said a guard, who {why}."
    (statement,) = annotate(Article(text)).statements
    assert statement.anonymity is not None
    assert statement.anonymity.of(text) == why


@pytest.mark.parametrize("why", ["did not give the key", "was not allowed to leave", "asked that the gate not be used"])
def test_what_tells_nothing_of_a_name(why: str) -> None:
    text = f"“The lock is broken,” said a guard, who {why}."
    assert annotate(Article(text)).statements[0].anonymity is None
