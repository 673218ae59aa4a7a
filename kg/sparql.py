"""What is asked of a query's text before it runs: its size, its nesting, its form, and that it calls nobody.

The engine would fetch `SERVICE <…>` over HTTP and its parser dies of deep nesting, so both are refused here.
Its grammar knows no word boundaries (`trueSERVICEex:x {` is a federated call), and whether `<` opens an IRI or
compares depends on where it stands. The tokeniser below always reads an IRI where it can; where that might be wrong
and hide what follows (`FILTER(?o<'>') SERVICE …`), the raw text is searched as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final, Literal, cast, get_args

from kg.errors import QueryError
from kg.vocab import PREFIXES

Form = Literal["SELECT", "ASK", "CONSTRUCT", "DESCRIBE"]

MAX_NESTING: Final = 200
"""How deep brackets may stand in brackets; the engine's parser survives about ten times that."""

PROLOGUE: Final = ("PREFIX", "BASE", "VERSION")
UPDATES: Final = ("INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH")
VOLATILE: Final = {"NOW", "RAND", "UUID", "STRUUID", "BNODE"}

# Possessive quantifiers (*+) keep every alternative linear in the length of hostile text.
TOKEN: Final = re.compile(
    r"""
      (?P<space>[ \t\r\n]++ | \#[^\r\n]*+)
    | (?P<string>\"{3}(?:\"{0,2}(?:[^\"\\]|\\.))*+\"{3} | '{3}(?:'{0,2}(?:[^'\\]|\\.))*+'{3}
               | \"(?!\"\")(?:[^\"\\\r\n]|\\.)*+\"      | '(?!'')(?:[^'\\\r\n]|\\.)*+')
    | (?P<iri><[^\x00-\x20<>\"{}|^`]*+>)
    | (?P<variable>[?$]\w++)
    | (?P<name>(?P<label>[^\W\d][\w.-]*+)?:(?:[\w.:%-]|\\.)*+)
    | (?P<word>[^\W\d][\w.-]*+)
    | (?P<tag>@[a-zA-Z]++(?:-[a-zA-Z0-9]++)*+)
    | (?P<number>\d++(?:\.\d++)?(?:[eE][+-]?\d++)?)
    | (?P<open><<|[({\[])
    | (?P<close>>>|[)}\]])
    | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)

_GAP = r"(?:[ \t\r\n]++|\#[^\r\n]*+)*+"
RAW_SERVICE: Final = re.compile(
    rf"service{_GAP}(?:silent{_GAP})?(?:<[^>]*+>|[?$]\w++|[\w.-]*+:[\w.:%\\-]*+){_GAP}\{{", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Checked:
    """A query that may run: its form, and whether each run answers differently."""

    text: str
    form: Form
    volatile: bool


@dataclass(slots=True)
class _Reader:
    """What was seen so far while the tokens go by."""

    brackets: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    kind: str = "open"
    before: str = ""
    service_like: bool = False
    doubtful: bool = False

    def read(self, kind: str, token: str, label: str | None) -> None:
        if kind == "open":
            self._open(token)
        elif kind == "close":
            del self.brackets[-1:]
        elif kind == "word":
            self._word(token)
        elif kind == "iri":
            self._iri(token)
        elif token in ("'", '"'):
            raise QueryError("A quotation mark in the query is never closed.")
        # GRAPH service:x { … } is no call; anything else that puts a name before "{" might be one.
        self.service_like = kind == "name" and "service" in (label or "").casefold() and self.before != "GRAPH"
        self.kind, self.before = kind, token.upper()

    def _open(self, token: str) -> None:
        if token == "{" and self.service_like:
            raise _service_refused()
        self.brackets.append(token)
        if len(self.brackets) > MAX_NESTING:
            raise QueryError(f"The query's brackets are nested more than {MAX_NESTING} deep.")

    def _word(self, token: str) -> None:
        if "service" in token.casefold():
            raise _service_refused()
        self.words.append(token.upper())

    def _iri(self, token: str) -> None:
        compares = self.brackets[-1:] not in ([], ["{"]) and self.kind not in ("open", "other")
        self.doubtful |= compares and any(c in token for c in "'#()[]")


def check(text: str, *, max_length: int) -> Checked:
    """The query, if it may run; raises QueryError saying what is refused and why."""
    if len(text) > max_length:
        raise QueryError(f"The query has {len(text)} characters; at most {max_length} are read.")
    reader = _Reader()
    for kind, token, label in _tokens(text):
        reader.read(kind, token, label)
    if reader.doubtful and RAW_SERVICE.search(text):
        raise _service_refused()
    return Checked(
        text=text,
        form=_form(reader.words),
        volatile=not VOLATILE.isdisjoint(reader.words),
    )


def with_prefixes(text: str) -> str:
    """The query with the prefixes of `kg.vocab` declared that it uses and does not declare itself."""
    tokens = list(_tokens(text))
    named = {label for kind, _, label in tokens if kind == "name" and label}
    declared = {
        label for (_, before, _), (kind, _, label) in pairwise(tokens) if kind == "name" and before.upper() == "PREFIX"
    }
    missing = sorted(label for label in named - declared if label in PREFIXES)
    # On one line with the query's first, so that the lines of error messages stay right.
    return "".join(f"PREFIX {prefix}: <{PREFIXES[prefix]}> " for prefix in missing) + text


def _tokens(text: str) -> Iterator[tuple[str, str, str | None]]:
    """Kind, text and prefix label of every token but white space and comments."""
    for found in TOKEN.finditer(text):
        if found.lastgroup != "space":
            yield cast(str, found.lastgroup), found[0], found["label"]


def _form(words: list[str]) -> Form:
    """The form of the query: its first word after the prologue."""
    first = next((word for word in words if not word.startswith(PROLOGUE)), "")
    for form in get_args(Form):
        if first.startswith(form):
            return cast(Form, form)
    if first.startswith(UPDATES):
        raise QueryError(f"{first} is an update; only queries are answered.")
    raise QueryError("This is not a SPARQL query: it begins with none of SELECT, ASK, CONSTRUCT, DESCRIBE.")


def _service_refused() -> QueryError:
    return QueryError("SERVICE is refused: this address asks no other server.")
