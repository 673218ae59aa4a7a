"""What of the training needs no trained model: reading annotations, changing texts, labels, windows, decoding."""

import random
from itertools import pairwise
from pathlib import Path

import pytest

from kg.extract.network.candidate import Candidate
from kg.extract.network.decode import arguments, cues
from kg.extract.network.features import GAPS, QUOTES, SHAPES, features
from kg.extract.network.labels import ARGUMENT_TAGS, argument_tags, may_end, may_follow, may_start, role_tags, runs
from kg.extract.network.windows import Window, overlapping, packed, paragraph_starts
from kg.model import Span, StatementKind
from kg.scoring.calibration import calibration_error, reliability
from train.augment import CHANGES, augmented, other_marks, other_names
from train.calibration import calibrated, probability
from train.data import Example, read_polnear
from train.edits import Edit, apply
from train.proposals import Found, Options, statements

TEXT = (
    "Mill to close\n\nThe mill will close in May, Mayor Ada Fernhill said Monday. “We fought for it,” Fernhill said. "
    "“It was not enough.”\n\nThe owners deny that the mill loses money.\n"
)


def standoff(number: int, role: str, *words: str, after: int = 0) -> str:
    """A line of annotation for words of TEXT, each looked for behind the one before."""
    places = []
    for word in words:
        after = TEXT.index(word, after)
        places.append(f"{after} {after + len(word)}")
    return f"T{number}\t{role} {';'.join(places)}\t{' '.join(words)}\n"


ANNOTATION = (
    standoff(1, "Source", "Mayor Ada Fernhill")
    + standoff(2, "Cue", "said")
    + standoff(3, "Content", "The mill will close in May,")
    + "E1\tAttribution:T9 Content:T3 Cue:T2 Source:T1\n"
    + standoff(4, "Source", "Fernhill", after=90)
    + standoff(5, "Cue", "said", after=90)
    + standoff(6, "Content", "We fought for it,”", "“It was not enough").replace("not", "not\n\n")
    + "E2\tAttribution:T8 Content:T6 Cue:T5 Source:T4\n"
    + standoff(7, "Content", "The owners")
    + "E3\tAttribution:T7 Content:T7\n"
    + "#1\tAnnotatorNotes T1\ta note\n"
)


def spans(example: Example) -> list[tuple[str, list[str], list[str]]]:
    """The attributions of an example as words: cue, sources, contents."""

    def words(of: tuple[Span, ...]) -> list[str]:
        return [span.of(example.text) for span in of]

    return [(a.cue.of(example.text), words(a.sources), words(a.contents)) for a in example.attributions or ()]


@pytest.fixture
def example(tmp_path: Path) -> Example:
    (tmp_path / "text").mkdir()
    (tmp_path / "attributions").mkdir()
    (tmp_path / "text" / "mill_1.txt").write_text(TEXT, encoding="utf-8", newline="")
    (tmp_path / "attributions" / "mill_1_aa.ann").write_text(ANNOTATION, encoding="utf-8")
    (tmp_path / "attributions" / "mill_1_bb.ann").write_text("T1\tCue 0 4\tMill\n", encoding="utf-8")
    (found,) = read_polnear(tmp_path)
    return found


def words_of(text: str) -> list[tuple[int, int]]:
    """Offsets of a plain tokenizer: words, and every other character that is no white space."""
    found: list[tuple[int, int]] = []
    for i, c in enumerate(text):
        if c.isalnum() and found and found[-1][1] == i and text[i - 1].isalnum():
            found[-1] = (found[-1][0], i + 1)
        elif not c.isspace():
            found.append((i, i + 1))
    return found


def test_first_annotator_is_read_with_borders_set_one_way(example: Example) -> None:
    assert example.name == "mill_1"
    assert spans(example) == [
        ("said", ["Mayor Ada Fernhill"], ["The mill will close in May"]),
        ("said", ["Fernhill"], ["“We fought for it,”", "“It was not enough"]),
    ]


