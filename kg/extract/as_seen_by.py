"""Clauses beside a phrase that tells who sees it so: "as Lee tells it, …", "for the miners, the answer is simple".

So too "to hear Lee tell it, …", "…, or so the council claims" and "…, if Lee is to be believed".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kg.extract import phrases, phrases_behind, subjects
from kg.extract.according import around
from kg.extract.genders import of_name
from kg.extract.lexicon import BE, DETERMINERS, GIVEN_NAMES, GROUPS, ROLES, TITLES, word_set
from kg.extract.phrases import Range
from kg.extract.report import Report, kind_of, pieces
from kg.extract.tokens import Tokens, span_of
from kg.extract.words_end import end_of
from kg.model import Span, SpeechAct, StatementKind

RULE: Final = "as-seen-by"
SEES: Final = word_set("sees saw tells told remembers remembered recalls recalled has had describes described explains")
CLAIMS: Final = word_set(
    "says said claims claimed insists insisted believes believed argues argued thinks hopes maintains boasts alleges"
)
BELIEVED: Final = word_set("believed trusted")
JUDGING: Final = word_set(
    "clear simple obvious wrong right mistake failure failed disaster proof priority unacceptable essential vital"
    " crucial too enough nothing everything unfair fair must should cannot matters answer worst best worse better"
    " absurd impossible inevitable useless ridiculous shameful terrible betrayal insult injustice unjust scandal"
    " outrage evident undeniable unforgivable lesson solution culprit blame sacred real"
)
"""In a clause these tell that somebody judges, where a mere fact would be the article's own."""
LONGEST: Final = 8
"""Tokens of who sees it so, and his verb."""
Place = tuple[Range, Range]
"""Where the phrase stands, and who it names."""


def reports(tokens: Tokens, number: int) -> Iterator[Report]:
    """The clause of a sentence beside such a phrase."""
    for at in range(len(tokens) - 2):
        if at and tokens[at - 1].lower not in (",", "–", "—", "-"):
            continue
        found = as_told(tokens, at) or to_hear(tokens, at) or believed(tokens, at) or or_so(tokens, at)
        found = found or concerned(tokens, at)
        words = around(tokens, *found[0]) if found else ()
        if found is None and at == 0 and (found := for_whom(tokens)):
            words = judged(tokens, found[0][1] + 1)
        if found and words:
            (first, past), source = found
            kind, quoted = kind_of(tokens, words)
            cue = (source[1], past) if source[1] < past else (first, source[0])
            who = span_of(tokens, *source)
            yield Report(kind, words, quoted, who, span_of(tokens, *cue), SpeechAct.ASSERTS, RULE, number)
            return


def as_told(tokens: Tokens, at: int) -> Place | None:
    """ "As Lee tells it", "the way the miners see it" at a token."""
    way = [token.lower for token in tokens[at : at + 2]] == ["the", "way"]
    if tokens[at].lower != "as" and not way:
        return None
    start = at + 1 + way
    verb = next((n for n in range(start + 1, min(len(tokens) - 1, start + LONGEST)) if tells(tokens, n)), None)
    source = subjects.before(tokens, verb, start) if verb else None
    whole = verb and source and source[0] == start and is_apart(tokens, at, verb + 2)
    return ((at, verb + 2), source) if verb and source and whole else None


def tells(tokens: Tokens, at: int) -> bool:
    """Whether "sees it", or behind many "see it", stands at a token."""
    word = tokens[at].lower
    return tokens[at + 1].lower == "it" and (word in SEES or f"{word}s" in SEES)


def to_hear(tokens: Tokens, at: int) -> Place | None:
    """ "To hear Lee tell it" at a token."""
    if [token.lower for token in tokens[at : at + 2]] != ["to", "hear"]:
        return None
    verb = next((n for n in range(at + 3, min(len(tokens) - 1, at + LONGEST)) if tokens[n].lower == "tell"), None)
    told = verb and tokens[verb + 1].lower == "it" and is_apart(tokens, at, verb + 2)
    return ((at, verb + 2), (at + 2, verb)) if verb and told else None


