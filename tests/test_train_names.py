"""Names and what refers to them, from GUM's and CoNLL's files to the labels of tokens; and readers' verdicts."""

from pathlib import Path

import numpy as np
import pytest

from kg.extract.network.candidate import Candidate
from kg.extract.network.judge import sigmoid
from kg.extract.network.labels import ARGUMENT_TAGS, DESCRIPTION, KINDS, PRONOUN, name_tags
from kg.extract.network.predict import View, padded, seen_from
from kg.extract.network.tagged import tagged_names
from kg.extract.network.windows import Window
from kg.model import EntityType, Span
from train.agreed import compared, is_name
from train.data import UNKNOWN, Example, Mention
from train.edits import Edit, apply
from train.gum import example, held, read_gum
from train.judging import Seen, fit_judge, unseen
from train.marked_texts import marked_texts, unmarked
from train.readers import Judged, Marked, right, verdict
from train.silver import mentions

CONLLU = """# newdoc id = GUM_test_mill
# newpar
# sent_id = 1
1	Mayor	mayor	PROPN	NNP	_	2	compound	_	Entity=(1-person-new-cf1-2-coref
2	Fernhill	Fernhill	PROPN	NNP	_	3	nsubj	_	Entity=1)
3	leads	lead	VERB	VBZ	_	0	root	_	_
4	the	the	DET	DT	_	5	det	_	Entity=(2-organization-new-cf2-2-coref
5	University	University	PROPN	NNP	_	3	obj	_	_
6	of	of	ADP	IN	_	7	case	_	_
7	Oakham	Oakham	PROPN	NNP	_	5	nmod	_	Entity=(3-place-new-cf3-1-coref)2)|SpaceAfter=No
8	.	.	PUNCT	.	_	3	punct	_	_

# newpar
# sent_id = 2
1-2	She's	_	_	_	_	_	_	_	_
1	She	she	PRON	PRP	_	3	nsubj	_	Entity=(1-person-giv-cf1-1-ana)
2	's	be	AUX	VBZ	_	3	cop	_	_
3	proud	proud	ADJ	JJ	_	0	root	_	_
4	of	of	ADP	IN	_	6	case	_	_
5	the	the	DET	DT	_	6	det	_	Entity=(2-organization-giv-cf2-2-coref
6	school	school	NOUN	NN	_	3	obl	_	Entity=2)|SpaceAfter=No
7	.	.	PUNCT	.	_	3	punct	_	_
"""


def words(read: Example) -> list[tuple[str, int, str | None]]:
    assert read.mentions is not None
    return [(m.span.of(read.text), m.kind, m.entity) for m in read.mentions]


@pytest.fixture
def document(tmp_path: Path) -> Example:
    (tmp_path / "GUM_test_mill.conllu").write_text(CONLLU, encoding="utf-8")
    return example(tmp_path / "GUM_test_mill.conllu")


def test_a_document_is_printed_as_it_was(document: Example) -> None:
    assert document.text == "Mayor Fernhill leads the University of Oakham.\n\nShe's proud of the school.\n"
    assert document.attributions is None


def test_names_go_without_titles_and_what_refers_to_them_follows(document: Example) -> None:
    person, organisation = KINDS.index("person"), KINDS.index("organisation")
    found = words(document)
    assert ("Fernhill", person, "1") in found
    assert ("She", PRONOUN, "1") in found
    assert ("school", DESCRIPTION, "2") in found
    assert ("Oakham", KINDS.index("place"), "3") in found
    assert ("University of Oakham", organisation, "2") in found, "organisations' names are joined by of"


def test_what_is_measured_on_and_what_is_held_is_not_learned_from(tmp_path: Path) -> None:
    for name in ("GUM_test_mill", "GUM_test_bridge", held()[0]):
        (tmp_path / f"{name}.conllu").write_text(CONLLU, encoding="utf-8")
    (tmp_path / "MEASURE.txt").write_text("GUM_test_bridge\n", encoding="utf-8")
    assert [read.name for read in read_gum(tmp_path)] == ["GUM_test_mill"]


