"""What speaks for and against a pronoun meaning an entity, as names of features whose weights are learned.

The weights stand in data/pronouns.tsv; train/pronouns.py learns them. Every feature begins with the kind of the
pronoun, since what binds "he" does not bind "it".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kg.extract.chains import Chain
from kg.extract.descriptions import COLLECTIVE
from kg.extract.genders import HE, WORDS
from kg.extract.layout import Layout
from kg.extract.lexicon import GROUPS, ORGANISATION_WORDS, ROLES
from kg.model import Span

NOUNS: Final = re.compile(r"[a-z]{3,}")
OWN_VOICE: Final = ("i", "we", "you")
BACK: Final = 240
"""Characters before a pronoun in which nouns compete with the names."""

THIRD: Final = ("he", "she", "it", "they")
"""The pronouns of the third person."""


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A personal pronoun: its kind ("he" for him and his too) and form (subject, object or owner)."""

    span: Span
    kind: str
    form: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entity that a pronoun may mean: its last mention before it, and the part it plays there.

    `rank` counts the candidates mentioned later; `between` the names of others between. `role` says how it is tied to
    the words that hold the pronoun: "says", "says-aside" (indirectly), "before" and "after" (whose turn that is),
    "asked" and "interviewee" (in a question and in an answer of an interview), or "" for none. `within` says in whose
    words the mention stands: "quoted", "told" (reported without quotation marks) or "" for the article's own;
    `named_source` that it stands in the source phrase of a statement, `first` that no name stands before it in its
    sentence.
    """

    chain: Chain
    mention: Span | None
    named: bool
    rank: int
    between: int
    role: str
    spoke: bool
    again: int
    within: str = ""
    named_source: bool = False
    first: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    """What is the same for all candidates of a pronoun; `speaks` if it is the source of a statement."""

    layout: Layout
    pronoun: Pronoun
    sentence: int
    paragraph: int
    after: str
    before: str
    opens: bool
    quoted: bool
    rivals: int
    fitting: int
    speaks: bool


def few(number: int, most: int) -> int:
    """A number, no higher than `most`."""
    return min(number, most)


def rivals(text: str, pronoun: Pronoun) -> int:
    """How many nouns shortly before a pronoun it may mean instead of a name; at most 3."""
    found = NOUNS.findall(text, max(0, pronoun.span.start - BACK), pronoun.span.start)
    if pronoun.kind in ("he", "she"):
        wanted = HE[pronoun.kind]
        return few(sum(w in ROLES and WORDS.get(w, wanted) == wanted for w in found), 3)
    if pronoun.kind == "they":
        return few(sum(w in GROUPS for w in found), 3)
    return few(sum(w in COLLECTIVE or w in ORGANISATION_WORDS for w in found), 3)


def of_none(here: Context) -> Iterator[str]:
    """The features of a pronoun that means none of the candidates."""
    kind = here.pronoun.kind
    yield f"{kind}|none"
    if kind in OWN_VOICE:
        yield f"{kind}|none|quoted:{here.quoted}"
        return
    yield f"{kind}|none|{here.pronoun.form}"
    yield f"{kind}|none|speaks:{here.speaks}"
    yield f"{kind}|none|after:{here.after}"
    yield f"{kind}|none|before:{here.before}"
    yield f"{kind}|none|rivals:{here.rivals}"
    yield f"{kind}|none|quoted:{here.quoted}"
    yield f"{kind}|none|fitting:{few(here.fitting, 4)}"


def of_candidate(here: Context, one: Candidate) -> Iterator[str]:
    """The features of a pronoun that means a candidate."""
    kind = "he" if here.pronoun.kind == "she" else here.pronoun.kind
    own = kind in OWN_VOICE
    for feature in of_voice(here, one) if own else (*of_chain(here, one), *of_mention(here, one)):
        yield f"{kind}|{feature}"


def of_voice(here: Context, one: Candidate) -> Iterator[str]:
    """What tells whom those who speak call I, we and you: how they are tied to the words, nothing else."""
    kind = one.chain.type.value if one.chain.type else "none"
    yield f"role:{one.role}"
    yield f"role:{one.role}:{here.quoted}"
    yield f"role:{one.role}:{kind}"
    yield f"again:{min(one.again, 2)}"


def of_chain(here: Context, one: Candidate) -> Iterator[str]:
    """What the entity itself tells."""
    chain = one.chain
    yield f"type:{chain.type.value if chain.type else 'none'}"
    if here.pronoun.kind in ("he", "she"):
        yield "gender:" + gender_fit(chain, here.pronoun.kind)
    count = chain.count_before(here.pronoun.span.start)
    yield f"count:{few(count, 3) if count < 4 else 4 if count < 8 else 8}"
    yield f"role:{one.role}:{here.quoted}"
    yield f"spoke:{one.spoke}:{here.speaks}"
    yield f"again:{one.again}"
    yield f"fitting:{few(here.fitting, 4)}"


def gender_fit(chain: Chain, kind: str) -> str:
    """Whether a person's gender fits "he" or "she"; "unknown" where neither name nor text tells."""
    if chain.gender is None:
        return "unknown"
    return "fits" if chain.gender == HE[kind] else "differs"


def of_mention(here: Context, one: Candidate) -> Iterator[str]:
    """What its last mention tells, and the way from there."""
    if one.mention is None:
        yield "later"
        return
    layout, span = here.layout, one.mention
    far = few(here.sentence - layout.sentence(span.start), 5)
    opens = layout.opens(span.start)
    yield f"far:{far}"
    yield f"paragraphs:{few(here.paragraph - layout.paragraph(span.start), 3)}"
    yield f"rank:{few(one.rank, 4)}"
    yield f"between:{few(one.between, 3)}"
    yield f"named:{one.named}"
    yield f"named:{one.named}:far:{few(far, 2)}"
    yield f"opens:{opens}:far:{few(far, 2)}"
    yield f"both:{opens and here.opens}:far:{few(far, 2)}"
    after = layout.after(span.end)
    yield f"after:{after}:far:{few(far, 1)}"
    yield f"before:{layout.before(span.start)}"
    yield f"within:{one.within}:{here.speaks}:{here.quoted}"
    yield f"first:{one.first}:far:{few(far, 2)}"
    yield f"source:{one.named_source}:{here.speaks}:far:{few(far, 2)}"
    if far == 0:
        yield f"{here.pronoun.form}:{after}"
        yield f"close:{few((here.pronoun.span.start - span.end) // 12, 5)}:{here.pronoun.form}"
        yield f"{here.before}:{here.pronoun.form}"
