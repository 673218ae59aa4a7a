"""Whom "he" and "she" mean as sources, where somebody without a name acts or asks in the sentence before."""

from kg.extract import extract
from kg.model import Article


def speakers(text: str) -> list[str]:
    found = extract(Article(text), "rules")
    named = {entity.id: entity.name for entity in found.entities}
    return [named.get(statement.speaker or "", "") for statement in found.statements]


def test_whom_somebody_asks_is_not_the_one_who_asks() -> None:
    text = "Marta Fernhill grew up poor. She never left. Asked by a radio reporter if she was happy, she said: “Yes.”"
    assert speakers(text)[-1] == "Marta Fernhill"


def test_who_judges_somebody_is_not_whom_the_text_goes_on_about() -> None:
    text = (
        "Marta Fernhill painted for years. She sold little.\n\n"
        "Critics were unkind. One dismissed her in 1971 as “a bore”. "
        "She said it was the best review she ever had."
    )
    assert speakers(text)[-1] == "Marta Fernhill"


def test_what_somebody_gave_her_does_not_make_the_giver_her() -> None:
    text = "Marta Fernhill was eight. A teacher gave her a box of paints. “I ate the yellow one,” she said."
    assert speakers(text) == ["Marta Fernhill"]


def test_a_bachelor_is_no_she() -> None:
    text = (
        "Marta Fernhill came at night. Quinlor Brask, a bachelor of 80, held the lamp. Brask reckons that she has "
        "saved him a fortune. “She is cheap,” he says."
    )
    assert speakers(text) == ["Quinlor Brask", "Quinlor Brask"]


def test_whom_a_sentence_introduces_at_its_end_goes_on() -> None:
    text = (
        "Prosecutor Ann Harrow spoke for an hour. “He lit it,” Harrow said.\n\n"
        "The first witness was the baker Olga Quarn. She told the jury that she had seen a man run."
    )
    assert speakers(text)[-1] == "Olga Quarn"


def test_he_goes_on_with_somebody_of_whom_it_is_not_clear_who_that_is() -> None:
    text = (
        "Bo Finch, a docker, led the march. Paul Quarn, a baker, was there.\n\n"
        "The treasurer said it was late. He called it a shame."
    )
    assert speakers(text) == ["", ""]


def test_who_is_described_last_is_he() -> None:
    text = "Bo Finch, a docker, came on Monday. The paper blamed it on the party's old treasurer. He denied the claim."
    assert speakers(text)[-1] != "Bo Finch"


def test_the_witness_is_who_told_something_to_the_court() -> None:
    text = (
        "The baker, Paul Quarn, told the court that it was dark. Judge Ann Lee asked whether he saw a man. "
        "“I saw a lamp,” the witness replied."
    )
    assert speakers(text)[-1] == "Paul Quarn"


def test_who_is_told_of_before_somebody_without_a_name_does_not_go_on() -> None:
    text = (
        "Bo Finch led the choir.\n\nSome wanted his head; a third singer recalls another night. “It rained,” he said."
    )
    assert speakers(text)[-1] == "a third singer"


def test_kin_of_somebody_without_a_name_goes_on() -> None:
    text = "Ann Lee said it was late.\n\nThe sister of the second cook, in Harrow, wept. “He called me,” she said."
    assert speakers(text)[-1] == "The sister of the second cook"
