"""What stands below a map waits for its first picture where nobody sees it, and is there at once else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from helpers.canvas_room import Canvas, open_canvas
from helpers.desks import park

PARTS = ("rail", "curve", "rhythm")


@pytest.fixture
def canvas(qapp: QApplication, tmp_path: Path) -> Iterator[Canvas]:
    with open_canvas(tmp_path, park()) as canvas:
        yield canvas


def shown_anew(canvas: Canvas, height: int) -> None:
    """The map is shown from nothing in a view of that height; no frame was painted since."""
    canvas.view.resize(900, height)
    canvas.settle()
    canvas.view.refresh()


def test_out_of_sight_it_waits_and_comes_by_itself(canvas: Canvas) -> None:
    picture, told = canvas.scene.picture, list[bool]()
    shown_anew(canvas, 420)
    assert picture.owes and not picture.bands.words
    before, area = canvas.viewport.grab().toImage(), canvas.surface.map_area
    assert picture._after.isActive() and [part for part in PARTS if picture.can_fold(part)] == [*PARTS]
    canvas.view.deeds_changed.connect(lambda: told.append(True))
    picture._after.timeout.emit()
    assert not picture.owes and picture.bands.words and told == [True]
    assert canvas.surface.map_area.width() == area.width(), "nothing moves sideways"
    assert abs(canvas.surface.map_area.height() - area.height()) < 12, "room was kept for it"
    assert canvas.viewport.grab().toImage() == before, "what is seen of the map is the same"


def test_in_sight_it_is_there_with_the_map(canvas: Canvas) -> None:
    shown_anew(canvas, 2400)
    picture = canvas.scene.picture
    assert canvas.surface.seen().bottom() > picture.stage.plan.bottom  # type: ignore[union-attr]
    assert not picture.owes and picture.bands.words


@pytest.mark.parametrize("asked", ["below", "fit", "look_at", "resize"])
def test_whoever_asks_for_it_has_it_at_once(canvas: Canvas, asked: str) -> None:
    shown_anew(canvas, 420)
    picture, surface = canvas.scene.picture, canvas.surface
    assert picture.owes
    if asked == "below":
        assert set(picture.below.folds) == set(PARTS)
    elif asked == "fit":
        surface.fit()
    elif asked == "look_at":
        surface.look_at(1.0, surface.middle())
    else:
        canvas.view.resize(900, 2400)
        QApplication.processEvents()
    assert not picture.owes


def test_an_open_curve_which_may_widen_the_map_never_waits(canvas: Canvas) -> None:
    canvas.scene.picture.fold("curve", True)
    shown_anew(canvas, 420)
    assert not canvas.scene.picture.owes and canvas.scene.picture.below.curve is not None
