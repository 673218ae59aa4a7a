"""Reports: who says what, sentence by sentence, before anyone is resolved.

A report holds spans only. `direct`, `indirect` and `according` attachments are told apart by how cue, source and words
stand; each has its rule name, which sets the confidence (data/confidence.tsv).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from kg.extract import phrases
from kg.extract.complements import addressee_at, complement, end_of, trim
from kg.extract.cues import Cue, find
from kg.extract.lexicon import DOCUMENTS, GROUPS, PREPOSITIONS, ROLES
from kg.extract.phrases import Range
from kg.extract.sentences import Sentence
from kg.extract.tokens import QUOTED, Token, Tokens, span_of
from kg.model import Span, SpeechAct, StatementKind

CLOSERS: Final = frozenset(
    (",", ".", "!", "?", ";", "—", "–", "-", "in", "on", "at", "to", "from", "with", "through", "by", *phrases.LATER)
)
"""What may follow the source behind an inverted cue."""


MOST_CUES: Final = 20
"""Cues read in one sentence, so that the work on it stays bounded."""


@dataclass(frozen=True, slots=True)
class Report:
    """What one sentence reports; without a source the last speaker goes on."""

    kind: StatementKind
    pieces: tuple[Span, ...]
    quoted: tuple[Span, ...]
    source: Span | None
    cue: Span | None
    act: SpeechAct
    rule: str
    sentence: int
    attitude: bool = False
    addressee: Span | None = None
    first_sentence: int | None = None

    @property
    def home(self) -> int:
        """The number of the sentence with the cue; `sentence` is that of the last words."""
        return self.sentence if self.first_sentence is None else self.first_sentence


def read(sentences: list[Sentence]) -> list[Report]:
    """The reports of a text's sentences, in order."""
    reports: list[Report] = []
    for number, sentence in enumerate(sentences):
        if quotes_only(sentence.tokens):
            follow(reports, sentences, number)
        else:
            reports += SentenceReader(sentence.tokens, number).reports()
    return reports


def quotes_only(tokens: Tokens) -> bool:
    """Whether a sentence is nothing but quotations."""
    return any(t.quote for t in tokens) and not any(t.text[0].isalnum() for t in tokens if not t.quote)


def follow(reports: list[Report], sentences: list[Sentence], number: int) -> None:
    """Puts a sentence of quotations to the report before it, or makes it a report of its own with an implied source."""
    tokens = sentences[number].tokens
    pieces = tuple(words(token) for token in tokens if token.quote)
    last = reports[-1] if reports else None
    if last and last.sentence == number - 1 and goes_on(last, sentences, number):
        reports[-1] = replace(last, pieces=last.pieces + pieces, sentence=number, first_sentence=last.home)
        return
    near = last is not None and sentences[number].paragraph - sentences[last.sentence].paragraph <= 1
    opened = sentences[number - 1].tokens[-1].lower == ":" if number else False
    if near or opened:
        reports.append(implied(pieces, number))


def goes_on(last: Report, sentences: list[Sentence], number: int) -> bool:
    """Whether the quotations of a sentence continue a report: nothing but its cue stands between."""
    before, here = sentences[number - 1], sentences[number]
    if last.kind is StatementKind.INDIRECT:
        return False
    ended = max(p.end for p in last.pieces)
    marks = [t for t in before.tokens if t.quote and t.quote.inner.start < ended <= t.quote.inner.end + 1]
    if not marks:
        return False
    opened = marks[0].quote is not None and marks[0].quote.open
    return opened or before.paragraph == here.paragraph or here.paragraph == before.paragraph + 1


def words(token: Token) -> Span:
    """The words of a quotation, without the comma before its closing mark."""
    assert token.quote
    inner = token.quote.inner
    kept = token.text.rstrip(", \t")
    return Span(inner.start, inner.start + len(kept)) if kept else inner


