"""On what and with what something was measured: the kind of machine and the versions, never a name or a path."""

from __future__ import annotations

import datetime as dt
import os
import platform
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

LIBRARIES: Final = (
    "quoth",
    "pyoxigraph",
    "pyshacl",
    "rdflib",
    "trafilatura",
    "fastapi",
    "onnxruntime",
    "tokenizers",
    "numpy",
)


def describe() -> dict[str, Any]:
    """Today, the processor, cores, memory, system, Python and libraries."""
    return {
        "date": dt.datetime.now(dt.UTC).date().isoformat(),
        "processor": _processor(),
        "cores": len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count(),
        "memory_gib": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30),
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        "libraries": {name: version(name) for name in LIBRARIES},
    }


def _processor() -> str:
    known = Path("/proc/cpuinfo")
    if known.exists():
        for line in known.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def load() -> float:
    """How many processes wanted a core in the last minute: well above what is measured, the figures are too high."""
    return round(os.getloadavg()[0], 1)
