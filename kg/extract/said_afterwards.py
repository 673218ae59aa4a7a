"""Quotations of which is told behind them whose they were: "“…” Those were the words of Lee.", "“…” So said Lee.".

So too in the sentence of the quotation itself: "“…” was the verdict of Lee", "“…,” came the reply from the mayor".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kg.extract import phrases, phrases_behind, subjects
from kg.extract.before_colon import ACCOUNTS
from kg.extract.cues import is_reporting_form
from kg.extract.lexicon import word_set
from kg.extract.noun_cues import owner
from kg.extract.phrases import Range
from kg.extract.report import Report, quoted_words, quotes_only
from kg.extract.sentences import Sentence
from kg.extract.tokens import Tokens, span_of
from kg.model import SpeechAct, StatementKind

RULE: Final = "said-afterwards"
THEY: Final = word_set("those these such they that this it the so")
WERE: Final = word_set("were are was is came come")
WORDS: Final = ACCOUNTS | word_set(
    "words sentiments view opinion conclusion question remark comment plea judgment plan"
)
SPOKE: Final = word_set("speaking talking responding reacting commenting replying writing")
SHOUTS: Final = word_set("cry shout call whisper refrain retort response voice")
MARKS: Final = frozenset((",", "–", "—", "-"))
ENDS: Final = frozenset(",!?…")
LEAST: Final = 4
SOON: Final = 5
"""Tokens in which the noun stands that means the quotation: "Those were the defiant words"."""
MOST: Final = 6
"""Sentences of one quotation, so that the work on it stays bounded."""
Place = tuple[Range, Range]
"""Where the cue stands, and the source."""


def said_afterwards(sentences: list[Sentence]) -> list[Report]:
    """The reports of quotations without a cue that a sentence behind them makes."""
    behind = [report for number in range(1, len(sentences)) for report in told(sentences, number)]
    return behind + [report for number, each in enumerate(sentences) for report in at_once(each.tokens, number)]


def at_once(tokens: Tokens, number: int) -> Iterator[Report]:
    """The report of a quotation that a sentence begins with, and of which it tells nothing but whose it was."""
    start = 2 if len(tokens) > 2 and tokens[1].lower in MARKS else 1
    rest = tokens[:1] + tokens[start:]
    if len(rest) < LEAST or not tokens[0].quote or rest[1].lower not in WERE or not ends_with_mark(tokens):
        return
    found = came(rest) or were_words(rest) or as_put(rest)
    if found:
        who, cue = span_of(rest, *found[1]), span_of(rest, max(1, found[0][0]), found[0][1])
        words = (quoted_words(tokens[0]),)
        yield Report(StatementKind.DIRECT, words, (), who, cue, SpeechAct.ASSERTS, RULE, number)


def ends_with_mark(tokens: Tokens) -> bool:
    """Whether the quotation that opens a sentence is whole: a mark ends it, or stands behind it."""
    return tokens[0].text.rstrip()[-1:] in ENDS or tokens[1].lower in MARKS


def came(tokens: Tokens) -> Place | None:
    """ "“…,” came the reply from Lee"."""
    if tokens[1].lower not in ("came", "comes") or tokens[2].lower not in ("the", "a", "his", "her", "their"):
        return None
    noun = next((n for n in range(3, min(len(tokens) - 2, 6)) if tokens[n].lower in WORDS | SHOUTS), None)
    source = phrases_behind.after(tokens, noun + 2) if noun and tokens[noun + 1].lower == "from" else None
    return ((1, noun + 1), source) if noun and source else None


def told(sentences: list[Sentence], number: int) -> Iterator[Report]:
    """The report that a sentence makes of the quotations before it."""
    tokens = sentences[number].tokens
    if not quotes_only(sentences[number - 1].tokens) or len(tokens) < 3:
        return
    found = so_said(tokens) or were_words(tokens) or as_put(tokens) or with_words(tokens)
    first = begin(sentences, number)
    alone = first == 0 or not any(token.quote for token in sentences[first - 1].tokens)
    found = found or (was_speaking(tokens) if alone else None)
    if found is None:
        return
    cue, source = found
    pieces = tuple(quoted_words(t) for each in sentences[first:number] for t in each.tokens if t.quote)
    who, span = span_of(tokens, *source), span_of(tokens, *cue)
    yield Report(StatementKind.DIRECT, pieces, (), who, span, SpeechAct.ASSERTS, RULE, number, first_sentence=first)


def begin(sentences: list[Sentence], number: int) -> int:
    """The first sentence of the quotations before a sentence, in its paragraph or the one before."""
    first = number - 1
    least = max(0, number - MOST)
    while first > least and quotes_only(sentences[first - 1].tokens) and near(sentences, first):
        first -= 1
    return first


def near(sentences: list[Sentence], number: int) -> bool:
    """Whether a sentence stands in the paragraph of the one before it."""
    return sentences[number].paragraph == sentences[number - 1].paragraph


def so_said(tokens: Tokens) -> Place | None:
    """ "So said Lee", "Thus spoke the mayor"."""
    if tokens[0].lower not in ("so", "thus") or not (is_reporting_form(tokens[1].lower) or tokens[1].lower == "spoke"):
        return None
    source = phrases_behind.after(tokens, 2)
    return ((0, 2), source) if source else None


def were_words(tokens: Tokens) -> Place | None:
    """ "Those were the words of Lee", "That was Lee's verdict", "The words are Lee's"."""
    if tokens[0].lower not in THEY and not tokens[0].quote:
        return None
    noun = next((n for n in range(1, min(len(tokens) - 1, 1 + SOON + 2)) if tokens[n].lower in WORDS), None)
    if noun is None or not any(token.lower in WERE for token in tokens[1 : noun + 3]):
        return None
    if tokens[noun + 1].lower in ("of", "from") or tokens[noun + 1].lower in WERE:
        of = next((n for n in range(noun + 1, min(len(tokens) - 1, noun + 5)) if tokens[n].lower in ("of", "from")), 0)
        source = phrases_behind.after(tokens, of + 1) if of else genitive(tokens, noun + 2)
    else:
        source = owner(tokens, noun)
    return ((0, noun + 1), source) if source and may_be(tokens, source) else None


def genitive(tokens: Tokens, start: int) -> Range | None:
    """Whose the words are: "Lee" of "The words were Lee's."."""
    end = next((n for n in range(start, min(len(tokens), start + 6)) if tokens[n].lower in ("'s", "'")), None)
    return (start, end) if end and end > start else None


def may_be(tokens: Tokens, source: Range) -> bool:
    """Whether a source stands in front of no further noun of its own: not "the words of the song"."""
    return any(phrases.is_name(token) for token in tokens[slice(*source)]) or subjects.closed(tokens, source[1])


def as_put(tokens: Tokens) -> Place | None:
    """ "That is how Lee put it", "This is what the mayor told the court"."""
    if not (tokens[0].quote or tokens[0].lower in ("that", "this", "which")) or tokens[1].lower not in WERE:
        return None
    if tokens[2].lower not in ("how", "what"):
        return None
    verb = next((n for n in range(4, min(len(tokens), 12)) if tells(tokens, n)), None)
    source = subjects.before(tokens, verb, 3) if verb else None
    return ((verb, verb + 1), source) if verb and source and source[0] == 3 else None


def tells(tokens: Tokens, at: int) -> bool:
    """Whether a verb at a token tells of words: "said", "put it"."""
    put = tokens[at].lower in ("put", "puts", "saw", "sees") and tokens[at + 1 : at + 2]
    return is_reporting_form(tokens[at].lower) or (bool(put) and tokens[at + 1].lower == "it")


def with_words(tokens: Tokens) -> Place | None:
    """ "With those words, Lee resigned"."""
    if [token.lower for token in tokens[:1]] != ["with"] or tokens[1].lower not in ("those", "these"):
        return None
    noun = next((n for n in range(2, min(len(tokens) - 2, 5)) if tokens[n].lower in ("words", "remarks")), None)
    start = noun + 1 + (tokens[noun + 1].lower == ",") if noun else 0
    source = phrases_behind.after(tokens, start) if start else None
    return ((0, noun + 1), source) if noun and source and is_agent(tokens, source) else None


def is_agent(tokens: Tokens, source: Range) -> bool:
    """Whether a source is a name or a pronoun for a person, or described as somebody."""
    first = tokens[source[0]]
    return phrases.is_name(first) or first.lower in ("he", "she", "they", "the")


def was_speaking(tokens: Tokens) -> Place | None:
    """ "Lee was speaking at a rally"."""
    verb = next((n for n in range(2, min(len(tokens), 16)) if tokens[n].lower in SPOKE), None)
    if verb is None or tokens[verb - 1].lower not in ("was", "were"):
        return None
    source = subjects.before(tokens, verb - 1)
    return ((verb - 1, verb + 1), source) if source and source[0] == 0 else None
