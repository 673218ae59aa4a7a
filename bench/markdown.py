"""Tables and sentences that all sections of the report share."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any


def table(heads: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """A Markdown table; all columns but the first are numbers."""
    first, *others = heads
    lines = [[first, *others], ["---", *("---:" for _ in others)], *([str(cell) for cell in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def conditions(section: dict[str, Any]) -> str:
    """When, on what and with what a section was measured."""
    machine = section["machine"]
    libraries = ", ".join(f"{name} {version}" for name, version in machine["libraries"].items())
    cores = f"{machine['cores']} cores of {machine['processor']}, {machine['memory_gib']} GiB of memory"
    return (
        f"Measured on {machine['date']}: {cores}, {machine['system']}, Python {machine['python']}, {libraries}; "
        f"load average at the end {section['load']}."
    )
