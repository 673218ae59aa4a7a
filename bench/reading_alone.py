"""One process that reads texts and prints what that took: `python -m bench.reading_alone EXTRACTOR CORES FIRST FOLDER`.

It may use CORES cores, from the FIRST on. Printed is a JSON object: words, seconds of reading by the clock (wall) and
of the processor (cpu), the latter also within the network's encoder (encoding, 0 where none runs), seconds until the
first text was read (start), and the most memory in MiB.
"""

from __future__ import annotations

import json
import os
import resource
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

from bench.stages import Clock
from kg.extract import extract
from kg.model import Article


def main(extractor: str, cores: int, first: int, folder: Path) -> dict[str, float]:
    """Read all texts of a folder once, on some cores."""
    allowed = sorted(os.sched_getaffinity(0))
    os.sched_setaffinity(0, {allowed[(first + n) % len(allowed)] for n in range(cores)})
    texts = [path.read_bytes().decode("utf-8") for path in sorted(folder.glob("*.txt"))]
    started = perf_counter()
    extract(Article(texts[0]), extractor)
    start = perf_counter() - started
    encoding = _Timed()
    if extractor == "network":
        encoding.patch()
    before = Clock.now()
    for text in texts:
        extract(Article(text), extractor)
    took = Clock.now().since(before)
    words = sum(len(text.split()) for text in texts)
    peak = {"start": round(start, 2), "peak_mib": peak_mib()}
    return {"words": words, "wall": took.wall, "cpu": took.cpu, "encoding": encoding.seconds, **peak}


class _Timed:
    """The seconds that the processor spent in the network's encoder, on all cores."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def patch(self) -> None:
        """Measure every call from now on."""
        from kg.extract.network.runtime import OnnxRuntime

        OnnxRuntime.encode = self._timed(OnnxRuntime.encode)  # type: ignore[method-assign]

    def _timed(self, encode: Callable[..., Any]) -> Callable[..., Any]:
        def timed(*given: Any) -> Any:
            before = process_time()
            found = encode(*given)
            self.seconds += process_time() - before
            return found

        return timed


def peak_mib() -> int:
    """The most memory this process had since it began: what its parent had is counted by getrusage alone."""
    status = Path("/proc/self/status")
    for line in status.read_text(encoding="ascii").splitlines() if status.exists() else ():
        if line.startswith("VmHWM:"):
            return round(int(line.split()[1]) / 1024)
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


if __name__ == "__main__":
    given = sys.argv[1:]
    sys.stdout.write(json.dumps(main(given[0], int(given[1]), int(given[2]), Path(given[3]))))
