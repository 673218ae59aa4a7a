"""Tags of tokens: what the model is taught and what its answers are read from.

Two sets. ROLE_TAGS are given to each token by itself, once for each role. ARGUMENT_TAGS are given to each token seen
from one cue: which tokens are this cue's source, which its content. Both say where a span begins; the second also
where it ends (B begin, I inside, E end, S single).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kg.model import Span

ROLES = ("source", "cue", "content")
OUTSIDE, BEGIN, INSIDE = 0, 1, 2
ROLE_TAGS = 3

ARGUMENTS = ("source", "content")
ARGUMENT_TAGS = (
    "O",
    "B-source",
    "I-source",
    "E-source",
    "S-source",
    "B-content",
    "I-content",
    "E-content",
    "S-content",
)

KINDS = ("person", "organisation", "place")
"""What names name; each has a begin tag, 1 + 2 × its place here, and an inside tag behind it. 0 is outside."""
NAME_TAGS = 1 + 2 * len(KINDS)
PRONOUN, DESCRIPTION = len(KINDS), len(KINDS) + 1
"""Kinds of mentions that refer to a name elsewhere."""

Offsets = Sequence[tuple[int, int]]


def token_range(offsets: Offsets, span: Span) -> tuple[int, int] | None:
    """The first and the last token, inclusive, that share a character with `span`; None if none does."""
    touched = [i for i, (start, end) in enumerate(offsets) if start < span.end and span.start < end]
    return (touched[0], touched[-1]) if touched else None


def role_tags(offsets: Offsets, spans: Iterable[Span]) -> list[int]:
    """One tag of OUTSIDE, BEGIN, INSIDE for each token; where spans overlap the earlier one keeps its tokens."""
    tags = [OUTSIDE] * len(offsets)
    for span in sorted(spans):
        found = token_range(offsets, span)
        if found and tags[found[0]] == OUTSIDE:
            tags[found[0]] = BEGIN
            for i in range(found[0] + 1, found[1] + 1):
                tags[i] = INSIDE
    return tags


def name_tags(offsets: Offsets, names: Iterable[tuple[Span, int]]) -> list[int]:
    """One tag of NAME_TAGS for each token; a name is a span and an index into KINDS. Nested ones are left out."""
    tags = [OUTSIDE] * len(offsets)
    for span, kind in sorted(names, key=lambda name: (name[0].start, -name[0].end)):
        found = token_range(offsets, span)
        if found and tags[found[0]] == OUTSIDE:
            tags[found[0]] = 1 + 2 * kind
            for i in range(found[0] + 1, found[1] + 1):
                tags[i] = 2 + 2 * kind
    return tags


def argument_tags(offsets: Offsets, sources: Iterable[Span], contents: Iterable[Span]) -> list[int]:
    """One index into ARGUMENT_TAGS for each token, for one cue; a source within a content wins."""
    tags = [0] * len(offsets)
    for base, spans in ((5, contents), (1, sources)):
        for span in spans:
            found = token_range(offsets, span)
            if found:
                write_span(tags, *found, base)
    return repaired(tags)


def write_span(tags: list[int], first: int, last: int, base: int) -> None:
    """Tag tokens first to last, inclusive, as one span of the role whose begin tag is `base`."""
    if first == last:
        tags[first] = base + 3
        return
    tags[first], tags[last] = base, base + 2
    for i in range(first + 1, last):
        tags[i] = base + 1


def repaired(tags: list[int]) -> list[int]:
    """The same tokens in the same roles, tagged anew so that a span cut by another is two whole ones."""
    fixed = [0] * len(tags)
    for first, last, role in runs(tags):
        write_span(fixed, first, last, 1 + 4 * role)
    return fixed


def runs(tags: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """(first, last, role) of each span among argument tags, last inclusive, role an index into ARGUMENTS."""
    first = None
    for i, tag in enumerate(tags):
        role, kind = role_and_kind(tag)
        if first is not None and (kind in "OBS" or role != first[1]):
            yield first[0], i - 1, first[1]
            first = None
        if kind != "O" and first is None:
            first = (i, role)
        if first is not None and kind in "ES":
            yield first[0], i, first[1]
            first = None
    if first is not None:
        yield first[0], len(tags) - 1, first[1]


def role_and_kind(tag: int) -> tuple[int, str]:
    """The role of an argument tag (index into ARGUMENTS, -1 outside) and its kind, one of "OBIES"."""
    return (-1, "O") if tag == 0 else ((tag - 1) // 4, "BIES"[(tag - 1) % 4])


def may_follow(before: int, after: int) -> bool:
    """Whether the argument tag `after` may stand right behind `before`: spans close before others open."""
    (role, kind), (next_role, next_kind) = role_and_kind(before), role_and_kind(after)
    if kind in "BI":
        return next_kind in "IE" and next_role == role
    return next_kind in "OBS"


def may_start(tag: int) -> bool:
    """Whether a sequence may begin with this argument tag."""
    return role_and_kind(tag)[1] in "OBS"


def may_end(tag: int) -> bool:
    """Whether a sequence may end with this argument tag."""
    return role_and_kind(tag)[1] in "OES"
