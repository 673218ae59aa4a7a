"""Names that speak and stand only where a sentence begins, or are misspelt."""

import pytest
from test_topics import speaker

from kg.extract.bare_names import BareNames
from kg.extract.chains import Chain
from kg.model import EntityType


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("Inés Quellmann, 52, runs the mill. Inés said the bridge was closed.", "Inés Quellmann"),
        ("It was a quiet year. Editorialists said the bridge was closed.", "Editorialists"),
        ("It was a quiet mill. Mill said the bridge was closed.", None),
    ],
)
def test_a_capitalised_word_that_speaks_is_a_name(told: str, who: str | None) -> None:
    assert speaker(told) == who


def test_a_name_is_known_by_a_part_or_a_slip_and_is_new_otherwise() -> None:
    lena = Chain("Lena Quellmann", EntityType.PERSON)
    bare = BareNames("Lena Quellmann runs a mill.", [lena])
    assert [bare.known(name) for name in ("Lena", "Quelmann", "Ostrander")] == [lena, lena, None]
    assert [bare.is_name(name) for name in ("Lena", "Mill", "Monday", "the mill")] == [True] + [False] * 3
    assert [bare.alone(name) for name in ("Ostrander", "Editorialists", "Somebody")] == [True, False, False]
