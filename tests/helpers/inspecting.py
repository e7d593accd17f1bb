"""An inspector on a desk, and its fields by the questions they ask."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from helpers.answering import shown
from helpers.desks import open_desk
from rondo.ui.desk import Desk
from rondo.ui.fields import Field
from rondo.ui.fields.add_line import AddLine
from rondo.ui.inspector.panel import Inspector
from rondo.ui.inspector.pieces.jump import Jump
from rondo.ui.inspector.pieces.push import Push
from rondo.ui.inspector.pieces.section import Section
from rondo.words import Words
from rondofile.project import Project
from rondofile.records import Step


@contextmanager
def inspecting(
    folder: Path, project: Project, words: Words | None = None
) -> Iterator[tuple[Desk, Inspector]]:
    """An inspector that is shown on a project."""
    with open_desk(folder, project, words) as desk:
        panel = Inspector(desk)
        with shown(panel):
            yield desk, panel


def unfold(panel: Inspector) -> None:
    """Every section of the page is open."""
    for section in panel.findChildren(Section):
        section.heading.setChecked(True)
    QCoreApplication.processEvents()


def field_named(panel: Inspector, question: str) -> Field:
    """The visible field that asks that; AssertionError unless there is exactly one."""
    found = [field for field in panel.findChildren(Field) if field.question == question and field.isVisible()]
    own = [field for field in found if not isinstance(field.parent(), Field)]
    assert len(own) == 1, f"{len(own)} fields ask {question!r}"
    return own[0]


def add_by_name(line: AddLine, text: str) -> None:
    line.box.setFocus()
    QTest.keyClicks(line.box, text)
    QTest.keyClick(line.box, Qt.Key.Key_Return)


def press_button(panel: QWidget, text: str) -> None:
    button = next(one for one in panel.findChildren(Push) if one.isVisible() and one.accessibleName() == text)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def step_called(project: Project, title: str) -> Step:
    return next(step for step in project.all(Step) if step.title == title)


def texts(panel: Inspector) -> str:
    """All the words that are shown."""
    QCoreApplication.processEvents()
    labels = [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]
    jumps = [jump.accessibleName() for jump in panel.findChildren(Jump) if jump.isVisible()]
    return "\n".join([*labels, *jumps])


def jump_to(panel: Inspector, name: str) -> Jump:
    return next(
        jump for jump in panel.findChildren(Jump) if jump.isVisible() and name in jump.accessibleName()
    )
