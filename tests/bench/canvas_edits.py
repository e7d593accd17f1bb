"""Edits on the canvas of a very large journey: how long the window is blocked, also while a brief is made.

Milliseconds are those that the window's thread computed: the machine's other work does not count.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from bench import canvas, maps
from bench.harness import Figure, benchmark, p95, uncollected
from rondo.ui.canvas.scene import JourneyScene
from rondo.ui.desk import Desk
from rondofile.edits import Edit
from rondofile.kinds import EditKind
from rondofile.nouns import links, steps
from rondofile.records import Step

MANY = 10_000
TURNS = 12
QUIET = 0.4
"""Seconds after which what follows an edit has come."""


@benchmark("drag_1_while_briefing")
def drag_1_while_briefing() -> Figure:
    return drag_while_briefing(1)


@benchmark("drag_500_while_briefing")
def drag_500_while_briefing() -> Figure:
    return drag_while_briefing(500)


@benchmark("edit_of_10000")
def edit_of_10000() -> Figure:
    """The longest that one event blocks the window when a step was moved, with all that is shown after it."""
    return edits(lambda edit, step, turn: steps.move(edit, {step: (30 + turn, 30)}))


@benchmark("link_in_10000")
def link_in_10000() -> Figure:
    """The same when a link was drawn: the path is read anew."""
    return edits(lambda edit, step, turn: links.connect(edit, step, f"s{turn + 40}"))


@benchmark("undo_1000_shown")
def undo_1000_shown() -> Figure:
    """An undo of a change of 1,000 steps of a journey of as many, until it is shown."""
    with canvas_of(1_000) as (desk, scene):
        everything = [step.id for step in desk.session.project.all(Step)]

        def name_all(edit: Edit) -> None:
            for number, step in enumerate(everything):
                edit.change(Step, step, title=f"Named {number}")

        _edited(desk, name_all)
        samples = []
        for _ in range(TURNS):
            samples.append(_blocked(lambda: desk.session.undo(), desk, scene))
            _blocked(lambda: desk.session.redo(), desk, scene)
    return Figure(p95(samples), "ms")


@benchmark("pan_per_step")
def pan_per_step() -> Figure:
    """How much longer a frame takes for a step in sight at 10,000 steps than at 100: flat is 1; the peer
    is the plain view."""
    few, many = canvas.pan_a_step(100), canvas.pan_a_step(MANY)
    assert few.peer and many.peer
    return Figure(round(many.value / few.value, 2), "count", round(many.peer / few.peer, 2))


def drag_while_briefing(count: int) -> Figure:
    """Frames while steps follow the pointer and the helper makes a brief of the same project."""
    with canvas_of(MANY) as (desk, scene):
        chosen = scene.step_ids()[:count]
        found: list[float] = []
        job = desk.helper.do("brief", desk.session.project, desk.words)
        for turn in range(canvas.FRAMES):
            start = time.thread_time()
            scene.shift(chosen, turn * 3.0, turn * 2.0)
            QCoreApplication.processEvents()
            found.append((time.thread_time() - start) * 1_000)
        if job.over:
            raise AssertionError("the brief was made before the drag was over")
        desk.helper.cancel(job)
    return Figure(p95(found), "ms")


def edits(change: Callable[[Edit, str, int], object]) -> Figure:
    with canvas_of(MANY) as (desk, scene):
        chosen, samples = scene.step_ids()[5:], []
        for turn in range(TURNS):
            step = chosen[turn * 3]
            samples.append(_blocked(lambda step=step, turn=turn: _ask(desk, change, step, turn), desk, scene))
    return Figure(p95(samples), "ms")


@contextmanager
def canvas_of(count: int) -> Iterator[tuple[Desk, JourneyScene]]:
    """A surface that shows so many steps and follows their edits."""
    from helpers.desks import open_desk

    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    with TemporaryDirectory() as folder, open_desk(Path(folder), maps.project(count)) as desk:
        surface = canvas.surface_of(desk)
        surface.look_first()
        scene = surface.journey_scene
        desk.session.changed.connect(scene.apply)
        _until_quiet(desk)
        with uncollected():
            yield desk, scene
        desk.session.changed.disconnect(scene.apply)
        surface.close()


def _ask(desk: Desk, change: Callable[[Edit, str, int], object], step: str, turn: int) -> None:
    desk.session.edit(EditKind.MOVE_STEPS, lambda edit: change(edit, step, turn))


def _edited(desk: Desk, change: Callable[[Edit], None]) -> None:
    desk.session.edit(EditKind.SET_STEPS, change)
    _until_quiet(desk)


def _blocked(ask: Callable[[], object], desk: Desk, scene: JourneyScene) -> float:
    """The longest that one round of events computes after that was asked for."""
    before = desk.session.project
    worst, over = 0.0, time.monotonic() + QUIET
    ask()
    while time.monotonic() < over or desk.session.busy:
        start = time.thread_time()
        QCoreApplication.processEvents()
        worst = max(worst, time.thread_time() - start)
        time.sleep(0.001)
    if desk.session.project is before or scene.plan is None:
        raise AssertionError("nothing was changed")
    return worst * 1_000


def _until_quiet(desk: Desk) -> None:
    over = time.monotonic() + 2 * QUIET
    while time.monotonic() < over or desk.session.busy:
        QCoreApplication.processEvents()
        time.sleep(0.001)
