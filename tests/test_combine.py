"""Two readings put together: what is the same, whose words are taken, what tells of it, which of two stands."""

from __future__ import annotations

import pytest

from kg.errors import ModelError
from kg.extract.assemble import Ground, ground
from kg.extract.candidate_reports import report_of
from kg.extract.choose import chosen
from kg.extract.combine import features, readings, told_within, without_relays
from kg.extract.confidence import Scale, described
from kg.extract.continued import continued
from kg.extract.cue_words import best_reading, class_of, own_voice
from kg.extract.long_texts import moved
from kg.extract.merged import Reading
from kg.extract.network.candidate import Candidate
from kg.extract.report import Report
from kg.extract.reports import alone
from kg.model import Span, SpeechAct, StatementKind

SURE = (0.9, 0.9, 0.9)


def spans(text: str, *words: str) -> tuple[Span, ...]:
    """Where words stand, each behind the one before."""
    found, at = [], 0
    for each in words:
        at = text.index(each, at)
        found.append(Span(at, at + len(each)))
        at += len(each)
    return tuple(found)


def candidate(text: str, cue: str, source: str | None, *contents: str, sure: tuple[float, ...] = SURE) -> Candidate:
    """What a network might propose, each by its words where they first stand."""
    who = spans(text, source) if source else ()
    return Candidate(spans(text, cue)[0], who, spans(text, *contents), *sure)


def read(text: str, *candidates: Candidate) -> tuple[Ground, list[Reading]]:
    on = ground(text)
    return on, readings(on, candidates, alone(on.sentences))


def words(text: str, report: Report) -> list[str]:
    return [piece.of(text) for piece in report.pieces]


def test_the_same_words_are_one_reading_however_they_are_bounded() -> None:
    text = "Brandt said that the bridge is closed to all traffic."
    _, (found,) = read(text, candidate(text, "said", "Brandt", "the bridge is closed to all"))
    assert (found.rule, found.candidate is not None) == ("said-that", True)
    assert words(text, found.report) == ["the bridge is closed to all"]
    assert 0.5 < found.agreed < 1


def test_readings_of_other_words_stay_apart() -> None:
    text = "Brandt said that the bridge is closed. The mayor smiled at the thought of rain."
    _, found = read(text, candidate(text, "thought", "The mayor", "rain"))
    assert [(each.rule, each.candidate is None) for each in found] == [("said-that", True), (None, False)]


def test_a_rule_lends_the_source_that_the_network_did_not_see() -> None:
    text = "Brandt said that the bridge is closed."
    _, (found,) = read(text, candidate(text, "said", None, "the bridge is closed"))
    assert found.report.source is not None
    assert found.report.source.of(text) == "Brandt"


def test_quotation_marks_bound_direct_speech_and_are_no_part_of_it() -> None:
    text = "“The bridge is closed,” Brandt said, “and it stays so.”"
    _, (found,) = read(text, candidate(text, "said", "Brandt", "“The bridge is closed", "“and it stays"))
    assert found.report.kind is StatementKind.DIRECT
    assert words(text, found.report) == ["The bridge is closed", "and it stays so."]


def test_a_sentence_of_the_articles_own_ends_what_a_cue_reports() -> None:
    text = "“It rains,” Brandt said. “It pours.” Why does she mind? “My roof leaks.”"
    _, found = read(text, candidate(text, "said", "Brandt", "“It rains,”", "“It pours.”", "“My roof leaks.”"))
    assert words(text, found[0].report) == ["It rains", "It pours."]


def test_features_tell_what_readers_go_by() -> None:
    text = "Brandt honoured the incident. She said “it will rain”."
    on, (noun, clause) = read(
        text,
        candidate(text, "honoured", "Brandt", "the incident", sure=(0.5, 0.9, 0.2)),
        candidate(text, "said", "She", "“it will rain”"),
    )
    bare, quoted = features(on, noun), features(on, clause)
    assert {"network", "cue:unknown", "length:1-2", "no-verb"} <= bare.keys()
    assert "rules" not in bare
    assert not any(name.startswith("act:") for name in bare)
    assert bare["cue"] == pytest.approx(0)
    assert bare["statement"] < 0 < bare["content"]
    assert {
        "rules",
        "rule:said-quote",
        "agreed",
        "cue:verb",
        "act:asserts",
        "quoted:all",
        "source:pronoun",
        "length:3-5",
    } <= quoted.keys()
    assert not {"no-verb", "rules-alone", "quoted:some"} & quoted.keys()


