"""A map beside its redesign: how long one edit of the redesign blocks the window.

Milliseconds are those that the window's thread computed: the machine's other work does not count.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication

from bench import maps
from bench.canvas_edits import QUIET
from bench.harness import Figure, benchmark, middle, uncollected
from rondo.ui.desk import Desk
from rondofile.enums import JourneyState
from rondofile.kinds import EditKind
from rondofile.project import Project
from rondofile.records import Journey, Lane, Link, Record, Step, StepOrigin

STEPS, TURNS = 2_000, 12


@benchmark("beside_2000")
def beside_2000() -> Figure:
    """How long the window is blocked at most when a step of 2,000 in a redesign was named: the middle."""
    from PySide6.QtWidgets import QApplication

    from helpers.desks import open_desk
    from rondo.ui.beside.view import BesideView

    running = QApplication.instance() or QApplication([])
    with TemporaryDirectory() as folder, open_desk(Path(folder), Project.of(_both(STEPS))) as desk:
        desk.selection.look_at("r")
        room = BesideView(desk)
        room.resize(1280, 800)
        room.show()
        _longest(desk)
        samples = []
        with uncollected():
            for turn in range(TURNS):
                key = f"rs{turn * 7 + 9}"
                desk.session.edit(
                    EditKind.SET_STEPS,
                    lambda edit, key=key, turn=turn: edit.change(Step, key, title=f"Other {turn}"),
                )
                samples.append(_longest(desk))
        changed = room.comparison.list
        room.close()
        room.deleteLater()
    del running
    if changed is None or len(changed.of("changed")) < TURNS:
        raise AssertionError("the list did not follow")
    return Figure(middle(samples), "ms")


def _longest(desk: Desk) -> float:
    worst, over = 0.0, time.monotonic() + QUIET
    while time.monotonic() < over or desk.session.busy:
        start = time.thread_time()
        QCoreApplication.processEvents()
        worst = max(worst, time.thread_time() - start)
        time.sleep(0.001)
    return worst * 1_000


def _both(count: int) -> Iterator[Record]:
    """A journey and its redesign, in which every twentieth step has another name."""
    yield Journey(id="j", name="Today")
    yield Journey(id="r", position=1, name="Redesign", state=JourneyState.TO_BE, based_on="j")
    for record in maps.project(count).records():
        if isinstance(record, Journey):
            continue
        yield record
        if isinstance(record, Lane):
            yield replace(record, id=f"r{record.id}", journey="r")
        elif isinstance(record, Step):
            title = f"{record.title} anew" if record.position % 20 == 0 else record.title
            lane = f"r{record.lane}"
            yield replace(record, id=f"r{record.id}", journey="r", lane=lane, title=title)
            yield StepOrigin(id=f"o{record.id}", step=f"r{record.id}", origin=record.id)
        elif isinstance(record, Link):
            source, target = f"r{record.source}", f"r{record.target}"
            yield replace(record, id=f"r{record.id}", journey="r", source=source, target=target)
