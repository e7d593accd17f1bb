"""The window on a matrix of 500 offers: one more is placed, cells and offers are chosen, until it is shown.

Outline, inspector and the moves are open beside it. Milliseconds are those that the program computed, in all
its threads: the machine's other work does not count."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path
from time import process_time_ns

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from bench.harness import Figure, benchmark, middle, p95, timed
from bench.offers import OFFERS, full
from rondo.ui.main_window import MainWindow
from rondo.ui.matrix.view import MatrixView
from rondofile.enums import Architecture, Experience
from rondofile.records import Placement

TIMES, WARM = 40, 5
CELLS = tuple(product(Experience, Architecture))
MANY = 5_000


@benchmark("place_500")
def place_500() -> Figure:
    """From the drop on a cell to the painted window (p95); the next drop is on another cell."""
    with _window() as (window, room):

        def drop(turn: int) -> None:
            room.grid.deeds.drop_lines("One more offer of ours", CELLS[turn * 3 % len(CELLS)])

        samples = _shown(window, drop)
        found = len(window.desk.session.project.all(Placement))
        if found != OFFERS + TIMES + WARM or len(room.grid.plan.boxes) != found:
            raise AssertionError(f"{found} offers are there")
    return Figure(p95(samples), "ms")


@benchmark("place_500_moves")
def place_500_moves() -> Figure:
    """From the drop to the moves that are worth a thought now (middle)."""
    from helpers.resting import come_to_rest

    with _window() as (window, room):

        def drop(turn: int) -> None:
            room.grid.deeds.drop_lines("One more offer of ours", CELLS[turn * 3 % len(CELLS)])
            _settle(window)
            come_to_rest(window.docks.moves)

        samples = _shown(window, drop)
    return Figure(middle(samples), "ms")


@benchmark("choose_cell_500")
def choose_cell_500() -> Figure:
    """A cell of twenty offers is chosen, and the inspector explains it (p95)."""
    with _window() as (window, _):
        choose = window.desk.selection.choose_cell
        return Figure(p95(_shown(window, lambda turn: choose(CELLS[turn * 3 % len(CELLS)]))), "ms")


@benchmark("choose_offer_500")
def choose_offer_500() -> Figure:
    """An offer is chosen, and the inspector says what its place asks and what lacks (p95)."""
    with _window() as (window, _):
        choose = window.desk.selection.choose
        return Figure(p95(_shown(window, lambda turn: choose(Placement, f"o{turn * 37 % OFFERS}"))), "ms")


@benchmark("choose_all_5000")
def choose_all_5000() -> Figure:
    """All of 5,000 offers are chosen (middle), and one of them in between."""
    with _window(MANY) as (window, room):
        chosen = window.desk.selection

        def everything(turn: int) -> None:
            if turn % 2:
                chosen.clear()
            else:
                chosen.choose(Placement, *room.grid.plan.boxes)

        samples = _shown(window, everything)[WARM % 2 :: 2]
        return Figure(middle(samples), "ms")


@contextmanager
def _window(offers: int = OFFERS) -> Iterator[tuple[MainWindow, MatrixView]]:
    """The window with everything open that depends on offers."""
    from helpers.windows import open_window, quiet, show

    running = QApplication.instance() or QApplication([])
    with tempfile.TemporaryDirectory() as folder, open_window(Path(folder), full(offers)) as window:
        show(window, "matrix")
        window.docks.turn_lower(window.docks.moves)
        quiet(400)
        room = window.rooms["matrix"]
        assert isinstance(room, MatrixView)
        yield window, room
    del running


def _shown(window: MainWindow, act: Callable[[int], object]) -> list[float]:
    """Milliseconds of each turn until what came of it is painted."""
    turns = iter(range(TIMES + WARM))

    def turn() -> None:
        act(next(turns))
        _settle(window)

    return timed(turn, TIMES, warm=WARM, clock=process_time_ns)


def _settle(window: MainWindow) -> None:
    from helpers.desks import settle

    settle(window.desk.session)
    for _ in range(2):
        QCoreApplication.processEvents()
