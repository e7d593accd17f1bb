"""Side by side shown anew looks as it did: places, scroll bars, sizes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from helpers.beside_room import Beside, open_beside
from helpers.desks import edited
from helpers.pairs import kept_pair
from helpers.seen import finished
from rondo.figures.arranging.layout_values import Box
from rondofile.kinds import EditKind
from rondofile.nouns import links, steps
from rondofile.records import Link

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def beside(qapp: QApplication, tmp_path: Path) -> Iterator[Beside]:
    pair = kept_pair("printer")
    with open_beside(tmp_path, pair.project, pair.as_is, (620, 900)) as beside:
        yield beside


def boxes(beside: Beside) -> list[Box]:
    found = [
        pane.picture.box(step)
        for pane in beside.surface.panes()
        for step in (pane.picture.plan.steps if pane.picture.plan else ())
    ]
    return [box for box in found if box is not None]


def take_apart(beside: Beside) -> None:
    """The redesign loses its links and its order: laid out from nothing it would look otherwise."""
    mine = [step.id for step in beside.steps().values()]
    cut = [link.id for link in beside.project.all(Link) if link.source in mine]
    session = beside.desk.session
    edited(session, EditKind.DELETE_LINKS, lambda edit: links.delete(edit, *cut))
    journey = beside.view.comparison.ids[-1]
    edited(session, EditKind.REORDER, lambda edit: steps.set_order(edit, journey, mine[::-1]))
    beside.settle()


def test_after_edits_a_refresh_changes_nothing_in_sight(beside: Beside) -> None:
    take_apart(beside)
    beside.surface.zoom_to(1.4)
    for bar in (beside.surface.horizontalScrollBar(), beside.surface.verticalScrollBar()):
        bar.setValue(bar.maximum() // 2)
    beside.settle()
    stood, seen = boxes(beside), finished(beside.view)
    beside.view.refresh()
    assert boxes(beside) == stood and len(stood) == 14
    assert finished(beside.view) == seen
    beside.view.comparison.forget()
    beside.view.refresh()
    assert boxes(beside) != stood  # so much was there to remember


def test_what_gets_worse_is_as_high_whatever_stood_there_before(beside: Beside) -> None:
    worse, checked = beside.panel.worse, 0
    for wide in range(240, 320, 4):
        beside.view.resize(wide, 1000)
        beside.view.parts.setSizes([400, 460])
        beside.settle()
        high = worse.height()
        worse.setFixedHeight(12)  # too low for its lines: they had to make room for a scroll bar
        beside.settle()
        beside.view.refresh()
        beside.settle()
        assert worse.height() == high > 12, wide
        checked += 1
    assert checked == 20
