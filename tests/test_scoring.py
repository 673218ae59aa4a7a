"""Figures and errors of an extractor against annotated articles: in both forms, and as the shared scorer counts."""

from __future__ import annotations

import importlib.util
import json
import random
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from kg.cli import app
from kg.errors import InputError
from kg.extract import extract
from kg.extract.jsonl import record
from kg.model import Span
from kg.scoring import (
    GoldArticle,
    Score,
    Sort,
    compare,
    faults,
    predict,
    read_gold,
    read_predictions,
    score,
)
from kg.scoring.people import same_speaker
from kg.scoring.spans import characters

ROOT = Path(__file__).parents[1]
ARTICLES = ROOT / "tests" / "articles"
SHARED = ROOT.parent / "shared"
TEXT = "“We wait,” said Ana Brandt. Voss denied the report on Monday. A resident said that nobody came back."
NAMELESS = '{"statements": [{"kind": "direct", "content": [[0, 3]], "speaker": null}]}'
Json = dict[str, Any]


def at(words: str) -> list[int]:
    return [TEXT.index(words), TEXT.index(words) + len(words)]


def marked(kind: str, content: str, source: str, cue: str, speaker: str, **more: Any) -> Json:
    found = {"kind": kind, "content": [at(content)], "source": at(source), "cue": at(cue), "speaker": speaker}
    return {**found, "type": "person", **more}


GOLD: list[Json] = [
    marked("direct", "We wait", "Ana Brandt", "said", "Ana Brandt"),
    marked("indirect", "the report", "Voss", "denied", "Darian Voss", also=["Voss"]),
    marked("indirect", "nobody came back", "A resident", "said that", "a resident of the street", type="unnamed"),
]


def predicted(statements: list[Json], **names: str) -> Json:
    """A line of JSON Lines in which each gold statement is as readers marked it, its speaker an entity of its own."""
    entities = [
        {"id": f"e{i}", "type": "person", "name": names.get(f"e{i}", each["speaker"])} for i, each in enumerate(GOLD)
    ]
    found = [{"id": f"s{i}", "speaker": f"e{i}", **each} for i, each in enumerate(statements)]
    return {"article": {"path": "some/a.txt"}, "entities": entities, "statements": found}


def right() -> list[Json]:
    return [{**each, "speaker": f"e{i}"} for i, each in enumerate(GOLD)]


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """A folder with one annotated article."""
    folder = tmp_path / "gold"
    folder.mkdir()
    write_gold(folder, GOLD)
    return folder


def write_gold(folder: Path, statements: list[Json], name: str = "a", text: str = TEXT, **more: Any) -> None:
    (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    (folder / f"{name}.gold.json").write_text(json.dumps({"statements": statements, **more}), encoding="utf-8")


def lines(path: Path, *records: Json) -> Path:
    path.write_text("".join(json.dumps(each) + "\n" for each in records), encoding="utf-8")
    return path


def scored(gold: Path, *records: Json) -> tuple[Score, dict[Sort, list[str]]]:
    """The figures of predictions, and the notes of the errors."""
    articles = read_gold([gold])
    found = read_predictions(lines(gold.parent / "found.jsonl", *records))
    compared = [compare(each, found.of(each)) for each in articles]
    return score(compared), {sort: [each.note for each in every] for sort, every in faults(compared).items() if every}


# Measures


def test_all_as_readers_marked_it_scores_one(gold: Path) -> None:
    figures, wrong = scored(gold, predicted(right()))
    assert {name: (each.precision, each.recall, each.f1) for name, each in figures.figures.items()} == dict.fromkeys(
        [
            "content",
            "attributed",
            "exact",
            "cue",
            "direct",
            "speaker",
            "kind",
            "span-source",
            "span-cue",
            "span-content",
        ],
        (1.0, 1.0, 1.0),
    )
    assert {name: (each.rate, each.of) for name, each in figures.rates.items()} == {
        "speaker-wrong": (0.0, 3),
        "speaker-unresolved": (0.0, 3),
    }
    assert wrong == {}


def test_quotation_marks_and_punctuation_at_the_ends_do_not_count(gold: Path) -> None:
    found = right()
    found[0]["content"] = [at("“We wait,”")]
    figures, wrong = scored(gold, predicted(found))
    assert (figures.figures["exact"].f1, figures.figures["span-content"].f1) == (1.0, 1.0)
    assert wrong == {}


def test_what_is_missed_and_what_is_extra(gold: Path) -> None:
    found = [*right()[1:], {"kind": "indirect", "content": [at("on Monday")], "speaker": None}]
    figures, wrong = scored(gold, predicted(found))
    content = figures.figures["content"]
    assert (content.precision, content.recall, content.predicted, content.gold) == (0.6667, 0.6667, 3, 3)
    assert figures.figures["direct"].recall == 0.0
    assert wrong == {Sort.MISSED: ["Ana Brandt"], Sort.EXTRA: [""]}


def test_a_wrong_speaker_and_an_unresolved_one_are_told_apart(gold: Path) -> None:
    found = right()
    found[0]["speaker"] = None
    figures, wrong = scored(gold, predicted(found, e1="Ana Brandt"))
    assert figures.figures["content"].f1 == 1.0
    assert figures.figures["speaker"].f1 == 0.3333
    assert (figures.rates["speaker-wrong"].rate, figures.rates["speaker-wrong"].of) == (0.5, 2)
    assert (figures.rates["speaker-unresolved"].rate, figures.rates["speaker-unresolved"].of) == (0.3333, 3)
    assert wrong == {Sort.SPEAKER: ["Ana Brandt, not Darian Voss"], Sort.UNRESOLVED: ["Ana Brandt"]}


def test_wrong_borders_source_cue_and_kind(gold: Path) -> None:
    found = right()
    found[1] |= {"content": [at("the report on")], "source": at("Monday"), "cue": at("report"), "kind": "mixed"}
    figures, wrong = scored(gold, predicted(found))
    for name in ("attributed", "exact", "cue", "kind", "span-source", "span-cue", "span-content"):
        assert figures.figures[name].f1 == 0.6667, name
    assert set(wrong) == {Sort.BORDERS, Sort.SOURCE, Sort.KIND}


@pytest.mark.parametrize(
    ("words", "same"), [("the report", True), ("the report on Monday", True), ("report on Monday. A resident", False)]
)
def test_contents_are_the_same_if_half_of_their_characters_are(gold: Path, words: str, same: bool) -> None:
    found = right()
    found[1]["content"] = [at(words)]
    assert (scored(gold, predicted(found))[0].figures["content"].f1 == 1.0) is same


def test_the_best_pairs_are_made_first_and_each_statement_is_used_once(gold: Path) -> None:
    found = right()
    found.insert(1, {**found[1], "content": [at("the report on")]})
    figures, wrong = scored(gold, predicted(found))
    assert figures.figures["exact"].recall == 1.0
    assert figures.figures["content"].predicted == 4
    assert set(wrong) == {Sort.EXTRA}


def test_one_prediction_is_not_two_statements(gold: Path) -> None:
    write_gold(gold, [GOLD[0], GOLD[1], {**GOLD[1], "speaker": "The Lusitania Wire"}])
    figures, wrong = scored(gold, predicted(right()[:2]))
    assert figures.figures["content"].recall == 0.6667
    assert wrong == {Sort.MISSED: ["The Lusitania Wire"]}


def test_a_source_may_be_a_small_part_of_what_readers_marked(gold: Path) -> None:
    write_gold(gold, [{**GOLD[0], "source": at("Ana Brandt. Voss denied the report")}])
    found = {**right()[0], "source": at("Ana")}
    assert scored(gold, predicted([found]))[0].figures["attributed"].f1 == 1.0
    write_gold(gold, [{**GOLD[0], "source": at("Ana")}])
    found = {**right()[0], "source": at("Ana Brandt. Voss denied the report")}
    assert scored(gold, predicted([found]))[0].figures["attributed"].f1 == 0.0


def test_optional_statements_count_neither_way(gold: Path) -> None:
    write_gold(gold, [GOLD[0], {**GOLD[1], "optional": True}, GOLD[2]])
    for found in (right(), [right()[0], right()[2]]):
        figures, wrong = scored(gold, predicted(found))
        assert (figures.figures["content"].f1, figures.figures["content"].gold) == (1.0, 2)
        assert figures.figures["span-cue"].f1 == 1.0
        assert wrong == {}


@pytest.mark.parametrize(
    ("found", "accepted", "described", "same"),
    [
        ("Voss", "Darian Voss", False, True),
        ("Darian", "Darian Voss", False, True),
        ("President Darian Voss", "Darian Voss", False, True),
        ("DARIÁN VOSS", "Darian Voss", False, True),
        ("Ilse Voss", "Darian Voss", False, False),
        ("the son of the late Darian Voss", "Voss", False, False),
        ("Voss the Younger", "Voss", False, False),
        ("the residents who stayed", "a resident", True, False),
        ("an elderly resident", "a resident of the street", True, True),
        ("an elderly resident", "a resident of the street", False, False),
        ("", "Voss", False, False),
        ("The", "of", True, False),
    ],
)
def test_which_names_are_the_same_speakers(found: str, accepted: str, described: bool, same: bool) -> None:
    assert same_speaker(found, [accepted], described) is same


def test_a_place_speaks_for_nobody(gold: Path) -> None:
    line = predicted(right())
    line["entities"][1]["type"] = "place"
    assert scored(gold, line)[1] == {Sort.SPEAKER: ["Darian Voss, not Darian Voss"]}


def test_white_space_does_not_count() -> None:
    assert characters("a b", [Span(0, 3)]) == {0, 2}
    assert characters("“,” ", [Span(0, 4)]) == frozenset()


# Intervals


def test_intervals_hold_the_figure_and_come_out_alike_every_time() -> None:
    articles = read_gold([ARTICLES])
    found = predict(articles, "rules")
    compared = [compare(each, found.of(each)) for each in articles]
    first = score(compared)
    assert first == score(compared)
    for name, each in first.figures.items():
        assert each.interval, name
        assert each.interval[0] <= each.f1 <= each.interval[1], name
    content = first.figures["content"].interval
    assert content
    assert content[0] < content[1]
    assert score(compared, seed=1).figures["content"].interval != content


def test_one_article_has_no_interval(gold: Path) -> None:
    assert scored(gold, predicted(right()))[0].figures["content"].interval is None


# Forms of gold


def test_our_articles_are_read_in_every_kind_of_file() -> None:
    found = {each.name: each for each in read_gold([ARTICLES])}
    assert {"border-talks", "harbour-strike-second-day", "river-floods"} <= found.keys()
    assert found["border-talks"].article.publisher == "Nordic Ledger"
    assert all(each.names_speakers and not each.marks_attitudes for each in found.values())


def test_the_form_of_polnear_is_read_and_the_first_reader_taken(tmp_path: Path) -> None:
    for name in ("attributions", "text"):
        (tmp_path / name).mkdir()
    (tmp_path / "text" / "a_1.txt").write_text(TEXT, encoding="utf-8")
    spans = [at("We"), at("wait"), at("Ana Brandt"), at("said")]
    (we, wait, ana, said) = (f"{start} {end}" for start, end in spans)
    standoff = (
        f"T1\tContent {we};{wait}\tWe wait\nT2\tSource {ana}\tAna Brandt\nT3\tCue {said}\tsaid\n"
        "T4\tAttribution 0 1\tx\n"
        "E1\tAttribution:T4 Content2:T1 Source:T2 Cue:T3\nE2\tAttribution:T4 Source:T2\nA1\tFlag E1\n"
    )
    (tmp_path / "attributions" / "a_1_aa.ann").write_text(standoff, encoding="utf-8")
    (tmp_path / "attributions" / "a_1_bb.ann").write_text("", encoding="utf-8")
    (article,) = read_gold([tmp_path])
    (only,) = article.statements
    assert (article.name, article.names_speakers, article.marks_attitudes) == ("a_1", False, True)
    assert [span.of(TEXT) for span in (*only.content, *only.source, *only.cue)] == ["We", "wait", "Ana Brandt", "said"]


def test_folders_of_both_forms_are_scored_together(gold: Path, tmp_path: Path) -> None:
    test_the_form_of_polnear_is_read_and_the_first_reader_taken(tmp_path)
    articles = read_gold([gold, tmp_path])
    figures = score([compare(each, None) for each in articles])
    assert (figures.articles, figures.figures["content"].gold, figures.figures["speaker"].gold) == (2, 4, 3)


# As the shared scorer counts


def reference() -> ModuleType:
    where = SHARED / "eval" / "score.py"
    if not where.is_file():
        pytest.skip(f"no scorer at {where}: figures are not compared with it")
    spec = importlib.util.spec_from_file_location("shared_score_reference", where)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "dont_write_bytecode", True)
        spec.loader.exec_module(module)
    return module


def disturbed(found: Json, chance: random.Random) -> Json:
    """A record with statements dropped, moved, joined, and speakers confused."""
    statements = []
    for each in found["statements"]:
        content = [[max(s + chance.randint(-9, 9), 0), e + chance.randint(9, 30)] for s, e in each["content"]]
        changes: list[Json] = [
            {},
            {"content": content},
            {"speaker": chance.choice(found["entities"])["id"], "source": None},
            {"speaker": None, "kind": "mixed", "cue": each["source"]},
            {"source": chance.choice(found["statements"])["source"]},
        ]
        statements += [{**each, **chance.choice(changes)}] * chance.choice([0, 1, 1, 1, 2])
    return {**found, "statements": statements}


@pytest.mark.parametrize("folder", ["gold", "polnear/dev"])
@pytest.mark.parametrize("seed", [None, 1, 2])
def test_figures_equal_those_of_the_shared_scorer(folder: str, seed: int | None, tmp_path: Path) -> None:
    theirs = reference()
    articles = read_gold([SHARED / folder])
    chance = random.Random(seed)
    found = {each.name: as_printed(each) for each in articles}
    if seed is not None:
        found = {name: cut(disturbed(each, chance), articles, name) for name, each in found.items()}
        found.popitem()
    expected, _ = theirs.score(theirs.read_gold(str(SHARED / folder)), found)
    predictions = read_predictions(lines(tmp_path / "found.jsonl", *found.values()))
    figures = score([compare(each, predictions.of(each)) for each in articles], resamples=2).as_json()
    assert {name: {k: v for k, v in each.items() if k != "interval"} for name, each in figures.items()} == expected


