"""The panels beside the views: quiet docks without a title bar, as wide as a person left them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDockWidget, QFrame, QHBoxLayout, QMainWindow, QWidget
from shiboken6 import isValid

from rondo.ui.desk import Desk
from rondo.ui.frame.panels import PANELS, Panel
from rondo.ui.frame.settling import settle
from rondo.ui.pieces.leisure import Leisure
from rondo.ui.room import Room

OUTLINE_WIDTH, INSPECTOR_WIDTH = 232, 288
VIEW_WIDTH, LEAST = 360, {"outline": 168, "inspector": 224, "history": 224, "measures": 224, "moves": 224}
"""Pixels at 100 % that a view needs between both docks, and below which no dock shrinks."""
BETWEEN = 200
"""Pixels that always stay for the view: where the screen has no more, docks shrink further."""
_LEFT, _RIGHT = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea


class Docks(QObject):
    """Outline at the left, inspector at the right, history, measures or moves below it: made when first
    asked for, or by `come` once the view is seen. `made` is told of each."""

    filled = Signal()
    """Every panel that is shown is there."""

    escaped = Signal()
    """Esc had nothing to take back in the panel that has the keyboard."""

    def __init__(self, window: QMainWindow, desk: Desk, made: Callable[[Room], None]) -> None:
        super().__init__(window)
        self._window, self._look = window, desk.look
        self._scale, self._filled = desk.look.scale, False
        self._before: QWidget | None = None
        desk.look.changed.connect(self._on_look_changed)
        self.outline = _Dock(window, "outline", desk, _LEFT, made)
        self.inspector = _Dock(window, "inspector", desk, _RIGHT, made)
        self.history = _Dock(window, "history", desk, _RIGHT, made)
        self.measures = _Dock(window, "measures", desk, _RIGHT, made)
        self.moves = _Dock(window, "moves", desk, _RIGHT, made)
        self._put_lower()
        for dock in self.all():
            dock.visibilityChanged.connect(self._on_visibility_changed)
            dock.escaped.connect(self.escaped)
        self._limit()
        for corner, area in (
            (Qt.Corner.BottomLeftCorner, _LEFT),
            (Qt.Corner.BottomRightCorner, _RIGHT),
        ):
            window.setCorner(corner, area)

    def all(self) -> tuple[_Dock, ...]:
        """Every dock, from left to right and from top to bottom."""
        return self.outline, self.inspector, *self.lower()

    def lower(self) -> tuple[_Dock, ...]:
        """The docks below the inspector, of which one is shown at most."""
        return self.history, self.measures, self.moves

    def there(self) -> list[Room]:
        """The panels that have been made."""
        return [dock.room for dock in self.all() if dock.is_made]

    def key_of(self, room: Room) -> str:
        """The name of the dock in which that panel stands."""
        return next(dock.objectName() for dock in self.all() if dock.is_made and dock.room is room)

    def come(self) -> None:
        """The panels come one after the other; what people do comes in between. Then they are filled."""
        Leisure(self._coming(), self).begin(0)

    def fill(self) -> None:
        """The panels are there at once."""
        for _ in self._coming():
            pass

    def _coming(self) -> Iterator[None]:
        """The outline first, whose actions are the whole window's. To read in is a piece of its own."""
        self._filled = True
        self._set_up(self.outline)
        yield
        self.inspector.read_in()
        yield
        self._set_up(self.inspector)
        for dock in self.lower():
            if dock.is_shown():
                yield
                self._set_up(dock)
        self.filled.emit()

    def _set_up(self, dock: _Dock) -> None:
        """The panel is there, as high as it needs before it is seen."""
        assert dock.room
        settle()

    def turn_lower(self, lower: _Dock) -> None:
        """That dock is shown, with the keyboard in it and in the place of the other, or hidden."""
        lower.turn()
        focused = QApplication.focusWidget()
        if not lower.is_shown():
            self._give_back()
        else:
            self._before = focused if focused is None or not lower.isAncestorOf(focused) else self._before
            for other in self.lower():
                other.setVisible(other is lower)
            docks = [dock for dock in (self.inspector, lower) if dock.is_shown()]
            high = sum(dock.height() for dock in docks) // len(docks)
            self._window.resizeDocks(docks, [high] * len(docks), Qt.Orientation.Vertical)
            lower.room.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _give_back(self) -> None:
        """The keyboard is where it was before the dock took it."""
        before, self._before = self._before, None
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def reset(self) -> None:
        """Outline and inspector are shown, where and as wide as they were made; what is below is not."""
        for dock, area in ((self.outline, _LEFT), (self.inspector, _RIGHT)):
            self._window.addDockWidget(area, dock)
            dock.show()
        self._put_lower()
        self.arrange()

    def arrange(self) -> None:
        """The docks are as wide as they were made; where the view had too little room, the left one waits."""
        px = self._look.px
        self._limit()
        if self._window.width() < px(OUTLINE_WIDTH) + px(INSPECTOR_WIDTH) + px(VIEW_WIDTH):
            self.outline.hide()
        self.set_widths(px(OUTLINE_WIDTH), px(INSPECTOR_WIDTH))

    def set_widths(self, left: int, right: int) -> None:
        """The docks at both sides are that wide, in pixels."""
        self._window.resizeDocks(list(self._sides()), [left, right], Qt.Orientation.Horizontal)

    def _on_visibility_changed(self, seen: bool) -> None:
        """A dock that comes takes from the other what the view needs, until both are as narrow as can be."""
        for lower in self.lower():
            if seen and self._filled and lower.is_shown():
                assert lower.room
        shown = [dock for dock in self._sides() if dock.is_shown()]
        widths = [dock.width() for dock in shown]
        over = sum(widths) + self._look.px(VIEW_WIDTH) - self._window.width()
        if seen and over > 0 and self._window.isVisible():
            less = [
                max(dock.widget().minimumWidth(), width - over * width // sum(widths))
                for dock, width in zip(shown, widths, strict=True)
            ]
            self._window.resizeDocks(shown, less, Qt.Orientation.Horizontal)

    def _sides(self) -> tuple[_Dock, _Dock]:
        """One dock of each side, which stands for all that are there."""
        lower = next((dock for dock in self.lower() if dock.is_shown()), self.history)
        return self.outline, self.inspector if self.inspector.is_shown() else lower

    def _put_lower(self) -> None:
        """The lower docks have their place below the inspector, and are not shown."""
        for lower in reversed(self.lower()):
            self._window.splitDockWidget(self.inspector, lower, Qt.Orientation.Vertical)
            lower.hide()

    def _on_look_changed(self) -> None:
        """Text of another size needs docks of another width, but no more than there is."""
        self._limit()
        factor, self._scale = self._look.scale / self._scale, self._look.scale
        if factor != 1.0:
            widths = [round(dock.width() * factor) for dock in self._sides()]
            if self._window.width() < sum(widths) + self._look.px(VIEW_WIDTH):
                self.outline.hide()
            self.set_widths(*widths)

    def _limit(self) -> None:
        """No dock is narrower than its words need, as far as the screen has room for both and a view."""
        room = max(self._window.screen().availableGeometry().width(), self._window.width()) - BETWEEN
        both = self._look.px(LEAST["outline"] + LEAST["inspector"])
        for dock in self.all():
            least = self._look.px(LEAST[dock.objectName()])
            dock.limit(least if both <= room else least * room // both)


class _Dock(QDockWidget):
    """A dock that stays where it is and says its name to a screen reader alone."""

    escaped = Signal()

    def __init__(
        self,
        window: QMainWindow,
        name: str,
        desk: Desk,
        area: Qt.DockWidgetArea,
        made: Callable[[Room], None],
    ) -> None:
        super().__init__(desk.words(f"window.{name}"), window)
        self._name, self._desk, self._area, self._tell = name, desk, area, made
        self._room: Room | None = None
        self._least = 0
        self.setObjectName(name)
        self.setFeatures(QDockWidget.DockWidgetFeature.DockWidgetClosable)
        self.setTitleBarWidget(QWidget())
        self.setAllowedAreas(area)
        self.setWidget(QWidget())
        self.setAccessibleName(self.windowTitle())
        window.addDockWidget(area, self)

    @property
    def is_made(self) -> bool:
        """Whether the panel is there already."""
        return self._room is not None

    def read_in(self) -> Panel:
        """What the panel needs is imported; the panel itself is made by whoever asks for it."""
        return PANELS[self._name]()

    @property
    def room(self) -> Room:
        """The panel in the dock."""
        if self._room is None:
            holder, before = QWidget(self), self.widget()
            self._room = self.read_in()(self._desk, holder)
            _edge(holder, self._room, self._area)
            self.setWidget(holder)
            self.limit(self._least)
            before.deleteLater()
            self._tell(self._room)
        return self._room

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def limit(self, least: int) -> None:
        """The dock is never narrower than so many pixels."""
        self._least = least
        self.widget().setMinimumWidth(least)

    def turn(self) -> None:
        """The dock is shown where it was hidden, and the other way round."""
        self.setVisible(self.isHidden())

    def is_shown(self) -> bool:
        """Whether the dock is shown as far as its window is."""
        return not self.isHidden()


def _edge(holder: QWidget, room: Room, area: Qt.DockWidgetArea) -> None:
    """The room fills the holder, with a hairline towards the view."""
    line = QFrame(holder)
    line.setProperty("kind", "edge")
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    for widget in (room, line) if area == _LEFT else (line, room):
        row.addWidget(widget, 1 if widget is room else 0)
