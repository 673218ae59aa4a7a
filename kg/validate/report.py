"""What validation answers with: plain frozen values, the same from either engine."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from kg.vocab import PREFIXES


class Severity(StrEnum):
    """How much a result weighs; only a violation keeps an article out of the store."""

    VIOLATION = "violation"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Result:
    """One constraint that one node does not meet.

    `focus`, `path` and `shape` are IRIs (a blank node as "_:…"); `value` is the term at fault as N-Triples writes it,
    None where something is missing or there is too much of it; `constraint` is the SHACL parameter ("minCount").
    """

    severity: Severity
    focus: str
    path: str | None
    value: str | None
    shape: str
    constraint: str
    message: str

    def __str__(self) -> str:
        at = f" {short(self.path)}" if self.path else ""
        value = f" (found {self.value})" if self.value else ""
        return f"{self.severity}: {self.focus}{at}: {self.message}{value} [{short(self.shape)}]"


@dataclass(frozen=True, slots=True)
class Report:
    """What was found; it conforms if nothing found is a violation.

    `results` are sorted by focus, shape, constraint and value. `turtle` is the W3C validation report, given by the
    reference engine only.
    """

    results: tuple[Result, ...]
    turtle: str | None = field(default=None, compare=False)

    @property
    def conforms(self) -> bool:
        """Whether nothing is violated."""
        return not self.violations

    @property
    def violations(self) -> tuple[Result, ...]:
        """What must be mended before the article can be stored."""
        return tuple(r for r in self.results if r.severity is Severity.VIOLATION)

    @property
    def warnings(self) -> tuple[Result, ...]:
        """What is wanted, and missing."""
        return tuple(r for r in self.results if r.severity is not Severity.VIOLATION)

    def text(self) -> str:
        """A line for each result, violations first; one line if there are none."""
        lines = dict.fromkeys(str(result) for result in (*self.violations, *self.warnings))
        return "\n".join(lines) or "conforms: nothing violated, nothing wanted"


def sorted_results(results: list[Result]) -> tuple[Result, ...]:
    """The results, each once, in the order of a report."""
    return tuple(sorted(set(results), key=lambda r: (r.focus, r.shape, r.constraint, r.value or "")))


def short(iri: str) -> str:
    """The IRI with its prefix, where it has one: "quoth:saidBy"."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri
