"""How long each stage of an article's way takes, measured where the library itself calls it."""

from __future__ import annotations

import pkgutil
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from statistics import mean, median
from time import perf_counter, process_time
from typing import Any, Final, NamedTuple, TypeVar
from unittest.mock import patch

T = TypeVar("T")

READING: Final = "reading"
WHOLE: Final = "whole way"
CALLS: Final = {
    "extraction": "kg.parallel.extract",
    "mapping to triples": "kg.rdf.evidence",
    "identity, derived graphs": "kg.derive.change",
    "validation": "kg.validate.Validator.check",
    "words against text": "kg.load.verify_article",
    "text archive": "kg.store.archive.Texts.put",
    "commit": "kg.store.embedded.EmbeddedWriter.commit",
}
"""Stage → the function that does it; none of them calls another."""


class Clock(NamedTuple):
    """Seconds by the clock on the wall, and of the processor in all threads of this process."""

    wall: float = 0.0
    cpu: float = 0.0

    @classmethod
    def now(cls) -> Clock:
        """What both clocks show."""
        return cls(perf_counter(), process_time())

    def since(self, start: Clock) -> Clock:
        """What went by between `start` and this."""
        return Clock(self.wall - start.wall, self.cpu - start.cpu)

    def plus(self, other: Clock) -> Clock:
        """Both together."""
        return Clock(self.wall + other.wall, self.cpu + other.cpu)


class Stages:
    """What each stage takes, one entry per article: call `article_done` after each."""

    def __init__(self) -> None:
        self.taken: dict[str, list[Clock]] = {}
        self._current: dict[str, Clock] = defaultdict(Clock)
        self._since = Clock.now()

    def article_done(self) -> None:
        """What was measured since the last call belongs to one article."""
        now = Clock.now()
        self._current[WHOLE], self._since = now.since(self._since), now
        for stage in (READING, *CALLS, WHOLE):
            self.taken.setdefault(stage, []).append(self._current[stage])
        self._current.clear()

    @contextmanager
    def measuring(self) -> Iterator[None]:
        """Measure the library's stages meanwhile."""
        with ExitStack() as patched:
            for stage, name in CALLS.items():
                patched.enter_context(patch(name, self._timed(stage, pkgutil.resolve_name(name))))
            self._since = Clock.now()
            yield

    def reading(self, given: Iterable[T]) -> Iterator[T]:
        """The same, the time it takes to get each counted as reading."""
        source = iter(given)
        while True:
            with self._timing(READING):
                found = next(source, None)
            if found is None:
                return
            yield found

    def _timed(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def timed(*args: Any, **options: Any) -> Any:
            with self._timing(stage):
                return function(*args, **options)

        return timed

    @contextmanager
    def _timing(self, stage: str) -> Iterator[None]:
        started = Clock.now()
        try:
            yield
        finally:
            self._current[stage] = self._current[stage].plus(Clock.now().since(started))

    def summary(self, first: int = 0, last: int | None = None) -> dict[str, dict[str, float]]:
        """Stage → milliseconds an article, over the articles [first, last): median, mean, median of the processor."""
        return {stage: _summary(taken[first:last]) for stage, taken in self.taken.items()}


def _summary(taken: list[Clock]) -> dict[str, float]:
    wall, cpu = [1000 * each.wall for each in taken], [1000 * each.cpu for each in taken]
    return {"median": round(median(wall), 3), "mean": round(mean(wall), 3), "cpu": round(median(cpu), 3)}
