"""What else is measured of statements: act, polarity, stance, day, report around, relays and role."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from kg.cli import app
from kg.errors import InputError
from kg.model import Medium, SpeechAct
from kg.scoring import Score, Sort, compare, faults, predict, read_gold, read_predictions, score

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
NEWS = sorted((ROOT / "train" / "gold" / "news").glob("*.fields.json"))
TEXT = (
    "The Wire said the mayor, Ana Brandt, had denied on Monday that the bridge was closed. "
    "Voss noted that the ferry had sunk, as the Observer reported. Voss is a deputy."
)
MEASURES = ["act", "act-accepted", "polarity", "stance", "said-exact", "said-overlap", "within", "relayed", "role"]
PINNED = {"act": 0.64, "said-exact": 0.8, "within": 1.0, "relayed": 1.0}
"""What the rules reach on our own articles: these may rise and never fall."""

Json = dict[str, Any]


def at(words: str) -> list[int]:
    return [TEXT.index(words), TEXT.index(words) + len(words)]


def statement(content: str, speaker: str, **more: Any) -> Json:
    found = {"kind": "indirect", "content": [at(content)], "source": None, "cue": None, "speaker": speaker}
    return {**found, "type": "person", **more}


GOLD = [
    statement("the mayor, Ana Brandt, had denied on Monday that the bridge was closed", "The Wire"),
    statement("that the bridge was closed", "Ana Brandt", source=at("the mayor, Ana Brandt")),
    statement("the ferry had sunk", "Voss", source=at("Voss")),
]
PLAIN: Json = {"act": "asserts", "polarity": "affirmed", "stance": "acknowledges", "said": None, "role": []}
FIELDS = [
    PLAIN,
    {**PLAIN, "act": "denies", "said": ["2023-01-30", "2023-01-30"], "within": 0, "role": [at("mayor")]},
    {**PLAIN, "act_also": ["accuses"], "stance": "endorses", "relayed_by": ["The Observer"]},
]
FOUND = [
    {**PLAIN, "role": None},
    {**PLAIN, "act": "denies", "said": ["2023-01-30", "2023-01-30"], "within": "s0", "role": at("mayor")},
    {**PLAIN, "role": None, "act": "accuses", "stance": "endorses", "relayed_by": ["e3"]},
]


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """A folder with one annotated article and its fields."""
    folder = tmp_path / "gold"
    folder.mkdir()
    write(folder)
    return folder


def write(folder: Path, told: list[Json] | None = None, statements: list[Json] = GOLD, **more: Any) -> None:
    """The article, its gold, and the fields beside it, in the order of the gold."""
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    (folder / "a.gold.json").write_text(json.dumps({"statements": statements}), encoding="utf-8")
    pairs = zip(statements, told or FIELDS, strict=True)
    fields = [{"content": each["content"], **fields} for each, fields in pairs]
    (folder / "a.fields.json").write_text(json.dumps({"statements": fields, **more}), encoding="utf-8")


def changed(fields: list[Json], which: int, **to: Any) -> list[Json]:
    return [{**each, **to} if number == which else each for number, each in enumerate(fields)]


def scored(gold: Path, found: list[Json]) -> tuple[Score, dict[Sort, list[str]]]:
    """The figures of predictions with these details, and the notes of the errors."""
    entities = [{"id": f"e{i}", "type": "person", "name": each["speaker"]} for i, each in enumerate(GOLD)]
    entities.append({"id": "e3", "type": "organisation", "name": "Observer"})
    statements = [
        {**each, "id": f"s{i}", "speaker": f"e{i}", **details}
        for i, (each, details) in enumerate(zip(GOLD, found, strict=True))
    ]
    line = {"article": {"path": "a.txt"}, "entities": entities, "statements": statements}
    path = gold.parent / "found.jsonl"
    path.write_text(json.dumps(line), encoding="utf-8")
    predictions = read_predictions(path)
    compared = [compare(each, predictions.of(each)) for each in read_gold([gold])]
    return score(compared), {sort: [each.note for each in every] for sort, every in faults(compared).items() if every}


def tally(figures: Score, name: str) -> tuple[float, float, int, int]:
    each = figures.figures[name]
    return each.precision, each.recall, each.predicted, each.gold


# Measures


def test_all_as_readers_told_it_scores_one(gold: Path) -> None:
    figures, wrong = scored(gold, FOUND)
    assert [name for name in figures.figures if name in MEASURES] == MEASURES
    assert {name: figures.figures[name].f1 for name in MEASURES[1:]} == dict.fromkeys(MEASURES[1:], 1.0)
    assert wrong == {}


def test_an_accepted_act_is_not_the_one_that_readers_put_first(gold: Path) -> None:
    assert scored(gold, FOUND)[0].figures["act"].f1 == 0.6667


@pytest.mark.parametrize(
    ("which", "change", "sort", "note", "measures"),
    [
        (1, {"act": "asserts"}, Sort.ACT, "asserts, not denies", {"act": 0.3333, "act-accepted": 0.6667}),
        (0, {"polarity": "negated"}, Sort.POLARITY, "negated, not affirmed", {"polarity": 0.6667}),
        (0, {"stance": "distances"}, Sort.STANCE, "distances, not acknowledges", {"stance": 0.6667}),
        (
            1,
            {"said": ["2023-01-01", "2023-01-31"]},
            Sort.SAID,
            "2023-01-01 to 2023-01-31, not 2023-01-30",
            {"said-exact": 0.0, "said-overlap": 1.0},
        ),
        (
            1,
            {"said": ["2023-01-31", "2023-01-31"]},
            Sort.SAID,
            "2023-01-31, not 2023-01-30",
            {"said-exact": 0.0, "said-overlap": 0.0},
        ),
        (
            1,
            {"within": "s2"},
            Sort.WITHIN,
            "within what Voss says, not within what The Wire says",
            {"within": 0.0},
        ),
        (2, {"relayed_by": ["e0"]}, Sort.RELAYED, "The Wire, not The Observer", {"relayed": 0.0}),
        (
            1,
            {"said": ["2023-01-29", "2023-01-29"]},
            Sort.SAID,
            "2023-01-29, not 2023-01-30",
            {"said-exact": 0.0, "said-overlap": 0.0},
        ),
        (1, {"role": at("bridge")}, Sort.ROLE, "bridge, not mayor", {"role": 0.0}),
        (1, {"role": at("mayor, Ana Brandt")}, Sort.ROLE, "mayor, Ana Brandt, not mayor", {"role": 0.0}),
    ],
)
def test_what_is_wrong_lowers_its_own_measure(
    gold: Path, which: int, change: Json, sort: Sort, note: str, measures: dict[str, float]
) -> None:
    figures, wrong = scored(gold, changed(FOUND, which, **change))
    lowered = dict.fromkeys(MEASURES[1:], 1.0) | {"act": 0.6667} | measures
    assert {name: figures.figures[name].f1 for name in MEASURES} == lowered
    assert wrong == {sort: [note]}


def test_what_is_not_printed_was_not_predicted(gold: Path) -> None:
    figures, wrong = scored(gold, [{}, {}, {}])
    assert {tally(figures, name) for name in ("act", "polarity", "stance")} == {(0.0, 0.0, 0, 3)}
    assert {tally(figures, name) for name in ("said-exact", "within", "relayed", "role")} == {(0.0, 0.0, 0, 1)}
    assert len(wrong[Sort.ACT]) == 3


def test_what_should_not_be_there_lowers_precision(gold: Path) -> None:
    change = {"said": ["2023-01-30", "2023-01-30"], "within": "s2", "relayed_by": ["e3"], "role": at("ferry")}
    figures, _ = scored(gold, changed(FOUND, 0, **change))
    for name in ("said-exact", "within", "relayed", "role"):
        assert tally(figures, name) == (0.5, 1.0, 2, 1), name


def test_a_report_around_that_is_optional_counts_only_if_right(gold: Path) -> None:
    write(gold, statements=[{**GOLD[0], "optional": True}, *GOLD[1:]])
    assert tally(scored(gold, FOUND)[0], "within") == (1.0, 1.0, 1, 1)
    figures, wrong = scored(gold, changed(FOUND, 1, within=None))
    assert "within" not in figures.figures
    assert wrong == {}


def test_the_speaker_of_the_report_around_is_no_wrong_relay(gold: Path) -> None:
    figures, wrong = scored(gold, changed(FOUND, 1, relayed_by=["e0"]))
    assert tally(figures, "relayed") == (1.0, 1.0, 1, 1)
    assert wrong == {}


def test_a_role_is_wanted_if_it_is_printed_before_and_accepted_wherever_it_is(gold: Path) -> None:
    write(gold, changed(FIELDS, 2, role_elsewhere=[at("deputy")]))
    assert tally(scored(gold, FOUND)[0], "role") == (1.0, 1.0, 1, 1)
    assert tally(scored(gold, changed(FOUND, 2, role=at("a deputy")))[0], "role") == (1.0, 1.0, 2, 2)
    write(gold, changed(FIELDS, 2, role_elsewhere=[at("mayor")]))
    assert tally(scored(gold, FOUND)[0], "role") == (1.0, 0.5, 1, 2)


def test_details_in_the_gold_itself_count_too(gold: Path) -> None:
    (gold / "a.fields.json").unlink()
    (gold / "a.gold.json").write_text(
        json.dumps({"statements": [{**GOLD[1], "act": "denies", "said": "2023-01-30"}]}), encoding="utf-8"
    )
    figures, _ = scored(gold, FOUND)
    assert tally(figures, "said-exact") == (1.0, 1.0, 1, 1)
    assert [name for name in figures.figures if name in MEASURES] == [*MEASURES[:2], "said-exact", "said-overlap"]


def test_statements_without_details_have_no_such_measures(gold: Path) -> None:
    (gold / "a.fields.json").unlink()
    assert not set(scored(gold, FOUND)[0].figures) & set(MEASURES)


def test_the_rules_tell_details_of_our_articles_no_worse_than_before() -> None:
    articles = read_gold([ROOT / "tests" / "articles"])
    found = predict(articles, "rules")
    figures = score([compare(each, found.of(each)) for each in articles], resamples=2).figures
    assert {name: figures[name].f1 for name in PINNED if figures[name].f1 < PINNED[name]} == {}


# The files


def test_fields_lie_beside_the_gold_or_in_a_folder_of_their_own(gold: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (gold / "a.fields.json").rename(other / "a.fields.json")
    assert [each.details.acts for each in read_gold([gold])[0].statements] == [(), (), ()]
    acts = [("asserts",), ("denies",), ("asserts", "accuses")]
    assert [each.details.acts for each in read_gold([gold], other)[0].statements] == acts
    result = CliRunner().invoke(
        app, ["bench", "extraction", str(gold), "--extractor", "rules", "--fields", str(other), "--json"]
    )
    assert result.exit_code == 0, result.output
    assert set(MEASURES) - {"relayed"} <= set(json.loads(result.stdout))


def test_the_extractor_is_given_the_day_of_publication(gold: Path) -> None:
    write(gold, published="2023-02-01")
    (article,) = read_gold([gold])
    assert article.article.published == date(2023, 2, 1)


def test_a_folder_without_fields_of_the_articles_is_refused(gold: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"holds no file NAME\.fields\.json"):
        read_gold([gold], tmp_path)


@pytest.mark.parametrize(
    ("which", "change", "message"),
    [
        (0, {"act": "sings"}, "'sings' is not a valid SpeechAct"),
        (0, {"polarity": "maybe"}, "'maybe' is none of affirmed, negated"),
        (0, {"stance": "doubts"}, "'doubts' is none of"),
        (0, {"said": ["2023-02-01", "2023-01-01"]}, "the first day comes before the last"),
        (0, {"said": "Monday"}, "Monday"),
        (0, {"within": 3}, "no statement stands at 3"),
        (0, {"within": "s1"}, "within is a place"),
        (0, {"relayed_by": "The Observer"}, "relayed_by is a list of names"),
        (0, {"role": ["mayor", 3]}, "does not tell the fields"),
        (0, {"content": [[0, 3]]}, "its statements are not those annotated as 'a'"),
    ],
)
def test_broken_fields_are_named(gold: Path, which: int, change: Json, message: str) -> None:
    write(gold, changed(FIELDS, which, **change))
    with pytest.raises(InputError, match=rf"a\.fields\.json: .*{message}"):
        read_gold([gold])


def test_fields_of_another_text_are_refused(gold: Path) -> None:
    write(gold, text_sha256="0" * 64)
    with pytest.raises(InputError, match="is of another text"):
        read_gold([gold])


# Our own fields


def entries(path: Path) -> list[Json]:
    found: list[Json] = json.loads(path.read_text(encoding="utf-8"))["statements"]
    return found


@pytest.mark.parametrize("path", NEWS, ids=lambda path: path.name.split(".")[0])
def test_fields_of_the_news_are_well_formed(path: Path) -> None:
    every = entries(path)
    assert [each["index"] for each in every] == list(range(len(every)))
    for each in every:
        assert {SpeechAct(act) for act in (each["act"], *each.get("act_also", ()))}
        assert each["act"] not in each.get("act_also", ())
        assert each["medium"] is None or Medium(each["medium"])
        assert each["polarity"] in ("affirmed", "negated")
        assert each["stance"] in ("acknowledges", "distances", "endorses")
        assert (each["said"] is not None) == ("said_span" in each) == ("precision" in each)


@pytest.mark.parametrize("path", NEWS, ids=lambda path: path.name.split(".")[0])
def test_fields_of_the_news_fit_their_text(path: Path) -> None:
    name = path.name.removesuffix(".fields.json")
    beside = SHARED / "gold" / f"{name}.txt"
    if not beside.is_file():
        pytest.skip(f"no annotated news at {SHARED}: the fields are not compared with their texts")
    text = beside.read_text(encoding="utf-8")
    assert json.loads(path.read_text(encoding="utf-8"))["text_sha256"] == hashlib.sha256(text.encode()).hexdigest()
    for each in entries(path):
        places = [
            *each["content"],
            each["place"],
            each.get("said_span"),
            *each["role"],
            *each.get("role_elsewhere", []),
        ]
        for start, end in filter(None, places):
            assert text[start:end] == text[start:end].strip() != ""
            assert not text[start - 1 : start].isalnum()
            assert not text[end : end + 1].isalnum()


def test_the_news_are_for_measuring_only() -> None:
    names = {path.name.removesuffix(".fields.json") for path in NEWS}
    assert len(names) == 12
    assert not names & {path.name.removesuffix(".gold.json") for path in (ROOT / "train" / "gold").glob("*.gold.json")}
    if (SHARED / "gum" / "MEASURE.txt").is_file():
        assert names < set((SHARED / "gum" / "MEASURE.txt").read_text(encoding="utf-8").split())
