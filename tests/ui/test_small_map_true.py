"""What lies over the map follows it: the small map, and the note on an empty one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from helpers.canvas_room import Canvas, open_canvas
from helpers.desks import edited, park
from helpers.resting import come_to_rest
from helpers.seen import finished
from rondo.strategy.framework.whole import load
from rondo.ui.files.new_project import first_project
from rondo.words import Words
from rondofile.enums import Phase
from rondofile.kinds import EditKind
from rondofile.nouns import steps
from rondofile.records import Step


@pytest.fixture
def canvas(qapp: QApplication, tmp_path: Path) -> Iterator[Canvas]:
    with open_canvas(tmp_path, park()) as canvas:
        canvas.surface.zoom_to(2.0)
        come_to_rest(canvas.view)
        assert canvas.view.minimap.isVisible()
        yield canvas


def shown_anew(canvas: Canvas) -> QImage:
    canvas.view.refresh()
    canvas.scene.picture.complete()  # what stands below the map, whose height was guessed until then
    return finished(canvas.view.minimap)


def test_the_small_map_follows_what_is_folded_below_the_map(canvas: Canvas) -> None:
    before = finished(canvas.view.minimap)
    canvas.view.deeds()["journey.curve"].do()
    folded = finished(canvas.view.minimap)
    assert folded != before
    assert folded == shown_anew(canvas)


def test_the_small_map_shows_links_as_they_run_once_they_are_laid(
    canvas: Canvas, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rondo.ui.canvas.minimap.SOON", 0)
    monkeypatch.setattr("rondo.ui.canvas.painting.laying.SLICE", -1)  # one link between two events
    laid: list[None] = []
    canvas.scene.picture.laid.connect(lambda: laid.append(None))
    moved = list(canvas.steps().values())[3]
    edited(
        canvas.desk.session,
        EditKind.MOVE_STEPS,
        lambda edit: steps.put(edit, [moved.id], Phase.REPEAT, moved.lane),
    )
    seen = finished(canvas.view.minimap)
    assert laid == [None]
    assert seen == shown_anew(canvas)


def test_the_small_map_is_as_fine_as_it_is_large(canvas: Canvas) -> None:
    before = finished(canvas.view.minimap)
    canvas.view.resize(760, 700)
    smaller = finished(canvas.view.minimap)
    assert smaller.width() < before.width()
    assert smaller == shown_anew(canvas)


def test_the_note_on_an_empty_map_stays_in_its_place_when_the_map_is_scrolled(
    qapp: QApplication, tmp_path: Path
) -> None:
    with open_canvas(tmp_path, first_project(Words("en"), load("en")), (700, 500)) as canvas:
        canvas.surface.zoom_to(2.0)
        come_to_rest(canvas.view)
        bar, note = canvas.surface.horizontalScrollBar(), canvas.view.empty
        assert note.isVisible() and bar.maximum() > 40
        bar.setValue(40)
        place = note.geometry()
        canvas.view.refresh()
        assert note.geometry() == place and place.left() == 0


def test_the_small_map_makes_way_for_the_step_that_is_chosen(canvas: Canvas) -> None:
    corner, moved = canvas.view.minimap.geometry(), 0
    for step in canvas.scene.step_ids():
        canvas.desk.selection.choose(Step, step)
        canvas.surface.reveal([step])
        QApplication.processEvents()
        box = canvas.scene.box_of(step)
        assert box is not None
        below = canvas.surface.mapFromScene(box).boundingRect()
        assert not canvas.view.minimap.geometry().intersects(below), step
        moved += canvas.view.minimap.x() < corner.x()
    assert moved, "a step lay where the small map usually stands"
    canvas.desk.selection.clear()
    assert canvas.view.minimap.geometry() == corner