def test_what_only_a_rule_reads_has_features_too() -> None:
    text = "According to Brandt, the bridge is closed."
    on, (found,) = read(text)
    told = features(on, found)
    assert {"rules-alone", "rule:according-to", "cue:according"} <= told.keys()
    assert "network" not in told


@pytest.mark.parametrize(
    ("cue", "expected"),
    [
        ("said", "verb"),
        ("has long argued", "verb"),
        ("according to", "according"),
        ("wants", "attitude"),
        ("statement", "noun"),
        ("was honoured for", "unknown"),
        ("—", "none"),
    ],
)
def test_cues_are_told_apart_by_their_words(cue: str, expected: str) -> None:
    assert class_of(cue) == expected


def test_the_act_follows_from_what_the_verb_takes() -> None:
    acts = {content: best_reading("told", content) for content in ("to leave", "it rains")}
    assert [form.verb.act for form in acts.values() if form] == [SpeechAct.DEMANDS, SpeechAct.ASSERTS]
    assert best_reading("smiled", "it rains") is None


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("I think it rains", True),
        ("I said it rains", False),
        ("We believed it rains", True),
        ("Brandt says it rains", False),
    ],
)
def test_what_one_says_oneself_is_no_report(text: str, own: bool) -> None:
    who, cue = text.split()[:2]
    report = Report(
        StatementKind.INDIRECT, spans(text, "it rains"), (), spans(text, who)[0], spans(text, cue)[0],
        SpeechAct.ASSERTS, "network", 0,
    )  # fmt: skip
    assert own_voice(text, report) is own


def said(text: str, cue: str, *contents: str) -> Report:
    on = spans(text, *contents)
    return Report(StatementKind.INDIRECT, on, (), None, spans(text, cue)[0], SpeechAct.ASSERTS, "network", 0)


def test_of_two_with_the_same_words_the_surer_stands_unless_one_reports_the_other() -> None:
    text = "The ministry said Brandt ordered them to leave, and added so."
    outer, inner = said(text, "said", "Brandt ordered them to leave"), said(text, "ordered", "them to leave")
    again = said(text, "added", "Brandt ordered them to leave")
    assert chosen([(outer, 0.6), (inner, 0.5), (again, 0.9)]) == [(inner, 0.5), (again, 0.9)]
    assert chosen([(outer, 0.6), (inner, 0.5)]) == [(outer, 0.6), (inner, 0.5)]
    assert chosen([(outer, 0.6), (again, 0.6)]) == [(outer, 0.6)]
    part, less = said(text, "added", "Brandt ordered them"), said(text, "added", "Brandt")
    assert chosen([(outer, 0.6), (part, 0.7), (less, 0.8)]) == [(part, 0.7), (less, 0.8)]


def test_quotations_between_reports_go_on_with_them() -> None:
    text = "“It rains,” Brandt mused. “It pours.” The bridge is old. “It will fall.”"
    on, (first, *_) = read(text, candidate(text, "mused", "Brandt", "“It rains,”"))
    found = continued([(first.report, 0.8)], on.sentences, 0.7)
    assert [(words(text, report), likely) for report, likely in found] == [
        (["It rains", "It pours."], 0.8),
        (["It will fall."], 0.7),
    ]
    assert found[1][0].rule == "implied"
    unsure = continued([(first.report, 0.6)], on.sentences, 0.7)
    assert unsure[1][1] == 0.6


def test_quotations_that_a_report_holds_are_not_taken_twice() -> None:
    text = "“It rains,” Brandt mused. “It pours.”"
    on, (first,) = read(text, candidate(text, "mused", "Brandt", "“It rains,”", "“It pours.”"))
    assert continued([(first.report, 0.8)], on.sentences, 0.7) == [(first.report, 0.8)]


