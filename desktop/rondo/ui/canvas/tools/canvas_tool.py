"""What all tools of the canvas have in common: double click writes, Escape leaves, keys do the same."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QGraphicsSceneMouseEvent

from rondo.ui.canvas.hands import Hands
from rondo.ui.canvas.titles import Titles
from rondo.ui.canvas.tools.keys import Keys
from rondofile.records import Lane, Link, Note, Step

LEFT = Qt.MouseButton.LeftButton


class CanvasTool:
    """A tool that takes nothing but what every tool takes."""

    def __init__(self, hands: Hands, titles: Titles, keys: Keys) -> None:
        self.hands, self.titles, self.keys = hands, titles, keys

    def press(self, pos: QPointF, event: QGraphicsSceneMouseEvent) -> bool:
        return False

    def move(self, pos: QPointF, event: QGraphicsSceneMouseEvent) -> bool:
        return False

    def release(self, pos: QPointF, event: QGraphicsSceneMouseEvent) -> bool:
        return False

    def double_click(self, pos: QPointF, event: QGraphicsSceneMouseEvent) -> bool:
        """What is there is written: a title, a label, a lane's name, or a new step."""
        if event.button() != LEFT:
            return False
        self.cancel()
        self.write_at(pos)
        return True

    def key(self, event: QKeyEvent) -> bool:
        return self.keys.press(event)

    def cancel(self) -> None:
        """Nothing is under way."""

    def leave(self) -> None:
        """Selecting is the tool again."""
        self.cancel()
        self.hands.tool_wanted.emit("journey.select")

    def write_at(self, pos: QPointF) -> None:
        """The editor is open for what is there."""
        scene, choose = self.hands.scene, self.hands.desk.selection.choose
        step, link, lane = scene.step_at(pos), scene.link_at(pos), self.lane_name_at(pos)
        note = scene.note_at(pos)
        if note is not None:
            choose(Note, note)
            self.keys.notes.write(note)
        elif step is not None:
            choose(Step, step)
            self.titles.rename_step(step)
        elif link is not None:
            choose(Link, link)
            self._write_on_link(link, pos)
        elif lane is not None:
            choose(Lane, lane)
            self.titles.rename_lane(lane)
        elif scene.phase_at(pos) is not None or self._is_below_all(pos):
            self.titles.new_step(self.hands.place_at(pos), pos)

    def _write_on_link(self, link: str, pos: QPointF) -> None:
        """Its label where that stands; elsewhere on its way a step is put in between."""
        plan = self.hands.scene.plan
        drawn = plan is not None and link in plan.links and link not in plan.learned
        inside = drawn and not self.hands.link_area(link).contains(pos)
        labelled = plan is not None and plan.routes.chip(link) is not None
        if inside or (drawn and not labelled):
            self.titles.insert_step(link, pos)
        else:
            self.titles.label_link(link)

    def _is_below_all(self, pos: QPointF) -> bool:
        """Whether there is only empty ground: a step written there stands in the nearest cell."""
        plan = self.hands.scene.plan
        return plan is not None and not plan.boxes and pos.y() > plan.bottom

    def lane_name_at(self, pos: QPointF) -> str | None:
        """The lane whose name stands there, beside the columns."""
        named = self.hands.surface.names_lanes_at(pos)
        return self.hands.scene.lane_at(pos) if named else None


def dragged(event: QGraphicsSceneMouseEvent) -> bool:
    """Whether the pointer went so far from where it was pressed that it drags."""
    way = event.screenPos() - event.buttonDownScreenPos(LEFT)
    return way.manhattanLength() >= QApplication.startDragDistance()
