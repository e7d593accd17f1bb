"""A very large journey is given back once it is closed; while it is open the collector leaves it alone."""

from __future__ import annotations

import gc
import weakref
from pathlib import Path

from PySide6.QtWidgets import QApplication

from helpers.canvas_room import open_canvas
from helpers.extreme_briefs import walked
from rondo.ui.canvas.painting.picture import PATIENT
from rondofile.project import Project


def test_what_was_left_alone_while_open_is_collected_once_it_is_closed(
    qapp: QApplication, tmp_path: Path
) -> None:
    gc.collect()
    gc.unfreeze()
    with open_canvas(tmp_path, Project.of(walked(PATIENT + 1))) as canvas:
        canvas.scene.picture.show(canvas.scene.journey)
        canvas.settle()
        assert len(canvas.scene.step_ids()) == PATIENT + 1
        assert gc.get_freeze_count() > PATIENT
        view, project = weakref.ref(canvas.view), weakref.ref(canvas.project)
        del canvas
    gc.collect()
    assert gc.get_freeze_count() == 0
    assert view() is None and project() is None
