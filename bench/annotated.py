"""Articles that people annotated: our own, and those that lie beside the checkout and never in it.

The latter are looked for in a folder `shared`: gold, polnear/dev and gum.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from kg.scoring import GoldArticle, read_gold
from train.gum import example

ROOT: Final = Path(__file__).resolve().parents[1]
OWN: Final = ROOT / "tests" / "articles"
GOLD: Final = ROOT / "train" / "gold"
MEASURED: Final = ("measure.txt", "measure-transcripts.txt")
"""Lists of documents of GUM whose statements we annotated and that nothing learns from."""


def find_shared() -> Path:
    """Where the annotated articles of others lie, if they do: beside the checkout."""
    return ROOT.parent / "shared"


def own(most: int | None = None) -> tuple[GoldArticle, ...]:
    """Our own articles, which are in the checkout."""
    return read_gold([OWN])[:most]


def unseen(most: int | None = None) -> tuple[GoldArticle, ...]:
    """Our own everyday news that is only measured on, which is in the checkout too."""
    return read_gold([GOLD / "unseen"])[:most]


def varied(most: int | None = None) -> tuple[GoldArticle, ...]:
    """Our own news of many kinds that is only measured on: short, translated, noisy, local, long."""
    return read_gold([GOLD / "varied"])[:most]


def news(shared: Path, most: int | None = None) -> tuple[GoldArticle, ...]:
    """News articles annotated to our guide, with what else we told of their statements."""
    return read_gold([shared / "gold"], GOLD / "news")[:most]


def political(shared: Path, most: int | None = None) -> tuple[GoldArticle, ...]:
    """The development part of PolNeAR, where wishes, intentions and feelings count too."""
    return read_gold([shared / "polnear" / "dev"])[:most]


def other(shared: Path, most: int | None = None) -> tuple[GoldArticle, ...]:
    """Documents of GUM that are no news: biographies, speeches, and transcripts of interviews and hearings.

    What each speaker of a transcript says counts neither way: nothing printed tells who speaks.
    """
    names = [name for file in MEASURED for name in (GOLD / file).read_text(encoding="utf-8").split()]
    with TemporaryDirectory() as folder:
        for name in names[:most]:
            text = example(shared / "gum" / f"{name}.conllu").text
            (Path(folder) / f"{name}.txt").write_text(text, encoding="utf-8", newline="")
            marked = json.loads((GOLD / f"{name}.gold.json").read_text(encoding="utf-8"))
            marked["statements"] = list(_without_turns(marked["statements"]))
            (Path(folder) / f"{name}.gold.json").write_text(json.dumps(marked), encoding="utf-8")
        return read_gold([Path(folder)])


def _without_turns(statements: list[dict[str, object]]) -> Iterator[dict[str, object]]:
    """The statements, turns marked as optional: others tell by their place which turn they lie in."""
    return ({**each, "optional": True} if each.get("turn") else each for each in statements)


SETS: Final = {"polnear": political, "gold": news, "other": other}
"""The sets that lie beside the checkout, by name."""


def ours(most: int | None = None) -> dict[str, tuple[GoldArticle, ...]]:
    """The sets that are in the checkout, by name."""
    return {"unseen": unseen(most), "varied": varied(most), "own": own(most)}


def everything(shared: Path, most: int | None = None) -> dict[str, tuple[GoldArticle, ...]]:
    """All sets by name, of at most `most` articles each; of those beside the checkout only what is there."""
    there = SETS if (shared / "eval" / "score.py").exists() else {}
    return {name: read(shared, most) for name, read in there.items()} | ours(most)
