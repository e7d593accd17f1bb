"""The notes of the journey, over its cards. A note goes with its step while that is dragged."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from rondo.figures.arranging.layout_values import Box
from rondo.figures.journeys.journey_pen import Pen
from rondo.figures.notes import NotePlan, drawn_note, plan_notes
from rondo.text.qt_engine import QtTextEngine
from rondo.ui.canvas.painting.layer import Layer
from rondo.ui.canvas.painting.stage import Shown, Stage
from rondo.ui.dress.look import Look
from rondo.ui.pieces.painting import Drawing
from rondofile.project import Project

AROUND = 4.0
LEAST_SCALE = 0.35
"""Pixels per point below which a note is a patch of colour."""


class NotesItem(Layer):
    """Knows where notes are; `shift` moves their pictures while a gesture lasts."""

    def __init__(self, height: float, stage: Stage, engine: QtTextEngine, look: Look) -> None:
        super().__init__(height)
        self._stage, self._engine, self._look = stage, engine, look
        self._plans: dict[str, NotePlan] = {}
        self._drawn: dict[str, tuple[NotePlan, Pen, Drawing]] = {}
        self._shifts: Mapping[str, tuple[float, float]] = {}

    def show_notes(self, project: Project, shown: Shown | None) -> None:
        """Exactly the notes of that plan's journey are shown."""
        self._shifts, self._plans = {}, {}
        if shown is not None:
            plan = shown.plan
            notes = project.notes_of(plan.facts.journey.id)
            self._plans = plan_notes(notes, plan.boxes.get, plan.left, plan.top, shown.pen)
        self._drawn = {key: one for key, one in self._drawn.items() if key in self._plans}
        self.update()

    @property
    def area(self) -> QRectF:
        """The part of the scene that notes need."""
        area = QRectF()
        for plan in self._plans.values():
            area = area.united(_rect(plan.box))
        return area

    def ids(self) -> tuple[str, ...]:
        """The notes that are shown, in their order."""
        return tuple(self._plans)

    def plan(self, note: str) -> NotePlan | None:
        """Where the picture of a note is now."""
        plan = self._plans.get(note)
        if plan is None:
            return None
        step = plan.note.step
        if step is not None and step in self._stage.moving:
            plan = plan.followed(*self._stage.moving[step])
        return plan.moved(*self._shifts[note]) if note in self._shifts else plan

    def box(self, note: str) -> QRectF | None:
        """The place of that picture."""
        plan = self.plan(note)
        return _rect(plan.box) if plan else None

    def note_at(self, pos: QPointF) -> str | None:
        """The note that lies there; the upper one of two."""
        found = (key for key in reversed(self._plans) if (box := self.box(key)) and box.contains(pos))
        return next(found, None)

    def shift(self, shifts: Mapping[str, tuple[float, float]]) -> None:
        """These notes stand so far from their places, all others in them."""
        if shifts != self._shifts:
            self._shifts = dict(shifts)
            self.update()

    def draw(self, painter: QPainter, exposed: QRectF, scale: float) -> None:
        shown = self._stage.shown
        if shown is None:
            return
        for key in self._plans:
            plan = self.plan(key)
            if plan is None or not exposed.intersects(_reach(plan)):
                continue
            if scale < LEAST_SCALE:
                painter.fillRect(_rect(plan.box), self._look["warn"])
            else:
                self._drawing(key, plan, shown.pen).paint(painter)
            if key in self._stage.chosen:
                painter.setPen(QPen(QColor(self._look["accent"]), 2 / scale))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(_rect(plan.box).adjusted(-1.5, -1.5, 1.5, 1.5))

    def _drawing(self, key: str, plan: NotePlan, pen: Pen) -> Drawing:
        """The note drawn; kept until it stands elsewhere, says something else, or has other colours."""
        kept = self._drawn.get(key)
        if kept is None or kept[0] != plan or kept[1] is not pen:
            kept = self._drawn[key] = plan, pen, Drawing((drawn_note(plan, pen),), self._engine)
        return kept[2]


def _rect(box: Box) -> QRectF:
    return QRectF(box.x, box.y, box.width, box.height)


def _reach(plan: NotePlan) -> QRectF:
    """Where a note leaves ink, with its line."""
    area = _rect(plan.box)
    area = area.united(_rect(plan.step)) if plan.step else area
    return area.adjusted(-AROUND, -AROUND, AROUND, AROUND)
