"""The strip above a journey: its list is as wide as what stands in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from helpers.canvas_room import open_canvas
from helpers.desks import edited, park
from rondofile.edits import Edit
from rondofile.kinds import EditKind
from rondofile.nouns import journeys
from rondofile.records import Journey

pytestmark = pytest.mark.usefixtures("qapp")


def test_the_list_of_journeys_is_as_wide_as_its_longest_name_now(tmp_path: Path) -> None:
    with open_canvas(tmp_path, park()) as canvas:
        desk, view = canvas.desk, canvas.view

        def wide(name: str) -> int:
            def named(edit: Edit) -> None:
                for journey in desk.session.project.all(Journey):
                    journeys.set_fields(edit, journey.id, name=name)

            edited(desk.session, EditKind.SET_JOURNEY, named)
            QApplication.processEvents()
            assert view.strip.picker.toolTip() == "", "all of the name is seen"
            return view.strip.picker.width()

        usual = view.strip.picker.width()
        assert wide("A visit of the whole family that goes on") > usual + 100
        assert wide("A") < usual - 50, "it keeps the room of names that are gone"
