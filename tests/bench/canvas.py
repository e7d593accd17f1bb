"""The journey canvas with very many steps: opening, frames while panning and dragging, memory."""

from __future__ import annotations

import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter_ns

from PySide6.QtCore import QCoreApplication, QPointF
from PySide6.QtWidgets import QApplication, QGraphicsView

from bench import canvas_peer, maps
from bench.canvas_peer import PeerCard
from bench.harness import Figure, benchmark, p95, uncollected
from rondo.ui.canvas.scene import JourneyScene
from rondo.ui.canvas.surface import Surface
from rondo.ui.desk import Desk

SIZE = (1280, 800)
FRAMES = 120
STEP = 40
"""Pixels of a pan from frame to frame."""


@benchmark("open_10000")
def open_10000() -> Figure:
    """From a project that is read to the first picture of its journey."""
    with desk_with(10_000) as desk:
        start = perf_counter_ns()
        surface = surface_of(desk)
        value = (perf_counter_ns() - start) / 1e9
        surface.close()
    return Figure(round(value, 3), "s", round(canvas_peer.opened(10_000, SIZE)[1], 3))


@benchmark("pan_1000")
def pan_1000() -> Figure:
    return pan(1_000)


@benchmark("pan_10000")
def pan_10000() -> Figure:
    return pan(10_000)


@benchmark("fit_10000")
def fit_10000() -> Figure:
    """Frames of the whole map while it grows and shrinks a little."""

    def frames(view: QGraphicsView) -> list[float]:
        return [frame(view, lambda turn=turn: zoomed(view, turn)) for turn in range(FRAMES // 2)]

    def whole(surface: Surface) -> list[float]:
        surface.fit()
        QCoreApplication.processEvents()
        return frames(surface)

    return compared(10_000, whole, lambda view: (canvas_peer.fitted(view), frames(view))[1])


@benchmark("drag_1_of_10000")
def drag_1_of_10000() -> Figure:
    return drag(1)


@benchmark("drag_500_of_10000")
def drag_500_of_10000() -> Figure:
    return drag(500)


@benchmark("memory_10000")
def memory_10000() -> Figure:
    """Megabytes of a process that shows the journey; the peer is the same with an item for everything."""
    return Figure(megabytes("ours"), "MB", megabytes("peer"))


def pan(steps: int) -> Figure:
    """The map is pulled along, at 100 %."""

    def frames(view: QGraphicsView) -> list[float]:
        bar = view.horizontalScrollBar()
        return [frame(view, lambda: bar.setValue(bar.value() + STEP)) for _ in range(FRAMES)]

    return compared(steps, frames, frames)


def pan_a_step(steps: int) -> Figure:
    """Milliseconds of a frame for every step in sight, while the map is pulled along to its end."""

    def ours(surface: Surface) -> float:
        shown = surface.journey_scene.stage.shown
        assert shown is not None

        def in_sight() -> int:
            seen = surface.seen()
            return len(shown.cards.within(seen.left(), seen.top(), seen.right(), seen.bottom()))

        return pulled(surface, in_sight)

    def peer(view: QGraphicsView) -> float:
        return pulled(view, lambda: sum(isinstance(item, PeerCard) for item in view.items(view.rect())))

    with desk_with(steps) as desk:
        surface = surface_of(desk)
        surface.look_first()
        QCoreApplication.processEvents()
        with uncollected():
            value = ours(surface)
        surface.journey_scene.picture.orders.keep()
        surface.close()
    view, _ = canvas_peer.opened(steps, SIZE)
    other = peer(view)
    view.close()
    return Figure(value, "ms", other)


def pulled(view: QGraphicsView, in_sight: Callable[[], int]) -> float:
    """Milliseconds of all frames by the steps in sight in them; frames in which nothing moves are none."""
    bar, spent, seen, turn = view.horizontalScrollBar(), 0.0, 0, 0
    while turn < FRAMES and bar.value() < bar.maximum():
        spent += frame(view, lambda: bar.setValue(bar.value() + STEP))
        seen += in_sight()
        turn += 1
    return spent / seen


def drag(count: int) -> Figure:
    """So many steps follow the pointer, the first of them in view; nothing is released."""

    def ours(surface: Surface) -> list[float]:
        scene = surface.scene()
        assert isinstance(scene, JourneyScene)
        chosen = scene.step_ids()[:count]
        found = [
            frame(surface, lambda turn=turn: scene.shift(chosen, turn * 3.0, turn * 2.0))
            for turn in range(FRAMES // 2)
        ]
        assert len(scene.stage.shifts) == count
        return found

    def peer(view: QGraphicsView) -> list[float]:
        chosen = canvas_peer.cards(view)[:count]
        by = QPointF(3.0, 2.0)
        return [frame(view, lambda: canvas_peer.move(chosen, by)) for _ in range(FRAMES // 2)]

    return compared(10_000, ours, peer)


def compared(
    steps: int, ours: Callable[[Surface], list[float]], peer: Callable[[QGraphicsView], list[float]]
) -> Figure:
    """The p95 of the frames of both, on the same journey."""
    with desk_with(steps) as desk:
        surface = surface_of(desk)
        surface.look_first()
        QCoreApplication.processEvents()
        value = p95(ours(surface))
        surface.close()
    view, _ = canvas_peer.opened(steps, SIZE)
    other = p95(peer(view))
    view.close()
    return Figure(value, "ms", other)


def frame(view: QGraphicsView, change: Callable[[], object]) -> float:
    """Milliseconds until a change is on the screen."""
    start = perf_counter_ns()
    change()
    QCoreApplication.processEvents()
    return (perf_counter_ns() - start) / 1e6


def zoomed(view: QGraphicsView, turn: int) -> None:
    scale = 1.03 if turn % 2 else 1 / 1.03
    view.scale(scale, scale)


def surface_of(desk: Desk) -> Surface:
    """A surface with the journey on it, painted once."""
    scene = JourneyScene(desk)
    scene.show_journey("j")
    surface = Surface(scene)
    scene.setParent(surface)
    surface.resize(*SIZE)
    surface.show()
    QCoreApplication.processEvents()
    surface.viewport().repaint()
    return surface


@contextmanager
def desk_with(steps: int) -> Iterator[Desk]:
    from helpers.desks import open_desk

    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    with TemporaryDirectory() as folder, open_desk(Path(folder), maps.project(steps)) as desk:
        yield desk


def megabytes(whose: str) -> float:
    """The memory of a process of its own that shows 10,000 steps."""
    code = f"from bench import canvas; canvas.tell_memory({whose!r})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return float(done.stdout)


def tell_memory(whose: str) -> None:
    """Prints the megabytes of this process once it shows 10,000 steps."""
    with desk_with(10_000) as desk:
        view = surface_of(desk) if whose == "ours" else canvas_peer.opened(10_000, SIZE)[0]
        QCoreApplication.processEvents()
        resident = Path("/proc/self/statm").read_text().split()[1]
        print(round(int(resident) * resource.getpagesize() / 2**20, 1))
        view.close()
