import pytest

from api.negotiate import NotAcceptable, choose

FORMS = ("application/json", "text/csv", "text/turtle")


@pytest.mark.parametrize(
    ("accept", "chosen"),
    [
        (None, "application/json"),
        ("", "application/json"),
        (",", "application/json"),
        ("*/*", "application/json"),
        ("text/turtle", "text/turtle"),
        ("TEXT/Turtle; charset=utf-8", "text/turtle"),
        ("text/*", "text/csv"),
        ("text/csv;q=0.5, text/turtle;q=0.6", "text/turtle"),
        ("application/json;q=0, */*", "text/csv"),
        ("text/*;q=0.9, text/csv;q=0.1, application/json;q=0.5", "text/turtle"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "application/json"),
        ("text/turtle;q=nonsense, text/csv;q=0.2", "text/csv"),
    ],
)
def test_the_form_that_weighs_most_is_chosen(accept: str | None, chosen: str) -> None:
    assert choose(accept, FORMS) == chosen


@pytest.mark.parametrize("accept", ["image/png", "*/*;q=0", "application/json;q=0, text/html"])
def test_what_suits_nothing_is_refused_with_a_list_of_what_there_is(accept: str) -> None:
    with pytest.raises(NotAcceptable, match=r"application/json, text/csv, text/turtle"):
        choose(accept, FORMS)
