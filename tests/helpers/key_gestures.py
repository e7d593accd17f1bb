"""What keys do in a window, by chance: keys of actions, texts of any script, answers to questions."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QLineEdit,
)

from helpers.hand import CHOSEN, CTRL, EDITORS, LEAVES, LEFT, MOVING, TEXTS, Hand, Key
from rondo.ui.fields import Field
from rondo.ui.fields.typed import TypedField


class Keyboard(Hand):
    """Gestures of a keyboard."""

    def key(self) -> None:
        if self.draw.random() < 0.55:
            key, held = self.draw.choice(MOVING)
            QTest.keyClick(self._focused(), key, held)
            return
        _, action = self.draw.choice(
            [one for one in self.window.desk.actions.items() if self._may(one[0].id)]
        )
        for keys in action.shortcuts()[:1]:
            self._press(keys)

    def type(self) -> None:
        """Into whatever has the keys, or into a field."""
        fields = [one for one in self._shown(EDITORS) if one.isEnabled()]
        if fields and self.draw.random() < 0.7:
            self.draw.choice(fields).setFocus(Qt.FocusReason.MouseFocusReason)
        focused = self._focused()
        if self.draw.random() < 0.25:
            QTest.keyClick(focused, Key.Key_A, CTRL)
        self._say(focused, self.draw.choice(TEXTS))
        end = self.draw.choice((Key.Key_Return, Key.Key_Tab, Key.Key_Escape, None, None))
        if end is not None:
            QTest.keyClick(self._focused(), end)

    def fill(self) -> None:
        """A name is written with ordinary keys, as into a line that makes something new."""
        lines = [one for one in self._shown(QLineEdit) if one.isEnabled()]
        if lines:
            line = self.draw.choice(lines)
            line.setFocus(Qt.FocusReason.MouseFocusReason)
            QTest.keyClicks(line, self.draw.choice(("New", "7", "2 x")))
            QTest.keyClick(self._focused(), Key.Key_Return)

    def turn_to(self) -> None:
        """Something is chosen, as a finding of the review or the outline does."""
        desk = self.window.desk
        kind = self.draw.choice(CHOSEN)
        found = desk.session.project.all(kind)
        if found:
            desk.selection.choose(
                kind, *{self.draw.choice(found).id for _ in range(self.draw.choice((1, 1, 3)))}
            )
            self.about = str(desk.selection.ids)

    def answer(self) -> None:
        """A question of a panel about something is answered."""
        if self.draw.random() < 0.6:
            self.turn_to()
        fields = [one for one in self._shown(Field) if one.isEnabled()]
        if not fields:
            return
        field = self.draw.choice(fields)
        self.about = f"{field} {field.accessibleName()!r}"
        if isinstance(field, TypedField):
            field.box.setFocus(Qt.FocusReason.MouseFocusReason)
            QTest.keyClick(field.box, Key.Key_A, CTRL)
            self._say(field.box, self.draw.choice(TEXTS))
            QTest.keyClick(self._focused(), Key.Key_Tab)
            return
        parts = [one for one in field.findChildren(QAbstractButton) if one.isVisible() and one.isEnabled()]
        if parts:
            QTest.mouseClick(self.draw.choice(parts), LEFT)
        else:
            field.setFocus()
            QTest.keyClick(self._focused(), self.draw.choice((Key.Key_Down, Key.Key_Up, Key.Key_Space)))

    def renew(self) -> None:
        """Everything is as it was opened: one step, so that there is always something to work with."""
        self.window.carry_out("file.revert")

    def _may(self, key: str) -> bool:
        return key not in LEAVES

    def _press(self, keys: QKeySequence) -> None:
        pressed = keys[0]
        QTest.keyClick(self._focused(), pressed.key(), pressed.keyboardModifiers())
