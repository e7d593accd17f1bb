"""Files dropped on a window, and more text than anyone means to paste: taken or refused politely."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from helpers.applications import running, window_of
from helpers.desks import park, settle, wait_for
from helpers.drags import drag_over, drop
from helpers.storage import written
from helpers.windows import open_window
from rondo.ui.app import Application
from rondo.ui.frame.file_drop import MOST
from rondo.ui.mime import MOST_TEXT
from rondo.ui.notices import Notice
from rondofile.records import Step


@pytest.fixture
def application(tmp_path: Path, qapp: QApplication) -> Iterator[Application]:
    with running(tmp_path) as application:
        application.welcome()
        yield application


def of_urls(*urls: QUrl | Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([url if isinstance(url, QUrl) else QUrl.fromLocalFile(str(url)) for url in urls])
    return data


def said_on_welcome(application: Application) -> list[Notice]:
    said: list[Notice] = []
    assert application.welcome_window is not None
    application.welcome_window.notices.said.connect(said.append)
    return said


def test_a_project_dropped_on_the_welcome_page_opens(application: Application, tmp_path: Path) -> None:
    written(tmp_path / "plan.rondo")
    assert application.welcome_window is not None
    assert drop(application.welcome_window, of_urls(tmp_path / "plan.rondo"), QPoint(40, 40))
    assert window_of(application).desk.session.path == tmp_path / "plan.rondo"


def test_a_project_dropped_on_another_opens_beside_it(application: Application, tmp_path: Path) -> None:
    written(tmp_path / "plan.rondo")
    written(tmp_path / "other.rondo", doc_id="other")
    application.open_file(tmp_path / "plan.rondo")
    first = window_of(application)
    before = first.desk.session.project
    for view in ("journey", "matrix"):
        first.show_view(view)
        assert drag_over(first, of_urls(tmp_path / "other.rondo"), QPoint(300, 300)).isAccepted()
    assert drop(first, of_urls(tmp_path / "other.rondo"), QPoint(300, 300))
    assert window_of(application, 2).desk.session.path == tmp_path / "other.rondo"
    assert first.desk.session.project == before


def test_what_is_no_project_is_refused_in_a_sentence_and_nothing_hangs(
    application: Application, tmp_path: Path
) -> None:
    os.mkfifo(tmp_path / "pipe.rondo")
    (tmp_path / "notes.txt").write_text("no project")
    strange = (tmp_path, tmp_path / "pipe.rondo", tmp_path / "notes.txt", Path(os.devnull), tmp_path / "gone")
    for path in strange:
        said = said_on_welcome(application)
        assert application.welcome_window is not None
        assert drop(application.welcome_window, of_urls(path), QPoint(40, 40))
        wait_for(lambda said=said: bool(said))
        assert said[-1].sentence and not application.windows


def test_addresses_and_too_many_files_are_refused_at_once(application: Application, tmp_path: Path) -> None:
    written(tmp_path / "plan.rondo")
    said = said_on_welcome(application)
    assert application.welcome_window is not None
    drop(application.welcome_window, of_urls(QUrl("https://example.org/plan.rondo")), QPoint(40, 40))
    assert "this computer" in said[-1].sentence
    drop(application.welcome_window, of_urls(*[tmp_path / "plan.rondo"] * 500), QPoint(40, 40))
    assert "500" in said[-1].sentence and str(MOST) in said[-1].sentence
    assert not application.openings.under_way and not application.windows


@pytest.mark.parametrize(
    "text",
    ["word " * 10_000_000, "a\t" + "b" * 3_000_000, '"' + "x\n" * 1_500_000, "\x00\ud800\n" * 500_000],
    ids=["50 MB of words", "one enormous cell", "a quote that never ends", "letters that are none"],
)
def test_an_enormous_text_when_pasted_then_is_taken_as_far_as_it_makes_sense(
    tmp_path: Path, qapp: QApplication, text: str
) -> None:
    assert len(text) > MOST_TEXT
    with open_window(tmp_path, park()) as window:
        before = len(window.desk.session.project.all(Step))
        data = QMimeData()
        data.setText(text)
        QGuiApplication.clipboard().setMimeData(data)
        window.show_view("journey")
        window.carry_out("edit.paste")
        settle(window.desk.session)
        steps = window.desk.session.project.all(Step)
        assert len(steps) - before <= 2_000
        assert max(len(step.title) for step in steps) <= 500
        QGuiApplication.clipboard().clear()
