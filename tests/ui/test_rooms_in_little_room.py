"""Views of a journey in a small window, and with large text: no taller than the screen, a map in sight."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from helpers.applications import running, window_of
from helpers.beside_room import open_beside
from helpers.desks import park, settle
from helpers.windows import open_window, quiet
from rondo.ui.beside.view import BesideView
from rondo.ui.canvas.view import JourneyView
from rondo.ui.experiences.view import ExperiencesView
from rondo.ui.responses.view import ResponsesView
from rondo.ui.rooms import FAMILIES
from rondofile.document import Document
from rondofile.records import Step

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.mark.parametrize(("scale", "wide", "high"), [(2.0, 1280, 770), (1.0, 900, 570)])
def test_a_window_stays_as_large_as_it_is_and_keeps_its_status_line(
    scale: float, wide: int, high: int, tmp_path: Path, qapp: QApplication
) -> None:
    path, seen = tmp_path / "plan.rondo", 0
    Document.create(path, root=tmp_path / "made", content=park()).close()
    with running(tmp_path) as application:
        application.open_file(path)
        window = window_of(application)
        application.look.set_scale(scale)
        window.resize(wide, high)
        for key in (key for views in FAMILIES.values() for key in views):
            window.show_view(key)
            settle(window.desk.session)
            assert (window.width(), window.height()) == (wide, high), key
            line = window.status_line
            assert line.isVisible() and line.mapTo(window, line.rect().bottomLeft()).y() < high, key
            if isinstance(window.view, BesideView):
                panes = window.view.surface.panes()
                assert panes and all(pane.body.height() >= 150 for pane in panes)
                assert window.view.panel.list.viewport().height() >= 30
            if isinstance(window.view, ResponsesView):
                grid = window.view.grid
                assert grid.visualRect(grid.currentIndex()).top() + 80 < grid.viewport().height()
            if isinstance(window.view, ExperiencesView):
                view = window.view
                assert view.figure.viewport().height() * 2 > view.height(), "the picture has most of the room"
                assert view.strip.switch.geometry().bottom() < view.strip.height()
                assert view.options.isVisible() is not view.begin.isVisible()
            seen += 1
    assert seen == 10


def test_where_two_maps_have_no_room_the_one_that_is_looked_at_is_seen(
    qapp: QApplication, tmp_path: Path
) -> None:
    with open_beside(tmp_path, park(), "visit", (600, 900)) as beside:
        assert len(beside.surface.panes()) == 2
        beside.view.resize(600, 480)
        beside.settle()
        (pane,) = beside.surface.panes()
        assert pane.side == 0 and beside.surface.alone
        there = next(iter(beside.steps(1).values())).id
        beside.view.choose(there)
        beside.settle()
        (pane,) = beside.surface.panes()
        assert pane.side == 1 and beside.desk.selection.journey == "visit-new"
        assert beside.desk.selection.ids_of(Step) == (there,)
        place = beside.surface.place_of(there)
        assert place is not None and pane.body.intersects(place)
        beside.view.resize(600, 900)
        beside.settle()
        assert len(beside.surface.panes()) == 2


def test_in_little_height_one_line_stands_above_the_list(qapp: QApplication, tmp_path: Path) -> None:
    with open_beside(tmp_path, park(), "visit", (600, 480)) as beside:
        panel = beside.panel
        assert panel.head.height() < 2 * panel.head.fontMetrics().height()
        assert panel.worse_head.isVisible() and not panel.worse.isVisible()
        assert panel.list.height() > panel.height() / 2
        beside.view.resize(600, 1100)
        beside.view.parts.setSizes([500, 420])
        beside.settle()
        assert panel.worse.isVisible() and panel.bring.isVisible()


def test_bars_folded_to_a_button_do_there_what_they_do_beside_each_other(
    qapp: QApplication, tmp_path: Path
) -> None:
    with open_window(tmp_path, park(), size=(1024, 640), scale=2.0) as window:
        window.go_to("experiences")
        quiet(50)
        view = window.view
        assert isinstance(view, ExperiencesView) and view.options.isVisible() and not view.part.isVisible()
        menu = view.options.menu()
        menu.aboutToShow.emit()
        names = {action.text(): action for action in menu.actions()}
        assert [text for text, action in names.items() if action.isChecked()] == [
            "As proposed",
            "The whole journey",
        ]
        names["As drawn"].trigger()
        names["A day in the park"].trigger()
        assert view.shown == "designs" and view.part.currentText() == "A day in the park"
        begins = names["Begin a redesign…"].menu()
        assert begins is not None and len(begins.actions()) == 4


def test_in_little_height_the_list_stands_for_today_and_redesigned(
    qapp: QApplication, tmp_path: Path
) -> None:
    with open_window(tmp_path, park(), size=(1024, 640), scale=2.0) as window:
        view = window.rooms["journey"]
        assert isinstance(view, JourneyView) and view.strip.is_small
        assert not any(button.isVisible() for button in view.strip.states.values())
        low = view.strip.height()
        listed = [view.strip.picker.itemText(at) for at in range(view.strip.picker.count())]
        assert {"Family visit · today", "Family visit · redesigned"} <= set(listed)
        window.desk.look.set_scale(1.0)
        quiet(50)
        assert all(button.isVisible() for button in view.strip.states.values())
        assert view.strip.height() < low
