"""Statements with their speakers as readers resolved them, and how often each way of resolving speakers is right.

python -m train.speakers ../shared counts the ways of kg.extract.speakers on given sources; data/speaker_ways.tsv holds
what it printed.
"""

from __future__ import annotations

import argparse
import json
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.extract.assemble import Ground, ground
from kg.extract.report import Report
from kg.extract.speakers import Speakers
from kg.model import EntityType, Span, SpeechAct, StatementKind
from kg.scoring.people import NAMELESS, same_speaker
from train.readers import LABELS, checked
from train.report import say


@dataclass(frozen=True)
class Spoken:
    """A report whose borders a reader set, with the names of its speaker that are right; `type` as in the label."""

    report: Report
    names: tuple[str, ...]
    type: str

    def is_by(self, name: str) -> bool:
        """Whether the reader means who is named so."""
        return same_speaker(name, self.names, self.type in NAMELESS)


@dataclass(frozen=True)
class Voiced:
    """An article, cut up, with all its reports; `spoken` are those whose speaker the reader resolved."""

    name: str
    on: Ground
    reports: tuple[Report, ...]
    spoken: tuple[Spoken, ...]


def voiced(shared: Path, files: Iterable[str]) -> Iterator[Voiced]:
    """The labelled articles of some files of train/labels. Raises ValueError if a text is not the labelled one."""
    for name in files:
        path = LABELS / f"{name}.jsonl"
        for line in path.read_text(encoding="utf-8").splitlines():
            labelled = json.loads(line)
            part, article = labelled["article"].split("/", 1)
            with (shared / "polnear" / part / "text" / f"{article}.txt").open(encoding="utf-8", newline="") as file:
                text = file.read()
            checked(text, labelled, path)
            on = ground(text)
            made = [(one, report_of(on, one)) for one in sorted(labelled["labels"], key=lambda one: one["content"][0])]
            spoken = tuple(
                Spoken(r, (one["speaker"], *one.get("also", ()), *own(one, r, text)), one["type"])
                for one, r in made
                if one.get("speaker")
            )
            yield Voiced(labelled["article"], on, tuple(r for _, r in made), spoken)


def own(label: dict[str, Any], report: Report, text: str) -> list[str]:
    """The source's own words, which name a speaker without a name well enough."""
    return [report.source.of(text)] if report.source and label["type"] in NAMELESS else []


def report_of(on: Ground, label: dict[str, Any]) -> Report:
    """The report that a label marks."""
    marked = tuple(Span(*piece) for piece in label["content"])
    cue = label["cue"]
    span = Span(cue[0], cue[1]) if cue else None
    sources = label.get("source")
    source = Span(sources[0][0], sources[-1][1]) if sources else None
    inside = [quote.inner for quote in on.quotes if any(piece.overlaps(quote.outer) for piece in marked)]
    pieces = tuple(next((q for q in inside if quote_of(q, piece)), piece) for piece in marked)
    direct = all(any(q.holds(piece) for q in inside) for piece in pieces)
    kind = StatementKind.DIRECT if direct else StatementKind.MIXED if inside else StatementKind.INDIRECT
    at = (span or pieces[0]).start
    home = max(0, bisect_right(on.sentences, at, key=lambda sentence: sentence.tokens[0].start) - 1)
    return Report(kind, pieces, () if direct else tuple(inside), source, span, SpeechAct.ASSERTS, "label", home)


def quote_of(inner: Span, piece: Span) -> bool:
    """Whether a piece is a quotation with its marks, which readers of PolNeAR mark too."""
    return (
        piece.start <= inner.start and inner.end <= piece.end and piece.end - piece.start <= inner.end - inner.start + 6
    )


def ways(articles: Iterable[Voiced]) -> dict[str, Counter[str]]:
    """For each way of resolving how often it was "right" and "wrong"; under "" what stayed open."""
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    for article in articles:
        speakers = Speakers(article.on.text, article.on.chains, article.reports)
        judged = {id(one.report): one for one in article.spoken}
        for report in article.reports:
            chain = speakers.resolve(report)
            one, how = judged.get(id(report)), speakers.how(report)
            if one is None:
                continue
            if chain is None or how is None:
                counted[""]["open"] += 1
                continue
            right = chain.type is not EntityType.PLACE and one.is_by(chain.name)
            counted[how.way]["right" if right else "wrong"] += 1
    return counted


def main() -> None:
    """Prints the counts, with the share that is right smoothed by one right and one wrong answer."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("shared", type=Path)
    parser.add_argument("files", nargs="*", default=["polnear-dev"])
    arguments = parser.parse_args()
    for way, count in sorted(ways(voiced(arguments.shared, arguments.files)).items()):
        share = (count["right"] + 1) / (count["right"] + count["wrong"] + 2)
        say(f"{way or '(open)'}\t{share:.2f}\t{dict(count)}")


if __name__ == "__main__":
    main()
