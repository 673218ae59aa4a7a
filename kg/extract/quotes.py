"""Quotation marks of all sorts, paired paragraph by paragraph.

An odd mark is no quotation; a closing mark that a scrape lost is put back where the cue begins ("… in thisLee said").
Only the outermost quotations are kept: a quotation inside another belongs to its words.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Final

from kg.model import Span

LONGEST: Final = 5000
"""Characters; what is longer is an odd mark's doing, not a quotation."""

MOST: Final = 1000
"""Marks; a paragraph with more, and hardly anything else, holds no quotations."""

MARK: Final = re.compile(r"``|'''?|[“”„‟«»‹›\"‘’']")
PARAGRAPH: Final = re.compile(r"[^\r\n]+")
FAMILY: Final = {
    **dict.fromkeys("“”„‟", "curly"),
    **dict.fromkeys("«»‹›", "angle"),
    **dict.fromkeys(("``", "''", "'''", '"'), "straight"),
    **dict.fromkeys("‘’'", "single"),
}
SAID: Final = "said|says|added|adds|told|wrote|writes|asked|warned|announced|declared|explained|noted|stated|according"
NAMED: Final = r"[A-Z][\w-]{1,30} (?:[A-Z][\w-]{1,30} )?"
LOST: Final = re.compile(
    rf"(?<=[^\W\dA-Z_])(?={NAMED}(?:{SAID})\b)|(?<=[^\W\d_]{{2}})(?=(?:{SAID})\b)|,(?= (?:{SAID})\b)"
)
"""Where a quotation without closing mark ends: at a name or cue glued to its last word, or a comma before a cue."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation: `outer` with its marks, `inner` without. `open` if it goes on in the next paragraph."""

    outer: Span
    inner: Span
    open: bool = False


def paragraphs(text: str) -> list[Span]:
    """The lines that hold more than white space."""
    return [Span(*found.span()) for found in PARAGRAPH.finditer(text) if not found[0].isspace()]


def pair(text: str, where: list[Span]) -> list[Quote]:
    """The outermost quotations of the paragraphs `where`, in text order."""
    found: list[Quote] = []
    carried = None
    for number, paragraph in enumerate(where):
        following = where[number + 1] if number + 1 < len(where) else None
        reader = _Paragraph(text, paragraph, following)
        found += reader.quotes(carried)
        carried = reader.carried
    return found


