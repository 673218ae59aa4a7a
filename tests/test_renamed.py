"""Whom descriptions for a change name once more, that tell nothing told before: ages, children, what somebody was."""

import pytest
from test_topics import BEFORE, speaker


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("Paul Ostrander did not hide. “We shall see,” the 29-year-old said.", "Paul Ostrander"),
        ("Paul Ostrander, 29, did not hide. “We shall see,” the 31-year-old said.", None),
        ("Clara Ostrander did not hide. “We shall see,” the mum-of-four said.", "Clara Ostrander"),
        ("Paul Ostrander did not hide. “We shall see,” the mum-of-four said.", None),
        ("On the bridge stood Paul Ostrander. The retired miller vowed that it would hold.", "Paul Ostrander"),
        ("Paul Ostrander did not hide. The judge said that it would hold.", "The judge"),
    ],
)
def test_who_was_just_named_is_meant_by_age_children_or_past(told: str, who: str | None) -> None:
    assert speaker(BEFORE + told) == who
