"""The bodies and documents that "it" means where it speaks."""

import pytest

from kg.extract import extract
from kg.model import Article


def speakers(text: str) -> list[str | None]:
    """Who speaks the statements of a text, in their order."""
    found = extract(Article(text), "rules")
    named = {entity.id: entity.name for entity in found.entities}
    told = sorted(found.statements, key=lambda statement: statement.content[0].start)
    return [named[each.speaker] if each.speaker else None for each in told]


BEFORE = "Mayor Quin Ostrander opened the bridge on Monday.\n\n"


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("The Example Authority tested the rails on Friday. They would hold until May, it said.", "Example Authority"),
        (
            "The Example Authority tested the rails. The results are in. It said that they would hold.",
            "Example Authority",
        ),
        (
            "The Example Authority has fined the mill for rails which, it said, “were never tested”.",
            "Example Authority",
        ),
        ("The Example Authority will test the rails until May, it said on Friday.", "Example Authority"),
        (
            "In Harrow, where the mill stands, the Example Authority took rails. They were old, it said.",
            "Example Authority",
        ),
        ("A plaque on the mill recalls the flood. “We rebuilt it in a year,” it says.", "A plaque on the mill"),
        ("Mayor Ostrander read from a letter by the door. It said that the mill was closed.", "a letter"),
        ("The Example Authority put up a sign. “Keep off the rails,” it read.", "a sign"),
        ("For two days the mill’s website was empty. Then it said: “We are closed.”", "the mill’s website"),
    ],
)
def test_it_is_what_the_text_before_is_about(told: str, who: str) -> None:
    assert speakers(BEFORE + told)[-1] == who


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("The report blames the flood and what it calls “a culture of delay”.", "The report"),
        ("It had been tested in May, the Example Authority said in a letter. It promised that the mill would pay.",
         "Example Authority"),
        ("“The rails will hold,” Tarn Energia said in a report on Friday. It asked for patience.", "Tarn Energia"),
        ("“The rails are old,” the Example Authority said.\n\n“They always were,” it added.", "Example Authority"),
    ],
)  # fmt: skip
def test_it_is_what_spoke_right_before(told: str, who: str) -> None:
    assert speakers(BEFORE + told)[-1] == who


@pytest.mark.parametrize(
    "told",
    [
        "The river rose by the hour. It said that the mill was closed.",
        "Ostrander met the Example Authority and the Tarn Bank. The river rose. It said that the mill was closed.",
        "“The rails will hold,” the owners said in a statement. It said that the mill was closed.",
        "The mill is closed for its “lack of care”, Ostrander said.",
    ],
)
def test_it_is_nobody_where_nothing_or_too_much_is_told(told: str) -> None:
    assert "Example Authority" not in speakers(BEFORE + told)


def test_a_dateline_does_not_speak() -> None:
    assert speakers("HARROW, Oct 17 - Mill owner Example Mills Ltd will close, it said on Friday.")[-1] != "HARROW"


def test_a_sign_behind_its_cue_speaks_whatever_it_is_doing() -> None:
    text = "Mayor Ann Lee said it was late.\n\n“NO DOGS, NO CATS,” reads a hand-made sign already hanging in the shop."
    assert speakers(text)[-1] == "a hand-made sign"


def test_a_paper_with_a_name_in_another_language_is_meant_by_paper() -> None:
    text = (
        "A note seen by the Quarn Shimbun says it is late. Bo Finch was there. The paper said it was the treasurer's."
    )
    assert speakers(text)[-1] == "Quarn Shimbun"
