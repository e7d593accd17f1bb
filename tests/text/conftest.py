"""The text engine under Qt's application of the test run."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from rondo.text.qt_engine import QtTextEngine


@pytest.fixture(scope="session")
def engine(qapp: QApplication) -> QtTextEngine:
    """The engine with the shipped fonts alone: the same on every machine."""
    return QtTextEngine(system_fonts=False)
