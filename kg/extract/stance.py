"""How an article stands to the words it reports: neutrally ("said"), apart ("claimed"), or with them ("admitted")."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import Final, NamedTuple

from kg.extract import lexicon
from kg.extract.cues import inflect
from kg.extract.lexicon import word_set
from kg.extract.tokens import Tokens
from kg.model import Polarity, Span, Stance

DOUBTING: Final = word_set(
    "allegedly purportedly supposedly reportedly ostensibly falsely wrongly wrongfully incorrectly erroneously"
    " mistakenly baselessly misleadingly untruthfully dishonestly implausibly"
)
AGREEING: Final = word_set("rightly correctly accurately truthfully justly")
EVIDENCE: Final = word_set("evidence proof basis substantiation details")
OFFERING: Final = word_set("offering providing giving citing presenting with offered provided gave cited presented")
UNTRUE: Final = word_set("false baseless unfounded unsubstantiated debunked discredited unproven groundless misleading")
CLAIMS: Final = word_set(
    "claim claims allegation allegations accusation accusations assertion assertions rumour rumours"
)
TAKEN: Final = ("responsibility", "credit", "victory")
"""Who claims one of these takes it: the article does not doubt it."""

NEAR: Final = 2
"""Tokens before a cue where an adverb colours it."""

FAR: Final = 12
"""Tokens behind a cue where "without giving evidence" colours it."""


class Reading(NamedTuple):
    """A verb that takes a stance: the words behind its first one, and whether the stance outlives a negation."""

    rest: tuple[str, ...]
    stance: Stance
    factive: bool


@cache
def readings() -> dict[str, tuple[Reading, ...]]:
    """Every form of every verb of data/stances.tsv by its first word; longer ones first."""
    table: dict[str, list[Reading]] = {}
    for line in lexicon.lines("stances.tsv"):
        lemma, stance, *options = line.split("\t")
        flags = dict(option.partition("=")[::2] for option in (options[0].split() if options else []))
        first, *rest = lemma.split()
        for form in inflect(first, "double" in flags, flags.get("irregular")):
            table.setdefault(form, []).append(Reading(tuple(rest), Stance(stance), "factive" in flags))
    return {word: tuple(sorted(found, key=lambda r: -len(r.rest))) for word, found in table.items()}


def stance(tokens: Tokens, cue: Span | None, reported: str, polarity: Polarity = Polarity.AFFIRMED) -> Stance:
    """The stance that a cue and the adverbs beside it show.

    `tokens` are those of its sentence outside the reported words, and `reported` are these.
    """
    if cue is None or reported.startswith(TAKEN):
        return Stance.ACKNOWLEDGES
    first = next((i for i, token in enumerate(tokens) if token.end > cue.start), len(tokens))
    last = next((i for i in range(first, len(tokens)) if tokens[i].start >= cue.end), len(tokens))
    near = {token.lower for token in tokens[max(0, first - NEAR) : last + 1]}
    if near & DOUBTING or unproven(tokens, last):
        return Stance.DISTANCES
    return Stance.ENDORSES if near & AGREEING else of_verb(tokens, first, last, polarity)


def unproven(tokens: Tokens, at: int) -> bool:
    """Whether "without giving evidence" or the like stands behind a cue."""
    if falsely_claimed(tokens, at) or (tokens and tokens[0].lower == "without" and holds_evidence(tokens[1:5])):
        return True
    near = tokens[at : at + FAR]
    no = next((i for i, token in enumerate(near) if i and token.lower == "no"), None)
    if no is not None and near[no - 1].lower in OFFERING and holds_evidence(near[no + 1 : no + 4]):
        return True
    without = next((i for i, token in enumerate(near) if token.lower == "without"), None)
    return without is not None and holds_evidence(near[without + 1 : without + 5])


def holds_evidence(tokens: Tokens) -> bool:
    """Whether a word for evidence is among tokens."""
    return any(token.lower in EVIDENCE for token in tokens)


def falsely_claimed(tokens: Tokens, at: int) -> bool:
    """Whether a cue takes a claim that the article calls false: "repeated the [false claim] that …"."""
    near = [token.lower for token in tokens[max(0, at - 4) : at + 5]]
    return any(a in UNTRUE and b in CLAIMS for a, b in pairwise(near))


def of_verb(tokens: Tokens, first: int, last: int, polarity: Polarity) -> Stance:
    """The stance of the verb among the tokens [first, last), or of its particle behind them."""
    for at in range(last - 1, first - 1, -1):
        for rest, found, factive in readings().get(tokens[at].lower, ()):
            if all(at + 1 + i < len(tokens) and tokens[at + 1 + i].lower == word for i, word in enumerate(rest)):
                if polarity is Polarity.NEGATED and not factive:
                    return Stance.ACKNOWLEDGES
                return found
    return Stance.ACKNOWLEDGES
