"""Words behind a colon that a thing shows, though no verb says so: whoever spoke before does not speak them."""

import pytest

from kg.extract.chains import Chain
from kg.extract.report import Report
from kg.extract.speakers import Speakers
from kg.model import EntityType, Span, SpeechAct, StatementKind


def implied(lead: str, cue: str) -> str | None:
    """Who speaks the words behind `lead`, behind words of Lee's; the report has no source."""
    text = f"“We knew,” Lee said. {lead} “Stay out.”"
    at = text.index("Stay")
    lee = Chain("Lee", EntityType.PERSON, [Span(11, 14)])
    first = Report(StatementKind.DIRECT, (Span(1, 8),), (), Span(11, 14), Span(15, 19), SpeechAct.ASSERTS, "network", 0)
    start = text.index(cue, 20)
    where = Span(start, start + len(cue))
    second = Report(StatementKind.DIRECT, (Span(at, at + 8),), (), None, where, SpeechAct.ASSERTS, "network", 1)
    speakers = Speakers(text, [lee], [first, second])
    speakers.resolve(first)
    found = speakers.resolve(second)
    return found.name if found else None


@pytest.mark.parametrize(
    ("lead", "cue", "who"),
    [
        ("A notice at the gate goes further:", "goes further", "A notice"),
        ("Somebody has put up a slip with a request:", "a request", "a slip"),
        ("On the wall was something else:", "else", None),
        ("And then she said quietly:", "said", "Lee"),
    ],
)
def test_what_shows_the_words_speaks_them(lead: str, cue: str, who: str | None) -> None:
    assert implied(lead, cue) == who


@pytest.mark.parametrize(
    ("lead", "who"),
    [
        ("A boy held up a poster from Harrow that reads,", "a poster"),
        ("Two members trooped into the hall carrying placards that said", "placards"),
        ("A boy held up a hand that shook", None),
    ],
)
def test_what_that_means_is_what_is_written(lead: str, who: str | None) -> None:
    text = f"{lead} “Stay out.”"
    that, at = text.index("that "), text.index("Stay")
    cue = Span(that + 5, at - 2)
    report = Report(
        StatementKind.DIRECT, (Span(at, at + 8),), (), Span(that, that + 4), cue, SpeechAct.ASSERTS, "network", 0
    )
    found = Speakers(text, [], [report]).resolve(report)
    assert (found.name if found else None) == who
