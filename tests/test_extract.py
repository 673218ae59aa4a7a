"""Who says what, on sentences of our own in every style that news uses."""

from __future__ import annotations

import datetime as dt
import pickle
from decimal import Decimal

import pytest

from kg.errors import InputError
from kg.extract import EXTRACTORS, extract
from kg.extract.places import coordinates
from kg.model import AnnotatedArticle, Article, EntityType, Medium, SpeechAct, Statement, StatementKind

DAY = dt.date(2022, 9, 21)  # a Wednesday
D, I, M = StatementKind.DIRECT, StatementKind.INDIRECT, StatementKind.MIXED  # noqa: E741


def read(text: str) -> AnnotatedArticle:
    return extract(Article(text, published=DAY))


def speaker(article: AnnotatedArticle, statement: Statement) -> str | None:
    return article.entity(statement.speaker).name if statement.speaker else None


def lines(text: str) -> list[tuple[str | None, str, StatementKind]]:
    article = read(text)
    return [(speaker(article, s), s.text(text), s.kind) for s in article.statements]


def only(text: str) -> tuple[AnnotatedArticle, Statement]:
    article = read(text)
    assert len(article.statements) == 1, lines(text)
    return article, article.statements[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We will rebuild it,” said Mayor Ana Brandt.", ("Ana Brandt", "We will rebuild it", D)),
        ('"We will rebuild it," Ana Brandt said.', ("Ana Brandt", "We will rebuild it", D)),
        ("«We will rebuild it», said Ana Brandt.", ("Ana Brandt", "We will rebuild it", D)),
        ("„We will rebuild it“, said Ana Brandt.", ("Ana Brandt", "We will rebuild it", D)),
        ("‘We will rebuild it,’ said Ana Brandt.", ("Ana Brandt", "We will rebuild it", D)),
        ("'We don't give up,' said Ana Brandt.", ("Ana Brandt", "We don't give up", D)),
        ("``We will rebuild it,'' Ana Brandt said.", ("Ana Brandt", "We will rebuild it", D)),
        ("''We will rebuild it,'' Ana Brandt said.", ("Ana Brandt", "We will rebuild it", D)),
        ("Ana Brandt said: “We will rebuild it.”", ("Ana Brandt", "We will rebuild it.", D)),
        ("Ana Brandt: “We will rebuild it this year.”", ("Ana Brandt", "We will rebuild it this year.", D)),
        ("“Will you rebuild it?” Ana Brandt asked.", ("Ana Brandt", "Will you rebuild it?", D)),
        ("Ana Brandt said that the bridge was closed.", ("Ana Brandt", "the bridge was closed", I)),
        ("Ana Brandt said the bridge was closed.", ("Ana Brandt", "the bridge was closed", I)),
        ("The bridge was closed in May, said Ana Brandt.", ("Ana Brandt", "The bridge was closed in May", I)),
        ("The bridge was closed in May, Ana Brandt said.", ("Ana Brandt", "The bridge was closed in May", I)),
        ("According to Ana Brandt, the bridge was closed.", ("Ana Brandt", "the bridge was closed", I)),
        ("The bridge was closed in May, according to Ana Brandt.", ("Ana Brandt", "The bridge was closed in May", I)),
        ("Ana Brandt said the bridge was “a deathtrap”.", ("Ana Brandt", "the bridge was “a deathtrap”", M)),
        ("Ana Brandt asked whether the bridge was safe.", ("Ana Brandt", "whether the bridge was safe", I)),
        ("Ana Brandt called on residents to stay at home.", ("Ana Brandt", "to stay at home", I)),
        ("Ana Brandt called the bridge a danger to all.", ("Ana Brandt", "the bridge a danger to all", I)),
        ("The group Votewatch counted more than 40 violations.", ("Votewatch", "more than 40 violations", I)),
        ("The Harbour Ministry's statement says the port is open.", ("Harbour Ministry", "the port is open", I)),
        ("Analysts of the Institute for Harbour Studies (IHS) write: “The port will close.”",
         ("Institute for Harbour Studies", "The port will close.", D)),
        ("The head of the district, Ana Brandt, has to admit that mistakes were made.",
         ("Ana Brandt", "mistakes were made", I)),
        ("Ana Brandt, a lawyer who lives in Riga, told reporters that the bridge was closed.",
         ("Ana Brandt", "the bridge was closed", I)),
    ],
)  # fmt: skip
def test_a_sentence_reports_one_statement(text: str, expected: tuple[str, str, StatementKind]) -> None:
    assert lines(text) == [expected]


