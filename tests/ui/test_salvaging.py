"""A damaged file in the window: what can be read of it is a new project, two clicks from the refusal."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from helpers.ample import ample_project
from helpers.applications import running, window_of
from helpers.damage import Damage, first_page, lost_page
from helpers.desks import settle, wait_for
from helpers.storage import written
from rondo.ui.app import Application
from rondo.ui.frame.notice_bar import NoticeBar
from rondo.ui.main_window import MainWindow
from rondofile.document import Document
from rondofile.kept.versions import Why
from rondofile.records import Step

PROJECT = ample_project(60)


@contextmanager
def started(folder: Path) -> Iterator[Application]:
    """A running application whose helper process ends with it."""
    with running(folder) as application:
        try:
            yield application
        finally:
            application.helper.close()


def damaged(folder: Path, damage: Damage) -> Path:
    """A file of which something is gone."""
    path = folder / "Plan.rondo"
    path.write_bytes(damage(written(path, PROJECT), random.Random(4)))
    return path


def refused(application: Application, path: Path) -> QWidget:
    """Where it says that the file cannot be opened."""
    application.welcome()
    page = application.welcome_window
    assert page is not None
    application.open_file(path, page.notices)
    wait_for(lambda: not application.openings.under_way)
    return page


def sentences(widget: QWidget) -> list[str]:
    return [said for bar in widget.findChildren(NoticeBar) for said in bar.sentences()]


def buttons(widget: QWidget) -> dict[str, QPushButton]:
    bars = widget.findChildren(NoticeBar)
    return {button.text(): button for bar in bars for button in bar.findChildren(QPushButton)}


def salvaged(application: Application, page: QWidget) -> MainWindow:
    wait_for(lambda: "Salvage what can be read…" in buttons(page))
    QTest.mouseClick(buttons(page)["Salvage what can be read…"], Qt.MouseButton.LeftButton)
    wait_for(lambda: bool(application.windows))
    window = application.windows[0]
    wait_for(lambda: bool(sentences(window)))
    return window


def test_a_damaged_file_when_salvaged_then_is_a_project_without_a_file(tmp_path: Path) -> None:
    with started(tmp_path) as application:
        path = damaged(tmp_path, lost_page)
        before = path.read_bytes()
        page = refused(application, path)
        window = salvaged(application, page)
        session = window.desk.session
        assert session.path is None
        assert session.project.info.title == "A day out (salvaged)"
        assert len(session.project.all(Step)) == 60
        (said,) = sentences(window)
        assert "Plan.rondo" in said and "could be read" in said
        assert "Save as…" in buttons(window)
        assert path.read_bytes() == before


def test_a_salvaged_project_when_its_window_closes_then_is_kept(tmp_path: Path) -> None:
    with started(tmp_path) as application:
        window = salvaged(application, refused(application, damaged(tmp_path, first_page)))
        window.close_quietly()
        wait_for(lambda: not application.windows)
    (kept,) = Document.kept_work(tmp_path / "home")
    assert kept.title == "A day out (salvaged)"


def test_a_damaged_file_with_an_earlier_version_when_refused_then_offers_it(tmp_path: Path) -> None:
    path = tmp_path / "Plan.rondo"
    written(path, PROJECT)
    with Document.open(path, root=tmp_path / "home") as document:
        document.keep_version(Why.NAMED, "Before")
    path.write_bytes(lost_page(path.read_bytes(), random.Random(4)))
    with started(tmp_path) as application:
        page = refused(application, path)
        wait_for(lambda: any(label.startswith("Open the version of") for label in buttons(page)))
        opening = next(b for label, b in buttons(page).items() if label.startswith("Open the version of"))
        QTest.mouseClick(opening, Qt.MouseButton.LeftButton)
        window = window_of(application)
        assert window.desk.session.project == PROJECT
        settle(window.desk.session)


def test_a_file_of_something_else_when_refused_then_nothing_is_offered(tmp_path: Path) -> None:
    with started(tmp_path) as application:
        path = tmp_path / "letter.rondo"
        path.write_bytes(b"%PDF-1.7 and so on")
        page = refused(application, path)
        wait_for(lambda: bool(sentences(page)))
        assert "Salvage what can be read…" not in buttons(page)


def test_a_file_with_nothing_of_ours_when_salvaged_then_says_so(tmp_path: Path) -> None:
    with started(tmp_path) as application:
        path = tmp_path / "noise.rondo"
        path.write_bytes(random.Random(1).randbytes(30_000))
        page = refused(application, path)
        wait_for(lambda: "Salvage what can be read…" in buttons(page))
        QTest.mouseClick(buttons(page)["Salvage what can be read…"], Qt.MouseButton.LeftButton)
        wait_for(lambda: any("Nothing of a Rondo project" in said for said in sentences(page)))
        assert not application.windows
