"""Benchmarks by name, the clock they use, and the figures they give."""

from __future__ import annotations

import gc
import importlib
import statistics
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from time import perf_counter_ns

from msgspec import Struct
from msgspec.structs import asdict

MODULES = (
    "document",
    "publishing",
    "waiting",
    "layout",
    "brief",
    "matrix",
    "canvas",
    "canvas_edits",
    "beside",
    "salvage",
    "start",
)


class Figure(Struct, frozen=True):
    """One result; `peer` is the same thing done by the best other way, measured in the same run."""

    value: float
    unit: str
    peer: float | None = None


REGISTRY: dict[str, Callable[[], Figure]] = {}


def benchmark(name: str) -> Callable[[Callable[[], Figure]], Callable[[], Figure]]:
    """Registers a benchmark under the name that scripts know."""

    def register(measure: Callable[[], Figure]) -> Callable[[], Figure]:
        if name in REGISTRY:
            raise ValueError(f"two benchmarks are named {name}")
        REGISTRY[name] = measure
        return measure

    return register


def load() -> None:
    """Every benchmark module has registered what it measures."""
    for module in MODULES:
        importlib.import_module(f"bench.{module}")


def measured(names: Iterable[str] = ()) -> dict[str, dict[str, float | str | None]]:
    """The figures by name, in the order of their registration; KeyError for a name that nobody registered.

    Garbage is looked for between two of them and on this thread alone, as in the program: what windows leave
    must not go on that of a document.
    """
    found: dict[str, dict[str, float | str | None]] = {}
    with uncollected():
        for name in list(names) or REGISTRY:
            found[name] = asdict(REGISTRY[name]())
            gc.collect()
    return found


def timed(
    action: Callable[[], object], times: int, *, warm: int = 1, clock: Callable[[], int] = perf_counter_ns
) -> list[float]:
    """Milliseconds of each run of an action, after some that do not count; the collector waits meanwhile."""
    for _ in range(warm):
        action()
    with uncollected():
        return [one(action, clock) for _ in range(times)]


def one(action: Callable[[], object], clock: Callable[[], int] = perf_counter_ns) -> float:
    start = clock()
    action()
    return (clock() - start) / 1e6


@contextmanager
def uncollected() -> Iterator[None]:
    """The collector starts in no event, as in a window: it looks for garbage between two of them."""
    collects = gc.isenabled()
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def p95(samples: list[float]) -> float:
    """The value that 95 of 100 samples do not exceed."""
    return round(statistics.quantiles(samples, n=20, method="inclusive")[-1], 3)


def middle(samples: list[float]) -> float:
    return round(statistics.median(samples), 3)
