"""The reports of an article, sentence by sentence and cue by cue.

How cue, source and words stand to each other is told apart in `before_cue`, `after_cue`, `subjects` and `according`;
each way has its rule name, which sets the confidence (data/confidence.tsv).
"""

from __future__ import annotations

from itertools import islice
from typing import Final

from kg.extract import before_cue, phrases, phrases_behind, polarity, quoted_as, subjects
from kg.extract.according import according, colon
from kg.extract.after_cue import right
from kg.extract.article_again import own_pieces
from kg.extract.closing_verbs import closed
from kg.extract.cues import Cue
from kg.extract.fixed import fixed
from kg.extract.following import follow
from kg.extract.lexicon import word_set
from kg.extract.pull_quotes import pull_quotes
from kg.extract.report import Found, Report, kind_of, quotes_only
from kg.extract.reporting_verbs import find
from kg.extract.sentences import Sentence
from kg.extract.tokens import Tokens, span_of
from kg.model import Span, StatementKind

MOST_CUES: Final = 20
"""Cues read in one sentence, so that the work on it stays bounded."""

PRONOUNS: Final = ("he", "she", "they", "it", "i", "we", "you")
DIFFERENT: Final = (("he", "she"), ("she", "he"), ("he", "they"), ("she", "they"), ("they", "he"), ("they", "she"))
GOING_ON: Final = word_set("is are was were been keeps kept")
"""Before a gerund these make a main verb of it: "is calling on"."""


def read(sentences: list[Sentence]) -> list[Report]:
    """The reports of a text's sentences, in order."""
    reports: list[Report] = []
    pulled = pull_quotes(sentences)
    for number, sentence in enumerate(sentences):
        if number in pulled:
            reports.append(pulled[number])
        elif quotes_only(sentence.tokens):
            follow(reports, sentences, number)
        else:
            reports += SentenceReader(sentence.tokens, number).reports()
    return reports


def alone(sentences: list[Sentence]) -> list[Report]:
    """The reports that each sentence makes by itself: as `read`, without quotations that go on with one before."""
    reports: list[Report] = []
    pulled = pull_quotes(sentences)
    for number, sentence in enumerate(sentences):
        if number in pulled:
            reports.append(pulled[number])
        elif not quotes_only(sentence.tokens):
            reports += SentenceReader(sentence.tokens, number).reports()
    return reports


