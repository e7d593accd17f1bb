"""The outline on a desk of a test: shown, and handled as a person would."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QWidget

from helpers.desks import clear_away, open_desk, park, settle
from rondo.ui.desk import Desk
from rondo.ui.outline.panel import Outline
from rondo.words import Words
from rondofile.project import Project


@contextmanager
def open_outline(
    folder: Path, project: Project | None = None, words: Words | None = None
) -> Iterator[tuple[Desk, Outline]]:
    """The outline of the worked case, or of that project."""
    with open_desk(folder, park() if project is None else project, words) as desk:
        window = QWidget()
        window.resize(232, 700)
        outline = Outline(desk, window)
        outline.resize(232, 700)
        window.show()
        window.activateWindow()
        settle(desk.session)
        try:
            yield desk, outline
        finally:
            settle(desk.session)
            window.close()
            window.deleteLater()
            clear_away()


def view(outline: Outline, name: str) -> QAbstractItemView:
    """The list of that name: "segments", "journeys" or "organisations"."""
    found = outline.findChild(QAbstractItemView, name)
    assert found is not None
    return found


def texts(shown: QAbstractItemView, parent: QModelIndex | None = None) -> list[str]:
    """What the lines say, from top to bottom, those that are folded away too."""
    model, below = shown.model(), parent or QModelIndex()
    found: list[str] = []
    for row in range(model.rowCount(below)):
        index = model.index(row, 0, below)
        found += [str(index.data()), *texts(shown, index)]
    return found


def line(shown: QAbstractItemView, text: str, parent: QModelIndex | None = None) -> QModelIndex:
    """The first line that says so. AssertionError where there is none."""
    found = _line(shown, text, parent or QModelIndex())
    assert found.isValid(), f"no line says {text!r}: {texts(shown)}"
    return found


def click(
    shown: QAbstractItemView, index: QModelIndex, button: Qt.MouseButton = Qt.MouseButton.LeftButton
) -> None:
    """The line is clicked, and the keyboard is there."""
    shown.setFocus()
    QTest.mouseClick(shown.viewport(), button, pos=middle(shown, index))


def middle(shown: QAbstractItemView, index: QModelIndex) -> QPoint:
    """The middle of a line."""
    return shown.visualRect(index).center()


def editor(shown: QAbstractItemView) -> QLineEdit:
    """The editor that is open. AssertionError where none is."""
    found = [one for one in shown.findChildren(QLineEdit) if one.isVisible()]
    assert len(found) == 1, f"{len(found)} editors are open"
    return found[0]


def is_editing(shown: QAbstractItemView) -> bool:
    """Whether a name is being edited."""
    QApplication.processEvents()
    return any(one.isVisible() for one in shown.findChildren(QLineEdit))


def type_name(desk: Desk, shown: QAbstractItemView, text: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
    """The open editor holds that text when the key is pressed."""
    field = editor(shown)
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    field.insert(text)
    QTest.keyClick(field, key)
    QApplication.processEvents()  # the editor commits a moment after the key
    settle(desk.session)


def _line(shown: QAbstractItemView, text: str, parent: QModelIndex) -> QModelIndex:
    model = shown.model()
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        if index.data() == text:
            return index
        below = _line(shown, text, index)
        if below.isValid():
            return below
    return QModelIndex()
