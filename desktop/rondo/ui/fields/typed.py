"""Typed fields: what is typed is kept after a pause, at Return and when the focus leaves."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout

from rondo.ui.fields.echo import Echo
from rondo.ui.fields.field import Field, Setting, fresh_stay, said
from rondo.ui.fields.ground import HEIGHT, PADDING, Ground
from rondo.ui.fields.line_box import LineBox
from rondo.ui.fields.text_box import TextBox

PAUSE = 400
"""Milliseconds after the last key."""

_SAME_STAY = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class TypedField(Field):
    """A field with an editor. A subclass says how a value is written and read.

    The echo of what was said never overwrites what was typed meanwhile; news from outside ends the stay.
    """

    EMPTY: Any = ""

    def __init__(
        self,
        desk: Setting,
        label: str,
        box: LineBox | TextBox,
        placeholder: str = "",
        hint: str = "",
        quiet: bool = False,
        unit: str = "",
    ) -> None:
        super().__init__(desk, label, hint, quiet)
        self._echo = Echo()
        self._kept: Any = self.EMPTY
        self._placeholder = placeholder
        self._shown, self._usual_hint = "", hint
        self.focus_stay = fresh_stay()
        self.box = box
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.commit)
        box.setPlaceholderText(placeholder)
        self._ground = Ground(desk.look, self)
        self._fill(unit)
        self._connect()
        self.hold(self._ground, box)

    def say(self, value: Any) -> str:
        """The text that stands for a value."""
        return str(value)

    def read(self, text: str) -> Any:
        """The value that a text stands for. ValueError where it stands for none."""
        return text

    def complaint(self) -> str:
        """What to say below the field while its text stands for no value."""
        return ""

    def value(self) -> Any:
        return self._kept

    def set_value(self, value: Any) -> None:
        if not self._echo.is_news(value):
            return
        typing = self._is_typing()
        self.focus_stay = fresh_stay()
        self._kept, self._shown = value, self.say(value)
        if not typing:
            self._put()

    def begin(self, value: Any) -> None:
        self._pause.stop()
        self._echo.begin(value)
        self.focus_stay = fresh_stay()
        self._kept = value
        self._put()
        self._trouble(False)

    def commit(self) -> None:
        self._pause.stop()
        text = self.box.said()
        if text == self._shown:
            self._trouble(False)
            return
        try:
            value = self.read(text)
        except ValueError:
            self._trouble(True)
            return
        self._trouble(False)
        self._shown = text
        if value != self._kept:
            self._kept = value
            self._echo.say(value)
            self.changed.emit(value)
        if not self.box.hasFocus():
            self._put()

    def set_placeholder(self, text: str) -> None:
        """What stands there while there is no answer."""
        self._placeholder = text
        self.box.setPlaceholderText(text)

    def set_various(self, various: bool) -> None:
        wanted = self.words("fields.various") if various else self._placeholder
        if self.box.placeholderText() != wanted:
            self.box.setPlaceholderText(wanted)
        if various:
            self.set_value(self.EMPTY)

    def relook(self) -> None:
        super().relook()
        px = self.look.px
        self.box.setFont(self.look.font())
        if isinstance(self.box, TextBox):
            self.box.relook()
        across, down = px(PADDING), px(5)
        row = self._ground.layout()
        if row is not None:
            row.setContentsMargins(across, down, across, down)
        self._ground.setMinimumHeight(px(HEIGHT))
        self._ground.update()

    def hideEvent(self, event: QHideEvent) -> None:
        self.commit()
        super().hideEvent(event)

    def _fill(self, unit: str) -> None:
        row = QHBoxLayout(self._ground)
        row.addWidget(self.box, 1)
        if unit:
            counted = said(unit, "caption", self._ground)
            counted.setWordWrap(False)
            row.addWidget(counted)

    def _connect(self) -> None:
        self.box.typed.connect(self._on_box_typed)
        self.box.came.connect(self._on_box_came)
        self.box.left.connect(self._on_box_left)
        self.box.done.connect(self.commit)
        self.box.escaped.connect(self._on_box_escaped)
        self.box.history_wanted.connect(self.commit)

    def _put(self) -> None:
        """The box says what is kept. What a box cannot hold, such as control characters, is nothing typed."""
        self.box.put(self.say(self._kept))
        self._shown = self.box.said()

    def _is_typing(self) -> bool:
        return self.box.hasFocus() and (self.box.composing or self.box.said() != self._shown)

    def _trouble(self, troubled: bool) -> None:
        self.set_hint(self.complaint() if troubled else self._usual_hint)
        if self._ground.troubled != troubled:
            self._ground.troubled = troubled
            self._ground.update()

    def _on_box_typed(self) -> None:
        self._pause.start()

    def _on_box_came(self, reason: Qt.FocusReason) -> None:
        if reason not in _SAME_STAY:
            self.focus_stay = fresh_stay()
        self._ground.update()

    def _on_box_left(self) -> None:
        self.commit()
        if self.box.said() == self._shown:
            self._put()
        self._ground.update()

    def _on_box_escaped(self, event: QKeyEvent) -> None:
        self._pause.stop()
        if self.box.said() != self._shown:
            self.box.put(self._shown)
            self._trouble(False)
            event.accept()