class SentenceReader:
    """Finds the reports of one sentence, cue by cue."""

    def __init__(self, tokens: Tokens, number: int) -> None:
        self.tokens, self.number = tokens, number
        self.cues = list(islice(find(tokens), MOST_CUES))
        self.last_source: Span | None = None

    def reports(self) -> list[Report]:
        """The reports of the sentence, in the order of their words."""
        exact = list(quoted_as.reports(self.tokens, self.number))
        exact += [(each, each.cue) for each in fixed(self.tokens, self.number) if each.cue]
        found = [*according(self.tokens, self.number), *(report for report, _ in exact)]
        floor = 0
        for position, cue in enumerate(self.cues):
            if any(span.overlaps(span_of(self.tokens, cue.first, cue.last)) for _, span in exact):
                continue
            words = self.found(cue, floor, self.limit(position))
            if words:
                found.append(self.report(cue, words))
                # Who wishes something in what another says does not go on: "Lee said she backed it but asked …".
                if not (words.verb.attitude and self.last_source and self.is_word(words.source, PRONOUNS)):
                    self.last_source = words.source or self.last_source
                floor = floor if self.is_word(words.source, ("who", "which")) else self.taken(cue, words)
        if not found and (named := colon(self.tokens, self.number) or closed(self.tokens, self.number)):
            found.append(named)
        return sorted((r for r in found if not self.own_thought(r, found)), key=lambda r: r.pieces[0])

    def taken(self, cue: Cue, found: Found) -> int:
        """Where what a cue leaves to later ones begins: behind it, and behind the quotation that it introduces."""
        if found.rule != "said-quote":
            return cue.last
        end = found.pieces[-1].end
        return next((at for at, token in enumerate(self.tokens) if token.start >= end), cue.last)

    def report(self, cue: Cue, found: Found) -> Report:
        """What was found at a cue, as a report."""
        words = own_pieces(self.tokens, found.pieces, (cue.first, cue.last))
        kind, quoted = kind_of(self.tokens, words)
        span = span_of(self.tokens, cue.first, cue.last)
        to = span_of(self.tokens, *found.addressee) if found.addressee else None
        verb = found.verb
        return Report(kind, words, quoted, found.source, span, verb.act, found.rule, self.number, verb.attitude, to)

    def own_thought(self, report: Report, found: list[Report]) -> bool:
        """Whether a report is the article's own voice ("I think") or a speaker's on himself ("she said she felt")."""
        source = report.source
        if self.is_word(source, ("i", "we", "you")):
            return True
        if source is None or report.kind is StatementKind.DIRECT or not self.is_word(source, PRONOUNS):
            return False
        around = (other for other in found if other is not report and any(p.holds(source) for p in other.pieces))
        return any(not self.another(source, other.source) for other in around)

    def another(self, one: Span, other: Span | None) -> bool:
        """Whether two sources are pronouns for different people: "He had asked why, she said"."""
        return any(self.is_word(one, (a,)) and self.is_word(other, (b,)) for a, b in DIFFERENT)

    def is_word(self, span: Span | None, words: tuple[str, ...]) -> bool:
        """Whether a span is one of these words alone."""
        return span is not None and any(
            t.start == span.start and t.end == span.end and t.lower in words for t in self.tokens
        )

    def limit(self, position: int) -> int:
        """Where the words of a cue end at the latest: where a later cue of the same level begins."""
        here = self.cues[position]
        for cue in self.cues[position + 1 :]:
            end = self.ends_before(here, cue)
            if end is not None:
                return end
        return subjects.relative_end(self.tokens, here)

    def ends_before(self, here: Cue, cue: Cue) -> int | None:
        """Where the words of a cue end because a later one goes on beside it: ", adding …", "and added …"."""
        previous = self.tokens[cue.first - 1].lower
        if cue.tense == "ing" and previous == ",":
            return None if self.tokens[cue.at].lower in quoted_as.QUOTING else cue.first - 1
        if previous in ("and", "but") and cue.first - 2 > here.last and cue.takes("that") and cue.tense == here.tense:
            return cue.first - 1
        subject = phrases.before(self.tokens, cue.first, here.last)
        if subject is None or subject[0] <= here.last + 1:
            return None
        comma, word = self.tokens[subject[0] - 2].lower, self.tokens[subject[0] - 1].lower
        if word == "," and cue.last >= len(self.tokens) - 1:
            return subject[0] - 1
        return subject[0] - 2 if comma == "," and word in ("and", "but", "while") else None

    def found(self, cue: Cue, floor: int, limit: int) -> Found | None:
        """What a cue reports: to its left, to its right, or around it."""
        if cue.tense == "ing" and not any(t.lower in GOING_ON for t in self.tokens[cue.first : cue.at]):
            return None if cue.negated and not polarity.reported(self.tokens, cue) else self.gerund(cue, limit)
        if parted := self.parted(cue, floor):
            return parted
        if behind := subjects.inverted(self.tokens, cue):
            return before_cue.left(self.tokens, cue, cue.first, span_of(self.tokens, *behind), floor, behind[1])
        if cue.negated and not polarity.reported(self.tokens, cue):
            return None
        subject = subjects.before(self.tokens, cue.first, floor)
        source = span_of(self.tokens, *subject) if subject else self.shared(cue)
        start = subject[0] if subject else cue.first
        quote = before_cue.quote_before(self.tokens, start)
        if quote is not None and quote >= floor and cue.takes("quote") and not self.introduced(quote, cue):
            return before_cue.left(self.tokens, cue, start, source or self.last_source, floor, cue.last)
        if source is None or subject is None:
            return right(self.tokens, cue, source, limit) if source else None
        return (
            before_cue.interrupted(self.tokens, cue, subject, floor)
            or right(self.tokens, cue, source, limit)
            or before_cue.left_clause(self.tokens, cue, subject, floor)
            or before_cue.unmarked(self.tokens, cue)
        )

    def introduced(self, quote: int, cue: Cue) -> bool:
        """Whether a colon leads up to a quotation and "that" follows the cue behind it: those are two reports."""
        led = quote > 1 and self.tokens[quote - 1].lower == ":" and quote + 1 < cue.first
        return (
            led
            and self.tokens[quote + 1].text[:1].isupper()
            and cue.takes("that") is not None
            and any(token.lower == "that" for token in self.tokens[cue.last : cue.last + 6])
        )

    def parted(self, cue: Cue, floor: int) -> Found | None:
        """A clause with cue and source in its midst, the cue first: "The bridge, said Lee, was closed"."""
        if cue.tense == "plain" or not cue.first or self.tokens[cue.first - 1].lower != "," or not cue.takes("quote"):
            return None
        behind = phrases_behind.after(self.tokens, cue.last)
        if behind is None or behind[1] >= len(self.tokens) or self.tokens[behind[1]].lower != ",":
            return None
        if any(token.lower in ("and", "but") for token in self.tokens[behind[1] + 1 : behind[1] + 2]):
            return None
        if subjects.holds_verb(self.tokens[floor : cue.first]) or subjects.holds_verb(self.tokens[slice(*behind)]):
            return None
        return before_cue.interrupted(self.tokens, cue, behind, floor)

    def shared(self, cue: Cue) -> Span | None:
        """The source of the cue before, when this one goes on with it ("… and added")."""
        at = cue.first - (3 if phrases.how_often(self.tokens, cue.first) else 1)
        previous = self.tokens[at].lower if cue.first else ""
        linked = previous in ("and", "but", ",") or (previous == "yet" and at and self.tokens[at - 1].lower == "and")
        return (self.last_source or subjects.subject(self.tokens)) if linked else None

    def gerund(self, cue: Cue, limit: int) -> Found | None:
        """A gerund: ", adding that …" goes on with the speaker; "signs reading “…”" has its own source."""
        previous = self.tokens[cue.first - 1].lower if cue.first else ","
        if previous in (",", *before_cue.DASHES):
            source = self.last_source or subjects.subject(self.tokens)
        else:
            own = subjects.before(self.tokens, cue.first)
            source = subjects.carriers(self.tokens, cue) or (span_of(self.tokens, *own) if own else self.last_source)
        return right(self.tokens, cue, source, limit, "gerund") if source else None
