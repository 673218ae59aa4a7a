"""What people of a place call a thing, in marks: "a roof which the children call “the palace”"; nobody's view."""

from __future__ import annotations

import re
from typing import Final

PEOPLE: Final = (
    r"(?:the )?(?:locals|local people|people|residents|inhabitants|villagers|islanders|townspeople|neighbou?rs|children"
    r"|kids|pupils|youths?|young people|young|old people|elders|fishermen|farmers|everybody|everyone)"
    r"(?: (?:here|there|around here|of the \w+|in the \w+))?"
)
CALL: Final = re.compile(
    rf"(?:\b(?:which|that|whom|what|whose \w+) {PEOPLE} (?:\w+ly |still |now |just )?(?:call|name|nickname|dub|know as)"
    rf"|\b(?:called|nicknamed|named|known)(?: \w+ly)? (?:by|among) {PEOPLE}(?: as)?) \Z"
)
"""What stands before such a name."""
LONGEST: Final = 5
"""Words of such a name."""
WIDE: Final = 80
"""Characters looked at before it."""


def is_local_name(text: str, start: int, words: str) -> bool:
    """Whether words in quotation marks, the first of which stands at `start`, are what people call a thing."""
    return len(words.split()) <= LONGEST and CALL.search(text[max(0, start - WIDE) : start]) is not None
