"""What the network proposes for one cue, where others speak or tell right before it."""

from kg.extract.assemble import ground
from kg.extract.candidate_reports import report_of
from kg.extract.combine import readings
from kg.extract.inscriptions import inscriptions
from kg.extract.network.candidate import Candidate
from kg.extract.reports import alone
from kg.model import Span


def span(text: str, words: str) -> Span:
    at = text.index(words)
    return Span(at, at + len(words))


def words(text: str, cue: str, source: str, *contents: str) -> list[str]:
    """The words of the report that the network proposes by its parts."""
    proposed = Candidate(
        span(text, cue), (span(text, source),), tuple(span(text, each) for each in contents), 0.9, 0.9, 0.9
    )
    on = ground(text)
    found = report_of(on, proposed)
    return [piece.of(text) for piece in found.pieces] if found else []


def test_an_answer_is_not_the_question_right_before_it() -> None:
    text = "“Is the boat old?” “She is new,” Lee replied."
    assert words(text, "replied", "Lee", "“Is the boat old?”", "“She is new,”") == ["She is new"]


def test_what_stands_around_the_cue_is_said_by_one() -> None:
    text = "“The boat is old,” Lee replied. “She leaks.”"
    assert words(text, "replied", "Lee", "“The boat is old,”", "“She leaks.”") == ["The boat is old", "She leaks."]


def test_a_sentence_before_is_not_according_to_the_source_of_the_next() -> None:
    text = "Card games returned. Eye contact did too, according to a survey."
    assert words(text, "according to", "a survey", "Card games returned", "Eye contact did too") == [
        "Eye contact did too"
    ]


def test_what_goes_on_behind_the_cue_without_a_subject_was_said_too() -> None:
    text = "He owed the bank a fortune, Ms Lee said, and had raised his cover before."
    on = ground(text)
    proposed = Candidate(
        span(text, "said"), (span(text, "Ms Lee"),), (span(text, "He owed the bank a fortune"),), 0.9, 0.9, 0.9
    )
    (found,) = readings(on, [proposed], alone(on.sentences))
    assert [piece.of(text) for piece in found.report.pieces] == [
        "He owed the bank a fortune",
        "and had raised his cover before",
    ]


def test_whom_the_network_sees_speaking_is_not_the_thing_before_the_colon() -> None:
    text = "The mayor answered with a banner: “Go home.”"
    on = ground(text)
    proposed = Candidate(span(text, "answered"), (span(text, "The mayor"),), (span(text, "“Go home.”"),), 0.9, 0.9, 0.9)
    (found,) = readings(on, [proposed], inscriptions(on.sentences))
    assert found.report.source == span(text, "The mayor")
