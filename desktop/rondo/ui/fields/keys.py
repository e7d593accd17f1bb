"""Keys that belong to the document and not to the editor that has the focus."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu

_MODIFIERS = Qt.KeyboardModifier
_CONTROL, _SHIFT = _MODIFIERS.ControlModifier, _MODIFIERS.ShiftModifier
_OURS = ((Qt.Key.Key_Z, _CONTROL), (Qt.Key.Key_Z, _CONTROL | _SHIFT), (Qt.Key.Key_Y, _CONTROL))


def is_history(event: QKeyEvent) -> bool:
    """Whether the keys mean undo or redo."""
    if event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo):
        return True
    return any(event.key() == key and event.modifiers() == held for key, held in _OURS)


def is_override(event: QEvent) -> bool:
    """Whether the widget is asked if it wants a key before the window's shortcuts get it."""
    return event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)


def is_erasing(event: QKeyEvent) -> bool:
    """Whether the key means: take this answer away."""
    return event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not event.modifiers()


def without_history(menu: QMenu) -> QMenu:
    """The menu of an editor without its own undo and redo."""
    for action in menu.actions():
        if action.objectName() in ("edit-undo", "edit-redo"):
            menu.removeAction(action)
    if menu.actions() and menu.actions()[0].isSeparator():
        menu.removeAction(menu.actions()[0])
    return menu
