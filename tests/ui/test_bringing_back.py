"""What fell away or changed comes back from today, one undo step each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from helpers.beside_room import Beside, open_beside
from helpers.pairs import kept_pair
from rondo.strategy.changes.change import Change
from rondo.strategy.changes.change_list import change_list
from rondo.ui.beside.bring import can_bring
from rondofile.kinds import EditKind
from rondofile.records import Lane

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def beside(qapp: QApplication, tmp_path: Path) -> Iterator[Beside]:
    """The printer: steps that fall away, two that are joined, one that is new."""
    pair = kept_pair("printer")
    with open_beside(tmp_path, pair.project, pair.as_is) as beside:
        yield beside


def about(change: Change) -> tuple[object, ...]:
    """What a change is about, whatever the step is called meanwhile."""
    ids = [step.id for step in (*change.before, *change.after)]
    return ids, change.was, [mark.id for mark in change.marks], [link.id for link in change.links]


def test_a_step_that_fell_away_comes_back_with_where_it_comes_from(beside: Beside) -> None:
    gone = beside.steps(0)["Find the right number"]
    beside.pick("Find the right number")
    before = len(beside.steps())
    beside.do("journey.bring-from-today")
    back = beside.steps()["Find the right number"]
    assert len(beside.steps()) == before + 1
    assert [origin.id for origin in beside.project.origins_of(back.id)] == [gone.id]
    assert beside.project.get(Lane, back.lane or "").name == "Home worker"
    assert [mark.text for mark in beside.project.marks_of(back.id)] == ["all cartridges look alike"]
    ends = {(link.source, link.target) for link in beside.project.links_of(back.journey)}
    assert (beside.steps()["Told: on its way, stop?"].id, back.id) in ends
    assert "Find the right number" not in beside.lines()
    assert beside.next_undo is EditKind.BRING_FROM_TODAY
    beside.undo()
    assert len(beside.steps()) == before
    assert "Find the right number" in beside.lines()


def test_a_step_of_today_that_fell_away_comes_back_from_the_map_too(beside: Beside) -> None:
    beside.click(beside.steps(0)["Choose single or multipack"].id)
    beside.do("journey.bring-from-today")
    assert "Choose single or multipack" in beside.steps()


def test_the_button_below_the_list_follows_the_line(beside: Beside) -> None:
    button = beside.panel.bring
    beside.pick("Drive, queue and pay")
    assert not button.isEnabled()
    beside.pick("Find the right number")
    assert button.isEnabled()
    button.click()
    beside.pick("Ink runs down")
    assert button.isEnabled()
    beside.pick("Joined into one")
    assert not button.isEnabled()


@pytest.mark.parametrize("name", ["heart", "ride"])
def test_whatever_can_be_taken_over_is_no_change_any_more(
    qapp: QApplication, tmp_path: Path, name: str
) -> None:
    pair = kept_pair(name)
    taken = 0
    with open_beside(tmp_path, pair.project, pair.to_be) as beside:
        start = beside.project
        for row in [row for row in beside.rows(beside.panel.list) if can_bring(row.change)]:
            assert row.change is not None
            beside.panel.list.setCurrentIndex(
                beside.panel.list.model().index(beside.rows(beside.panel.list).index(row), 0)
            )
            beside.settle()
            beside.do("journey.bring-from-today")
            ids, desk = beside.view.comparison.ids, beside.desk
            left = change_list(beside.project, *ids, desk.framework, desk.words).difference.of(
                row.change.kind
            )
            assert about(row.change) not in [about(one) for one in left]
            beside.undo()
            assert beside.project == start
            taken += 1
    assert taken >= 10