def as_printed(gold: GoldArticle) -> Json:
    return record(extract(gold.article), gold.marks_attitudes)


def cut(found: Json, articles: tuple[GoldArticle, ...], name: str) -> Json:
    """The record with no content beyond the end of its text."""
    (length,) = (len(each.article.text) for each in articles if each.name == name)
    for each in found["statements"]:
        each["content"] = [[min(s, length - 1), min(e, length)] for s, e in each["content"]]
    return found


# What cannot be scored


def test_a_folder_without_gold_says_what_it_looked_for(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="holds no annotated articles"):
        read_gold([tmp_path])
    with pytest.raises(InputError, match="no such folder"):
        read_gold([tmp_path / "missing"])


def test_gold_of_another_text_is_refused(gold: Path) -> None:
    write_gold(gold, GOLD, text_sha256="0" * 64)
    with pytest.raises(InputError, match="is not the text that was annotated"):
        read_gold([gold])


@pytest.mark.parametrize("broken", ["{", "[]", '{"statements": [{"kind": "direct"}]}', '{"statements": 3}', NAMELESS])
def test_broken_gold_is_named(gold: Path, broken: str) -> None:
    (gold / "a.gold.json").write_text(broken, encoding="utf-8")
    with pytest.raises(InputError, match=r"a\.gold\.json: is no annotation"):
        read_gold([gold])


def test_gold_without_its_article_says_where_to_put_it(gold: Path) -> None:
    (gold / "a.txt").unlink()
    with pytest.raises(InputError, match=r"put a\.txt beside it"):
        read_gold([gold])


@pytest.mark.parametrize("standoff", ["T1\tContent x y\tz\n", "T1\tContent 5 5\tz\n", "T1\tContent\n"])
def test_broken_standoff_is_named(tmp_path: Path, standoff: str) -> None:
    (tmp_path / "attributions").mkdir()
    (tmp_path / "text").mkdir()
    (tmp_path / "text" / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "attributions" / "a_r.ann").write_text(standoff, encoding="utf-8")
    with pytest.raises(InputError, match=r"a_r\.ann: cannot be read as standoff"):
        read_gold([tmp_path])


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "is not as `quoth extract` prints it"),
        ("[]", "is not as `quoth extract` prints it"),
        ('{"statements": []}', "'article' is missing"),
        ('{"article": {}, "statements": [{"content": [[3, 3]]}]}', "at least one character"),
        ('{"article": {}, "statements": [{"content": [["a", 3]]}]}', "is not as"),
        ('{"article": {}, "statements": [{"content": [[1.5, 3]]}]}', "an offset is a whole number"),
        (
            '{"article": {}, "entities": [{"id": "e", "name": 5}], '
            '"statements": [{"content": [0, 3], "speaker": "e"}]}',
            "the name of an entity is a string",
        ),
    ],
)
def test_a_broken_prediction_is_named_by_its_line(tmp_path: Path, line: str, message: str) -> None:
    path = tmp_path / "found.jsonl"
    path.write_text(f"\n{line}\n", encoding="utf-8")
    with pytest.raises(InputError, match=rf"found\.jsonl:2: .*{message}"):
        read_predictions(path)


