"""A view on a desk of its own, alone in a window, for a person's hands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Generic, TypeVar

from PySide6.QtWidgets import QWidget

from helpers.desks import clear_away, open_desk, settle
from rondo.ui.desk import Desk
from rondo.words import Words
from rondofile.project import Project

V = TypeVar("V", bound=QWidget)


class Alone(Generic[V]):
    """A view, the project behind it, and whoever works with it."""

    def __init__(self, desk: Desk, view: V) -> None:
        self.desk, self.view = desk, view

    @property
    def project(self) -> Project:
        return self.desk.session.project

    def settle(self) -> None:
        settle(self.desk.session)
        settle(self.desk.session)


A = TypeVar("A", bound=Alone)  # type: ignore[type-arg]


@contextmanager
def standing_alone(
    worked_with: Callable[[Desk, V], A],
    make: Callable[[Desk], V],
    keys: Callable[[V], QWidget],
    folder: Path,
    project: Project | None,
    size: tuple[int, int],
    words: Words | None = None,
) -> Iterator[A]:
    """The view of the project that `make` makes, in front, with the keys in that part of it."""
    with open_desk(folder, project, words) as desk:
        window = QWidget()
        view = make(desk)
        view.setParent(window)
        for widget in (window, view):
            widget.resize(*size)
        window.show()
        window.activateWindow()
        keys(view).setFocus()
        made = worked_with(desk, view)
        made.settle()
        try:
            yield made
            made.settle()
        finally:
            window.hide()
            window.deleteLater()
            clear_away()
