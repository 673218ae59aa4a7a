"""Titles and nouns that tell whether somebody is "he" or "she"."""

import pytest

from kg.extract import extract
from kg.model import Article


def last_speaker(text: str, extractor: str = "rules") -> str:
    found = extract(Article(text), extractor)
    named = {entity.id: entity.name for entity in found.entities}
    return named.get(found.statements[-1].speaker or "", "")


@pytest.mark.parametrize(
    ("she", "he"),
    [
        ("Quin Rell, a schoolgirl,", "Pat Oakes, a fisherman,"),
        ("heiress Quin Rell", "clergyman Pat Oakes"),
        ("Quin Rell, a mother-of-three,", "Pat Oakes, her brother-in-law,"),
        ("Señora Quin Rell", "Señor Pat Oakes"),
        ("Frau Rell", "Herr Oakes"),
        ("Begum Quin Rell", "Maulana Pat Oakes"),
        ("Countess Quin Rell", "Sheikh Pat Oakes"),
        ("Jo Rell, a midwife,", "Imam Pat Oakes"),
    ],
)
def test_titles_and_nouns_tell_it(she: str, he: str) -> None:
    for one, other in ((she, he), (he, she)):
        met = f"{one[0].upper()}{one[1:]} met {other.rstrip(',')} in Harrow on Monday. "
        assert "Rell" in last_speaker(met + "She said that the dam was safe.")
        assert "Oakes" in last_speaker(met + "He said that the dam was safe.")


def test_who_was_sacked_by_somebody_goes_on() -> None:
    sacked = "Carl Quarn was sacked by Bo Finch in March. “The dam is a sham,” he said of the decision."
    assert last_speaker(sacked, "network") == "Carl Quarn"
