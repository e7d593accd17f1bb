"""Fonts that ship are lent to the interface before a text that needs them, else with the first picture."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QFontDatabase

from helpers.applications import running, window_of
from helpers.desks import park, wait_for
from rondo.ui.app import Application
from rondo.ui.dress.lent_fonts import SCRIPTS, LentFonts
from rondo.ui.main_window import MainWindow
from rondo.ui.session import Session
from rondofile.document import Document
from rondofile.project import Project
from rondofile.records import Journey


@pytest.mark.parametrize(
    ("text", "needs"),
    [
        ("Theme park, dé familie", False),
        ("Парк аттракционов, Θέμα", False),
        ("థీమ్ పార్క్", True),
        ("थीम पार्क", True),
        ("حديقة", True),
        ("פארק", True),
        ("สวนสนุก", True),
    ],
)
def test_a_text_when_a_script_may_be_missing_then_has_the_fonts_lent(
    text: str, needs: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    fonts, lent = LentFonts(), list[int]()
    monkeypatch.setattr(fonts, "lend", lambda: lent.append(1))
    fonts.lend_for(text)
    assert lent == [1] * needs


def test_fonts_when_asked_for_twice_then_are_lent_once(qapp: object, monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[bytes] = []
    monkeypatch.setattr(QFontDatabase, "families", lambda *_: [])
    monkeypatch.setattr(QFontDatabase, "addApplicationFontFromData", lambda data: taken.append(bytes(data)))
    fonts = LentFonts()
    first = fonts.lend()
    assert len(taken) == len(first) >= len(SCRIPTS)
    assert fonts.lend() == first
    assert len(taken) == len(first)


@pytest.mark.parametrize("name", ["Theme park", "థీమ్ పార్క్"])
def test_a_window_when_its_journeys_need_fonts_then_has_them_before_its_first_picture(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told, window_for = list[str](), Application._window

    def noted(application: Application, session: Session) -> MainWindow:
        told.append("made")
        return window_for(application, session)

    monkeypatch.setattr(LentFonts, "lend", lambda _: told.append("lent"))
    monkeypatch.setattr(Application, "_window", noted)
    records = [replace(one, name=name) if isinstance(one, Journey) else one for one in park().records()]
    path = tmp_path / "plan.rondo"
    Document.create(path, root=tmp_path / "made", content=Project.of(records)).close()
    with running(tmp_path) as application:
        application.open_file(path)
        window_of(application)
        wait_for(lambda: told[-1:] == ["lent"] and "made" in told)
        asked_first = told[: told.index("made")]
        assert bool(asked_first) == (name != "Theme park")
