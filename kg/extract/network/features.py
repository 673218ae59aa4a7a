"""What the word pieces of an uncased tokenizer no longer show: case, white space, paragraphs, quotation marks."""

from __future__ import annotations

from kg.extract.network.labels import Offsets

SHAPES = ("other", "title", "upper", "mixed", "digit", "mark")
GAPS = ("none", "space", "line", "paragraph")
QUOTES = ("outside", "inside", "opening", "closing", "odd")

MARKS = {"“": "opening", "„": "opening", "«": "opening", "”": "closing", "»": "closing", '"': "odd", "`": "opening"}


def features(text: str, offsets: Offsets) -> list[tuple[int, int, int]]:
    """For each token (index into SHAPES, GAPS, QUOTES)."""
    quotes = quote_states(text, offsets)
    rows, end = [], 0
    for i, (start, stop) in enumerate(offsets):
        rows.append((shape(text[start:stop]), gap(text[end:start]) if i else 3, quotes[i]))
        end = stop
    return rows


def shape(word: str) -> int:
    """The index into SHAPES of a token's characters."""
    if not any(c.isalnum() for c in word):
        return SHAPES.index("mark")
    if word[0].isdigit():
        return SHAPES.index("digit")
    if word.islower():
        return SHAPES.index("other")
    if word.isupper() and len(word) > 1:
        return SHAPES.index("upper")
    return SHAPES.index("title" if (word[0].isupper() and word[1:].islower()) or len(word) == 1 else "mixed")


def gap(between: str) -> int:
    """The index into GAPS of the white space before a token."""
    if not between:
        return 0
    lines = between.count("\n")
    return 1 if lines == 0 else 2 if lines == 1 else 3


def quote_states(text: str, offsets: Offsets) -> list[int]:
    """The index into QUOTES of each token; a paragraph starts outside, straight marks open and close in turn."""
    states, inside, end = [], False, 0
    for start, stop in offsets:
        if text.find("\n", end, start) >= 0:
            inside = False
        mark = MARKS.get(text[start:stop])
        if mark == "odd" or (mark == "opening" and inside and text[start:stop] == "“"):
            mark = "closing" if inside else "opening"
        states.append(QUOTES.index(mark or ("inside" if inside else "outside")))
        inside = mark == "opening" or (inside and mark != "closing")
        end = stop
    return states
