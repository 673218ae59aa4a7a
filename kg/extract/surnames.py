"""Which word of a person's name is the surname: not "Jr." behind it, and the first of "Kim Tae-yong".

And behind which titles the given name stands alone: "Sir Keir", "Sheikh Mohammed".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from kg.extract.lexicon import GIVEN_NAMES, word_set

SUFFIXES: Final = frozenset(["Jr", "Sr", "II", "III", "IV", "VI", "VII", "VIII"])
"""What stands behind a surname."""

FIRST: Final = word_set(
    "kim park choi jung jeong kang cho yoon yun jang chang lim im han oh seo shin kwon hwang ahn song hong yang moon"
    " son bae baek nam noh roh ryu ko lee wang zhang chen liu huang zhao wu zhou xu sun zhu guo gao luo zheng liang xie"
    " tang deng feng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei lu ding ren shen yao tan fan"
    " jin shi liao zou xiong bai meng qin qiu hou jia yan lin he hu ma li xi tsai tsang lam leung wong chan cheung ng"
    " kwok tse nguyen nguyễn tran trần pham phạm hoang vo dang bui"
)
"""Surnames of East Asia, which stand first."""

HYPHENED: Final = re.compile(r"[A-Z][a-z]+ [A-Z][a-z]+-[a-z]+")

GIVEN: Final = re.compile(
    r"\b(?:Sir|Dame|Lady|Lord|Sheikha?|King|Queen|Prince|Princess|Pope|Saint|Sister|Father|Brother) $"
)
"""Titles behind which a given name stands alone."""

TITLE: Final = 10
"""Characters of the longest of them, at least."""


def without_suffix(words: Sequence[str]) -> Sequence[str]:
    """The words of a name without what stands behind the surname: "Robert Hale" of "Robert Hale Jr."."""
    return words[:-1] if len(words) > 1 and suffix(words) else words


def suffix(words: Sequence[str]) -> str:
    """What stands behind the surname in a name: "Jr" of "Robert Hale Jr."; empty if nothing does."""
    last = words[-1].rstrip(".")
    return last if len(words) > 1 and last in SUFFIXES else ""


def stands_first(name: str) -> bool:
    """Whether the surname is the first word of a name: "Kim Tae-yong", "Xi Jinping", not "Kim Finch"."""
    first, *rest = name.split()
    if first.lower() not in FIRST or not 1 <= len(rest) <= 2:
        return False
    return is_hyphened(name) or (
        first not in GIVEN_NAMES - {"Li", "Wang", "Zhang", "Xi", "Wei"} and rest[0] not in GIVEN_NAMES
    )


def is_hyphened(name: str) -> bool:
    """Whether a name is written as those of Korea, Taiwan and Hong Kong are: "Kim Tae-yong"."""
    return HYPHENED.fullmatch(name) is not None and name.split()[0].lower() in FIRST


def by_given_name(text: str, start: int) -> bool:
    """Whether a title before an offset lets a given name stand alone."""
    return GIVEN.search(text[max(0, start - TITLE) : start]) is not None
