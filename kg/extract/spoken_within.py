"""Who says something within a quotation: "“My wife said, ‘It is the wind’”", "“He told us it was old,” she said".

What whoever is quoted thinks, wants or finds is told by the quotation itself; only words that somebody spoke or wrote
are a report of their own, be they those of whoever is quoted: "“I told the dog we would live,” he said".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Final

from kg.extract import heard_within, phrases, to_say
from kg.extract.cues import Cue
from kg.extract.lexicon import word_set
from kg.extract.quotes import Quote, pair
from kg.extract.report import Found, Report
from kg.extract.reports import SentenceReader
from kg.extract.sentences import Sentence, split
from kg.extract.tokens import Tokens
from kg.model import Span, StatementKind

RULE: Final = "spoken-within"
FRAMES: Final = ("said-quote", "said-that", "said-clause", "said-infinitive")
"""How words stand to their cue where somebody surely speaks."""
ASKING: Final = ("said-question", to_say.RULE)
"""How questions do that need no clause of their own to be recognised."""
SPEAKING: Final = word_set(
    "say tell ask write reply answer shout yell text warn promise insist admit whisper beg explain swear advise urge"
    " complain joke repeat mutter"
)
UNREAL: Final = word_set(
    "if unless whether when whenever would could should might may will must can what 'll 'd don't not"
)
"""Before a cue these make a case of it that nobody says took place."""
GENERAL: Final = word_set("you people nobody anybody everybody everyone who what which that one it")
"""Sources that are nobody in particular."""
SUBJECT: Final = ("i", "he", "she", "we", "they")
"""With these a clause begins, whatever its verb: "says I argue too much"."""
SOON: Final = 6
"""Tokens at the head of a clause among which its verb stands."""


def spoken_within(text: str, sentences: list[Sentence]) -> list[Report]:
    """The reports that stand in the quotations of a text, each with the number of the sentence that quotes it."""
    return [
        report
        for number, sentence in enumerate(sentences)
        for token in sentence.tokens
        if token.quote
        for report in within(text, token.quote, number)
    ]


def is_within(report: Report, sentences: list[Sentence]) -> bool:
    """Whether the cue of a report stands in a quotation, which somebody else says."""
    cue = report.cue
    return cue is not None and any(t.quote and t.quote.inner.holds(cue) for t in sentences[report.home].tokens)


def within(text: str, quote: Quote, number: int) -> Iterator[Report]:
    """The reports within one quotation."""
    for sentence in split(text, [quote.inner], pair(text, [quote.inner])):
        own = [r for r in Within(sentence.tokens, number).reports() if r.rule in (*FRAMES, *ASKING) and r.source]
        for report in (*own, *heard_within.reports(sentence.tokens, number)):
            if is_told(text, sentence.tokens, report):
                yield replace(report, rule=RULE)


def is_told(text: str, tokens: Tokens, report: Report) -> bool:
    """Whether somebody in particular is said to have spoken, and in a clause or in words of his own."""
    assert report.cue
    source = report.source.of(text).lower().split() if report.source else [""]
    now = source == ["i"] and report.cue.of(text).endswith("say")
    led = is_led(tokens, report.pieces[0])
    unreal = UNREAL - {"what"} if led else UNREAL
    if now or source[-1] in GENERAL or any(t.lower in unreal for t in tokens if t.start < report.cue.end):
        return False
    if report.rule in (*ASKING, heard_within.RULE):
        return report.rule == heard_within.RULE or tokens[-1].lower != "?"
    if tokens[-1].lower == "?" and not led and report.kind is not StatementKind.DIRECT:
        return False
    truth = report.addressee is not None and report.addressee.of(text).endswith("truth")
    return report.kind is StatementKind.DIRECT or (not truth and is_clause(tokens, report.pieces[0]))


def is_led(tokens: Tokens, words: Span) -> bool:
    """Whether a colon leads up to words: "mine asked me: is it true?", "what I told him: count them"."""
    return any(one.lower == ":" and other.start == words.start for one, other in pairwise(tokens))


def is_clause(tokens: Tokens, words: Span) -> bool:
    """Whether words that no marks set apart are a clause: a verb stands soon, or a colon or "to" before them."""
    at = next((n for n, token in enumerate(tokens) if token.start >= words.start), len(tokens))
    if at and (tokens[at - 1].lower == ":" or (tokens[at : at + 1] and tokens[at].lower in ("to", "not", *SUBJECT))):
        return True
    soon = tokens[at : at + SOON]
    verb = any(phrases.is_finite(token) or token.lower.endswith(("ed", "n't")) for token in soon)
    return verb and not any(token.lower == "," for token in soon[:2])


class Within(SentenceReader):
    """Finds the reports of one sentence in a quotation: what is spoken, also by whoever is quoted."""

    def found(self, cue: Cue, floor: int, limit: int) -> Found | None:
        """What a cue reports, if it tells that somebody speaks."""
        spoken = any(verb.lemma in SPEAKING for verb in cue.verbs) and not cue.negated
        return super().found(cue, floor, limit) if spoken else None

    def own_thought(self, report: Report, found: list[Report]) -> bool:
        """None is: whoever is quoted tells here what he said elsewhere."""
        return False
