"""The trained extractor: from what a network sees to statements, whatever the text; and with the real network."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from test_combine import candidate

from kg.errors import ModelError
from kg.extract import EXTRACTORS, extract, long_texts, trained, weights
from kg.extract.jsonl import record
from kg.extract.long_texts import is_prose, see, stretches
from kg.extract.network.candidate import Candidate
from kg.extract.network.labels import ARGUMENT_TAGS, NAME_TAGS
from kg.extract.network.predict import Reading
from kg.extract.network.runtime import Read
from kg.extract.rules import CONFIDENCE
from kg.model import AnnotatedArticle, Article, Span, SpeechAct, Statement, StatementKind
from kg.parallel import evidence_of_all

HASH = "0123456789ab"
Reader = Callable[..., AnnotatedArticle]


def network(**description: Any) -> Any:
    """A network that is never asked: what its files say."""
    return SimpleNamespace(checked=SimpleNamespace(hash=HASH, description={"threshold": 0.3, **description}))


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> Reader:
    """Reads a text with a network that proposes just these candidates."""

    def reader(text: str, *proposed: Candidate, **description: Any) -> AnnotatedArticle:
        monkeypatch.setattr(trained, "loaded", lambda: network(**description))
        seen = long_texts.Seen([(Span(0, len(text)), Reading(list(proposed), []))] if text else [])
        monkeypatch.setattr(trained, "see", lambda *_: seen)
        return trained.annotate(Article(text))

    return reader


def texts(found: AnnotatedArticle) -> list[str]:
    return [statement.text(found.article.text) for statement in found.statements]


def speaker(found: AnnotatedArticle, statement: Statement) -> str | None:
    return found.entity(statement.speaker).name if statement.speaker else None


def test_what_the_network_finds_becomes_a_statement(reads: Reader) -> None:
    text = "Mayor Ilse Marand quibbled that the bridge is closed."
    found = reads(text, candidate(text, "quibbled", "Mayor Ilse Marand", "that the bridge is closed"))
    (only,) = found.statements
    assert found.extractor == f"network/1.0.0+{HASH}"
    assert texts(found) == ["the bridge is closed"]
    assert (only.kind, only.act, only.rule) == (StatementKind.INDIRECT, SpeechAct.ASSERTS, "network")
    assert (only.cue, only.source) == (Span(18, 26), Span(0, 17))
    assert speaker(found, only) == "Ilse Marand"
    assert only.confidence == pytest.approx(0.9**3, abs=0.005)
    assert not only.attitude


def test_a_wish_not_to_be_named_is_left_out(reads: Reader) -> None:
    text = "A docker asked not to be named because she feared for her job."
    wish = candidate(text, "asked", "A docker", "not to be named because she feared for her job")
    assert reads(text, wish).statements == ()


EVEN: Any = {"features": [], "weights": [], "bias": 0.0}
"""A confidence of one half for everything: enough for statements, not for what only a rule finds within them."""


@pytest.mark.parametrize(
    ("inner", "stands"),
    [
        ("the mayor told the paper that the bridge is closed", True),
        ("the mayor believes that the bridge is closed", False),
        ("the bridge is closed since the mayor claims it is old and nobody came to mend it for years", False),
        ("the mayor claims it is old; three other bridges nearby were closed in May and nobody knows why", False),
    ],
)
def test_a_report_that_another_one_only_passes_on_stands(reads: Reader, inner: str, stands: bool) -> None:
    text = f"The Harbour Agency reported that {inner}."
    found = reads(text, candidate(text, "reported", "The Harbour Agency", f"that {inner}"), confidence=EVEN)
    assert (len(found.statements) == 2) is stands
    if stands:
        outer, told = found.statements
        assert told.within == outer.id
        assert texts(found)[1] == "the bridge is closed"


def test_a_rule_too_rare_to_be_fitted_is_as_sure_as_by_itself(reads: Reader) -> None:
    found = reads("The rights group Harbour Watch counted more than 700 arrests nationwide.")
    assert [(s.rule, s.confidence) for s in found.statements] == [("said-figure", CONFIDENCE["said-figure"])]


def test_act_and_addressee_follow_from_the_cue(reads: Reader) -> None:
    text = "Ilse Marand told the Harbour Ministry to close the bridge."
    found = reads(text, candidate(text, "told", "Ilse Marand", "to close the bridge"))
    (only,) = found.statements
    assert only.act is SpeechAct.DEMANDS
    assert [found.entity(id).name for id in only.addressees] == ["Harbour Ministry"]


def test_attitudes_are_marked_and_as_wide_as_the_network_was_taught(reads: Reader) -> None:
    text = "Ilse Marand yearns that the bridge will open."
    found = reads(text, candidate(text, "yearns", "Ilse Marand", "that the bridge will open", sure=(0.9, 0.9, 0.1)))
    assert [(statement.attitude, statement.confidence) for statement in found.statements] == [(True, 0.81)]
    assert texts(found) == ["that the bridge will open"]
    assert record(found)["statements"] == []
    assert len(record(found, attitudes=True)["statements"]) == 1


def test_what_is_unsure_is_left_out(reads: Reader) -> None:
    text = "Ilse Marand quibbled that the bridge is closed."
    assert texts(reads(text, candidate(text, "quibbled", "Ilse Marand", "that", sure=(0.5, 0.5, 0.9)))) == []


def test_the_articles_own_voice_is_no_statement(reads: Reader) -> None:
    text = "I think the bridge is closed. I said it would fall."
    found = reads(
        text, candidate(text, "think", "I", "the bridge is closed"), candidate(text, "said", "I", "it would fall")
    )
    assert [statement.attitude for statement in found.statements] == [True, False]


def test_a_scale_decides_between_the_readings(reads: Reader) -> None:
    text = "According to Ilse Marand, the bridge is closed. Some quibbled that it is old."
    proposed = candidate(text, "quibbled", "Some", "it is old", sure=(0.9, 0.2, 0.9))
    scale = {"features": ["rules-alone", "network"], "weights": [2.0, -2.0], "bias": 0.0}
    assert texts(reads(text, proposed, confidence=scale)) == ["the bridge is closed"]
    scale["weights"] = [-2.0, 2.0]
    found = reads(text, proposed, confidence=scale)
    assert texts(found) == ["it is old"]
    assert found.statements[0].confidence == 0.88


def test_a_quotation_alone_goes_on_with_the_report_before(reads: Reader) -> None:
    text = "“It rains,” Ilse Marand mused. “It pours.” The bridge is old. “It will fall.”"
    found = reads(text, candidate(text, "mused", "Ilse Marand", "“It rains,”"))
    assert texts(found) == ["It rains […] It pours.", "It will fall."]
    assert [speaker(found, each) for each in found.statements] == ["Ilse Marand", "Ilse Marand"]
    assert [each.rule for each in found.statements] == ["network", "implied"]


def test_words_that_nobody_is_named_for_have_no_speaker_unless_they_are_quoted(reads: Reader) -> None:
    text = "Ilse Marand said it rains. It was quibbled that the bridge is closed. It was quibbled: “It will fall.”"
    passive = candidate(text, "was quibbled", None, "that the bridge is closed")
    quoted = candidate(text[70:], "was quibbled", None, "“It will fall.”")
    quoted = long_texts.moved(quoted, 70)
    found = reads(text, candidate(text, "said", "Ilse Marand", "it rains"), passive, quoted)
    assert [speaker(found, each) for each in found.statements] == ["Ilse Marand", None, "Ilse Marand"]


def test_a_report_within_a_report_is_linked(reads: Reader) -> None:
    text = "The Karvian Observer reported that Ilse Marand had vowed to close the bridge."
    found = reads(
        text,
        candidate(text, "reported", "The Karvian Observer", "Ilse Marand had vowed to close the bridge"),
        candidate(text, "had vowed", "Ilse Marand", "to close the bridge"),
    )
    outer, inner = found.statements
    assert (outer.within, inner.within) == (None, outer.id)


def test_of_the_parts_of_a_mixed_statement_the_quoted_ones_are_told(reads: Reader) -> None:
    text = "Ilse Marand quibbled that the bridge was “closed for good”."
    (only,) = reads(text, candidate(text, "quibbled", "Ilse Marand", "the bridge was “closed for good”")).statements
    assert only.kind is StatementKind.MIXED
    assert [part.of(text) for part in only.quoted] == ["closed for good"]


def test_a_text_without_words_has_no_statements(reads: Reader) -> None:
    for text in ("", "\n\n", "“” “” “”"):
        assert reads(text).statements == ()


# Any text, read by a network of no parameters: every third piece begins a cue, the piece behind it is what was said.


class Pieces:
    """A tokenizer: runs of letters, and every other character that is no white space."""

    def encode(self, text: str, add_special_tokens: bool) -> Any:
        offsets: list[tuple[int, int]] = []
        for at, character in enumerate(text):
            if character.isalnum() and offsets and offsets[-1][1] == at and text[at - 1].isalnum():
                offsets[-1] = (offsets[-1][0], at + 1)
            elif not character.isspace():
                offsets.append((at, at + 1))
        return SimpleNamespace(ids=[1] * len(offsets), offsets=offsets)


class Thirds:
    """A runtime that remembers how many tokens it was given at once."""

    transitions: Any = np.zeros((len(ARGUMENT_TAGS),) * 2, dtype=np.float32)
    apart: Any = np.zeros(8, dtype=np.float32)

    def __init__(self) -> None:
        self.most = 0

    def judge(self, seen: Any) -> Any:
        return np.full(len(seen), 0.9)

    def encode(self, ids: Any, features: Any) -> Read:
        windows, tokens = ids.shape
        self.most = max(self.most, ids.size)
        roles = np.full((windows, tokens, 3, 3), -4, dtype=np.float32)
        roles[:, :, :, 0] = 4
        roles[:, 1::3, 1, 1] = 9
        names = np.zeros((windows, tokens, NAME_TAGS), dtype=np.float32)
        four = np.zeros((windows, tokens, 4), dtype=np.float32)
        return Read(four, roles, names, four[:, :, :1])

    def arguments(self, tokens: Any, window: Any, first: Any, last: Any) -> Any:
        emissions = np.zeros((len(first), tokens.shape[1], len(ARGUMENT_TAGS)), dtype=np.float32)
        emissions[:, :, 0] = 5
        behind = np.minimum(last + 1, tokens.shape[1] - 1)
        emissions[np.arange(len(first)), behind, ARGUMENT_TAGS.index("S-content")] = 20
        return emissions


def seen_by_thirds(text: str) -> tuple[long_texts.Seen, int]:
    runtime = Thirds()
    fake: Any = SimpleNamespace(tokenizer=Pieces(), runtime=runtime)
    return see(text, fake), runtime.most


BAD = {
    "one line": "The mayor said it rained and " * 400,
    "no spaces": "said" * 2000,
    "no punctuation": "\n".join(["the mayor said it rained and went on"] * 300),
    "only marks": '"' * 5000,
    "marks and spaces": "“ ” " * 2000,
    "nothing": "",
    "white space": " \n\t\r\n" * 500,
    "control characters": "The mayor\x00 said\x1b it\u2028 rained.\ufeff\n" * 50,
    "other scripts": "市长说下雨了。" * 300 + "\n" + "قال العمدة إنها تمطر. " * 100,
}


@pytest.mark.parametrize("text", BAD.values(), ids=BAD)
def test_any_text_is_read_in_bounded_steps_and_its_spans_lie_within(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(long_texts, "STRETCH", 3000)
    seen, most = seen_by_thirds(text)
    assert most <= 8 * 256
    for found in seen.candidates:
        assert all(0 <= span.start < span.end <= len(text) for span in (found.cue, *found.contents))
    monkeypatch.setattr(trained, "loaded", network)
    monkeypatch.setattr(trained, "see", lambda *_: seen)
    article = trained.annotate(Article(text))
    assert json.dumps(record(article, attitudes=True))
    assert trained.annotate(Article(text)) == article


def test_a_long_text_is_read_in_stretches_with_the_offsets_of_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "\n".join(f"Ann said line {number} is short." for number in range(90))
    whole, _ = seen_by_thirds(text)
    monkeypatch.setattr(long_texts, "STRETCH", 500)
    parts, _ = seen_by_thirds(text)
    assert len(list(stretches(text, 500))) == 5
    tokens = {Span(*offsets) for offsets in Pieces().encode(text, False).offsets}
    assert {span for found in parts.candidates for span in (found.cue, *found.contents)} <= tokens
    assert [found.cue for found in parts.candidates if found.cue.start < 400] == [
        found.cue for found in whole.candidates if found.cue.start < 400
    ]


def test_stretches_hold_whole_lines_and_no_junk() -> None:
    text = "a b c\n" * 10 + "#" * 1200 + "\n" + "d e f\n" + "g " * 300
    found = [span.of(text) for span in stretches(text, 200)]
    assert found[0] == ("a b c\n" * 10)[:-1]
    assert "#" not in "".join(found)
    assert all(len(part) <= 200 for part in found)
    assert "".join("".join(found).split()) == "abc" * 10 + "def" + "g" * 300
    assert list(stretches("", 200)) == []
    assert [span.of("x" * 450) for span in stretches("x" * 450, 200)] == ["x" * 200, "x" * 200, "x" * 50]


def test_lines_without_letters_are_prose_only_if_short() -> None:
    assert is_prose("12 – 14 (…)")
    assert not is_prose("12 – 14 (…) " * 200)
    assert is_prose("The mayor said so. " * 200)


# With the trained network itself.


@pytest.fixture
def trained_network() -> None:
    try:
        weights.loaded()
    except ModelError as error:
        pytest.skip(f"no trained network here: {error}")


PROSE = (
    "Mayor Ilse Marand said on Monday that the bridge is closed. “We fought for it,” she added. “It failed.”\n\n"
    "The harbour's owners deny that it loses money, according to the Karvian Observer.\n"
)


@pytest.mark.usefixtures("trained_network")
def test_the_network_reads_plain_reports() -> None:
    found = extract(Article(PROSE), "network")
    assert "the bridge is closed" in texts(found)
    assert any(each.kind is StatementKind.DIRECT and speaker(found, each) == "Ilse Marand" for each in found.statements)


@pytest.mark.usefixtures("trained_network")
def test_processes_and_threads_change_nothing() -> None:
    articles = [Article(f"{PROSE}\nThat was on day {number}.\n", id=str(number)) for number in range(10)]

    def quads(processes: int) -> list[list[str]]:
        base = "http://localhost:8000/id/"
        read: Iterable[tuple[Article, Any]] = evidence_of_all(articles, "network", base, processes)
        return [sorted(str(quad) for quad in found) for _, found in read]

    assert quads(1) == quads(2)


def test_both_extractors_go_by_their_names() -> None:
    assert list(EXTRACTORS) == ["network", "rules"]
    assert Path(weights.FOLDER).name == "network"
