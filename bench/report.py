"""The results as docs/benchmarks.md."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from bench.markdown import conditions, table
from bench.scores import accuracy
from bench.speeds import extraction

Results = dict[str, Any]
GATE: Final = ("validation", "words against text", "commit")
"""The stages of validating and committing."""

PERIOD: Final = "an actor's statements in a month"

INTRODUCTION: Final = """# Benchmarks

Written by `make bench`; not to be edited. The articles are synthetic, made by `bench/articles.py`: about 800 words with
10 to 20 statements each, of an invented world of people and organisations whose popularity follows Zipf's law. Times
are medians. Where the processor's time stands beside it, the rest was waiting for the disk or other programs."""


def render(results: Results) -> str:
    """The whole report, of whatever sections were measured."""
    parts = [INTRODUCTION, *_targets(results)]
    for section, (heading, make) in SECTIONS.items():
        if section in results:
            parts += [f"## {heading}", *make(results[section]), conditions(results[section])]
    return "\n\n".join(parts) + "\n"


def _targets(results: Results) -> Iterator[str]:
    rows = [*_speed_targets(results.get("speed")), *_size_targets(results.get("size"), results.get("queries"))]
    if rows:
        yield table(("aim", "measured", "met"), ((aim, shown, "yes" if met else "**no**") for aim, shown, met in rows))


def _speed_targets(speed: Results | None) -> Iterator[tuple[str, str, bool]]:
    if speed:
        best = max(each["per_second"] for each in speed["processes"] if each["extractor"] == "rules")
        gate = sum(speed["stages"][stage]["median"] for stage in GATE)
        work = sum(speed["stages"][stage]["cpu"] for stage in GATE)
        yield "at least 20 articles a second with the rules", f"{best} a second", best >= 20
        yield "validation and commit within 35 ms an article", f"{gate:.1f} ms", gate <= 35
        yield "… then within 10 ms", f"{gate:.1f} ms, {work:.1f} ms of the processor", gate <= 10


def _size_targets(size: Results | None, queries: Results | None) -> Iterator[tuple[str, str, bool]]:
    if size:
        parts = size["parts"]
        for way, name in (("", "bytes"), (" after `quoth compact`", "compacted")):
            each = parts[name]["statements and articles"] / parts["statements"]
            yield f"at most 3 kB on disk a statement with its spans{way}", f"{each / 1000:.2f} kB", each <= 3000
    if queries:
        took = queries["questions"][PERIOD]
        aim = f"{PERIOD} at {queries['articles']:,} articles within 20 ms"
        yield aim, f"{took['median']} ms, 95 % within {took['p95']} ms", took["median"] <= 20


def _speed(speed: Results) -> Iterator[str]:
    yield (
        f"{speed['articles']} text files of {speed['words']} words on average, from file to the snapshot that readers "
        f"see, the start of all processes included. Runs: {speed['rounds']}, of which the median, the slowest and the "
        f"fastest."
    )
    yield table(
        ("extractor", "processes", "articles/s", "slowest", "fastest", "memory of the writer, MiB", "of a worker, MiB"),
        ([each[key] or "–" for key in RATE] for each in speed["processes"]),
    )
    yield "What an article takes on one process with the rules, stage by stage, in milliseconds:"
    yield stages(speed["stages"])
    yield f"Reading a web page instead of a text file takes {speed['pages_ms']:.1f} ms."


RATE: Final = ("extractor", "processes", "per_second", "lowest", "highest", "peak_mib", "worker_peak_mib")


def stages(taken: dict[str, dict[str, float]]) -> str:
    """The stages as a table, with each one's share of the processor's time."""
    whole = taken["whole way"]["cpu"]
    rows = (
        (stage, f"{each['median']:.1f}", f"{each['mean']:.1f}", f"{each['cpu']:.1f}", f"{each['cpu'] / whole:.0%}")
        for stage, each in taken.items()
    )
    return table(("stage", "median", "mean", "processor", "its share"), rows)


