"""The architectures view of a desk, shown for a test."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeVar

from PySide6.QtWidgets import QApplication

from rondo.ui.compare.view import ArchitecturesView
from rondo.ui.desk import Desk

P = TypeVar("P")


@contextmanager
def compared(desk: Desk, section: str = "roles") -> Iterator[ArchitecturesView]:
    """The view with that section open; gone at the end."""
    view = ArchitecturesView(desk)
    view.resize(760, 700)
    view.show()
    view.looking.open(section)
    QApplication.processEvents()
    try:
        yield view
    finally:
        view.close()
        view.deleteLater()


def opened(view: ArchitecturesView, section: str, kind: type[P]) -> P:
    """The page of a section, opened."""
    view.looking.open(section)
    QApplication.processEvents()
    assert isinstance(view.page, kind)
    return view.page