def test_without_the_list_of_what_is_measured_nothing_is_read(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_gum(tmp_path)


def test_chains_of_a_program_tell_what_pronouns_mean() -> None:
    text = "Ann Lee left. She said it rained. The group stayed."
    seen = {"entities": [[0, 7, "PERSON"]], "coref": [[[0, 7], [14, 17]], [[34, 43], [0, 3]]]}
    found = [(m.span.of(text), m.kind, m.entity) for m in mentions(text, seen)]
    assert found == [("Ann Lee", 0, "0"), ("She", PRONOUN, "0"), ("it", PRONOUN, None)]


def test_mentions_move_with_edits() -> None:
    read = Example("a", "Ann Lee left.", (), (Mention(Span(0, 7), 0, "0"), Mention(Span(8, 12), PRONOUN, None)))
    edited = apply(read, [Edit(0, 3, "Oluwaseun"), Edit(8, 12, "")])
    assert words(edited) == [("Oluwaseun Lee", 0, "0")]


def test_name_tags_say_where_a_name_begins() -> None:
    offsets = [(0, 3), (4, 7), (8, 12), (13, 17)]
    assert name_tags(offsets, [(Span(0, 7), 0), (Span(13, 17), 2)]) == [1, 2, 0, 5]


def test_of_nested_names_the_outer_one_is_tagged() -> None:
    offsets = [(0, 4), (5, 10), (11, 21)]
    assert name_tags(offsets, [(Span(0, 4), 2), (Span(0, 21), 1), (Span(5, 21), 1)]) == [3, 4, 4]


def test_tagged_names_are_whole_words() -> None:
    text, offsets = "Oksana Fernhill left Oak", [(0, 3), (3, 6), (7, 11), (11, 15), (16, 20), (21, 24)]
    chances = np.full((6, 7), 0.02)
    for token, tag, chance in ((0, 1, 0.9), (1, 0, 0.9), (2, 2, 0.7), (3, 2, 0.8), (4, 0, 0.9), (5, 6, 0.8)):
        chances[token, tag] = chance
    found = [(n.span.of(text), n.type, round(n.probability, 2)) for n in tagged_names(chances, offsets, text)]
    assert found == [("Oksana Fernhill", EntityType.PERSON, 0.82), ("Oak", EntityType.PLACE, 0.82)]


def test_a_word_behind_a_name_belongs_to_it_unless_it_surely_begins_another() -> None:
    text, offsets = "Public Ministry", [(0, 6), (7, 15)]
    for begins, found in ((0.6, ["Public Ministry"]), (0.95, ["Public", "Ministry"])):
        chances = np.array([[0, 0, 0, 1, 0, 0, 0], [0, 0, 0, begins, 1 - begins, 0, 0]], dtype=np.float64)
        assert [n.span.of(text) for n in tagged_names(chances, offsets, text)] == found


def test_a_word_is_read_with_its_other_places_in_the_text() -> None:
    text, offsets = "Oak spoke. Oak left. Elm left, elm", [(0, 3), (4, 9), (11, 14), (15, 19), (21, 24), (31, 34)]
    chances = np.full((6, 7), 0.0)
    for token, tags in enumerate(({1: 0.9}, {}, {1: 0.2, 3: 0.25}, {}, {1: 0.9}, {})):
        for tag, chance in tags.items():
            chances[token, tag] = chance
        chances[token, 0] = 1 - sum(tags.values())
    found = [(n.span.of(text), n.type, n.span.start) for n in tagged_names(chances, offsets, text)]
    assert found == [("Oak", EntityType.PERSON, 0), ("Oak", EntityType.PERSON, 11), ("Elm", EntityType.PERSON, 21)]


def test_a_judge_sees_the_cue_and_the_mean_of_its_content() -> None:
    vectors = np.arange(24, dtype=np.float32).reshape(6, 4)
    stated = np.arange(6, dtype=np.float32).reshape(6, 1)
    view = View(Window(0, 4, 0, 4), 1, 2, 0.9, vectors, stated, np.zeros((6, len(ARGUMENT_TAGS))))
    tags = np.zeros(9, dtype=np.int64)
    tags[3:5] = ARGUMENT_TAGS.index("B-content"), ARGUMENT_TAGS.index("E-content")
    found = seen_from(view, tags)
    assert found.tolist() == [1.5, *vectors[1:3].mean(0).tolist(), *vectors[3:5].mean(0).tolist()]
    assert seen_from(view, np.zeros(9, dtype=np.int64))[5:].tolist() == [0, 0, 0, 0]


def test_windows_of_any_length_are_tagged_together() -> None:
    given = [np.ones((4, len(ARGUMENT_TAGS))), np.full((6, len(ARGUMENT_TAGS)), 2.0)]
    whole = padded(given)
    assert whole.shape == (2, 6, len(ARGUMENT_TAGS))
    open_to_all = whole[:, :, 1] > -1e4
    assert open_to_all.tolist() == [[False, True, True, False, False, False], [False, True, True, True, True, False]]


def test_a_judge_learns_what_tells_statements() -> None:
    rng = np.random.default_rng(1)
    seen = rng.normal(size=(200, 5))
    verdicts = (seen[:, 2] > 0).astype(float)
    data = Seen(seen, verdicts, np.arange(200) // 10)
    chances = unseen(data, lambda x, y: fit_judge(x, y, 1.0))
    assert ((chances > 0.5) == verdicts).mean() > 0.9
    assert sigmoid(np.array([0.0]))[0] == 0.5


def test_verdicts_of_readers() -> None:
    judged = Judged(
        "a",
        "x" * 100,
        (Marked((Span(0, 20),), Span(20, 24), True), Marked((Span(40, 60),), None, None)),
    )
    assert verdict(judged, Candidate(Span(20, 24), (), (Span(0, 8),), 1, 1)) is True, "the same cue"
    assert right(judged, [Span(0, 8)], Span(20, 24)) is False, "too few of the words"
    assert right(judged, [Span(0, 18)], Span(20, 24)) is True
    assert right(judged, [Span(42, 60)], None) is None, "careful readers may differ"
    assert right(judged, [Span(12, 18)], Span(8, 11)) is None, "a report within a report"
    assert right(judged, [Span(70, 80)], Span(61, 65)) is False


def test_marked_texts_give_names_and_lose_their_marks() -> None:
    read = unmarked("x", "In [Oakham|L], Dr. [Ann Quarn|P]\u2019s [Lake Bank|O] failed.")
    assert read.text == "In Oakham, Dr. Ann Quarn\u2019s Lake Bank failed."
    found = [(mention.span.of(read.text), KINDS[mention.kind]) for mention in read.mentions or ()]
    assert found == [("Oakham", "place"), ("Ann Quarn", "person"), ("Lake Bank", "organisation")]
    assert read.attributions is None


@pytest.mark.parametrize("marked", ["[Oakham|X] lies", "[Oakham lies", "Oakham|L lies", "[[Oakham|L] Bank|O]"])
def test_a_mark_that_cannot_be_read_is_named(marked: str) -> None:
    with pytest.raises(ValueError, match=r"town: no mark of a name: '.*Oakham"):
        unmarked("town", marked)


def test_all_marked_texts_can_be_read() -> None:
    assert all(one.mentions for one in marked_texts())


def test_only_names_that_both_see_are_learned() -> None:
    person, place = KINDS.index("person"), KINDS.index("place")
    same, other, alone, pronoun = Span(0, 3), Span(5, 9), Span(11, 14), Span(20, 22)
    marked = (Mention(same, person, "a"), Mention(other, place, "b"), Mention(pronoun, PRONOUN, "a"))
    found = list(compared(marked, {same: person, other: person, alone: place}))
    assert found == [
        marked[0],
        Mention(other, UNKNOWN, None),
        marked[2],
        Mention(alone, UNKNOWN, None),
    ]
    assert [is_name(words) for words in ("Ann Quarn", "He", "the mayor")] == [True, False, False]