def test_an_interrupted_quotation_is_one_statement_of_two_pieces() -> None:
    _, statement = only("“The bridge is old,” said Ana Brandt, “and nobody cares.”")
    text = "“The bridge is old,” said Ana Brandt, “and nobody cares.”"
    assert statement.text(text) == "The bridge is old […] and nobody cares."


def test_a_quotation_right_after_goes_on_with_the_statement() -> None:
    assert lines("“The bridge is old,” said Ana Brandt. “Nobody cares.”") == [
        ("Ana Brandt", "The bridge is old […] Nobody cares.", D)
    ]


def test_a_clause_that_the_cue_interrupts_has_two_pieces() -> None:
    assert lines("The old bridge, Ana Brandt said, was closed in May.") == [
        ("Ana Brandt", "The old bridge […] was closed in May", I)
    ]


def test_a_quotation_may_run_over_paragraphs_that_each_open_with_a_mark() -> None:
    text = "Ana Brandt said: “The bridge is old.\n\n“Nobody cares about it.”"
    assert lines(text)[0] == ("Ana Brandt", "The bridge is old. […] Nobody cares about it.", D)


def test_an_odd_mark_does_not_swallow_the_page() -> None:
    text = "The “bridge is old and closed.\n\nAna Brandt said that it was closed.\n\nThe end of it."
    assert lines(text) == [("Ana Brandt", "it was closed", I)]


def test_a_closing_mark_that_a_scrape_lost_is_put_back_at_the_cue() -> None:
    text = "“The bridge is in a bad wayBrandt said in a letter. “Nobody cares.”"
    assert [line[1:] for line in lines(text)] == [("The bridge is in a bad way […] Nobody cares.", D)]
    assert lines("“The bridge is oldsaid Ana Brandt. “Nobody cares.”")[0][0] == "Ana Brandt"


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “new bridge” opened in May.",
        "She read “The Bridge of Sighs” twice.",
        "The bridge was closed by the ministry in May.",
        "The claims were many and the reports were long.",
        "He was told nothing and the plan announced by the mayor failed.",
        "She may say that the bridge is closed.",
        "The ministry never said that the bridge was closed.",
    ],
)
def test_scare_quotes_titles_passives_and_what_was_not_said_are_no_statements(text: str) -> None:
    assert lines(text) == []


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Ana Brandt denied that the bridge was closed.", SpeechAct.DENIES),
        ("Ana Brandt warned that the bridge was closed.", SpeechAct.WARNS),
        ("Ana Brandt promised to rebuild the bridge.", SpeechAct.PROMISES),
        ("Ana Brandt urged residents to stay at home.", SpeechAct.DEMANDS),
        ("Ana Brandt declined to comment on the bridge.", SpeechAct.DECLINES_TO_COMMENT),
        ("Ana Brandt accused the ministry of lying.", SpeechAct.ACCUSES),
        ("Ana Brandt believes that the bridge is closed.", SpeechAct.BELIEVES),
        ("Ana Brandt admitted that the bridge was closed.", SpeechAct.ADMITS),
    ],
)
def test_the_cue_tells_the_speech_act(text: str, act: SpeechAct) -> None:
    assert only(text)[1].act is act


def test_a_wish_is_marked_as_an_attitude() -> None:
    assert only("Ana Brandt wants to rebuild the bridge.")[1].attitude
    assert not only("Ana Brandt said she was tired.")[1].attitude


def test_the_source_is_the_whole_noun_phrase() -> None:
    text = "“It is lost,” said Brandt's chief of staff, Leo Marten, from exile."
    article, statement = only(text)
    assert statement.source
    assert statement.source.of(text) == "Brandt's chief of staff, Leo Marten"
    assert speaker(article, statement) == "Leo Marten"


@pytest.mark.parametrize(
    "text", ["Brandt said it was late.", "Brandt warned of floods.", "Brandt, the mayor, said it was late."]
)
def test_a_name_that_stands_once_and_first_is_a_name(text: str) -> None:
    article, statement = only(text)
    assert speaker(article, statement) == "Brandt"


def test_a_quotation_that_one_cue_introduces_is_not_given_to_the_next() -> None:
    assert lines("Protesters shouted: “Go home!” A report by the agency says prices rose by 12 percent.") == [
        ("Protesters", "Go home!", D),
        ("A report by the agency", "prices rose by 12 percent", I),
    ]


def test_a_surname_means_the_person_named_in_full() -> None:
    assert lines("Ana Brandt came late. Brandt said that she was tired.")[0][0] == "Ana Brandt"


def test_an_abbreviation_in_brackets_means_the_full_name() -> None:
    text = "The Institute for Harbour Studies (IHS) is old. IHS said that the port was closed."
    article = read(text)
    said_by = article.entity(article.statements[0].speaker or "")
    assert (said_by.name, said_by.abbreviation) == ("Institute for Harbour Studies", "IHS")


