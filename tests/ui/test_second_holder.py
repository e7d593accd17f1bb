"""A file that somebody else holds, or that one window shows already: never two that write one file."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from helpers.applications import project_file, running, window_of
from helpers.desks import wait_for
from rondo.ui.app import Application
from rondo.ui.files import knocking
from rondo.ui.main_window import MainWindow

HOLD = """
import sys, time
from rondofile.document import Document
document = Document.open(sys.argv[1], root=sys.argv[2])
print("held", flush=True)
sys.stdin.readline()
document.close()
"""


def shown(application: Application, path: Path) -> MainWindow:
    application.open_file(path)
    return window_of(application)


def press(window: MainWindow, label: str) -> None:
    """The button of a notice is pressed."""
    buttons = [button for button in window.notice_bar.findChildren(QPushButton) if button.text() == label]
    assert buttons, f"there is no {label}"
    buttons[-1].click()


def test_a_holder_that_does_not_answer_then_the_file_opens_to_be_read_and_later_to_be_changed(
    tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(knocking, "PATIENCE", 0.4)
    path = project_file(tmp_path)
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path), str(tmp_path / "home")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert holder.stdout is not None and holder.stdout.readline() == "held\n"
        with running(tmp_path) as application:
            window = shown(application, path)
            assert window.desk.session.viewing and window.desk.session.read_only
            assert "can only be read here" in window.notice_bar.sentences()[-1]
            press(window, "Open it to edit")
            wait_for(lambda: any("still open elsewhere" in said for said in window.notice_bar.sentences()))
            assert application.windows == [window]
            holder.communicate("\n", 30)
            application.open_file(path)
            wait_for(lambda: application.windows != [window] and len(application.windows) == 1)
            (window,) = application.windows
            assert not window.desk.session.viewing and not window.desk.session.read_only
    finally:
        holder.kill()
        holder.wait()
        for pipe in (holder.stdin, holder.stdout):
            if pipe is not None:
                pipe.close()


def test_the_same_file_by_a_second_name_is_one_window(tmp_path: Path, qapp: QApplication) -> None:
    path = project_file(tmp_path)
    os.link(path, tmp_path / "second.rondo")
    with running(tmp_path) as application:
        window = shown(application, path)
        application.open_file(tmp_path / "second.rondo")
        assert application.windows == [window] and not application.openings.under_way
