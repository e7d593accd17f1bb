"""Whatever a person does on the canvas, in any order: it stays whole, and everything can be undone."""

from __future__ import annotations

import random
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from helpers.canvas_grips import canvas_grip
from helpers.canvas_room import ALT, CTRL, LEFT, NONE, SHIFT, Canvas, open_canvas
from helpers.desks import park
from rondofile.coherence import problems
from rondofile.kinds import EditKind

Key = Qt.Key
KEYS: tuple[tuple[Qt.Key, Qt.KeyboardModifier], ...] = (
    *(
        (key, NONE)
        for key in (Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down, Key.Key_Home, Key.Key_End)
    ),
    *((key, CTRL) for key in (Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down)),
    *((key, NONE) for key in (Key.Key_1, Key.Key_2, Key.Key_3, Key.Key_4, Key.Key_A, Key.Key_L, Key.Key_P)),
    *((key, NONE) for key in (Key.Key_C, Key.Key_K, Key.Key_N, Key.Key_V, Key.Key_I, Key.Key_Tab)),
    *((key, NONE) for key in (Key.Key_Return, Key.Key_Escape, Key.Key_Escape, Key.Key_F2, Key.Key_Delete)),
    *((key, CTRL) for key in (Key.Key_A, Key.Key_C, Key.Key_X, Key.Key_V, Key.Key_D)),
    *((key, ALT) for key in (Key.Key_Up, Key.Key_Down, Key.Key_Left, Key.Key_Right)),
    *((key, NONE) for key in (Key.Key_T, Key.Key_T)),
    *((key, SHIFT) for key in (Key.Key_T, Key.Key_L, Key.Key_C)),
    *((key, CTRL | SHIFT) for key in (Key.Key_L, Key.Key_Left, Key.Key_Right)),
    *((Key.Key_Backtab, SHIFT), (Key.Key_Return, SHIFT), (Key.Key_Right, SHIFT), (Key.Key_Left, SHIFT)),
)
TOGETHER = ("align-left", "align-middle", "distribute-across", "select-lane", "select-actor", "lane-seen")
LEAST, MOST, EDITS = 250, 600, 45
"""So many gestures at least; then until so many of them were edits, with all those kinds among them."""
KINDS = {EditKind.MOVE_LANE, EditKind.SIZE_LANE, EditKind.ADD_NOTE, EditKind.MOVE_NOTES}


class Anyone:
    """Does one thing after another, drawn from a fixed row of numbers."""

    def __init__(self, canvas: Canvas, seed: int) -> None:
        self._canvas, self._draw = canvas, random.Random(seed)
        self.done: dict[str, int] = {}

    def do_something(self) -> None:
        deeds = (
            *(self.press_a_key, self.press_a_key, self.click, self.drag, self.double_click, self.type),
            *(self.take_hold, self.act),
        )
        deed = self._draw.choice(deeds)
        self.done[deed.__name__] = self.done.get(deed.__name__, 0) + 1
        deed()
        self._canvas.settle()
        if QApplication.focusWidget() is None:
            self._canvas.surface.setFocus()

    def press_a_key(self) -> None:
        key, held = self._draw.choice(KEYS)
        QTest.keyClick(QApplication.focusWidget() or self._canvas.surface, key, held)

    def type(self) -> None:
        QTest.keyClicks(
            QApplication.focusWidget() or self._canvas.surface, self._draw.choice(("Ask", "x 1", "on and on"))
        )
        if self._draw.random() < 0.6:
            QTest.keyClick(QApplication.focusWidget() or self._canvas.surface, Key.Key_Return)

    def click(self) -> None:
        held = self._draw.choice((NONE, NONE, CTRL, SHIFT))
        QTest.mouseClick(self._canvas.viewport, LEFT, held, self._somewhere())

    def double_click(self) -> None:
        at = self._somewhere()
        QTest.mouseClick(self._canvas.viewport, LEFT, NONE, at)
        QTest.mouseDClick(self._canvas.viewport, LEFT, NONE, at)
        QTest.mouseRelease(self._canvas.viewport, LEFT, NONE, at)

    def drag(self) -> None:
        start, end = self._somewhere(), self._somewhere()
        self._canvas.drag(start, end)
        if self._draw.random() < 0.2:
            QTest.keyClick(self._canvas.surface, Key.Key_Escape)
        QTest.mouseRelease(self._canvas.viewport, LEFT, NONE, end)

    def take_hold(self) -> None:
        """A head or a border of a lane, an end of the chosen link, or a note is dragged."""
        start, end = canvas_grip(self._canvas, self._draw), self._somewhere()
        if start is not None and self._canvas.viewport.rect().contains(start):
            if self._draw.random() < 0.6:
                end = start + QPoint(self._draw.randint(-90, 90), self._draw.randint(-90, 90))
            self._canvas.drag(start, end)
            if self._draw.random() < 0.2:
                QTest.keyClick(self._canvas.surface, Key.Key_Escape)
            QTest.mouseRelease(self._canvas.viewport, LEFT, NONE, end)

    def act(self) -> None:
        """Something is done with several chosen steps, or with a lane."""
        deed = self._canvas.view.deeds()[f"journey.{self._draw.choice(TOGETHER)}"]
        if deed.possible():
            deed.do()

    def _somewhere(self) -> QPoint:
        """On a step, at its handle, or anywhere."""
        canvas, ids = self._canvas, self._canvas.scene.step_ids()
        area = canvas.viewport.rect().adjusted(4, 4, -4, -4)
        if ids and self._draw.random() < 0.7:
            at = canvas.at(self._draw.choice(ids))
            if self._draw.random() < 0.3:
                canvas.hover(at)
            if area.contains(at):
                return at
        x = self._draw.randint(area.left(), area.right())
        return QPoint(x, self._draw.randint(area.top(), area.bottom()))


def test_any_gestures_leave_a_whole_project_that_can_be_undone(qapp: QApplication, tmp_path: Path) -> None:
    with open_canvas(tmp_path, park(), moves=True) as canvas:
        canvas.view.work.toolbox.carry = lambda _: None
        start, anyone, edits = canvas.project, Anyone(canvas, 7), 0
        kinds: set[EditKind | None] = set()
        for count in range(1, MOST + 1):
            before = canvas.project
            anyone.do_something()
            edits += canvas.project is not before
            assert not list(problems(canvas.project, canvas.project.records()))
            kinds.add(canvas.next_undo)
            if count >= LEAST and edits >= EDITS and kinds >= KINDS:
                break
        assert sum(anyone.done.values()) == count >= LEAST and len(anyone.done) == 7
        assert edits >= EDITS and kinds >= KINDS
        canvas.key(Key.Key_Escape)
        for _ in range(2 * MOST):
            if canvas.next_undo in (None, EditKind.OPEN):
                break
            canvas.desk.session.undo()
            canvas.settle()
        assert canvas.project == start
    QApplication.clipboard().clear()  # what Python lent it must not outlive Python
