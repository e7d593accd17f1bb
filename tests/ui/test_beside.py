"""Today and the redesign beside each other: what is seen, what is chosen with what, what comes back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication

from helpers.beside_room import Beside, open_beside
from helpers.desks import edited, park
from helpers.pairs import kept_pair
from rondo.ui.beside.panes import Mode
from rondo.ui.beside.standing import State
from rondo.ui.rooms import focus_in
from rondofile.kinds import EditKind
from rondofile.nouns import journeys, steps

Key = Qt.Key

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def beside(qapp: QApplication, tmp_path: Path) -> Iterator[Beside]:
    """The printer: steps that fall away, two that are joined, one that is new."""
    pair = kept_pair("printer")
    with open_beside(tmp_path, pair.project, pair.as_is) as beside:
        yield beside


def show(beside: Beside, mode: Mode) -> None:
    beside.view.bar.modes[mode].click()
    beside.settle()


def test_both_maps_are_shown_at_one_scale_and_every_step_says_how_it_stands(beside: Beside) -> None:
    panes = beside.surface.panes()
    assert [len(pane.picture.plan.steps) for pane in panes if pane.picture.plan] == [8, 6]
    assert panes[0].scale == panes[1].scale
    states = {step.title: beside.state(step.id) for side in (0, 1) for step in beside.steps(side).values()}
    assert states["Find the right number"] is State.GONE
    assert states["See the month, change the plan"] is State.WORSE
    assert states["Posted before it is needed"] is State.CHANGED
    assert len(beside.surface.standings) == 14


def test_the_list_is_that_of_the_engine_and_what_gets_worse_stands_above(beside: Beside) -> None:
    pair = kept_pair("printer")
    assert [line.strip() for line in pair.by_hand.splitlines()] == beside.lines()
    assert tuple(beside.worse()) == pair.worse
    assert "2 steps fall away · 1 new" in beside.panel.head.text()


def test_what_is_chosen_in_one_place_is_chosen_in_all(beside: Beside) -> None:
    beside.pick("Drive, queue and pay")
    now, then = beside.steps(0), beside.steps()
    assert set(beside.chosen()) == {
        now["Drive, queue and pay"].id,
        now["Carry it home"].id,
        then["Posted before it is needed"].id,
    }
    beside.click(now["Find the right number"].id)
    assert beside.chosen() == (now["Find the right number"].id,)
    row = beside.panel.list.row
    assert row is not None and row.text == "Find the right number"


@pytest.mark.parametrize("mode", ["rows", "columns"])
def test_the_maps_scroll_and_zoom_as_one(beside: Beside, mode: Mode) -> None:
    show(beside, mode)
    beside.surface.zoom_to(1.5)
    bar = beside.surface.horizontalScrollBar()
    assert bar.maximum() > 0
    bar.setValue(bar.maximum())
    for pane in beside.surface.panes():
        plan = pane.picture.plan
        assert plan is not None and pane.seen.left() > 0
        assert pane.seen.right() >= plan.right
    assert len({pane.scale for pane in beside.surface.panes()}) == 1


def test_columns_of_one_phase_come_into_view_together(beside: Beside) -> None:
    beside.surface.zoom_to(2.0)
    first, second = (pane.picture.plan for pane in beside.surface.panes())
    assert first and second and beside.surface.frame_of
    way = beside.surface.frame_of.across
    checked = 0
    for a, b in zip(first.layout.phases, second.layout.phases, strict=True):
        at = way.of(0, 14.0 + first.left + a.start)
        assert at == pytest.approx(way.of(1, 14.0 + second.left + b.start))
        assert way.at(0, at) == pytest.approx(14.0 + first.left + a.start)
        checked += 1
    assert checked == 3


def test_overlaid_the_steps_that_fall_away_stand_in_their_places(beside: Beside) -> None:
    show(beside, "overlay")
    (pane,) = beside.surface.panes()
    plan = pane.picture.plan
    assert plan is not None
    gone = beside.steps(0)["Find the right number"].id
    there = beside.steps()["Told: on its way, stop?"].id
    assert {gone, there} <= set(plan.steps)
    assert (
        plan.steps[gone].phase
        == beside.project.get(type(beside.steps(0)["Find the right number"]), gone).phase
    )
    assert len(plan.steps) == 6 + 2
    assert gone not in {step.id for step in beside.project.steps_of(beside.view.comparison.ids[1])}


def test_where_there_is_no_room_for_the_switch_a_list_does_the_same(beside: Beside) -> None:
    bar = beside.view.bar
    assert not bar.chooser.isVisible()
    beside.view.resize(240, 900)
    beside.settle()
    assert bar.chooser.isVisible() and not bar.modes["rows"].isVisible()
    bar.chooser.activated.emit(2)
    assert beside.view.mode == "overlay" and len(beside.surface.panes()) == 1


def test_three_moments_are_shown_there(beside: Beside) -> None:
    show(beside, "moments")
    figure = beside.view.moments.figure
    assert figure is not None and beside.view.page.isVisible()


def test_a_title_is_written_where_the_step_stands(beside: Beside) -> None:
    step = beside.steps()["Posted before it is needed"]
    beside.click(step.id)
    beside.do("edit.rename")
    box = beside.view._deeds.title
    assert box.isVisible()
    box.setText("Sent in time")
    beside.key(Key.Key_Return)
    assert beside.project.get(type(step), step.id).title == "Sent in time"
    assert beside.next_undo is EditKind.RENAME_STEP
    beside.do("edit.rename")
    box.setText("Never")
    beside.key(Key.Key_Escape)
    assert beside.project.get(type(step), step.id).title == "Sent in time"


def test_a_step_of_the_redesign_can_be_deleted_here_one_of_today_not(beside: Beside) -> None:
    beside.click(beside.steps(0)["Carry it home"].id)
    assert not beside.view.deeds()["edit.delete"].possible()
    beside.click(beside.steps()["Envelope for the empty one"].id)
    beside.do("edit.delete")
    assert "Envelope for the empty one" not in beside.steps()
    assert "Empty one in a drawer" in beside.lines()


def test_whoever_comes_to_the_room_is_on_the_maps(beside: Beside) -> None:
    beside.panel.list.setFocus()
    focus_in(beside.view)
    assert QApplication.focusWidget() is beside.surface


def test_arrows_go_along_the_way_and_to_what_a_step_became(beside: Beside) -> None:
    beside.surface.setFocus()
    beside.key(Key.Key_Right)
    first = beside.steps(0)["Ink runs down"].id
    assert beside.chosen() == (first,)
    beside.key(Key.Key_Down)
    assert beside.chosen() == (beside.steps()["Level below the limit is sensed"].id,)
    beside.key(Key.Key_Right)
    assert beside.chosen() == (beside.steps()["Told: on its way, stop?"].id,)


def test_enter_goes_to_the_map_with_the_step_chosen(beside: Beside) -> None:
    went: list[bool] = []
    beside.desk.actions["journey.show-map"].triggered.connect(lambda *_: went.append(True))
    step = beside.steps()["Envelope for the empty one"]
    beside.click(step.id)
    beside.surface.setFocus()
    beside.key(Key.Key_Return)
    assert went == [True]
    assert beside.desk.selection.journey == step.journey and beside.chosen() == (step.id,)


def test_a_fresh_redesign_is_still_as_today(qapp: QApplication, tmp_path: Path) -> None:
    with open_beside(tmp_path, park(), "visit") as beside:
        fresh = edited(
            beside.desk.session,
            EditKind.DERIVE_JOURNEY,
            lambda edit: journeys.derive(edit, "visit", "Second"),
        )
        beside.view.bar.redesign_chosen.emit(fresh.id)
        beside.settle()
        assert beside.view.comparison.ids == ("visit", fresh.id)
        assert beside.panel.head.text() == "Still as today: 11 steps unchanged."
        assert beside.lines() == ["As today"] and beside.worse() == []
        assert beside.view.bar.redesigns.count() == 2


def test_a_change_made_elsewhere_is_seen_at_once(beside: Beside) -> None:
    step = beside.steps()["Told: on its way, stop?"]
    before = beside.view.comparison.maps(overlay=False)
    edited(
        beside.desk.session, EditKind.RENAME_STEP, lambda edit: steps.rename(edit, step.id, "Told in time")
    )
    assert "Stripes on the page → Told in time" in beside.lines()
    assert beside.view.comparison.maps(overlay=False) == before


def test_a_journey_without_a_redesign_says_how_to_begin_one(qapp: QApplication, tmp_path: Path) -> None:
    with open_beside(tmp_path, park(), "visit") as beside:
        edited(beside.desk.session, EditKind.DELETE_JOURNEY, lambda edit: journeys.delete(edit, "visit-new"))
        assert beside.view.empty.isVisible() and beside.view.empty.button.isVisible()
        edited(
            beside.desk.session, EditKind.DERIVE_JOURNEY, lambda edit: journeys.derive(edit, "visit", "Again")
        )
        assert not beside.view.empty.isVisible()
        assert beside.panel.head.text() == "Still as today: 11 steps unchanged."


def test_a_screen_reader_hears_what_became_of_every_step(beside: Beside) -> None:
    voice = beside.view.voice
    keys = voice.parts("")
    said = [voice.said(key) for key in keys]
    assert len(said) == 14
    gone = next(one for one in said if one and one.name.startswith("Find the right number"))
    assert "falls away" in gone.name and "today" in gone.name
    assert beside.surface.step_at(QPointF(beside.at(keys[0]))) == keys[0]
