"""The canvas on a desk of its own, worked with by mouse and keys as a person would."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from helpers.desks import clear_away, open_desk, settle, wait_for
from rondo.ui.canvas.hands import Hands
from rondo.ui.canvas.painting.marks_item import handle_of
from rondo.ui.canvas.title_editor import TitleEditor
from rondo.ui.canvas.view import JourneyView
from rondo.ui.desk import Desk
from rondo.words import Words
from rondofile.kinds import EditKind
from rondofile.project import Project
from rondofile.records import Link, Record, Step

LEFT = Qt.MouseButton.LeftButton
NONE, CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
Picture = tuple[object, ...]


class Canvas:
    """A canvas, the project behind it, and a person's hands."""

    def __init__(self, desk: Desk, view: JourneyView) -> None:
        self.desk, self.view = desk, view
        self.scene, self.surface = view.scene, view.surface
        self.viewport = view.surface.viewport()
        self.notices: list[str] = []
        desk.notices.said.connect(lambda notice: self.notices.append(notice.sentence))

    @property
    def hands(self) -> Hands:
        return self.view.work.hands

    @property
    def project(self) -> Project:
        return self.desk.session.project

    @property
    def editor(self) -> TitleEditor | None:
        """The editor that is open."""
        editor = self.hands.editor
        return editor if editor is not None and editor.is_open else None

    @property
    def next_undo(self) -> EditKind | None:
        standing = self.desk.session.standing
        return standing.next_undo if standing else None

    def step(self, key: str) -> Step:
        return self.project.get(Step, key)

    def steps(self) -> dict[str, Step]:
        """The steps of the journey that is shown, by title."""
        return {step.title: step for step in self.project.steps_of(self.scene.journey or "")}

    def links(self) -> set[tuple[str, str, str]]:
        """The links of the journey that is shown: titles of both ends, and kind."""
        found = self.project.links_of(self.scene.journey or "")
        return {(self.step(x.source).title, self.step(x.target).title, str(x.kind)) for x in found}

    def chosen(self, kind: type[Record] = Step) -> tuple[str, ...]:
        return self.desk.selection.ids_of(kind)

    def at(self, place: str | QPointF) -> QPoint:
        """A place of the map, or the middle of a step's card, in the viewport."""
        if isinstance(place, str):
            box = self.scene.box_of(place)
            assert box is not None, "that step has no card"
            place = box.center()
        return self.surface.mapFromScene(place)

    def handle(self, step: str) -> QPoint:
        """Where the connect handle of a step stands, which shows when the step is pointed at."""
        self.hover(self.at(step))
        middle = handle_of(self.scene.stage, step)
        assert middle is not None
        spots = [middle + QPointF(across, 0) for across in (-1.0, -3.0, 1.0, 3.0)]
        found = [
            spot for spot in spots if self.scene.handle_at(spot) == step and not self.scene.step_at(spot)
        ]
        assert found, "the handle does not show"
        return self.at(found[0])

    def empty_ground(self) -> QPoint:
        """A point of the map with nothing on it."""
        area = self.viewport.rect().adjusted(20, 20, -20, -20)
        for y in range(area.top(), area.bottom(), 12):
            for x in range(area.left(), area.right(), 12):
                pos = self.surface.mapToScene(QPoint(x, y))
                phase, lane = self.scene.cell_at(pos)
                room = all(
                    self.scene.step_at(pos + QPointF(dx, dy)) is None
                    for dx in (-60, 0, 60)
                    for dy in (-20, 0, 20)
                )
                if phase and lane and room and not self.scene.link_at(pos):
                    return QPoint(x, y)
        raise AssertionError("the map is full")

    def hover(self, at: QPoint) -> None:
        """The pointer comes there from beside; one that is there already would not move."""
        QTest.mouseMove(self.viewport, at + QPoint(3, 2))
        wait_for(lambda: self.view.work.toolbox.is_ready)
        QTest.mouseMove(self.viewport, at)
        QApplication.processEvents()

    def click(self, place: str | QPoint, held: Qt.KeyboardModifier = NONE) -> None:
        at = self.at(place) if isinstance(place, str) else place
        self.hover(at)
        QTest.mouseClick(self.viewport, LEFT, held, at)
        self.settle()

    def double_click(self, place: str | QPoint) -> None:
        at = self.at(place) if isinstance(place, str) else place
        QTest.mouseClick(self.viewport, LEFT, NONE, at)
        QTest.mouseDClick(self.viewport, LEFT, NONE, at)
        QTest.mouseRelease(self.viewport, LEFT, NONE, at)
        self.settle()

    def drag(self, start: QPoint, end: QPoint, held: Qt.KeyboardModifier = NONE) -> None:
        """Pressed, moved and still held."""
        QTest.mousePress(self.viewport, LEFT, held, start)
        for part in (0.3, 0.7, 1.0):
            QTest.mouseMove(self.viewport, start + (end - start) * part)
            QApplication.processEvents()

    def let_go(self, at: QPoint) -> None:
        QTest.mouseRelease(self.viewport, LEFT, NONE, at)
        self.settle()

    def drag_and_drop(self, start: QPoint, end: QPoint) -> None:
        self.drag(start, end)
        self.let_go(end)

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        """The key goes to whatever has the focus."""
        QTest.keyClick(self._focused(), key, held)
        self.settle()

    def type(self, text: str) -> None:
        QTest.keyClicks(self._focused(), text)

    def _focused(self) -> QWidget:
        """What keys go to; after a menu the offscreen platform may have no window in front."""
        return QApplication.focusWidget() or self.view.window().focusWidget() or self.surface

    def settle(self) -> None:
        settle(self.desk.session)
        settle(self.desk.session)

    def picture(self) -> Picture:
        """What is seen now: places of cards, what is marked, sketched, chosen, and being written."""
        stage = self.scene.stage
        boxes = tuple((key, stage.box(key)) for key in self.scene.step_ids())
        return boxes, stage.cell, self.hands.overlay.sketch, self.chosen(), self.chosen(Link), self.editor


@contextmanager
def open_canvas(
    folder: Path,
    project: Project | None,
    size: tuple[int, int] = (1400, 900),
    words: Words | None = None,
    *,
    moves: bool = False,
) -> Iterator[Canvas]:
    """The canvas of the project's first journey, whole in view, with the keys of the window."""
    with open_desk(folder, project, words) as desk:
        desk.settings.keep("look/still", not moves)
        window = QWidget()
        view = JourneyView(desk)
        view.setParent(window)
        for widget in (window, view):
            widget.resize(*size)
        deeds = view.deeds()
        for spec, action in desk.actions.items():
            deed = deeds.get(spec.id)
            if deed is not None:
                view.addAction(action)
                action.triggered.connect(lambda _=False, deed=deed: deed.possible() and deed.do())
        window.show()
        window.activateWindow()
        view.surface.setFocus()
        canvas = Canvas(desk, view)
        canvas.settle()
        view.surface.fit()
        try:
            yield canvas
            canvas.settle()
        finally:
            window.hide()
            window.deleteLater()
            clear_away()
