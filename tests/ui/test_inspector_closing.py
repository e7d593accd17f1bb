"""Closing a window keeps what was typed a moment before."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from helpers.answering import type_in
from helpers.desks import open_desk, park, wait_for
from helpers.inspecting import field_named
from rondo.ui.inspector.panel import Inspector
from rondo.ui.main_window import MainWindow
from rondofile.document import Document
from rondofile.records import Step

pytestmark = pytest.mark.usefixtures("qapp")


def test_a_title_typed_just_before_the_window_closes_is_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "park.rondo"
    with open_desk(tmp_path, park()) as desk:
        desk.session.do(lambda document: document.save_as(path))
        wait_for(lambda: desk.session.path == path)
        key = desk.session.project.all(Step)[0].id
        window = MainWindow(desk)
        window.show()
        window.activateWindow()
        wait_for(lambda: isinstance(window.inspector, Inspector) and window.isActiveWindow())
        desk.selection.choose(Step, key)
        QCoreApplication.processEvents()
        panel = window.inspector
        assert isinstance(panel, Inspector)
        type_in(field_named(panel, desk.words("inspector.step.title")), "Typed at the very end")
        window.close()
    assert Document.read(path).get(Step, key).title == "Typed at the very end"