def test_a_scale_weighs_features_and_one_that_cannot_be_read_is_refused() -> None:
    scale = Scale.described({"features": ["rules", "cue"], "weights": [1.0, 0.5], "bias": -1.0})
    assert scale({"rules": 1.0, "cue": 2.0, "other": 9.0}) == pytest.approx(0.731, abs=0.001)
    assert scale({}) == pytest.approx(0.269, abs=0.001)
    with pytest.raises(ModelError, match="scale of confidence"):
        Scale.described({"features": ["rules"], "weights": [], "bias": 0})


def test_without_a_scale_the_networks_word_is_taken() -> None:
    bare = described({})
    assert bare({"network": 1.0, "cue": 0.0, "content": 30.0, "statement": 30.0}) == pytest.approx(0.5)
    assert bare({"rules": 1.0}) == 0.0


def test_who_passes_words_on_is_no_source_where_it_is_told_who_said_them() -> None:
    text = "“They are negotiating over people,” he wrote on social media, as the Observer reported."
    proposed = candidate(text, "reported", "the Observer", "“They are negotiating over people,”")
    on, found = read(text, proposed)
    (kept,) = without_relays(on, found)
    assert kept.report.source is not None
    assert kept.report.source.of(text) == "he"
    only = "“They are negotiating over people,” as the Observer reported."
    on, found = read(only, candidate(only, "reported", "the Observer", "“They are negotiating over people,”"))
    assert "the Observer" in {r.report.source.of(only) for r in without_relays(on, found) if r.report.source}


def test_what_is_told_in_a_quotation_is_not_the_quotation() -> None:
    text = "Ann Lee wept. “I told them that the bridge was closed and that nobody was to cross it.”"
    _, found = read(text, candidate(text, "told", "I", "the bridge was closed and that nobody was to cross it"))
    (told,) = [each for each in found if each.candidate]
    assert words(text, told.report) == ["the bridge was closed and that nobody was to cross it"]
    assert told.rule is None


def test_what_is_told_in_a_quotation_is_not_paired_with_it() -> None:
    text = "“I told them that the bridge was closed to all of them,” Ann Lee said."
    _, found = read(text, candidate(text, "told", "I", "the bridge was closed to all of them"))
    assert [(each.rule is None, each.candidate is None) for each in found] == [(False, True), (True, False)]


def test_what_a_rule_alone_finds_within_another_report_is_told_apart() -> None:
    text = "Wenger said Marand had asked that the bridge be closed. Lee said it was open."
    _, found = read(text, candidate(text, "said", "Wenger", "Marand had asked that the bridge be closed"))
    within = [report.cue.of(text) for report in told_within(found) if report.cue]
    assert within == ["had asked"]


def test_words_that_two_cues_report_are_those_of_the_nearer_one() -> None:
    text = "According to Brandt, the bridge is closed. According to a letter, the mill is open."
    second = "the mill is open"
    first = candidate(text, "According to", "Brandt", "the bridge is closed", second)
    later = candidate(text[43:], "According to", "a letter", second)
    _, found = read(text, first, moved(later, 43))
    assert [words(text, each.report) for each in found] == [["the bridge is closed"], ["the mill is open"]]
    assert [each.report.sentence for each in found] == [0, 1]


def test_a_headline_is_no_part_of_what_is_reported_below_it() -> None:
    text = "Port: second day without cranes\n\nThe cranes stood still for a day, the harbour master said."
    proposed = candidate(
        text, "said", "the harbour master", "second day without cranes", "The cranes stood still for a day"
    )
    _, found = read(text, proposed)
    assert [words(text, each.report) for each in found if each.candidate] == [["The cranes stood still for a day"]]


def test_what_a_cue_reports_ends_where_the_next_cue_of_its_subject_begins() -> None:
    text = "Brandt said that the bridge is closed and later suggested that the mill would follow. Lee was not there."
    first = candidate(text, "said", "Brandt", "the bridge is closed and later suggested that the mill would follow")
    second = candidate(text, "suggested", "Brandt", "the mill would follow")
    for proposed in ((first, second), (first,)):
        _, found = read(text, *proposed)
        assert [words(text, each.report) for each in found] == [["the bridge is closed"], ["the mill would follow"]]
        assert not told_within(found)


