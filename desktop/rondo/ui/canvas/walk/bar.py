"""The bar of a walk: where it is, what it came to so far, and how it goes on. Lies over the canvas."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from rondo.ui.canvas.walk.said import so_far, way_on, where
from rondo.ui.canvas.walk.walking import Walking
from rondo.ui.desk import Desk
from rondo.ui.pieces.elided import Elided
from rondofile.records import Step

WIDTH, EDGE, MOST_WAYS = 460, 14, 4
_KEYS, _PLAIN = Qt.Key, Qt.KeyboardModifier.NoModifier
_OWN = (
    *(_KEYS.Key_Right, _KEYS.Key_Left, _KEYS.Key_Home, _KEYS.Key_End, _KEYS.Key_Space, _KEYS.Key_Escape),
    *(_KEYS.Key_1, _KEYS.Key_2, _KEYS.Key_3, _KEYS.Key_4),
)


class WalkBar(QWidget):
    """Shown while a walk is under way. Keys: arrows, Home, End, Space, digits for the ways on, Esc."""

    placed = Signal()
    """It stands elsewhere, or is gone."""

    def __init__(self, desk: Desk, walking: Walking, parent: QWidget) -> None:
        super().__init__(parent)
        self._under = parent
        self._desk, self._walking = desk, walking
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(desk.words("canvas_walk.bar"))
        self.where, self.so_far = Elided(), QLabel()
        self.buttons = {
            "back": self._button(lambda: walking.go(walking.at - 1)),
            "play": self._button(walking.turn_play),
            "on": self._button(lambda: walking.go(walking.at + 1)),
            "end": self._button(walking.end),
        }
        self._ways = QHBoxLayout()
        self._column, self._head = QVBoxLayout(self), QHBoxLayout()
        self._lay_out()
        walking.changed.connect(self._on_walk_changed)
        desk.look.changed.connect(self._on_walk_changed)
        self.hide()

    def place(self) -> None:
        """It stands at the lower edge, in the middle of what it lies over."""
        there, px = self._under.rect(), self._desk.look.px
        width = min(px(WIDTH), there.width() - 2 * px(EDGE))
        self.setFixedWidth(max(width, 1))
        self.adjustSize()
        top = there.bottom() - self.height() - px(EDGE)
        self.move((there.width() - self.width()) // 2, max(top, 0))
        self.placed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = self._desk.look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look["accent" if self.hasFocus() else "line"], 1))
        painter.setBrush(look["surface"])
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), look.px(8), look.px(8))

    def event(self, event: QEvent) -> bool:
        """Digits and the like are keys of the walk here, and not those of the canvas."""
        override = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if override and event.modifiers() == _PLAIN and event.key() in _OWN:  # type: ignore[attr-defined]
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        walking, key = self._walking, event.key()
        steps = {_KEYS.Key_Right: walking.at + 1, _KEYS.Key_Left: walking.at - 1}
        steps |= {_KEYS.Key_Home: 0, _KEYS.Key_End: len(walking.moments) - 1}
        ways = walking.moment.ways if walking.moment else ()
        if key in steps:
            walking.go(steps[_KEYS(key)])
        elif key == _KEYS.Key_Space:
            walking.turn_play()
        elif key == _KEYS.Key_Escape:
            walking.end()
        elif 0 <= key - _KEYS.Key_1 < len(ways):
            walking.take(ways[key - _KEYS.Key_1].id)
        else:
            super().keyPressEvent(event)

    def _on_walk_changed(self) -> None:
        walking, words = self._walking, self._desk.words
        moment = walking.moment
        if moment is None:
            if self.hasFocus():
                self._under.setFocus(Qt.FocusReason.OtherFocusReason)
            self.hide()
            self.placed.emit()
            return
        if self.isHidden():
            self.show()
            self.raise_()
        self.where.say(where(walking, words), moment.step.title)
        self.so_far.setText(so_far(moment, words))
        self.setAccessibleDescription(f"{self.where.text()}. {self.so_far.text()}")
        self._show_ways()
        names = {"back": "back", "play": "pause" if walking.plays else "play", "on": "on", "end": "end"}
        icons = {"back": "chevron-left", "play": names["play"], "on": "chevron-right", "end": "x"}
        for key, button in self.buttons.items():
            button.setIcon(self._desk.look.icon(icons[key]))
            button.setToolTip(words(f"canvas_walk.{names[key]}"))
            button.setAccessibleName(words(f"canvas_walk.{names[key]}"))
        self.buttons["back"].setEnabled(walking.at > 0)
        self.buttons["on"].setEnabled(walking.at < len(walking.moments) - 1)
        self.place()

    def _show_ways(self) -> None:
        """Where the journey branches, a button for each way on."""
        while (item := self._ways.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        moment, project = self._walking.moment, self._desk.session.project
        ways = moment.ways if moment and len(moment.ways) > 1 else ()
        for number, way in enumerate(ways[:MOST_WAYS], start=1):
            target = project.find(Step, way.target)
            button = QToolButton()
            button.setText(way_on(number, way, target.title if target else "", self._desk.words))
            button.setToolTip(target.title if target else "")
            button.setProperty("kind", "tool")
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _=False, link=way.id: self._walking.take(link))
            self._ways.addWidget(button)
        self._ways.addStretch(1)

    def _button(self, deed: Callable[[], None]) -> QToolButton:
        button = QToolButton()
        button.setProperty("kind", "quiet")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda _=False: deed())
        return button

    def _lay_out(self) -> None:
        px = self._desk.look.px
        self.so_far.setProperty("kind", "caption")
        self.so_far.setTextFormat(Qt.TextFormat.PlainText)
        self.so_far.setWordWrap(True)
        self._head.addWidget(self.where, 1)
        for button in self.buttons.values():
            self._head.addWidget(button)
        self._column.setContentsMargins(px(14), px(8), px(8), px(10))
        self._column.setSpacing(px(2))
        self._column.addLayout(self._head)
        self._column.addWidget(self.so_far)
        self._column.addLayout(self._ways)
