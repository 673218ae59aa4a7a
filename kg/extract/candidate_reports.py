"""What the network proposes, as reports: borders set, the act read from the cue's words, the sentence found."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

from kg.extract import outer_words
from kg.extract.adverbials import addressee_at
from kg.extract.answered import answered
from kg.extract.article_again import before_article
from kg.extract.assemble import Ground
from kg.extract.borders import by_lines, kind, nearest, quoted_parts, seen_from, set_borders, without_marks
from kg.extract.cue_words import best_reading
from kg.extract.cues import Verb
from kg.extract.hearings import hearer
from kg.extract.network.candidate import Candidate
from kg.extract.quoted_apart import only_introduced, sentences_apart, without_between
from kg.extract.quotes import Quote
from kg.extract.report import Report, quotes_only
from kg.extract.semicolons import before_semicolon
from kg.extract.somebody_else import somebody_else
from kg.extract.tokens import span_of
from kg.extract.went_silent import before_silence
from kg.model import Span, SpeechAct, StatementKind

RULE: Final = "network"
ECHO: Final = re.compile(
    r"(?:so|as much)(?:\s+(?:in|on|at|during|to|by|when|while|before|after|again|publicly|last|this|yesterday)\b|\Z)"
    r"|as\Z|(?:[Oo]r|[Aa]t least) so\Z"
)
"""What was said is told elsewhere: "said so in Minsk", "as Lee tells it"."""
WORDS_OF: Final = re.compile(r"(?:the words of|with) (?=\w)")
"""What somebody said, not who says it: "according to the words of Lee"."""
WHERE_ONE: Final = re.compile(r"(?:he|she|they|it) \w+ [^,;:“”\"]{2,60} in which (?=\w)", re.IGNORECASE)
"""A clause around the one in which somebody speaks: "He cited a letter in which a guard had warned …"."""
AS_CALLED: Final = re.compile(r", as [^,;:.]{1,60} (?:is|are|was|were) (?:\w+ )?(?:called|known|named|termed)\Z")
"""What a thing is called, said by nobody: "load-shedding, as the cuts are called, …"."""
ONE_OF: Final = re.compile(
    r"(one|another|two|three|some|several|many|most) of (?:the|his|her|their|its) [\w-]+", re.IGNORECASE
)
"""One of several, of which a source may be but the first word."""
CLAUSE: Final = 3
"""So many words may be a clause."""
QUOTE_SHARE: Final = 0.3
"""From this share of a quotation on a piece within it means the whole."""


def report_of(on: Ground, candidate: Candidate, attitude: bool = False) -> Report | None:
    """The report that a candidate proposes, of a statement or an attitude; None if its borders leave no words.

    The words of an attitude are marked as wide as the network was taught, those of a statement as readers mark them.
    """
    quotes = seen_from(on.text, candidate.cue, on.quotes)
    contents = set_borders(on.text, unquoted_first(on, candidate), candidate.cue, quotes, QUOTE_SHARE, asides=attitude)
    contents = without_between(on.text, candidate.cue, contents, quotes)
    contents = only_introduced(on.text, candidate.cue, contents, quotes)
    home = sentence_at(on, candidate.cue.start)
    source = nearest(of_one_line(on.text, candidate.sources, candidate.cue), candidate.cue)
    source = clause_of_headline(on.text, source) if source else None
    source = somebody_else(on.text, source, candidate.cue) if source else None
    contents = together(on, candidate.cue, source, contents)
    contents = tuple(piece for piece in contents if not (source and source.holds(piece))) or contents
    contents = ended(on, candidate.cue, contents, quotes) if contents else contents
    contents = contents if attitude else outer_words.within(on.text, candidate.cue, contents)
    how = kind(on.text, contents, quotes) if contents else StatementKind.INDIRECT
    if how is not StatementKind.DIRECT:
        contents = of_its_line(on.text, contents, candidate.cue, how)
    else:
        contents = answered(on.text, candidate.cue, without_marks(on.text, contents, quotes))
    if not contents or (how is StatementKind.INDIRECT and ECHO.match(contents[0].of(on.text))):
        return None
    if AS_CALLED.search(on.text, on.sentences[home].tokens[0].start, candidate.cue.end):
        return None
    quoted = tuple(part for piece in contents for part in quoted_parts(piece, quotes))
    form = best_reading(candidate.cue.of(on.text), contents[0].of(on.text))
    told = addressee(on, home, candidate.cue, contents[0], form.verb) if form else None
    if heard := hearer(on.sentences[home].tokens, candidate.cue, source):
        source, told = None, span_of(on.sentences[home].tokens, *heard)
    return Report(
        how,
        contents,
        quoted if how is StatementKind.MIXED else (),
        source,
        candidate.cue,
        form.verb.act if form else SpeechAct.ASSERTS,
        RULE,
        max(home, sentence_at(on, contents[-1].start)),
        attitude,
        told,
        home,
    )


def unquoted_first(on: Ground, candidate: Candidate) -> tuple[Span, ...]:
    """The contents without quotations in sentences behind words that are not quoted: those are said for themselves."""
    home = sentence_at(on, candidate.cue.start)
    parts = sentences_apart(on.text, candidate.contents, on.quotes)
    own = tuple(piece for piece in parts if sentence_at(on, piece.start) <= home)
    clause = sum(len(piece.of(on.text).split()) for piece in own) >= CLAUSE
    return own if clause and not any(quoted_parts(piece, on.quotes) for piece in own) else candidate.contents


def together(on: Ground, cue: Span, source: Span | None, contents: tuple[Span, ...]) -> tuple[Span, ...]:
    """The pieces without those behind a sentence of the article's own, which ends what the cue reports.

    A single word that such a sentence quotes is none of its words either.
    """
    home = sentence_at(on, cue.start)
    reached = max(home, sentence_at(on, source.end - 1)) if source else home
    kept = []
    for piece in contents:
        number = sentence_at(on, piece.start)
        word = len(piece.of(on.text).split()) == 1
        other = range(number, home) if number < home else range(home + 1, number + 1)
        between = other if word else range(reached + 1, number)
        if all(quotes_only(on.sentences[n].tokens) for n in between):
            kept.append(piece)
            reached = max(reached, number, home)
    return tuple(kept)


def ended(on: Ground, cue: Span, contents: tuple[Span, ...], quoted: list[Quote]) -> tuple[Span, ...]:
    """The pieces as far as they were said: before a semicolon, before what a source would not say, in one sentence."""
    contents = before_semicolon(on.text, contents, cue, quoted)
    contents = before_article(on.text, before_silence(on.text, contents, cue, quoted), cue, quoted)
    return only_home(on, cue, in_home(on, cue, contents, quoted), quoted)


def in_home(on: Ground, cue: Span, contents: tuple[Span, ...], quoted: list[Quote]) -> tuple[Span, ...]:
    """The pieces, those that reach into the sentence of the cue from the one before cut there, if nothing is quoted."""
    start = on.sentences[sentence_at(on, cue.start)].tokens[0].start
    crosses = (piece.start < start < piece.end and not quoted_parts(piece, quoted) for piece in contents)
    return tuple(Span(start, p.end) if c else p for p, c in zip(contents, crosses, strict=True))


def only_home(on: Ground, cue: Span, contents: tuple[Span, ...], quoted: list[Quote]) -> tuple[Span, ...]:
    """The pieces without those in sentences before that of the cue, if nothing is quoted and that has some too."""
    start = on.sentences[sentence_at(on, cue.start)].tokens[0].start
    own = tuple(piece for piece in contents if piece.end > start)
    return own if own and not any(quoted_parts(piece, quoted) for piece in contents) else contents


def of_its_line(text: str, contents: tuple[Span, ...], cue: Span, how: StatementKind) -> tuple[Span, ...]:
    """The pieces in the line of the cue, if one is: no headline or caption is a part of what is reported below it.

    Words without marks stand in another line only where a colon leads up to them.
    """
    line = Span(text.rfind("\n", 0, cue.start) + 1, (text.find("\n", cue.end) + 1 or len(text) + 1))
    own = tuple(piece for piece in contents if line.overlaps(piece))
    led = how is not StatementKind.INDIRECT or text[line.start : line.end].rstrip().endswith(":")
    return own or (contents if led else ())


def of_one_line(text: str, sources: tuple[Span, ...], cue: Span) -> tuple[Span, ...]:
    """The sources without "the words of", of each in several lines the part in the line nearest to the cue."""
    parts = (part for source in sources if (part := nearest(tuple(by_lines(text, source)), cue)))
    return tuple(whole(text, part) for part in parts)


def clause_of_headline(text: str, source: Span) -> Span:
    """A source in the headline without the clause before it: "an heir" of "Palace silent as an heir says"."""
    before, found, _ = source.of(text).rpartition(" as ")
    headline = "\n" not in text[: source.end].lstrip() and "\n" in text[source.end :].strip()
    return Span(source.start + len(before) + len(found), source.end) if found and headline else source


def whole(text: str, source: Span) -> Span:
    """A source without what stands before it that speaks not, and with those of whom it is one."""
    if clause := WHERE_ONE.match(text, source.start, source.end):
        return Span(clause.end(), source.end)
    if found := WORDS_OF.match(text, source.start):
        return Span(found.end(), source.end)
    several = ONE_OF.match(text, source.start)
    return Span(source.start, several.end()) if several and source.end == several.end(1) else source


def sentence_at(on: Ground, offset: int) -> int:
    """The number of the sentence that holds a character, or ends before it."""
    return max(0, bisect_right(on.sentences, offset, key=lambda sentence: sentence.tokens[0].start) - 1)


def addressee(on: Ground, home: int, cue: Span, content: Span, verb: Verb) -> Span | None:
    """Whom the words right behind the cue say it was told to, where its verb has such an object."""
    tokens = on.sentences[home].tokens
    at = next((i for i, token in enumerate(tokens) if token.start >= cue.end), len(tokens))
    limit = next((i for i in range(at, len(tokens)) if tokens[i].end > content.start), len(tokens))
    found = addressee_at(tokens, at, limit) if verb.addressee and content.start >= cue.end else None
    return span_of(tokens, *found) if found else None
