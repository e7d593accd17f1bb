"""Windows that were closed leave nothing behind, and text that is set again and again costs nothing."""

from __future__ import annotations

import gc
import sys
import threading
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from helpers.applications import project_file, running, window_of
from helpers.desks import clear_away, edited, settle, wait_for
from helpers.windows import VIEWS
from rondo.ui.app import Application
from rondo.ui.session import Session
from rondofile.kinds import EditKind
from rondofile.nouns import conclusions

TIMES = 20


def open_and_close(application: Application, path: Path) -> None:
    application.open_file(path)
    window = window_of(application)
    for view in VIEWS:
        window.show_view(view)
        QApplication.processEvents()
    settle(window.desk.session)
    window.close()
    assert application.windows == []


def left(application: Application) -> tuple[int, int, int]:
    """How many objects of Qt, widgets and running timers there are once nothing is under way."""
    wait_for(lambda: not application.helper.jobs)
    for _ in range(2):
        clear_away()
        gc.collect()
    found = [one for one in gc.get_objects() if isinstance(one, QObject)]
    timers = [one for one in found if isinstance(one, QTimer) and isValid(one) and one.isActive()]
    return len(found), len(QApplication.allWidgets()), len(timers)


def test_windows_that_were_closed_leave_nothing_behind(tmp_path: Path, qapp: QApplication) -> None:
    path = project_file(tmp_path)
    threads = threading.active_count()
    with running(tmp_path) as application, closing(application.helper):
        for _ in range(3):
            open_and_close(application, path)
        before = left(application)
        for _ in range(TIMES):
            open_and_close(application, path)
        after = left(application)
        grown = tuple(now - was for now, was in zip(after, before, strict=True))
        assert max(grown) < TIMES, f"objects, widgets, timers: {before}, then {after}"
        assert threading.active_count() == threads
        process = application.helper.process_id
        assert process, "the brief was made in a process of its own"
        application.helper.close()
        assert application.helper.process_id == 0


def test_texts_that_are_set_again_and_again_keep_no_reference(tmp_path: Path, qapp: QApplication) -> None:
    path = project_file(tmp_path)
    with running(tmp_path) as application:
        application.open_file(path)
        window = window_of(application)
        session = window.desk.session

        def entitle(times: int) -> None:
            for number in range(times):
                entitled(session, f"Title {number}")

        entitle(20)
        before = sys.getrefcount(None)
        entitle(500)
        assert abs(sys.getrefcount(None) - before) < 400, "every text that is set keeps something"
        assert session.project.info.title == "Title 499"


def entitled(session: Session, title: str) -> None:
    edited(session, EditKind.SET_PROJECT, lambda edit: conclusions.set_cover(edit, title=title))
