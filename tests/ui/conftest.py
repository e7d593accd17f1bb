"""What the tests of the window share: one warm helper process, as the windows of a program do."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from helpers.desks import clear_away
from rondo.ui.jobs.jobs import Helper


@pytest.fixture(scope="session")
def helper(qapp: QApplication) -> Iterator[Helper]:
    """A helper that is warm; whoever cancels leaves a fresh one."""
    made = Helper()
    made.warm()
    yield made
    made.close()
    clear_away()


@pytest.fixture(autouse=True)
def nothing_in_front(qapp: QApplication) -> None:
    """No window of an earlier test stands over the one of this test: it would call the pointer away."""
    for widget in QApplication.topLevelWidgets():
        widget.hide()


@pytest.fixture(scope="module", autouse=True)
def what_is_there_stays(qapp: QApplication) -> None:
    """What was imported and is kept for all tests need not be looked at after each of them."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def garbage_goes_here(qapp: QApplication) -> Iterator[None]:
    """What a test leaves is collected when it ends, on the thread of the windows, as the program does it: not
    in the middle of another test, on whichever thread."""
    gc.disable()
    yield
    gc.collect()
    gc.enable()
