"""Headlines that begin with what somebody said: "“We never slept”: a night at sea", "‘Go home!’ Fury on Pier Road".

Who said it stands in the text below, if anywhere, so that nobody is named here. What reads as a title is none.
"""

from __future__ import annotations

import re
from typing import Final

from kg.extract.assemble import Ground
from kg.extract.candidate_reports import sentence_at
from kg.extract.headlines import OWN
from kg.extract.lexicon import word_set
from kg.extract.phrases import is_finite
from kg.extract.report import Report
from kg.extract.tokens import Token, words
from kg.model import SpeechAct, StatementKind

RULE: Final = "headline-quote"
LEAST: Final = 4
"""Words; a shorter quotation is a name more often than not."""
BEHIND: Final = re.compile(r"\s*(?::|[–—]|-\s)\s*\w")
"""What stands between the quotation and what the article is about."""
ENDED: Final = re.compile(r"[.!?…]\Z")
MINE: Final = OWN | word_set("us me you your he she they it ours mine")


def headline_quotes(on: Ground) -> list[Report]:
    """The report that a quotation at the head of a text's first line makes, if it has a line below it."""
    if len(on.paragraphs) < 2 or not on.quotes:
        return []
    line, quote = on.paragraphs[0], on.quotes[0]
    if on.text[line.start : quote.outer.start].strip("*# \t") or quote.outer.end >= line.end:
        return []
    ended = ENDED.search(quote.inner.of(on.text)) and on.text[quote.outer.end : line.end].strip()[:1].isupper()
    if not ended and not BEHIND.match(on.text, quote.outer.end, line.end):
        return []
    if not said(words(on.text, quote.inner.start, quote.inner.end)):
        return []
    home = sentence_at(on, quote.outer.start)
    return [Report(StatementKind.DIRECT, (quote.inner,), (), None, None, SpeechAct.ASSERTS, RULE, home)]


def said(tokens: list[Token]) -> bool:
    """Whether words in quotation marks are a clause that somebody said, and no title: not all have capitals."""
    plain = [token for token in tokens if token.text[0].isalpha()]
    titled = all(token.text[0].isupper() for token in plain if len(token.text) > LEAST - 1)
    clause = any(is_finite(t) or t.lower.endswith("ed") or t.lower in MINE for t in plain)
    return len(plain) >= LEAST and clause and not titled
