"""Nobody tells himself: in "She said an officer rang her and told her that …" it is the officer who told her."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.sentence_subject import subject_of
from kg.model import Span

OBJECTS: Final = {"he": "him", "she": "her", "i": "me", "we": "us", "they": "them"}
CLAUSE: Final = re.compile(
    r" (?:(?:has|had|also|later) )?(?:said|says|say|claimed|claims|recalled|recalls|alleged|alleges|wrote|writes|added)"
    r" (?:that )?(?=[a-z])"
)
"""What stands between who speaks and the clause that tells of somebody else."""
AND: Final = re.compile(r" (?:and|but|who)(?: (?:then|also|later))? \Z")
DONE: Final = re.compile(r" [\w’'-]+ (?:him|her|me|us|them)\Z")
"""A verb with its object that was taken for a part of its subject: "an officer rang her"."""
LONG: Final = 200


def somebody_else(text: str, source: Span, cue: Span) -> Span:
    """Who tells a pronoun's bearer something by a cue in a clause that he reports; else the source as it is."""
    to = OBJECTS.get(source.of(text).lower())
    if to is None or not text.startswith(f" {to} ", cue.end) or AND.search(text, source.end, cue.start) is None:
        return source
    clause = CLAUSE.match(text, source.end, cue.start)
    subject = subject_of(text, Span(clause.end(), cue.start), LONG) if clause else None
    if subject and (done := DONE.search(text, subject.start, subject.end)):
        subject = Span(subject.start, done.start())
    return source if subject is None or subject.of(text).lower() == source.of(text).lower() else subject
