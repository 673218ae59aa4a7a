"""What a colon leads up to where no verb reports: "Lee was blunt: the pier was lost", "gave another account: …".

So too how somebody remembers it or sets another right: "recalls it differently: …", "corrected him: …".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kg.extract import phrases, phrases_behind, subjects
from kg.extract.complements import has_verb
from kg.extract.lexicon import BE, DETERMINERS, GROUPS, ORGANISATION_WORDS, ROLES, is_adverb, word_set
from kg.extract.noun_cues import owner
from kg.extract.phrases import Range
from kg.extract.report import Report, kind_of, pieces
from kg.extract.reporting_verbs import group
from kg.extract.tokens import Tokens, span_of
from kg.extract.words_end import end_of
from kg.model import SpeechAct

RULE: Final = "before-colon"
GIVES: Final = word_set("gave gives given offered offers had has told tells sent")
ACCOUNTS: Final = word_set(
    "account version explanation answer reply response verdict advice message warning assessment description diagnosis"
    " summary reason theory forecast prediction promise"
)
"""What one gives by saying it."""
REMEMBERS: Final = word_set("remembers remembered recalls recalled saw sees put puts tells told explained explains")
HOW: Final = word_set("differently otherwise bluntly plainly simply thus")
RIGHTS: Final = word_set("corrected corrects contradicted contradicts")
WHOM: Final = word_set("him her them it")
FRANK: Final = word_set(
    "blunt clear adamant categorical unequivocal unambiguous candid frank emphatic cautious succinct laconic scathing"
)
"""How one is who speaks."""
SPEAKERS: Final = word_set(
    "he she they who inmate prisoner participant mother father wife husband son daughter brother sister friend"
)
"""Who may speak besides names, offices, groups and bodies."""
PLAIN: Final = word_set("clear simple plain short brief stark unmistakable curt direct terse straightforward the same")
"""How a message or an answer is."""
NEAR: Final = 14
LEAST: Final = 3
"""Tokens of what is said."""


def reports(tokens: Tokens, number: int) -> Iterator[Report]:
    """The report that a colon in a sentence makes with what stands before it."""
    if found := clear(tokens):
        yield from made_clear(tokens, number, *found)
        return
    colon = next((at for at, token in enumerate(tokens) if token.lower == ":"), 0)
    if colon < 3 or len(tokens) - colon <= LEAST or tokens[colon + 1].quote:
        return
    verb = telling(tokens, colon)
    first = group(tokens, verb)[0] if verb else 0
    source = subjects.before(tokens, first) if first else None
    end = end_of(tokens, colon + 1, len(tokens), "clause")
    if verb and source and may_speak(tokens, source) and end > colon + 1 and is_clause(tokens, colon + 1, end):
        words = pieces(tokens, colon + 1, end)
        kind, quoted = kind_of(tokens, words)
        who, cue = span_of(tokens, *source), span_of(tokens, first, colon)
        yield Report(kind, words, quoted, who, cue, SpeechAct.ASSERTS, RULE, number)


def made_clear(tokens: Tokens, number: int, source: Range, verb: int, colon: int) -> Iterator[Report]:
    """The report of what follows "Lee's message was clear:", if a clause or quotation does."""
    words = pieces(tokens, colon + 1, end_of(tokens, colon + 1, len(tokens), "clause"))
    if words and (tokens[colon + 1].quote or is_clause(tokens, colon + 1, len(tokens))):
        kind, quoted = kind_of(tokens, words)
        who, cue = span_of(tokens, *source), span_of(tokens, verb, colon)
        yield Report(kind, words, quoted, who, cue, SpeechAct.ASSERTS, RULE, number)


def clear(tokens: Tokens) -> tuple[Range, int, int] | None:
    """Who speaks in "Lee's message was clear: …" or "The answer came from Lee: …", the cue's beginning, the colon."""
    noun = next((n for n in range(1, min(len(tokens), NEAR)) if tokens[n].lower in ACCOUNTS), None)
    colon = next((n for n in range(2, len(tokens) - 1) if tokens[n].lower == ":"), 0)
    if noun is None or colon <= noun:
        return None
    if colon == noun + 1:
        source = owner(tokens, noun)
        return (source, noun, colon) if source and may_speak(tokens, source) else None
    if tokens[noun + 1].lower in ("came", "comes") and tokens[noun + 2].lower == "from":
        source = phrases_behind.after(tokens, noun + 3)
        return (source, noun, colon) if source and source[1] == colon and may_speak(tokens, source) else None
    return described(tokens, noun, colon)


def described(tokens: Tokens, noun: int, colon: int) -> tuple[Range, int, int] | None:
    """As `clear`, where it is told how a message was; any adjective before a quotation."""
    plain = tokens[colon - 1].lower in FRANK | PLAIN or tokens[colon + 1].quote
    verb = colon - 2 if tokens[colon - 2].lower in BE else colon - 3
    if not plain or tokens[verb].lower not in BE or verb <= noun:
        return None
    if verb == noun + 1:
        source = owner(tokens, noun)
    else:
        source = phrases_behind.after(tokens, noun + 2) if tokens[noun + 1].lower in ("from", "of") else None
    return (source, verb, colon) if source and (verb == noun + 1 or source[1] == verb) else None


def may_speak(tokens: Tokens, source: Range) -> bool:
    """Whether a source names or describes people or a body: not "the answer was clear: …"."""
    last = tokens[source[1] - 1]
    described = any(token.lower in ROLES | GROUPS | ORGANISATION_WORDS for token in tokens[slice(*source)])
    return described or phrases.is_name(last) or last.lower in SPEAKERS


def telling(tokens: Tokens, colon: int) -> int | None:
    """The verb that tells before a colon that somebody speaks: "gave" of "gave a different account:"."""
    last, before = tokens[colon - 1].lower, tokens[colon - 2].lower
    if last in WHOM:
        return colon - 2 if before in RIGHTS else None
    if last in HOW:
        verb = colon - 3
        return verb if verb > 0 and before in ("it", "this", "that") and tokens[verb].lower in REMEMBERS else None
    if last in FRANK:
        verb = colon - 3 if is_adverb(before) or before in ("more", "very", "quite") else colon - 2
        return verb if verb > 0 and tokens[verb].lower in BE else None
    return giving(tokens, colon) if last in ACCOUNTS else None


def giving(tokens: Tokens, colon: int) -> int | None:
    """The verb before "a different account:", nothing but the article and how it is between them."""
    for at in range(colon - 2, max(0, colon - 6), -1):
        if tokens[at].lower in GIVES:
            return at if tokens[at + 1].lower in DETERMINERS else None
        if not tokens[at].text.isalpha() or phrases.is_finite(tokens[at]):
            return None
    return None


def is_clause(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a clause stands between two tokens, with a subject before its verb."""
    part: Range = (start, end)
    return not phrases.is_finite(tokens[start]) and has_verb(tokens[slice(*part)])
