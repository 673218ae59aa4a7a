"""Work done in a process of its own, so that its memory and its imports are its own."""

from __future__ import annotations

import multiprocessing
import resource
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from typing import NamedTuple, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class Peak(NamedTuple):
    """The most memory, in MiB, that a process had, and the largest of the processes it started (0 if none)."""

    own: int
    child: int


def apart(function: Callable[P, T], *args: P.args, **options: P.kwargs) -> tuple[T, Peak]:
    """What the function returns in a new process, and the memory that took."""
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        return pool.submit(_measured, partial(function, *args, **options)).result()


def _measured(function: Callable[[], T]) -> tuple[T, Peak]:
    result = function()
    own, child = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return result, Peak(round(own / 1024), round(child / 1024))
