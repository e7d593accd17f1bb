"""A phase alone leaves a step in the inbox: it says there that the lane is awaited, and digits give it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from helpers.canvas_room import Canvas, open_canvas
from helpers.desks import park
from rondo.ui.canvas.capture.inbox_list import NOTE
from rondofile.enums import Phase
from rondofile.records import Step

Key = Qt.Key


def sort(canvas: Canvas, *titles: str) -> list[Step]:
    """Those steps wait, and the keys are on the first of them."""
    inbox = canvas.view.work.inbox
    canvas.key(Key.Key_I)
    for title in titles:
        canvas.type(title)
        canvas.key(Key.Key_Return)
    inbox.waiting.list.setFocus()
    inbox.waiting.list.setCurrentRow(0)
    canvas.settle()
    return [canvas.step(key) for key in inbox.waiting.list.shown()]


def test_a_phase_by_key_then_the_lane_is_asked_and_a_digit_gives_it(
    qapp: QApplication, tmp_path: Path
) -> None:
    with open_canvas(tmp_path, park()) as canvas:
        inbox = canvas.view.work.inbox
        first, second = sort(canvas, "Pack the bags", "Feed the cat")
        assert inbox.waiting.sort_keys.said() == ""
        canvas.key(Key.Key_2)
        said = inbox.waiting.sort_keys.said()
        assert said.startswith("Request – now the lane: 1 Family 2 Booking site")
        assert inbox.waiting.list.item(0).data(NOTE) == "Request – which lane?"
        canvas.key(Key.Key_2)
        lanes = canvas.project.lanes_of(canvas.scene.journey or "")
        placed = canvas.step(first.id)
        assert (placed.phase, placed.lane) == (Phase.REQUEST, lanes[1].id)
        assert canvas.chosen() == (second.id,) and inbox.waiting.sort_keys.said() == "", (
            "the next begins with its phase"
        )
        canvas.key(Key.Key_1)
        assert canvas.step(second.id).phase is Phase.RECOGNIZE
        assert inbox.waiting.sort_keys.said().startswith("Recognize – now the lane")


def test_beside_the_inbox_a_digit_stays_a_phase(qapp: QApplication, tmp_path: Path) -> None:
    with open_canvas(tmp_path, park()) as canvas:
        (waits,) = sort(canvas, "Pack the bags")
        canvas.key(Key.Key_2)
        canvas.surface.setFocus()
        canvas.key(Key.Key_1)
        assert (canvas.step(waits.id).phase, canvas.step(waits.id).lane) == (Phase.RECOGNIZE, None)
        canvas.view.work.inbox.waiting.list.setFocus()
        canvas.key(Key.Key_9)
        assert canvas.step(waits.id).lane is None, "there is no ninth lane"
