"""Letters behind the names of people that are no part of them: "Ann Lee KC", "Bo Finch, OBE"."""

from __future__ import annotations

import re
from typing import Final

LETTERS: Final = re.compile(
    r"(?:,? (?:KC|QC|SC|CBE|OBE|MBE|KBE|DBE|CMG|PhD|Ph\.D\.?|DPhil|MD|M\.D\.|RN|FRS|MSP|MLA|TD|MEP|MP))+\Z"
)


def without(name: str) -> str:
    """A name of two words or more without such letters."""
    bare = LETTERS.sub("", name)
    return bare if " " in bare else name
