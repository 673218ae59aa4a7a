"""Words a second and memory of extraction alone, as Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from bench.aims import Aim
from bench.markdown import table

SPEED: Final = Aim("words a second on two cores", "", "", 7000, 11000)
MEMORY: Final = Aim("MiB of memory, at most", "", "", 700, 400, most=True)


def extraction(measured: Mapping[str, Any]) -> Iterator[str]:
    """The section on the speed of extraction."""
    yield (
        f"{measured['articles']} articles of {measured['texts']}, {measured['words']:,} words, each process with cores "
        f"of its own, extraction alone: no reading of files, no store. The start, the first text included, is not "
        f"counted among the words a second. A second of the processor is one core's: where fewer words are read a "
        f"second by the clock than all cores would by their own time, other programs ran. The last column is what the "
        f"network's encoder would do alone, without tokenizing, decoding, rules, names and speakers."
    )
    heads = ("processes", "cores each", "words/s", "per second of the processor", "start, s", "memory of each, MiB")
    rows = [(name, row) for name, rows in measured["extractors"].items() for row in rows]
    yield table(("extractor", *heads, "encoder alone, the same"), (_row(name, row) for name, row in rows))
    yield (
        f"To reach: at least {SPEED.least:,.0f} words a second on two cores and at most {MEMORY.least:.0f} MiB; "
        f"the aim is {SPEED.aim:,.0f} and {MEMORY.aim:.0f} MiB. Reached: {_reached(measured)}."
    )


def _row(name: str, row: Mapping[str, Any]) -> tuple[object, ...]:
    encoder = row["encoder_per_cpu_second"]
    share = f"{encoder:,} ({row['per_cpu_second'] / encoder:.0%} of it is reached)" if encoder else "–"
    rates = (f"{row['per_second']:,}", f"{row['per_cpu_second']:,}")
    return name, row["processes"], row["cores"], *rates, f"{row['start_s']:.1f}", row["peak_mib"], share


def _reached(measured: Mapping[str, Any]) -> str:
    return "; ".join(_best(name, rows) for name, rows in measured["extractors"].items())


def _best(name: str, rows: list[Mapping[str, Any]]) -> str:
    best = max(rows, key=lambda row: row["per_second"])
    speed, memory = (
        "yes" if aim.met(best[key]) else "**no**" for aim, key in ((SPEED, "per_second"), (MEMORY, "peak_mib"))
    )
    return f"{name} {best['per_second']:,} words a second ({speed}) with {best['peak_mib']} MiB a process ({memory})"