class _Paragraph:
    """Pairs the marks of one paragraph with a stack of those open."""

    def __init__(self, text: str, span: Span, following: Span | None) -> None:
        self.text, self.span, self.following = text, span, following
        self.open: list[tuple[str, int, int]] = []
        self.found: list[Quote] = []
        self.carried: str | None = None

    def quotes(self, carried: str | None = None) -> list[Quote]:
        """The paragraph's quotations; `carried` is the family of one that the paragraph before left open."""
        marks = [(m[0], *m.span()) for m in MARK.finditer(self.text, self.span.start, self.span.end)]
        self.single_ends = [
            start for mark, start, end in marks if FAMILY[mark] == "single" and self.closes_single(start, end)
        ]
        if len(marks) > MOST and len(marks) * 4 > self.span.end - self.span.start:
            return []
        if carried and self.closes_first(carried, marks):
            self.open.append((carried, self.span.start, self.span.start))
        for mark, start, end in marks:
            self.take(mark, start, end)
        if self.open:
            self.close_at_end(*self.open[0])
        return outermost(self.found)

    def closes_first(self, family: str, marks: list[tuple[str, int, int]]) -> bool:
        """Whether the first mark of a family closes: a quotation that was left open ends here."""
        first = next(((start, end) for mark, start, end in marks if FAMILY[mark] == family), None)
        return first is not None and not self.before(first[0]).isspace() and not self.after(first[1]).isalnum()

    def take(self, mark: str, start: int, end: int) -> None:
        if self.open and start - self.open[0][1] > LONGEST:
            self.open.clear()
        family = FAMILY[mark]
        depth = self.depth(family)
        if depth is None and (mark == "”" or (family == "straight" and self.closes_other(start, end))):
            depth = self.depth("straight" if mark == "”" else "curly")
        if family == "single":
            self.take_single(mark, start, end, depth)
        elif depth is None:
            if self.may_open(mark, start, end):
                self.open.append((family, start, end))
        elif self.must_open(mark, start, end):
            self.lose(depth, start)
            self.open.append((family, start, end))
        else:
            self.close(depth, start, end)

    def depth(self, family: str) -> int | None:
        """Where in the stack the last open quotation of a family stands."""
        return next((d for d in range(len(self.open) - 1, -1, -1) if self.open[d][0] == family), None)

    def closes_other(self, start: int, end: int) -> bool:
        """Whether a straight mark stands as one that closes, so that it may end a quotation opened by a curly one."""
        return not self.before(start).isspace() and not self.after(end).isalnum()

    def take_single(self, mark: str, start: int, end: int, depth: int | None) -> None:
        if depth is not None and self.closes_single(start, end):
            self.close(depth, start, end)
        elif depth is None and mark != "’" and self.opens_single(start, end):
            self.open.append(("single", start, end))

    def opens_single(self, start: int, end: int) -> bool:
        ends_later = bisect_right(self.single_ends, end) < len(self.single_ends)
        return ends_later and not self.before(start).isalnum() and self.after(end).isalpha()

    def closes_single(self, start: int, end: int) -> bool:
        return not self.before(start).isspace() and not self.after(end).isalnum()

    def may_open(self, mark: str, start: int, end: int) -> bool:
        """Whether a mark opens where none of its family is open."""
        if mark in ("“", "„", "«", "‹", "‟", "``"):
            return True
        if mark in ("”", "»", "›"):
            return not self.before(start).isalnum() and self.after(end).isalnum()
        glued = self.before(start).isalnum() or self.before(start) in ".!?"
        return (
            end < self.span.end and not (glued and not self.after(end).isalnum()) and not self.before(start).isdigit()
        )

    def must_open(self, mark: str, start: int, end: int) -> bool:
        """Whether a mark opens although one of its family is open, whose closing mark must have been lost."""
        opening_side = (self.before(start).isspace() or self.before(start) in "([") and not self.after(end).isspace()
        if mark == "“":
            return opening_side and self.text[self.open[-1][1]] != "„"
        return mark in ('"', "«", "``") and opening_side

    def before(self, start: int) -> str:
        return self.text[start - 1] if start > self.span.start else " "

    def after(self, end: int) -> str:
        return self.text[end] if end < self.span.end else " "

    def close(self, depth: int, start: int, end: int) -> None:
        _, opened, inner = self.open[depth]
        del self.open[depth:]
        self.add(opened, inner, start, end)

    def lose(self, depth: int, before: int) -> None:
        """Closes the quotation open at `depth` where its closing mark seems lost, if that shows before `before`."""
        _, opened, inner = self.open[depth]
        del self.open[depth:]
        if lost := LOST.search(self.text, inner, min(before, inner + LONGEST)):
            self.add(opened, inner, lost.start(), lost.start())

    def close_at_end(self, family: str, opened: int, inner: int) -> None:
        """Closes what is open at the paragraph's end: if it goes on in the next one, or where its mark seems lost."""
        if family == "single" or self.span.end - inner > LONGEST:
            return
        mark, following = self.text[opened:inner], self.following
        goes_on = following is not None and self.text.startswith(mark, following.start)
        lost = LOST.search(self.text, inner, self.span.end)
        if goes_on and not lost:
            self.add(opened, inner, self.span.end, self.span.end, open=True)
        elif lost:
            self.add(opened, inner, lost.start(), lost.start())
        elif self.text[self.span.start : opened].rstrip()[-1:] in (":", ","):
            self.add(opened, inner, self.span.end, self.span.end, open=True)
            self.carried = family

    def add(self, opened: int, inner: int, start: int, end: int, open: bool = False) -> None:
        words = self.text[inner:start]
        if any(c.isalnum() for c in words):
            left = inner + len(words) - len(words.lstrip())
            self.found.append(Quote(Span(opened, end), Span(left, inner + len(words.rstrip())), open))


def outermost(quotes: list[Quote]) -> list[Quote]:
    """Those that lie in no other, in text order."""
    kept: list[Quote] = []
    for quote in sorted(quotes, key=lambda q: (q.outer.start, -q.outer.end)):
        if not kept or quote.outer.start >= kept[-1].outer.end:
            kept.append(quote)
    return kept
