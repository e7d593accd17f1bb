"""An inspector on a desk, and its fields by the questions they ask."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from helpers.answering import shown
from helpers.desks import open_desk
from rondo.ui.desk import Desk
from rondo.ui.fields import Field
from rondo.ui.inspector.panel import Inspector
from rondo.ui.inspector.section import Section
from rondo.words import Words
from rondofile.project import Project


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