def _size(size: Results) -> Iterator[str]:
    fill = size["fill"]
    yield (
        f"A store of {size['articles']:,} articles with {size['statements']:,} statements, filled one by one on one "
        f"process through every stage but extraction: {fill['seconds']:.0f} s, "
        f"{fill['articles'] / fill['seconds']:.0f} articles a second, {fill['peak_mib']} MiB of memory; load average "
        f"at the end {fill['load']}. What an article took of each stage in the first and in the last tenth, in ms:"
    )
    yield table(
        ("stage", "first tenth", "last tenth", "processor, first", "processor, last"),
        (
            (stage, f"{first['median']:.1f}", f"{last['median']:.1f}", f"{first['cpu']:.1f}", f"{last['cpu']:.1f}")
            for (stage, first), last in zip(fill["first"].items(), fill["last"].values(), strict=True)
            if stage not in ("reading", "extraction")
        ),
    )
    yield from _weight(size)
    yield from _leaving(size)


def _weight(size: Results) -> Iterator[str]:
    triples, statements, tables = size["triples"], size["statements"], size["table_bytes"]
    yield (
        f"Closed, without `optimize()`, the engine's folder has {_mb(size['bytes']['store'])}, of which {_mb(tables)} "
        f"are tables and the rest logs that it reuses: {tables / sum(triples.values()):.0f} bytes a triple, "
        f"{tables / statements:,.0f} a statement with all that belongs to it. The archive of texts has "
        f"{_mb(size['bytes']['texts'])}."
    )
    parts = size["parts"]
    yield (
        f"What each part weighs, found by writing it with the parts before it for {parts['articles']:,} articles with "
        f"{parts['statements']:,} statements, one commit an article; and how many triples a statement has of each in "
        f"the whole store:"
    )
    yield table(("part", "bytes a statement", "compacted", "triples a statement"), _parts(parts, triples, statements))
    after = size["compacted"]
    yield (
        f"`quoth compact` brings the tables of the whole store to {_mb(after['table_bytes'])} in "
        f"{after['seconds']:.0f} s: {after['table_bytes'] / sum(triples.values()):.0f} bytes a triple."
    )


def _parts(parts: Results, triples: dict[str, int], statements: int) -> Iterator[tuple[str, str, str, str]]:
    before = (0, 0)
    for part in parts["bytes"]:
        names = ("statements", "articles") if part == "statements and articles" else (part,)
        each = sum(triples[name] for name in names) / statements
        now = (parts["bytes"][part], parts["compacted"][part])
        added = (f"{(size - less) / parts['statements']:.0f}" for size, less in zip(now, before, strict=True))
        yield part, *added, f"{each:.1f}"
        before = now
    yield "actors and places", "", "", f"{triples['actors and places'] / statements:.1f}"


def _leaving(size: Results) -> Iterator[str]:
    yield f"A snapshot takes {size['snapshot_ms']:.0f} ms, the flush included. An export of the whole store:"
    yield table(
        ("format", "seconds", "triples", "triples/s", "memory, MiB"),
        (
            (e["format"], e["seconds"], f"{e['triples']:,}", f"{e['triples'] / e['seconds']:,.0f}", e["peak_mib"])
            for e in size["exports"]
        ),
    )
    yield "Commands from start to end, on that store:"
    yield table(("command", "ms"), ((f"`{name}`", f"{ms:.0f}") for name, ms in size["startup_ms"].items()))


def _mb(size: int) -> str:
    return f"{size / 1e6:,.1f} MB"


def _queries(queries: Results) -> Iterator[str]:
    ranks = ", ".join(map(str, queries["ranks"]))
    yield (
        f"Milliseconds at {queries['articles']:,} articles from the newest snapshot, on one process, pages of 50, all "
        f"that is shown included; {queries['peak_mib']} MiB of memory. Actors and places are asked for at the ranks "
        f"{ranks} of popularity; `slowest` is the median of the one that takes longest."
    )
    yield _times(queries["questions"], "question", ("median", "p95", "slowest"))
    yield "The files of `kg/queries` behind these, each by itself:"
    yield _times({f"`{name}`": times for name, times in queries["queries"].items()}, "query", ("runs", "median", "p95"))


def _times(taken: dict[str, dict[str, float]], what: str, columns: tuple[str, ...]) -> str:
    shown = {"median": "median", "p95": "95 % within", "slowest": "slowest", "runs": "runs"}
    rows = ((name, *(_number(times[column]) for column in columns)) for name, times in taken.items())
    return table((what, *(shown[column] for column in columns)), rows)


def _number(value: float) -> str:
    return str(value) if isinstance(value, int) else f"{value:.1f}"


SECTIONS: Final = {
    "speed": ("From file to graph", _speed),
    "size": ("The store", _size),
    "queries": ("Questions", _queries),
    "extraction": ("Extraction alone", extraction),
    "accuracy": ("Accuracy", accuracy),
}