def test_annotation_that_cannot_be_read_says_where(tmp_path: Path) -> None:
    (tmp_path / "text").mkdir()
    (tmp_path / "attributions").mkdir()
    (tmp_path / "text" / "a.txt").write_text("Words.", encoding="utf-8")
    (tmp_path / "attributions" / "a_x.ann").write_text("T1\tCue five 9\tx\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"a_x\.ann: line 1 "):
        read_polnear(tmp_path)
    with pytest.raises(FileNotFoundError, match=r"attributions/\*\.ann"):
        read_polnear(tmp_path / "text")


def test_edits_move_spans_with_their_words(example: Example) -> None:
    start = example.text.index("Ada Fernhill")
    edits = [Edit(start, start + 12, "Oyun Batbayar"), Edit(0, 0, "Wire: "), Edit(start + 4, start + 8, "overlaps")]
    edited = apply(example, edits)
    assert edited.text.startswith("Wire: Mill")
    assert spans(edited)[0] == ("said", ["Mayor Oyun Batbayar"], ["The mill will close in May"])
    assert spans(edited)[1] == spans(example)[1]


def test_what_is_put_in_beside_a_span_stays_outside(example: Example) -> None:
    assert example.attributions
    cue = example.attributions[0].cue
    edited = apply(example, [Edit(cue.start, cue.start, "[["), Edit(cue.end, cue.end, "]]")])
    assert "[[said]]" in edited.text
    assert spans(edited) == spans(example)


def test_what_an_edit_deletes_is_dropped(example: Example) -> None:
    assert example.attributions
    first, second = example.attributions
    gone = apply(example, [Edit(first.cue.start, first.cue.end, "")])
    assert spans(gone) == [spans(example)[1]]
    sourceless = apply(example, [Edit(second.sources[0].start, second.sources[0].end, "")])
    assert spans(sourceless)[1] == ("said", [], ["“We fought for it,”", "“It was not enough"])


@pytest.mark.parametrize("change", [change for change, _ in CHANGES], ids=lambda change: change.__name__)
def test_every_change_keeps_the_annotated_words(example: Example, change: object) -> None:
    def bare(text: str) -> str:
        return "".join(c for c in text.lower() if c.isalnum())

    rng = random.Random(3)
    for _ in range(20):
        changed = apply(example, list(change(example, rng)))  # type: ignore[operator]
        if change is not other_names:
            assert [[bare(w) for w in s[2]] for s in spans(changed)] == [
                [bare(w) for w in s[2]] for s in spans(example)
            ]
        assert [s[0] for s in spans(changed)] == ["said", "said"]


def test_names_change_alike_in_the_whole_article(example: Example) -> None:
    changed = apply(example, list(other_names(example, random.Random(1))))
    assert "Fernhill" not in changed.text
    family = spans(changed)[1][1][0]
    assert spans(changed)[0][1][0].endswith(family)
    assert spans(changed)[0][1][0].startswith("Mayor ")


def test_marks_change_in_pairs(example: Example) -> None:
    seen = {apply(example, list(other_marks(example, random.Random(k)))).text for k in range(30)}
    assert any("«We fought for it,» Fernhill said. «It was not enough.»" in text for text in seen)
    assert any("„We fought for it,“ Fernhill said. „It was not enough.“" in text for text in seen)
    assert any("``We fought for it,'' Fernhill" in text for text in seen)


def test_the_same_seed_changes_alike(example: Example) -> None:
    assert augmented(example, random.Random(7)) == augmented(example, random.Random(7))


def test_argument_tags_say_where_spans_begin_and_end() -> None:
    text = "A b c , d e ."
    tags = argument_tags(words_of(text), [Span(8, 9)], [Span(0, 5), Span(10, 11)])
    names = [ARGUMENT_TAGS[tag] for tag in tags]
    assert names == ["B-content", "I-content", "E-content", "O", "S-source", "S-content", "O"]
    assert arguments(tags) == ([(4, 4)], [(0, 2), (5, 5)])


def test_a_source_within_a_content_cuts_it_into_whole_spans() -> None:
    tags = argument_tags(words_of("a b c d"), [Span(4, 5)], [Span(0, 7)])
    assert [ARGUMENT_TAGS[tag] for tag in tags] == ["B-content", "E-content", "S-source", "S-content"]


def test_whatever_is_labelled_may_be_decoded() -> None:
    rng = random.Random(5)
    offsets = words_of("w " * 12)
    for _ in range(300):
        cuts = sorted(rng.sample(range(0, 24, 2), 6))
        made = [Span(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=True)]
        rng.shuffle(made)
        tags = argument_tags(offsets, made[:1], made[1:])
        assert may_start(tags[0])
        assert may_end(tags[-1])
        assert all(may_follow(a, b) for a, b in pairwise(tags))


def test_spans_neither_start_in_the_middle_nor_stay_open() -> None:
    names = list(ARGUMENT_TAGS)

    def follows(a: str, b: str) -> bool:
        return may_follow(names.index(a), names.index(b))

    assert follows("B-source", "E-source")
    assert follows("E-source", "B-content")
    assert not follows("B-source", "E-content")
    assert not follows("B-content", "O")
    assert not follows("B-source", "S-source")
    assert not follows("O", "I-content")
    assert not follows("E-content", "I-content")
    assert not may_start(names.index("I-source"))
    assert not may_end(names.index("B-content"))


def test_broken_tags_still_give_spans() -> None:
    names = list(ARGUMENT_TAGS)
    tags = [names.index(n) for n in ("I-source", "B-content", "I-content", "O", "B-content")]
    assert list(runs(tags)) == [(0, 0, 0), (1, 2, 1), (4, 4, 1)]
    assert list(runs([names.index("S-source"), names.index("I-source")])) == [(0, 0, 0), (1, 1, 0)]


def test_role_tags_begin_and_go_on() -> None:
    assert role_tags(words_of("a b c d e"), [Span(2, 5), Span(6, 7)]) == [0, 1, 2, 1, 0]


def test_the_likelier_of_two_overlapping_cues_is_taken() -> None:
    outside, unsure = (0.9, 0.05, 0.05), (0.2, 0.3, 0.5)
    assert cues([outside, (0.3, 0.6, 0.1), unsure, outside], 0.2) == [(1, 2, 0.6)]
    assert cues([outside, (0.3, 0.6, 0.1), (0.1, 0.7, 0.2), outside], 0.2) == [(1, 1, 0.6), (2, 2, 0.7)]
    assert cues([outside, (0.3, 0.6, 0.1)], 0.7) == []


def test_windows_to_learn_from_share_nothing_and_lose_nothing() -> None:
    starts = [0, 5, 9, 40]
    for first in (None, 3, 7, 10):
        windows = packed(starts, 47, 10, first)
        assert [w.start for w in windows] == [0, *(w.end for w in windows[:-1])]
        assert windows[-1].end == 47
        assert all(w.end - w.start <= 10 for w in windows)


def test_windows_to_read_take_every_token_once() -> None:
    windows = overlapping([0, 5, 9, 40, 44], 50, 16, 3)
    cores = [i for w in windows for i in range(w.core_start, w.core_end)]
    assert cores == list(range(50))
    assert all(w.end - w.start <= 16 for w in windows)
    assert windows[0] == Window(0, 9, 0, 9)
    edges = {0, 5, 9, 40, 44, 50}
    for w in windows:
        assert w.core_start - w.start == (0 if w.core_start in edges else 3)
        assert w.end - w.core_end == (0 if w.core_end in edges else 3)
    with pytest.raises(ValueError, match="leave nothing"):
        overlapping([0], 5, 6, 3)


def test_features_show_case_gaps_and_quotations() -> None:
    text = 'He "said NATO" 5\n\n“odd\nnext'
    offsets = words_of(text)
    named = {text[a:b] + str(a): row for (a, b), row in zip(offsets, features(text, offsets), strict=True)}
    assert named["He0"] == (SHAPES.index("title"), GAPS.index("paragraph"), QUOTES.index("outside"))
    assert named['"3'] == (SHAPES.index("mark"), GAPS.index("space"), QUOTES.index("opening"))
    assert named["NATO9"] == (SHAPES.index("upper"), GAPS.index("space"), QUOTES.index("inside"))
    assert named['"13'][1:] == (GAPS.index("none"), QUOTES.index("closing"))
    assert named["515"] == (SHAPES.index("digit"), GAPS.index("space"), QUOTES.index("outside"))
    assert named["odd19"][2] == QUOTES.index("inside")
    assert named["next23"][1:] == (GAPS.index("line"), QUOTES.index("outside"))
    assert paragraph_starts(text, offsets) == [0, 6, 8]


def candidate(text: str, cue: str, source: str | None, *contents: str, score: float = 0.9) -> Candidate:
    """A candidate by its words in a text, each where it first stands."""

    def span(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    return Candidate(span(cue), (span(source),) if source else (), tuple(span(c) for c in contents), score, 1.0)


def read(text: str, *candidates: Candidate, **options: bool | float) -> list[Found]:
    return statements(text, list(candidates), Options(**options))  # type: ignore[arg-type]


def test_unlikely_candidates_are_left_out() -> None:
    text = "Oakden says that rain helps, critics doubt it."
    likely = candidate(text, "says", "Oakden", "that rain helps", score=0.5)
    unlikely = candidate(text, "doubt", "critics", "it", score=0.2)
    assert [f.cue.of(text) for f in read(text, likely, unlikely, threshold=0.3)] == ["says"]
    assert [f.cue.of(text) for f in read(text, likely, unlikely, threshold=0.2)] == ["says", "doubt"]


def test_of_two_with_the_same_content_the_likelier_stays() -> None:
    text = "Oakden told staff, and later said, that rain helps."
    first = candidate(text, "told", "Oakden", "that rain helps", score=0.6)
    second = candidate(text, "said", "Oakden", "that rain helps", score=0.8)
    assert [f.cue.of(text) for f in read(text, first, second)] == ["said"]


def test_most_of_a_quotation_means_the_whole() -> None:
    text = "Oakden said: “Rain helps. Nobody here doubts it any more.” She left."
    (found,) = read(text, candidate(text, "said", "Oakden", "Rain helps. Nobody"), quote=0.3)
    assert found.contents[0].of(text) == "“Rain helps. Nobody here doubts it any more.”"
    assert found.kind is StatementKind.DIRECT
    (small,) = read(text, candidate(text, "said", "Oakden", "Rain"), quote=0.3)
    assert small.contents[0].of(text) == "Rain"


def test_kinds_by_quotation_marks() -> None:
    text = 'Oakden said rain "always helps". Tamm said it falls.'
    found = read(
        text, candidate(text, "said", "Oakden", 'rain "always helps"'), candidate(text, "said it", "Tamm", "it falls")
    )
    assert [f.kind for f in found] == [StatementKind.MIXED, StatementKind.INDIRECT]


def test_the_conjunction_is_dropped_on_request() -> None:
    text = "Oakden says that rain helps."
    given = candidate(text, "says", "Oakden", "that rain helps.")
    assert read(text, given)[0].contents[0].of(text) == "that rain helps"
    assert read(text, given, polnear=False)[0].contents[0].of(text) == "rain helps"


def test_asides_are_dropped_on_request() -> None:
    text = "After the meeting, Oakden said: “Rain always helps the fields.” She was told to go home."
    said = candidate(text, "said", "Oakden", "After the meeting", "“Rain always helps the fields.”")
    told = candidate(text, "was told", None, "She", "to go home")

    def words(polnear: bool) -> list[list[str]]:
        return [[piece.of(text) for piece in found.contents] for found in read(text, said, told, polnear=polnear)]

    assert words(True) == [["After the meeting", "“Rain always helps the fields.”"], ["She", "to go home"]]
    assert words(False) == [["“Rain always helps the fields.”"], ["to go home"]]


def test_each_paragraph_of_a_content_is_a_piece() -> None:
    text = "Oakden said: “Rain helps.\n\n“It always did.”"
    (found,) = read(text, candidate(text, "said", "Oakden", "“Rain helps.\n\n“It always did.”"))
    assert [piece.of(text) for piece in found.contents] == ["“Rain helps", "“It always did.”"]


def test_wishes_and_acts_are_left_out_on_request() -> None:
    text = "Oakden wants rain. Tamm said it falls. Byrne was honored for it. According to Saar, it falls."
    given = [
        candidate(text, "wants", "Oakden", "rain"),
        candidate(text, "said", "Tamm", "it falls"),
        candidate(text, "was honored", "Byrne", "for it"),
        candidate(text, "According to", "Saar", "it falls."),
    ]
    given[3] = Candidate(given[3].cue, given[3].sources, (Span(len(text) - 9, len(text) - 1),), 0.9, 1.0)
    assert [f.cue.of(text) for f in read(text, *given, attitudes=False)] == ["said", "According to"]
    assert len(read(text, *given, attitudes=True)) == 4


def test_the_source_beside_the_cue_is_taken() -> None:
    text = "Tamm, whom Oakden met, said it falls."
    both = candidate(text, "said", "Tamm", "it falls")
    both = Candidate(both.cue, (Span(0, 4), Span(11, 17)), both.contents, 0.9, 1.0)
    source = read(text, both)[0].source
    assert source is not None
    assert source.of(text) == "Oakden"


def test_scores_are_read_by_what_they_meant_before() -> None:
    judged = [(0.2, False), (0.4, True), (0.6, False), (0.8, True), (1.0, True)]
    points = calibrated(judged)
    assert points == [(0.2, 0.0), (0.5, 0.5), (0.9, 1.0)]
    assert probability(0.1, points) == 0.0
    assert probability(0.5, points) == pytest.approx(0.5)
    assert probability(0.35, points) == pytest.approx(0.25)
    assert probability(1.0, points) == 1.0
    meant = [(probability(s, points), right) for s, right in judged]
    assert calibration_error(reliability(meant)) < calibration_error(reliability(judged))
