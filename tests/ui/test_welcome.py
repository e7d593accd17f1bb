"""The welcome page: every way to begin is asked for by mouse and keyboard, and says its name."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMainWindow, QWidget

from helpers.desks import clear_away, wait_for
from rondo.ui.dress.look import Look
from rondo.ui.settings import Settings
from rondo.ui.welcome.days import said_day
from rondo.ui.welcome.page import WelcomePage
from rondo.ui.welcome.picture import Picture
from rondo.words import LANGUAGES, Words
from rondofile.document import Document
from rondofile.kinds import EditKind
from rondofile.records import Info
from rondofile.rescuing.recovery import KeptWork

pytestmark = pytest.mark.usefixtures("qapp")


@contextmanager
def opened(
    folder: Path,
    *recent: Path,
    kept: tuple[KeptWork, ...] = (),
    words: Words | None = None,
    scale: float = 1.0,
    size: tuple[int, int] = (1280, 740),
) -> Iterator[WelcomePage]:
    """The page with these recent files, once it found what there is and drew its case."""
    settings = Settings(folder / "settings.ini")
    for path in reversed(recent):
        settings.keep_recent(path)
    look = Look(settings)
    look.set_scale(scale)
    look.dress()
    page = WelcomePage(words or Words("en"), look, settings, kept=lambda: kept)
    page.resize(*size)
    page.show()
    page.activateWindow()
    wait_for(lambda: all(p.accessibleName() or not p.isVisible() for p in page.findChildren(Picture)))
    wait_for(lambda: not any(t.name in ("welcome", "cases") for t in threading.enumerate()))
    QApplication.processEvents()
    try:
        yield page
    finally:
        page.close()
        page.deleteLater()
        clear_away()


def button(page: QWidget, name: str) -> QAbstractButton:
    found = [b for b in page.findChildren(QAbstractButton) if b.isVisible() and said(b).startswith(name)]
    assert len(found) == 1, f"{len(found)} buttons {name!r} among {[said(b) for b in buttons(page)]}"
    return found[0]


def buttons(page: QWidget) -> list[QAbstractButton]:
    return [b for b in page.findChildren(QAbstractButton) if b.isVisible()]


def said(one: QAbstractButton) -> str:
    return one.accessibleName() or one.text()


def texts(page: QWidget) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


@pytest.mark.parametrize("way", ["mouse", "enter", "space"])
@pytest.mark.parametrize(("name", "signal"), [("New project", "new_wanted"), ("Open…", "open_wanted")])
def test_a_new_project_or_a_file_is_asked_for(tmp_path: Path, name: str, signal: str, way: str) -> None:
    with opened(tmp_path) as page:
        asked: list[str] = []
        getattr(page, signal).connect(lambda: asked.append(signal))
        press(button(page, name), way)
        assert asked == [signal]


def test_the_name_stands_out_also_when_the_page_came_into_a_window(tmp_path: Path) -> None:
    with opened(tmp_path) as page:
        window = QMainWindow()
        window.setCentralWidget(page)
        window.show()
        QApplication.processEvents()
        name = next(label for label in page.findChildren(QLabel) if label.text() == "Rondo")
        assert name.fontMetrics().height() > 34
        page.setParent(None)  # type: ignore[call-overload]
        window.close()
        window.deleteLater()


def test_the_keyboard_begins_at_the_new_project(tmp_path: Path) -> None:
    with opened(tmp_path):
        focused = QApplication.focusWidget()
        assert isinstance(focused, QAbstractButton) and said(focused) == "New project"


@pytest.mark.parametrize("way", ["mouse", "enter", "picture"])
def test_the_worked_case_shows_itself_and_is_asked_for(tmp_path: Path, way: str) -> None:
    with opened(tmp_path) as page:
        asked: list[str] = []
        page.case_wanted.connect(asked.append)
        picture = page.findChild(Picture)
        assert picture is not None and "Family visit" in picture.accessibleName()
        assert "The band was the easy part" in texts(page)
        if way == "picture":
            QTest.mouseClick(picture, Qt.MouseButton.LeftButton)
        else:
            press(button(page, "Look inside: The band was the easy part"), way)
        assert asked == ["theme-park"]
        colours = {picture.grab().toImage().pixelColor(x, 60).name() for x in range(40, 360, 3)}
        assert len(colours) > 4, "nothing was drawn"


def test_recent_files_are_named_newest_first_and_asked_for(tmp_path: Path) -> None:
    there = tmp_path / "కుటుంబాలు <b>.rondo"
    there.write_bytes(b"x")
    with opened(tmp_path, there, tmp_path / "gone.rondo") as page:
        asked: list[Path] = []
        page.file_wanted.connect(asked.append)
        lines = [said(b) for b in buttons(page) if str(tmp_path) in said(b)]
        assert lines == [f"కుటుంబాలు <b>, {tmp_path}, today", f"gone, {tmp_path}, not found"]
        press(button(page, "కుటుంబాలు"), "enter")
        assert asked == [there]


def test_a_file_that_is_gone_can_be_forgotten(tmp_path: Path) -> None:
    gone = tmp_path / "gone.rondo"
    with opened(tmp_path, gone) as page:
        press(button(page, "Forget gone"), "enter")
        wait_for(lambda: not [b for b in buttons(page) if said(b).startswith("gone")])
        assert Settings(tmp_path / "settings.ini").recent() == ()
        assert "How it goes" in texts(page)


def test_work_that_no_file_holds_is_offered_to_go_on_with(tmp_path: Path) -> None:
    root = tmp_path / "area"
    document = Document.create(root=root)
    with document.edit(EditKind.SET_PROJECT) as edit:
        edit.insert(Info(id="project", title="Heart patients at home"))
    document.close()
    kept = Document.kept_work(root)
    assert len(kept) == 1
    with opened(tmp_path, kept=kept) as page:
        asked: list[KeptWork] = []
        page.kept_wanted.connect(asked.append)
        assert said(button(page, "Heart patients")) == "Heart patients at home, has no file yet, today"
        press(button(page, "Heart patients"), "space")
        assert asked == list(kept)


def test_kept_work_of_a_recent_file_is_named_once(tmp_path: Path) -> None:
    path = tmp_path / "one.rondo"
    path.write_bytes(b"x")
    work = KeptWork(tmp_path, "d", path, "One", 1, 0.0)
    with opened(tmp_path, path, kept=(work,)) as page:
        assert len([b for b in buttons(page) if "one" in said(b).lower() and str(tmp_path) in said(b)]) == 1


def test_the_page_is_there_before_a_slow_folder_answers(tmp_path: Path) -> None:
    wait = threading.Event()
    settings = Settings(tmp_path / "settings.ini")
    look = Look(settings)

    def slow() -> tuple[KeptWork, ...]:
        wait.wait(20)
        return ()

    page = WelcomePage(Words("en"), look, settings, kept=slow)
    page.show()
    QApplication.processEvents()
    assert button(page, "New project").isEnabled() and "How it goes" not in texts(page)
    wait.set()
    wait_for(lambda: "How it goes" in texts(page))
    wait_for(lambda: not any(t.name in ("welcome", "cases") for t in threading.enumerate()))
    page.close()
    page.deleteLater()
    clear_away()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_wider_than_the_page_and_everything_has_a_name(
    tmp_path: Path, language: str, scale: float
) -> None:
    long = tmp_path / ("Regionaal ziekenhuis hartfalen thuis " * 6 + ".rondo")
    with opened(
        tmp_path, long, words=Words(language), scale=scale, size=(640 if scale == 1 else 1280, 740)
    ) as page:
        shown = [
            w
            for w in page.findChildren(QWidget)
            if w.isVisible() and isinstance(w, (QAbstractButton, QLabel))
        ]
        assert len(shown) > 8
        for widget in shown:
            left = widget.mapTo(page, widget.rect().topLeft()).x()
            assert left >= 0 and left + widget.width() <= page.width(), said_of(widget)
            assert said_of(widget), type(widget).__name__
            if isinstance(widget, QLabel):
                assert widget.height() >= widget.heightForWidth(widget.width()), widget.text()


@pytest.mark.parametrize(("at", "text"), [(1e20, ""), (0.0, "1970")])
def test_moments_that_no_calendar_knows_are_left_out(at: float, text: str) -> None:
    assert said_day(at, Words("en")).endswith(text)


def press(one: QAbstractButton, way: str) -> None:
    if way == "mouse":
        QTest.mouseClick(one, Qt.MouseButton.LeftButton)
    else:
        one.setFocus()
        QTest.keyClick(one, Qt.Key.Key_Return if way == "enter" else Qt.Key.Key_Space)


def said_of(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, (QAbstractButton, QLabel)) else ""
    return widget.accessibleName() or text