def test_a_cue_in_the_words_with_a_subject_of_its_own_ends_nothing() -> None:
    text = "Brandt said that the bridge is closed and Lee suggested that the mill would follow."
    first = candidate(text, "said", "Brandt", "the bridge is closed and Lee suggested that the mill would follow")
    _, found = read(text, first, candidate(text, "suggested", "Lee", "the mill would follow"))
    assert words(text, found[0].report) == ["the bridge is closed and Lee suggested that the mill would follow"]


def test_a_quotation_that_is_part_of_a_sentence_is_not_all_that_was_said() -> None:
    text = "Brandt claimed “the bridge” over the river was closed."
    _, (found,) = read(text, candidate(text, "claimed", "Brandt", "“the bridge” over the river was closed"))
    assert words(text, found.report) == ["“the bridge” over the river was closed"]
    text = "When the water rose above the lower windows again, Brandt said, “we were afraid.”"
    clause = "When the water rose above the lower windows again"
    _, (found,) = read(text, candidate(text, "said", "Brandt", clause, "“we were afraid.”"))
    assert words(text, found.report) == [clause, "“we were afraid.”"]
    text = "Brandt repeatedly says, “We were afraid,” until the siren is heard."
    _, (found,) = read(text, candidate(text, "says", "Brandt", "“We were afraid,” until the siren is heard"))
    assert words(text, found.report) == ["We were afraid"]


def test_few_words_beside_a_quotation_that_goes_on_with_them_were_said() -> None:
    text = "Brandt asked the crowd to greet the mayor - “my new best friend.”"
    asked = candidate(text, "asked", "Brandt", "to greet the mayor", "“my new best friend.”")
    _, found = read(text, asked)
    assert words(text, found[0].report)[0] == "to greet the mayor"


def test_initials_in_brackets_end_no_sentence() -> None:
    text = "“We are done,” said Lia Brandt (D-N.C.), head of the caucus. “Nobody asked us.”"
    said = candidate(text, "said", "Lia Brandt (D-N.C.), head of the caucus", "“We are done,”", "“Nobody asked us.”")
    on, (found,) = read(text, said)
    assert len(on.sentences) == 2
    assert words(text, found.report) == ["We are done", "Nobody asked us."]


def test_a_quotation_goes_on_with_the_quoted_report_before_it_whatever_else_that_sentence_tells() -> None:
    text = (
        "“We are open to talks,” Brandt said, referring to the plan of the two mills. “Sadly, they chose another way.”"
    )
    on, found = read(text, candidate(text, "said", "Brandt", "“We are open to talks,”"))
    wish = candidate(text, "referring", "Brandt", "the plan of the two mills")
    attitude = report_of(on, wish, attitude=True)
    assert attitude
    (first, _), *_ = continued([(found[0].report, 0.9), (attitude, 0.9)], on.sentences, 0.7)
    assert words(text, first) == ["We are open to talks", "Sadly, they chose another way."]


def test_a_quotation_does_not_go_on_with_what_is_no_statement() -> None:
    text = "Brandt wants “more cranes.” “We will not pay for them.”"
    on, _ = read(text)
    wish = report_of(on, candidate(text, "wants", "Brandt", "“more cranes.”"), attitude=True)
    assert wish
    (first, _), (second, _) = continued([(wish, 0.9)], on.sentences, 0.7)
    assert words(text, first) == ["more cranes."]
    assert words(text, second) == ["We will not pay for them."]


def test_a_quotation_set_apart_with_a_name_is_as_its_line_says() -> None:
    text = "“We want a bridge, and soon.” — Ana Brandt\n“None at all.” — Bo Ek\n"
    both_lines = candidate(text, "—", "Ana Brandt", "“We want a bridge, and soon.”", "“None at all.”")
    _, found = read(text, both_lines)
    assert [words(text, each.report) for each in found] == [["We want a bridge, and soon."], ["None at all."]]


