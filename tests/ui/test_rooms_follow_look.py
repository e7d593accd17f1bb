"""A room that was hidden while theme or text size changed looks, shown again, as one that was in sight."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from helpers.desks import park
from helpers.resting import come_to_rest
from helpers.seen import finished
from helpers.windows import open_window
from rondo.ui.journeys.journey_views import JOURNEY_VIEWS
from rondo.ui.main_window import MainWindow

ROOMS = (*JOURNEY_VIEWS, "matrix", "architectures", "review")


def go(window: MainWindow, key: str) -> None:
    window.carry_out(JOURNEY_VIEWS.get(key, f"view.{key}"))
    assert window.view_key == key
    come_to_rest(window)


def test_what_changed_the_look_of_a_hidden_room_shows_when_it_comes_back(
    qapp: QApplication, tmp_path: Path
) -> None:
    with open_window(tmp_path, park(), size=(1280, 800)) as window:
        for key in ROOMS:
            go(window, key)
        window.desk.look.set_scale(1.25)
        window.desk.look.choose("dark")
        different = []
        for key in ROOMS:
            go(window, key)
            assert window.view is not None
            before = finished(window.view)
            window.view.relook()
            if finished(window.view) != before:
                different.append(key)
        assert different == [] and len(ROOMS) == 8