def test_pronouns_mean_the_last_fitting_speaker() -> None:
    text = "Ana Brandt said that the bridge was closed. She added that nobody cared."
    assert [line[0] for line in lines(text)] == ["Ana Brandt", "Ana Brandt"]
    text = "The Harbour Party said that the port was closed. The group called on members to protest."
    assert [line[0] for line in lines(text)] == ["Harbour Party", "Harbour Party"]


def test_a_speaker_that_is_not_clear_stays_unresolved() -> None:
    _, statement = only("He said that the bridge was closed.")
    assert statement.speaker is None
    _, statement = only("The minister said that the bridge was closed.")
    assert statement.speaker is None


def test_an_office_is_no_part_of_a_name() -> None:
    assert lines("Secretary of State Ana Brandt said that she was tired.")[0][0] == "Ana Brandt"


def test_a_description_means_the_unnamed_source_before() -> None:
    text = "A young woman calls out: “We are here!” “We are here, we are here!” the woman keeps shouting."
    assert [line[0] for line in lines(text)] == ["A young woman", "A young woman"]


def test_a_given_name_with_an_introduction_is_somebody_else() -> None:
    text = "Vladimir Marten came late. Vladimir, a passenger, said that he was tired."
    assert lines(text)[0][0] != "Vladimir Marten"


@pytest.mark.parametrize("document", ["a study by Ann Lee", "a letter seen by The Harbour Times"])
def test_a_document_speaks_itself_whoever_wrote_or_read_it(document: str) -> None:
    assert lines(f"The bridge is old and closed, according to {document}.")[0][0] == document


def test_research_is_told_by_who_made_it() -> None:
    assert lines("The bridge is closed, according to research by The Harbour Times.")[0][0] == "Harbour Times"


def test_a_relative_clause_with_a_reason_belongs_to_the_source() -> None:
    text = (
        "A driver, who asked not to be named because he feared for his job, said the port was closed. “I go,” he said."
    )
    assert lines(text) == [("A driver", "the port was closed", I), ("A driver", "I go", D)]


def test_a_report_on_the_agencys_word_stands_within_it() -> None:
    text = "Her deputy told Radio Riga that the port could open in July, the Harbour Agency reported."
    assert [line[:2] for line in lines(text)] == [
        ("Harbour Agency", "Her deputy told Radio Riga that the port could open in July"),
        ("Her deputy", "the port could open in July"),
    ]


def test_a_pull_quote_is_by_the_name_behind_it_also_where_the_text_repeats_it() -> None:
    text = "I was told to leave the port at once. Ana Brandt\n\nI was told to leave the port at once. It was late."
    assert lines(text) == [("Ana Brandt", "I was told to leave the port at once.", D)] * 2


@pytest.mark.parametrize("dash", ["—", "―", "--"])
@pytest.mark.parametrize("name", ["Ana Brandt", "Ana Brandt, 34, of Riga", "Ana Brandt."])
def test_a_quotation_is_by_the_name_behind_a_dash_that_ends_its_line(dash: str, name: str) -> None:
    text = f"What readers say\n\n“We want a bridge.” {dash} {name}\n“We want none.” {dash} Bo Ek\n"
    found = extract(Article(text), "rules")
    said = [(each.text(text), each.source and each.source.of(text)) for each in found.statements]
    assert said == [("We want a bridge.", name.rstrip(".")), ("We want none.", "Bo Ek")]


@pytest.mark.parametrize(
    "line",
    [
        "“Old Boats” — Ana Brandt",
        "“We want none.” — the harbour was full",
        "“We want none.” — Ana Brandt, who leads the museum, said on Sunday",
    ],
)
def test_a_title_or_a_clause_behind_a_dash_is_no_pull_quote(line: str) -> None:
    found = extract(Article(f"What to read now\n\n{line}\n"), "rules")
    assert not any(each.rule == "pull-quote" for each in found.statements)


def test_what_the_author_thinks_is_no_statement() -> None:
    assert lines("I think the port is closed.") == []


def test_unnamed_sources_are_named_as_printed() -> None:
    article, statement = only("“I am scared,” a 30-year-old resident told The Harbour Times.")
    entity = article.entity(statement.speaker or "")
    assert (entity.name, entity.unnamed, entity.type) == ("a 30-year-old resident", True, EntityType.PERSON)
    assert [article.entity(id).name for id in statement.addressees] == ["Harbour Times"]


def test_who_passes_a_report_on_is_told_apart_from_who_speaks() -> None:
    text = "“I am scared,” said Ana Brandt, as The Harbour Times reported."
    article, statement = only(text)
    assert [article.entity(id).name for id in statement.relayed_by] == ["Harbour Times"]