def believed(tokens: Tokens, at: int) -> Place | None:
    """ "If Lee is to be believed" at a token."""
    if tokens[at].lower != "if":
        return None
    last = next((n for n in range(at + 4, min(len(tokens), at + 4 + LONGEST)) if tokens[n].lower in BELIEVED), None)
    whole = last and [token.lower for token in tokens[last - 2 : last]] == ["to", "be"]
    source = subjects.before(tokens, last - 3, at + 1) if last and whole else None
    placed = last and source and source[0] == at + 1 and is_apart(tokens, at, last + 1)
    return ((at, last + 1), source) if last and source and placed else None


def concerned(tokens: Tokens, at: int) -> Place | None:
    """ "As far as Lee is concerned" at a token."""
    if [token.lower for token in tokens[at : at + 3]] not in (["as", "far", "as"], ["so", "far", "as"]):
        return None
    verb = next((n for n in range(at + 4, min(len(tokens) - 1, at + 4 + LONGEST)) if tokens[n].lower in BE), None)
    source = subjects.before(tokens, verb, at + 3) if verb and tokens[verb + 1].lower == "concerned" else None
    person = source and source[0] == at + 3 and is_person(tokens, source)
    return ((at, verb + 2), source) if verb and source and person and is_apart(tokens, at, verb + 2) else None


def or_so(tokens: Tokens, at: int) -> Place | None:
    """ "Or so the council claims" or "so Lee says" at a token, at the end of a sentence."""
    so = at + (tokens[at].lower in ("or", "at"))
    least = [token.lower for token in tokens[at : at + 2]] == ["at", "least"]
    if not at or so + 2 >= len(tokens) or tokens[so].lower != ("least" if least else "so"):
        return None
    so += least and tokens[so + 1].lower == "so"
    verb = next((n for n in range(so + 2, min(len(tokens), so + LONGEST)) if tokens[n].lower in CLAIMS), None)
    source = subjects.before(tokens, verb, so + 1) if verb else None
    ends = verb and verb + 1 < len(tokens) and tokens[verb + 1].lower in (".", "!", "?")
    return (
        ((at, verb + 1), source)
        if verb and source and source[0] == so + 1 and ends and (so > at or not least)
        else None
    )


def is_apart(tokens: Tokens, at: int, past: int) -> bool:
    """Whether the phrase at the tokens [at, past) opens its sentence before a comma, or stands between marks."""
    closed = past >= len(tokens) or tokens[past].lower in (",", ".", ":")
    return closed and (at > 0 or (past < len(tokens) and tokens[past].lower in (",", ":")))


def for_whom(tokens: Tokens) -> Place | None:
    """ "For Lee, " or "To many residents, " at the beginning of a sentence."""
    if tokens[0].lower not in ("for", "to"):
        return None
    source = phrases_behind.after(tokens, 1)
    if source is None or source[1] + 3 > len(tokens) or tokens[source[1]].lower != ",":
        return None
    return ((0, source[1]), source) if is_person(tokens, source) else None


def is_person(tokens: Tokens, source: Range) -> bool:
    """Whether a phrase begins with a person's name, or describes people."""
    first = tokens[source[0]]
    titled = first.text in GIVEN_NAMES or first.lower in TITLES | ROLES or of_name(first.text) is not None
    named = phrases.is_name(first) and titled
    head = next((n for n in range(*source) if tokens[n].lower == ","), source[1])
    described = any(token.lower in ROLES | GROUPS or token.lower.endswith("men") for token in tokens[source[0] : head])
    return named or (described and first.lower in DETERMINERS | {"many", "most", "some"})


def judged(tokens: Tokens, start: int) -> tuple[Span, ...]:
    """The clause that begins at a token, if it judges or quotes."""
    end = end_of(tokens, start, len(tokens), "clause")
    own = tokens[start:end]
    words = pieces(tokens, start, end)
    quotes = bool(words) and kind_of(tokens, words)[0] is StatementKind.MIXED
    judges = any(token.lower in JUDGING for token in own) and any(phrases.is_finite(token) for token in own)
    return words if quotes or judges else ()
