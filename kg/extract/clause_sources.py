"""Who says the clause before a cue: "…, she said", "…, the warden, a Scot, warns", "…, recalled the vicar, Ann Lee"."""

from __future__ import annotations

from typing import Final

from kg.extract import phrases, phrases_behind, subjects
from kg.extract.before_cue import according
from kg.extract.cues import Cue
from kg.extract.lexicon import DETERMINERS, DOCUMENTS, GROUPS, PREPOSITIONS, ROLES, word_set
from kg.extract.phrases import Range
from kg.extract.tokens import Tokens

PRONOUNS: Final = word_set("he she they i we")
RESEARCH: Final = word_set("study studies survey poll report research review analysis trial audit data figures inquiry")
TO: Final = word_set("tell assure inform remind")
"""Verbs with whom it is told right behind them, never who speaks."""


def source_of(tokens: Tokens, cue: Cue) -> Range | None:
    """The source right before a cue or behind it, if it is one that says the clause before."""
    source = ahead(tokens, cue) or behind(tokens, cue)
    return source if source and speaks(tokens, cue, source) else None


def speaks(tokens: Tokens, cue: Cue, source: Range) -> bool:
    """Whether a form that is a noun too has somebody as its subject: "the minutes note", not "for duller reasons"."""
    last = tokens[source[1] - 1]
    noun = cue.tense == "present" and cue.verbs[0].noun and cue.first + 1 == cue.last and source[1] == cue.first
    return not noun or phrases.is_name(last) or last.lower in PRONOUNS | ROLES | GROUPS | DOCUMENTS


def ahead(tokens: Tokens, cue: Cue) -> Range | None:
    """The source between a comma and the cue: "…, she said"."""
    found = subjects.before(tokens, cue.first)
    if found is None or not found[0] or tokens[found[0] - 1].lower != "," or according(tokens[: found[0]]):
        return None
    described = found[0] - 1
    while described and tokens[described - 1].lower != ",":
        described -= 1
    own = tokens[described : found[0] - 1]
    role = described and own and own[0].lower in DETERMINERS and not subjects.holds_verb(own)
    if tokens[cue.first - 1].lower != ",":
        return found
    # "Lee said her lawyer, Bo Finch, had warned her": between two commas it is only told who that is.
    aside = found[1] < cue.first and not any(token.lower == "," for token in tokens[slice(*found)])
    return (described, found[1]) if role else None if aside else found


def behind(tokens: Tokens, cue: Cue) -> Range | None:
    """The source behind a cue that a comma stands before: "…, retorted Lee"; a name, or people by what they are."""
    if cue.verbs[0].lemma in TO:
        return None
    if not cue.first or tokens[cue.first - 1].lower != "," or cue.first + 1 != cue.last - len(rest_of(cue)):
        return None
    found = phrases_behind.after(tokens, cue.last)
    if found is None or tokens[found[0]].lower in PREPOSITIONS:
        return None
    name = any(phrases.is_name(tokens[at]) and not phrases.is_time(tokens[at]) for at in named(tokens, found))
    aside = any(token.lower in phrases.RELATIVES for token in last_clause(tokens, cue.first - 1)[:1])
    people = not aside and any(token.lower in ROLES | GROUPS for token in tokens[slice(*found)])
    return found if name or people else None


def named(tokens: Tokens, phrase: Range) -> list[int]:
    """Where a phrase may name who speaks: at its head, and behind its last comma ("the vicar, Anna Brand")."""
    commas = [at for at in range(*phrase) if tokens[at].lower == ","]
    return [phrase[0], *(at + 1 for at in commas[-1:] if at + 1 < phrase[1])]


def last_clause(tokens: Tokens, end: int) -> Tokens:
    """The tokens between the last two commas before an end: "which was new" in "the map, which was new, says"."""
    begin = next((at + 1 for at in range(end - 1, -1, -1) if tokens[at].lower == ","), 0)
    return tokens[begin:end]


def rest_of(cue: Cue) -> list[str]:
    """The words of a cue behind its verb: "out" of "point out"."""
    return cue.verbs[0].lemma.split()[1:]


def research(tokens: Tokens, cue: Cue, source: Range) -> bool:
    """Whether a cue is what a study does: "…, a study finds"."""
    finds = any({"that", "clause"} <= verb.takes and not verb.attitude for verb in cue.verbs)
    return finds and source[1] == cue.first and tokens[source[1] - 1].lower in RESEARCH