def test_a_quotation_behind_the_cue_that_goes_on_with_the_sentence_is_part_of_it() -> None:
    text = "“You know, I like them,” Brandt said, but “when it comes to cranes, they are slow.”"
    said = candidate(
        text, "said", "Brandt", "“You know, I like them,”", "but “when it comes to cranes, they are slow.”"
    )
    _, (found,) = read(text, said)
    assert "when it comes to cranes, they are slow" in words(text, found.report)[-1]


def test_an_attitude_takes_no_words_from_a_statement_however_sure_it_is() -> None:
    text = "Citing a rumour, Brandt accused Lee of selling the mill."
    on, _ = read(text)
    told = report_of(on, candidate(text, "accused", "Brandt", "Lee of selling the mill"))
    wish = report_of(on, candidate(text, "Citing", "Brandt", "of selling the mill"), attitude=True)
    assert told
    assert wish
    assert chosen([(wish, 0.99), (told, 0.6)]) == [(told, 0.6)]


def test_a_quotation_does_not_go_on_with_words_quoted_amid_the_sentence_before() -> None:
    text = "Though she called it “outrageous” and called for fines, Brandt left. “It should be broken up.”"
    on, _ = read(text)
    called = report_of(on, candidate(text, "called", "she", "it “outrageous”"))
    other = report_of(on, candidate(text, "called for", "she", "fines"))
    assert called
    assert other
    first, *_ = continued([(called, 0.9), (other, 0.9)], on.sentences, 0.7)
    assert words(text, first[0]) == ["it “outrageous”"]


def test_a_quotation_behind_a_clause_that_is_not_quoted_is_said_for_itself() -> None:
    text = "Brandt admitted that mistakes were made. “People were called who should not have been called.”"
    quoted = "“People were called who should not have been called.”"
    admitted = candidate(text, "admitted", "Brandt", "that mistakes were made", quoted)
    on, (found,) = read(text, admitted)
    first, second = continued([(found.report, 0.9)], on.sentences, 0.7)
    assert words(text, first[0]) == ["mistakes were made"]
    assert words(text, second[0]) == [quoted.strip("“”")]


def test_a_quotation_has_one_speaker() -> None:
    text = "“It was dark and we were cold,” Hale said. “The roof fell.” Brandt testified for an hour."
    hale = report_of(
        ground(text), candidate(text, "said", "Hale", "“It was dark and we were cold,”", "“The roof fell.”")
    )
    brandt = report_of(ground(text), candidate(text, "testified", "Brandt", "“The roof fell.”"))
    assert hale
    assert brandt
    assert chosen([(hale, 0.9), (brandt, 0.8)]) == [(hale, 0.9)]


def test_a_clause_of_another_behind_a_comma_ends_what_a_cue_reports() -> None:
    text = "Brandt said that the bridge is closed, and the harbour office claimed that the mill would follow."
    first = candidate(text, "said", "Brandt", text[text.index("the bridge") : -1])
    _, found = read(text, first)
    assert [words(text, each.report) for each in found] == [["the bridge is closed"], ["the mill would follow"]]


def test_who_says_and_asks_does_not_say_what_he_asks() -> None:
    text = "Brandt said that the bridge is closed and asked drivers to turn round."
    first = candidate(text, "said", "Brandt", text[text.index("the bridge") : -1])
    _, found = read(text, first)
    assert [words(text, each.report) for each in found] == [["the bridge is closed"], ["to turn round"]]


def test_what_is_told_goes_on_with_a_participle() -> None:
    text = "Brandt said that the guards had shut the bridge and asked drivers to turn round."
    first = candidate(text, "said", "Brandt", text[text.index("the guards") : -1])
    _, found = read(text, first)
    assert words(text, found[0].report) == ["the guards had shut the bridge and asked drivers to turn round"]


def test_who_has_a_thing_has_not_asked() -> None:
    text = "Brandt said that the mill had nine doors and asked drivers to turn round."
    _, found = read(text, candidate(text, "said", "Brandt", text[text.index("the mill") : -1]))
    assert [words(text, each.report) for each in found] == [["the mill had nine doors"], ["to turn round"]]
