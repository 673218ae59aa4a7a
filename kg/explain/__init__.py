"""What an extractor found, shown in the article's own words.

segments    paragraphs, and their words cut where marks begin and end: pure functions
found       an AnnotatedArticle becomes paragraphs with numbered statements
terminal    the same in a terminal, told apart by colours and by brackets
html        marked words and whole pages as HTML that asks nothing of the network
page        the same as one such page
"""

from kg.explain.found import Explained, Found, Told, explain
from kg.explain.page import page
from kg.explain.segments import Mark, Role, Segment, paragraphs, segments
from kg.explain.terminal import shown

__all__ = [
    "Explained",
    "Found",
    "Mark",
    "Role",
    "Segment",
    "Told",
    "explain",
    "page",
    "paragraphs",
    "segments",
    "shown",
]