def test_a_report_within_a_report_names_the_outer_one() -> None:
    text = "The Harbour Times reported that Ana Brandt said that the bridge was closed."
    inner = next(s for s in read(text).statements if s.text(text) == "the bridge was closed")
    outer = next(s for s in read(text).statements if s.id == inner.within)
    assert outer.text(text) == "Ana Brandt said that the bridge was closed"


def test_signs_speak_for_those_who_hold_them() -> None:
    text = "In Riga, protesters were seen with signs reading “No to war!”."
    article, statement = only(text)
    assert (speaker(article, statement), statement.medium) == ("protesters", Medium.SIGN)


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        ("Ana Brandt said in a video message that she was tired.", Medium.VIDEO),
        ("Ana Brandt wrote in a Telegram post that she was tired.", Medium.SOCIAL_MEDIA),
        ("Ana Brandt said at a press conference that she was tired.", Medium.PRESS_CONFERENCE),
        ("Ana Brandt said that she was tired.", None),
    ],
)
def test_the_words_beside_the_cue_tell_the_medium(text: str, medium: Medium | None) -> None:
    assert only(text)[1].medium is medium


@pytest.mark.parametrize(
    ("when", "first", "last"),
    [
        ("on Tuesday", dt.date(2022, 9, 20), dt.date(2022, 9, 20)),
        ("on Wednesday", DAY, DAY),
        ("on Thursday", dt.date(2022, 9, 15), dt.date(2022, 9, 15)),
        ("yesterday", dt.date(2022, 9, 20), dt.date(2022, 9, 20)),
        ("on 5 September 2022", dt.date(2022, 9, 5), dt.date(2022, 9, 5)),
        ("on September 5, 2022,", dt.date(2022, 9, 5), dt.date(2022, 9, 5)),
        ("on December 24", dt.date(2021, 12, 24), dt.date(2021, 12, 24)),
        ("in August", dt.date(2022, 8, 1), dt.date(2022, 8, 31)),
    ],
)
def test_days_are_counted_back_from_publication(when: str, first: dt.date, last: dt.date) -> None:
    said = only(f"Ana Brandt said {when} that she was tired.")[1].said
    assert said
    assert (said.not_before, said.not_after) == (first, last)


def test_no_day_of_saying_without_a_day_of_publication() -> None:
    article = extract(Article("Ana Brandt said on Tuesday that she was tired."))
    assert article.statements[0].said is None


def test_the_place_of_saying_stands_right_after_the_cue() -> None:
    article, statement = only("Ana Brandt said in Brussels that she was tired.")
    assert statement.place
    place = article.entity(statement.place)
    assert (place.name, place.type) == ("Brussels", EntityType.PLACE)
    north, east, country = coordinates(place.geonames or 0) or (0, 0, "")
    assert (round(north), round(east), country) == (51, 4, "BE")


def test_figures_have_value_unit_what_is_counted_and_qualifier() -> None:
    text = "Ana Brandt said that at least 1,311 people had paid 2.5 million euros in May 2021, or 40% of voters."
    found = [(f.value, f.unit, f.counted, f.qualifier) for f in only(text)[1].figures]
    assert found == [
        (Decimal(1311), None, "people", "at least"),
        (Decimal(2_500_000), "euros", None, None),
        (Decimal(40), "percent", "voters", None),
    ]


def test_places_have_their_geonames_id_whatever_their_spelling() -> None:
    ids = {e.geonames for text in ("They met in Kiev.", "They met in Kyiv.") for e in read(text).entities}
    assert ids == {703448}


def test_no_day_before_the_calendar_is_counted() -> None:
    (said, *_) = extract(
        Article("Ann Lee said yesterday that the bridge was closed.", published=dt.date.min)
    ).statements
    assert said.said is None


@pytest.mark.parametrize(
    "text", ["", " \n ", "他说：“我们不会去。”", "Он сказал: «Мы не пойдём».", "\x00\x01", "“”" * 50]
)
def test_other_scripts_and_no_text_bring_nothing_invented(text: str) -> None:
    assert all(s.speaker is None for s in read(text).statements)


def test_results_are_deterministic_and_picklable() -> None:
    text = "“We will rebuild it,” said Ana Brandt. Brandt called on residents to stay at home."
    assert pickle.loads(pickle.dumps(read(text))) == read(text)
    assert read(text).extractor == "rules/0.1.0"


def test_an_unknown_extractor_is_refused_by_name() -> None:
    with pytest.raises(InputError, match=r"'trained'.*rules"):
        extract(Article("text"), "trained")
    assert list(EXTRACTORS) == ["network", "rules"]
