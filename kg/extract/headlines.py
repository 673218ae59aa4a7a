"""Headlines that say who says it before a colon: "Brandt: ‘We are done’", "Roof leaks. Vicar: we pray in the rain"."""

from __future__ import annotations

from typing import Final

from kg.extract.assemble import Ground
from kg.extract.borders import kind, quoted_parts, trim, without_marks
from kg.extract.candidate_reports import sentence_at
from kg.extract.lexicon import DETERMINERS, DOCUMENTS, GROUPS, PREPOSITIONS, ROLES, VERBS, word_set
from kg.extract.phrases import is_finite
from kg.extract.report import Report
from kg.extract.tokens import Token, words
from kg.model import EntityType, Span, SpeechAct, StatementKind

RULE: Final = "colon"
LONGEST: Final = 30
"""Words; a longer first line is no headline."""
LONGEST_SOURCE: Final = 7
"""Words before the colon."""
LEAST: Final = 3
"""Words behind it."""
APART: Final = frozenset((".", "..", "...", "…", ";", ",", "!", "?", "|", "–", "—", "-"))
"""What parts who says it from what else a headline tells: "The roof leaks; vicar: …"."""
LINKS: Final = word_set("and but")
SPEAKERS: Final = (EntityType.PERSON, EntityType.ORGANISATION)
ARTICLES: Final = word_set("analysis review list video page blog headline post recording")
"""Before a colon these tell what the article is, not who says it."""
NOUNS: Final = (
    DOCUMENTS | GROUPS | ROLES | word_set("camp campaign editorial newspaper warning watchdog monitor feds")
) - ARTICLES
"""What may speak without a name."""
BODIES: Final = word_set(
    "ministry court union army navy agency company operator federation congregation bureau authority department council"
)
"""What may, but is as often what the article is about: its words must be such as somebody said."""
OWN: Final = word_set("i i'm i'd i'll i've we we're we'd we'll we've my our")


def headline(on: Ground) -> list[Report]:
    """The report that the first line of a text makes, if it has a line below it; none if it makes none."""
    if len(on.paragraphs) < 2:
        return []
    text, line = on.text, on.paragraphs[0]
    tokens = words(text, line.start, line.end)
    at = next((n for n, token in enumerate(tokens) if token.text == ":"), None)
    if at is None or not at + LEAST < len(tokens) <= LONGEST:
        return []
    first = begin(tokens[:at])
    if not 0 < at - first <= LONGEST_SOURCE:
        return []
    cue = Span(tokens[at].start, tokens[at].end)
    told = trim(text, Span(cue.end, line.end))
    source = speaker(on, tokens[first:at])
    if source is None or told is None or not text[cue.end].isspace() or any(q.outer.holds(cue) for q in on.quotes):
        return []
    if tokens[first + source].lower not in NOUNS and not is_said(on, told, tokens[at + 1 :]):
        return []
    how = kind(text, (told,), on.quotes)
    pieces = without_marks(text, (told,), on.quotes) if how is StatementKind.DIRECT else (told,)
    quoted = tuple(quoted_parts(told, on.quotes)) if how is StatementKind.MIXED else ()
    who, home = Span(tokens[first].start, tokens[first + source].end), sentence_at(on, cue.start)
    last = max(home, sentence_at(on, pieces[-1].start))
    return [Report(how, pieces, quoted, who, cue, SpeechAct.ASSERTS, RULE, last, first_sentence=home)]


def begin(tokens: list[Token]) -> int:
    """Where what stands before the colon may name who speaks: behind what else the headline tells."""
    first = next((n + 1 for n in range(len(tokens) - 1, -1, -1) if tokens[n].text in APART), 0)
    return first + (first < len(tokens) and tokens[first].lower in LINKS)


def speaker(on: Ground, tokens: list[Token]) -> int | None:
    """The last token of the phrase that names who speaks, before "on", "at" or "to"; None if it names nobody."""
    past = next((n for n, token in enumerate(tokens) if token.lower in PREPOSITIONS), len(tokens))
    if not past or any(token.lower in VERBS for token in tokens[:past]):
        return None
    last = tokens[past - 1]
    if last.lower in NOUNS | BODIES:
        return past - 1
    named = Span(last.start, last.end)
    speaks = any(c.type in SPEAKERS and any(m.overlaps(named) for m in c.mentions) for c in on.chains)
    return past - 1 if speaks else None


def is_said(on: Ground, told: Span, tokens: list[Token]) -> bool:
    """Whether somebody said these words and the article is not about them: quoted, in the first person, a clause."""
    ended = tokens[0].lower not in DETERMINERS and any(t.lower.endswith(("ed", "n't")) for t in tokens)
    return bool(quoted_parts(told, on.quotes)) or ended or any(t.lower in OWN or is_finite(t) for t in tokens)