def test_predictions_made_from_another_text_are_refused(gold: Path) -> None:
    line = predicted(right())
    with pytest.raises(InputError, match="lies beyond the text annotated as 'a'"):
        scored(gold, {**line, "statements": [{"content": [[0, 900]]}]})
    with pytest.raises(InputError, match="was not made from the text"):
        scored(gold, {**line, "article": {"path": "a.txt", "sha256": "0" * 64}})


def test_predictions_are_found_by_their_text_whatever_the_file_is_called(gold: Path) -> None:
    (article,) = read_gold([gold])
    line = predicted(right()) | {"article": {"path": "other.txt", "sha256": article.article.sha256}}
    assert scored(gold, line)[0].figures["content"].f1 == 1.0


# The command


def quoth(*arguments: object) -> Result:
    return CliRunner().invoke(app, [*map(str, arguments)])


def test_the_command_prints_figures_and_errors(gold: Path, tmp_path: Path) -> None:
    found = lines(tmp_path / "found.jsonl", predicted(right()[1:], e1="Ana Brandt"))
    out = quoth("bench", "extraction", gold, "--predictions", found, "--errors", 3).stdout
    assert " content " in out
    assert "missed (1)" in out
    assert "“gold[We wait],” said Ana Brandt." in " ".join(out.split())
    assert "wrong speaker (1)" in out
    assert "both{Voss} denied both[the report]" in " ".join(out.split())


def test_a_statement_without_words_counts_as_extra(gold: Path, tmp_path: Path) -> None:
    line = predicted([*right(), {"content": [], "speaker": None}])
    figures, wrong = scored(gold, line)
    assert (figures.figures["content"].predicted, wrong) == (4, {Sort.EXTRA: [""]})
    path = lines(tmp_path / "found.jsonl", line)
    told = quoth("bench", "extraction", gold, "--predictions", path, "--errors", 1, "--html", tmp_path / "e.html")
    assert told.exit_code == 0, told.exception


def test_the_command_prints_json_with_intervals() -> None:
    told = quoth("bench", "extraction", ARTICLES, "--extractor", "rules", "--json")
    figures = json.loads(told.stdout)
    assert {"p", "r", "f1", "pred", "gold", "interval"} == figures["content"].keys()
    assert len(figures["speaker-wrong"]["interval"]) == 2


def test_the_page_of_errors_marks_gold_and_found_and_escapes(gold: Path, tmp_path: Path) -> None:
    text = TEXT.replace("on Monday", "<i>Mon</i>")
    write_gold(gold, [{**each, "speaker": "<b>"} for each in GOLD[:2]], text=text)
    found = right()[:2]
    found[1]["content"] = [at("the report on")]
    page = tmp_path / "errors.html"
    told = quoth(
        "bench", "extraction", gold, "--html", page, "--predictions", lines(tmp_path / "f.jsonl", predicted(found))
    )
    assert told.exit_code == 0, told.output
    html = page.read_text(encoding="utf-8")
    assert '<mark class="both"' in html
    assert '<mark class="found"' in html
    assert "&lt;i&gt;Mon&lt;/i&gt;" in html
    assert "<i>" not in html
    assert "<b>" not in html
    assert "<script" not in html


def test_one_of_predictions_and_extractor_is_needed(gold: Path, tmp_path: Path) -> None:
    found = lines(tmp_path / "found.jsonl", predicted(right()))
    assert quoth("bench", "extraction", gold).exit_code == 2
    assert quoth("bench", "extraction", gold, "--extractor", "rules", "--predictions", found).exit_code == 2
    assert isinstance(quoth("bench", "extraction", gold, "--extractor", "nobody").exception, InputError)


def test_articles_without_prediction_are_told_and_predictions_of_none_refused(gold: Path, tmp_path: Path) -> None:
    write_gold(gold, [], name="b", text="Nobody spoke.")
    told = quoth("bench", "extraction", gold, "--predictions", lines(tmp_path / "f.jsonl", predicted(right())))
    assert "1 of 2 articles have no prediction" in told.stderr
    none = lines(tmp_path / "f.jsonl", predicted(right()) | {"article": {"path": "z.txt"}})
    assert isinstance(quoth("bench", "extraction", gold, "--predictions", none).exception, InputError)