class SentenceReader:
    """Finds the reports of one sentence, cue by cue."""

    def __init__(self, tokens: Tokens, number: int) -> None:
        self.tokens, self.number = tokens, number
        self.cues = list(islice(find(tokens), MOST_CUES))
        self.found: list[Report] = []
        self.last_source: Span | None = None

    def reports(self) -> list[Report]:
        self.according()
        floor = 0
        for position, cue in enumerate(self.cues):
            report = self.report(cue, floor, self.limit(position))
            if report:
                self.found.append(report)
                self.last_source = report.source or self.last_source
                floor = cue.last if not self.in_relative(report) else floor
        if not self.found:
            self.colon()
        return sorted((r for r in self.found if not self.own_thought(r)), key=lambda r: r.pieces[0])

    def own_thought(self, report: Report) -> bool:
        """Whether a report only says what a speaker says of himself within his own words ("she said she felt …")."""
        source = report.source
        if (
            source is None
            or report.kind is StatementKind.DIRECT
            or not any(
                t.start == source.start
                and t.end == source.end
                and t.lower in ("he", "she", "they", "it", "i", "we", "you")
                for t in self.tokens
            )
        ):
            return False
        return any(other is not report and any(p.holds(source) for p in other.pieces) for other in self.found)

    def in_relative(self, report: Report) -> bool:
        """Whether a report stands in a relative clause ("Lee, who says …, told …"), so that the clause around it goes on."""
        return report.source is not None and any(
            t.start == report.source.start and t.lower in ("who", "which") for t in self.tokens
        )

    def limit(self, position: int) -> int:
        """Where the words of a cue end at the latest: where a later cue of the same level begins."""
        here = self.cues[position]
        for cue in self.cues[position + 1 :]:
            at = cue.first
            previous = self.tokens[at - 1].lower
            if cue.tense == "ing" and previous == ",":
                return at - 1
            if previous in ("and", "but") and at - 2 > here.last and cue.takes("quote") and cue.tense == here.tense:
                return at - 1
            subject = phrases.before(self.tokens, at, here.last)
            start = subject[0] if subject else 0
            if (
                start > here.last + 1
                and self.tokens[start - 1].lower in ("and", "but", "while")
                and self.tokens[start - 2].lower == ","
            ):
                return start - 2
        return len(self.tokens)

    def report(self, cue: Cue, floor: int, limit: int) -> Report | None:
        """What a cue reports: to its left, to its right, or around it."""
        if cue.tense == "ing" and not self.progressive(cue):
            return self.gerund(cue, limit)
        inverted = self.inverted(cue)
        if inverted:
            return self.left(cue, cue.first, inverted, floor, inverted[1])
        subject = phrases.before(self.tokens, cue.first, floor)
        if cue.negated:
            return None
        start = subject[0] if subject else cue.first
        if (quote := self.quote_before(start)) is not None and quote >= floor and cue.takes("quote"):
            return self.left(cue, start, subject, floor, cue.last)
        if subject is None:
            subject_span = self.shared(cue)
            if subject_span is None:
                return None
            return self.right(cue, subject_span, limit)
        source = span_of(self.tokens, *subject)
        return (
            self.interrupted(cue, subject, floor)
            or self.right(cue, source, limit)
            or self.left_clause(cue, subject, floor)
            or self.unmarked(cue)
        )

    def progressive(self, cue: Cue) -> bool:
        return any(
            self.tokens[i].lower in ("is", "are", "was", "were", "been", "keeps", "kept")
            for i in range(cue.first, cue.at)
        )

    def shared(self, cue: Cue) -> Span | None:
        """The source of the cue before, when this one goes on with it ("… and added")."""
        previous = self.tokens[cue.first - 1].lower if cue.first else ""
        return (self.last_source or self.subject()) if previous in ("and", "but", ",") else None

    def gerund(self, cue: Cue, limit: int) -> Report | None:
        """A gerund: ", adding that …" goes on with the speaker; "signs reading “…”" has its own source."""
        previous = self.tokens[cue.first - 1].lower if cue.first else ","
        if previous in (",", "—", "–", "-"):
            source = self.last_source or self.subject()
        else:
            own = phrases.before(self.tokens, cue.first)
            source = self.carriers(cue) or (span_of(self.tokens, *own) if own else self.last_source)
        return self.right(cue, source, limit, "gerund") if source else None

    def carriers(self, cue: Cue) -> Span | None:
        """Those who hold up the words: "protesters" of "protesters came with signs reading “…”"."""
        found = phrases.subject(self.tokens)
        if self.tokens[cue.first - 1].lower not in DOCUMENTS or not found or found[1] >= cue.first:
            return None
        people = any(self.tokens[i].lower in GROUPS | ROLES for i in range(*found))
        return span_of(self.tokens, *found) if people else None

    def subject(self) -> Span | None:
        """The subject of the sentence."""
        found = phrases.subject(self.tokens)
        return span_of(self.tokens, *found) if found else None

    def inverted(self, cue: Cue) -> Range | None:
        """The source behind the cue ("…”, said Ann Lee", "…, believes Ann Lee"), if it stands there."""
        if cue.tense == "plain" or not cue.takes("quote") or not cue.first:
            return None
        tokens, at = self.tokens, cue.first - 1
        comma = tokens[at].lower == ","
        quote = tokens[at].quote is not None or (comma and at > 0 and tokens[at - 1].quote is not None)
        if (
            not (quote or comma)
            or cue.last >= len(tokens)
            or tokens[cue.last].lower in ("that", QUOTED, ",", ":", "to")
        ):
            return None
        found = phrases.after(tokens, cue.last)
        if (
            found is None
            or not self.closed(found[1])
            or phrases.is_time(tokens[found[0]])
            or tokens[found[0]].lower in ("in", "on", "at", "of")
        ):
            return None
        clause = any(phrases.is_finite(t) or t.lower.endswith("ed") for t in tokens[max(0, at - 40) : at])
        return found if quote or clause else None

    def closed(self, end: int) -> bool:
        """Whether the clause ends with a phrase that ends before the token `end`, adverbials apart."""
        if end >= len(self.tokens):
            return True
        token = self.tokens[end]
        return token.lower in CLOSERS or token.quote is not None or phrases.is_time(token)

    def quote_before(self, at: int) -> int | None:
        """The quotation right before the token `at`, a comma between them or not."""
        for i in (at - 1, at - 2):
            if i >= 0 and self.tokens[i].quote:
                return i
            if i >= 0 and self.tokens[i].lower not in (",", "—", "–", "-"):
                return None
        return None

    def left(self, cue: Cue, at: int, source: Range | None, floor: int, past: int) -> Report | None:
        """Words before the cue (and its source): a quotation, with what stands before it, or a clause; perhaps interrupted."""
        end = trim(self.tokens, floor, at)
        start = self.clause_start(floor, end)
        if start >= end:
            return None
        pieces, rule = self.pieces(start, end), "said-after"
        rest = self.rest(max(past, cue.last))
        if rest is not None and all(self.tokens[i].quote for i in range(*rest)):
            pieces += self.pieces(*rest)
        verb = cue.takes("quote") or cue.verbs[0]
        span = span_of(self.tokens, *source) if source else self.last_source
        made = self.make(cue, verb.act, verb.attitude, pieces, span, rule)
        to = addressee_at(self.tokens, cue.last, len(self.tokens)) if verb.addressee and past == cue.last else None
        return replace(made, addressee=span_of(self.tokens, *to)) if made and to else made

    def left_clause(self, cue: Cue, subject: Range, floor: int) -> Report | None:
        """A clause before ", X said"; what follows after another comma is its second piece."""
        if not subject[0] or self.tokens[subject[0] - 1].lower != "," or not cue.takes("clause"):
            return None
        if not self.stands_last(cue.last) or subject[0] - 1 - floor < 3:
            return None
        return self.left(cue, subject[0] - 1, subject, floor, cue.last)

    def unmarked(self, cue: Cue) -> Report | None:
        """Somebody's own words whose marks a scrape lost: "I want to go home a resident told the newspaper"."""
        tokens = self.tokens
        if tokens[0].lower not in ("i", "we") or any(t.quote for t in tokens) or not cue.takes("quote"):
            return None
        start = next((i for i in range(cue.first - 1, 2, -1) if tokens[i].lower in ("a", "an", "another", "one")), None)
        if start is None or cue.first - start > 6 or tokens[cue.first - 1].lower not in ROLES:
            return None
        source = span_of(tokens, start, cue.first)
        kept = self.pieces(0, trim(tokens, 0, start))
        made = self.make(cue, cue.verbs[0].act, False, kept, source, "unmarked")
        to = addressee_at(tokens, cue.last, len(tokens)) if cue.verbs[0].addressee else None
        return replace(made, addressee=span_of(tokens, *to) if to else None) if made else None

    def stands_last(self, at: int) -> bool:
        """Whether nothing but adverbials or who is spoken to follows a cue."""
        if at >= len(self.tokens):
            return True
        token = self.tokens[at]
        return (
            token.lower in CLOSERS
            or phrases.is_name(token)
            or phrases.is_time(token)
            or token.lower in ("a", "the", "reporters", "me", "us")
        )

    def interrupted(self, cue: Cue, subject: Range, floor: int) -> Report | None:
        """A clause that the cue interrupts: "The bridge, Lee said, was closed"."""
        tokens, past = self.tokens, self.insertion_end(cue.last)
        if not subject[0] or tokens[subject[0] - 1].lower != "," or past is None or not cue.takes("clause"):
            return None
        end = trim(tokens, floor, subject[0] - 1)
        begin = self.clause_start(floor, end)
        if begin >= end or not self.resumes(begin, end, past):
            return None
        pieces = self.pieces(begin, end) + self.pieces(past, end_of(tokens, past, len(tokens), "clause"))
        return self.make(cue, cue.verbs[0].act, False, pieces, span_of(tokens, *subject), "interrupted")

    def insertion_end(self, at: int) -> int | None:
        """The token behind the comma that ends "X said", at `at` or behind a short adverbial."""
        adverbial = at < len(self.tokens) and self.tokens[at].lower in ("in", "on", "at", "from", "during", "after")
        for i in range(at, min(len(self.tokens) - 1, at + 8 if adverbial else at + 1)):
            if self.tokens[i].lower == ",":
                return i + 1
        return None

    def resumes(self, begin: int, end: int, past: int) -> bool:
        """Whether the words at `past` go on with the clause [begin, end), which is not complete without them."""
        tokens, first = self.tokens, self.tokens[begin].lower
        if first in PREPOSITIONS:
            return not tokens[past].lower.endswith("ing")
        complete = any(phrases.is_finite(t) or t.lower.endswith("ed") for t in tokens[begin:end])
        lower = tokens[past].text[:1].islower() and not tokens[past].lower.endswith("ing")
        return tokens[end - 1].quote is None and (not complete if tokens[past].quote else lower)

    def clause_start(self, floor: int, end: int) -> int:
        """Where the words before a cue begin: conjunctions and marks left out."""
        start = floor
        while (
            start < end
            and not self.tokens[start].quote
            and (
                self.tokens[start].lower in (",", "and", "but", ")", ":", "-", "–", "—", ".")
                or self.tokens[start].lower == "y"
            )
        ):
            start += 1
        return start

    def rest(self, at: int) -> Range | None:
        """The quotations behind the cue and its source: "…”, said Lee, “…”"."""
        for i in range(at, min(len(self.tokens), at + 25)):
            if self.tokens[i].quote and self.tokens[i - 1].lower in (",", ":", ".", "—", "–", "-"):
                return (i, i + 1)
        return None

    def right(self, cue: Cue, source: Span, limit: int, rule: str = "") -> Report | None:
        """Words behind the cue."""
        found = complement(self.tokens, cue, limit)
        if found is None or (found.verb.written and not self.written(source)):
            return None
        start, end = found.start, found.end
        if found.frame == "quote":
            end = self.quote_end(start, end)
        addressee = span_of(self.tokens, *found.addressee) if found.addressee else None
        pieces = self.pieces(start, end)
        made = self.make(cue, found.verb.act, found.verb.attitude, pieces, source, rule or "said-" + found.frame)
        return replace(made, addressee=addressee) if made else None

    def written(self, source: Span) -> bool:
        """Whether a source is a document or sign, or people with one."""
        return any(t.lower in DOCUMENTS for t in self.tokens if source.start <= t.start < source.end + 60)

    def quote_end(self, start: int, end: int) -> int:
        """Where words that begin with a quotation end: with it, or with the clause that it begins."""
        quote, at = self.tokens[start], start + 1
        while at + 1 < end and self.tokens[at].lower in (",", "and", "or", "y") and self.tokens[at + 1].quote:
            at += 2
        if at >= end or quote.text.rstrip()[-1:] in (",", ".", "!", "?", "…"):
            return at
        introduced = start and self.tokens[start - 1].lower in (",", ":")
        capital = quote.text[:1].isupper()
        return at if introduced or capital or self.tokens[at].lower in (",", "and", "in", "on", "as", "(") else end

    def pieces(self, start: int, end: int) -> tuple[Span, ...]:
        """The words at the tokens [start, end): a quotation without its marks where it stands alone."""
        tokens = self.tokens[start:end]
        if quotes_only(tuple(t for t in tokens if t.lower not in ("and", "or", "y"))):
            return tuple(words(token) for token in tokens if token.quote)
        return (span_of(self.tokens, start, end),) if start < end else ()

    def make(
        self, cue: Cue, act: SpeechAct, attitude: bool, pieces: tuple[Span, ...], source: Span | None, rule: str
    ) -> Report | None:
        if not pieces:
            return None
        span = span_of(self.tokens, cue.first, cue.last)
        kind, quoted = self.kind(pieces)
        return Report(kind, pieces, quoted, source, span, act, rule, self.number, attitude)

    def kind(self, pieces: tuple[Span, ...]) -> tuple[StatementKind, tuple[Span, ...]]:
        """Direct, indirect or mixed; and the quoted parts of a mixed one."""
        quotes = [t.quote for t in self.tokens if t.quote]
        if all(any(q.inner.holds(piece) for q in quotes) for piece in pieces):
            return StatementKind.DIRECT, ()
        inside = tuple(q.inner for q in quotes if any(piece.overlaps(q.inner) for piece in pieces))
        return (StatementKind.MIXED if inside else StatementKind.INDIRECT), inside

    def according(self) -> None:
        """ "According to X, …", "…, according to X", "…, according to X, …"."""
        tokens = self.tokens
        for at in range(len(tokens) - 2):
            if (
                tokens[at].lower != "according"
                or tokens[at + 1].lower != "to"
                or tokens[min(at + 2, len(tokens) - 1)].lower in phrases.RELATIVES
            ):
                continue
            source = (phrases.until_comma(tokens, at + 2) if at == 0 else None) or phrases.after(tokens, at + 2)
            if source is None:
                continue
            pieces = self.around(at, source[1])
            if pieces:
                kind, quoted = self.kind(pieces)
                cue, who = span_of(tokens, at, at + 2), span_of(tokens, *source)
                self.found.append(
                    Report(kind, pieces, quoted, who, cue, SpeechAct.ASSERTS, "according-to", self.number)
                )

    def around(self, at: int, past: int) -> tuple[Span, ...]:
        """The clause around "according to X", which stands at the tokens [at, past)."""
        end = trim(self.tokens, 0, at)
        start = self.clause_start(0, end)
        before = (
            self.pieces(start, end) if start < end and any(t.text[0].isalnum() for t in self.tokens[start:end]) else ()
        )
        begin = past + 1 if past < len(self.tokens) and self.tokens[past].lower == "," else past
        if before and end - start > 3:
            return before
        if begin >= len(self.tokens):
            return before
        after = self.pieces(begin, end_of(self.tokens, begin, len(self.tokens), "clause"))
        return before + after

    def colon(self) -> None:
        """ "Ann Lee: “…”": a name, a colon and a quotation; without a name, the last speaker goes on."""
        for at in range(1, len(self.tokens) - 1):
            if self.tokens[at].lower != ":" or not self.tokens[at + 1].quote:
                continue
            source = phrases.before(self.tokens, at)
            pieces = self.pieces(at + 1, at + 2)
            if len(self.tokens[at + 1].text.split()) < 4:
                return
            if source and phrases.is_name(self.tokens[source[1] - 1]):
                who, cue = span_of(self.tokens, *source), span_of(self.tokens, at, at + 1)
                self.found.append(
                    Report(StatementKind.DIRECT, pieces, (), who, cue, SpeechAct.ASSERTS, "colon", self.number)
                )
            else:
                self.found.append(implied(pieces, self.number))
            return


def implied(pieces: tuple[Span, ...], number: int) -> Report:
    """A quotation without cue and source: the last speaker goes on."""
    return Report(StatementKind.DIRECT, pieces, (), None, None, SpeechAct.ASSERTS, "implied", number)
