"""Answering fields as a person would: with keys and the mouse."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLayout, QVBoxLayout, QWidget

from helpers.desks import clear_away, settle, wait_for
from rondo.ui.desk import Desk
from rondo.ui.fields import ChoiceField, EvidenceField, Field, ScoreField, TickField
from rondo.ui.fields.choice_box import ChoiceBox
from rondo.ui.fields.pills import Pills
from rondo.ui.fields.typed import TypedField


@contextmanager
def shown(*widgets: QWidget) -> Iterator[QWidget]:
    """The widgets in a window that has the focus; closed and cleared away at the end."""
    window = QWidget()
    column = QVBoxLayout(window)
    column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    window.resize(288, 640)
    window.show()
    window.activateWindow()
    wait_for(window.isActiveWindow)
    QCoreApplication.processEvents()
    try:
        yield window
    finally:
        window.close()
        window.deleteLater()
        clear_away()


def type_in(field: TypedField, text: str, instead: bool = True) -> None:
    """The text is typed, instead of what stood there or at its end; the focus stays."""
    enter(field)
    if instead:
        QTest.keyClick(field.box, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(field.box, Qt.Key.Key_Delete)
    QTest.keyClicks(field.box, text)


def enter(field: Field) -> None:
    """The focus is in the field."""
    field.setFocus(Qt.FocusReason.TabFocusReason)
    QCoreApplication.processEvents()


def leave(window: QWidget) -> None:
    """The focus is nowhere."""
    focus = window.focusWidget()
    if focus is not None:
        focus.clearFocus()
    QCoreApplication.processEvents()


def answer(field: Field, value: Any) -> None:
    """The field is given that answer by keys or mouse: text where one types, else the value."""
    if isinstance(field, TypedField):
        type_in(field, value)
        field.box.clearFocus()
    elif isinstance(field, EvidenceField):
        answer(field.kind, value[0])
        answer(field.source, value[1])
    elif isinstance(field, TickField):
        if field.value() is not value:
            QTest.mouseClick(field.box, Qt.MouseButton.LeftButton)
    elif isinstance(field, ScoreField):
        press(field.pills, value)
    elif isinstance(field, ChoiceField) and isinstance(field.box, Pills):
        press(field.box, value)
    elif isinstance(field, ChoiceField) and isinstance(field.box, ChoiceBox):
        choose(field.box, value)
    QCoreApplication.processEvents()


def press(pills: Pills, value: Any) -> None:
    """The small box that stands for the value is pressed."""
    pill = next(pill for held, pill in pills.answers if held == value)
    QTest.mouseClick(pill, Qt.MouseButton.LeftButton)


def choose(box: ChoiceBox, value: Any) -> None:
    """The arrow keys are pressed until the list shows the value."""
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Home)
    for _ in range(box.count()):
        if box.answer == value:
            return
        QTest.keyClick(box, Qt.Key.Key_Down)
    assert box.answer == value, "the list has no such answer"


def after_pause(desk: Desk, field: TypedField) -> None:
    """What was typed was kept by itself, and is answered."""
    wait_for(lambda: field.value() == field.read(field.box.said()))
    settle(desk.session)


def named_widgets(window: QWidget) -> Iterator[tuple[QWidget, str]]:
    """Every visible widget that can have the focus, with its accessible name."""
    for widget in window.findChildren(QWidget):
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isVisible():
            yield widget, widget.accessibleName()


def focused() -> QWidget | None:
    """The widget that has the focus."""
    return QApplication.focusWidget()
