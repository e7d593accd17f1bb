"""Over the lower corners of a map the legend folds, and the small map goes, where there is no room."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from helpers.desks import park
from helpers.resting import come_to_rest
from helpers.windows import open_window
from rondo.ui.canvas.view import JourneyView


@contextmanager
def shown(folder: Path, size: tuple[int, int], scale: float = 1.0) -> Iterator[JourneyView]:
    """A canvas that shows the waits of its journey."""
    with open_window(folder, park(), size=size, scale=scale) as window:
        window.desk.actions["journey.show-waits"].trigger()
        come_to_rest(window)
        view = window.rooms["journey"]
        assert isinstance(view, JourneyView)
        yield view


def places(view: JourneyView) -> list[QRect]:
    """Where what lies over the map is, of all that is there."""
    over: list[QWidget] = [view.shows.card, view.minimap, view.tour.bar]
    return [QRect(one.mapTo(view, QPoint(0, 0)), one.size()) for one in over if one.isVisible()]


@pytest.mark.parametrize(
    ("size", "scale", "is_open"),
    [((1280, 800), 1.0, True), ((1024, 640), 1.5, False), ((1920, 1080), 2.0, False)],
)
def test_nothing_lies_over_another_thing_also_during_a_walk(
    qapp: QApplication, tmp_path: Path, size: tuple[int, int], scale: float, is_open: bool
) -> None:
    with shown(tmp_path, size, scale) as view:
        assert view.shows.card.is_open is is_open
        looked = 0
        for walks in (False, True):
            if walks:
                view.desk.actions["journey.walk"].trigger()
                come_to_rest(view.window())
            there = places(view)
            looked += len(there)
            for at, one in enumerate(there):
                assert not any(one.intersects(other) for other in there[:at]), (walks, there)
        assert looked >= 3


def test_a_folded_legend_opens_where_it_is_pressed_and_the_small_map_goes(
    qapp: QApplication, tmp_path: Path
) -> None:
    with shown(tmp_path, (1024, 640), 1.5) as view:
        card, low = view.shows.card, view.shows.card.height()
        assert not card.is_open
        QTest.mouseClick(card, Qt.MouseButton.LeftButton)
        assert card.is_open and card.height() > 2 * low and not view.minimap.isVisible()
        card.fold_button.click()
        assert not card.is_open and card.height() == low
        card.fold_button.click()
        view.desk.actions["journey.show-work"].trigger()
        come_to_rest(view.window())
        assert not card.is_open, "another thing is shown: it is folded as there is room"
