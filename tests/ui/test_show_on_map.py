"""Showing one thing at all steps: by action, with a legend, remembered, and gone again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF

from helpers.canvas_scenes import colours, painted
from helpers.desks import clear_away, edited, open_desk, park, settle
from rondo.figures.cards.faded import faded_theme
from rondo.figures.show.values import Show
from rondo.ui.canvas.painting.stage import TITLES
from rondo.ui.canvas.view import JourneyView
from rondo.ui.desk import Desk
from rondofile.kinds import EditKind
from rondofile.nouns import steps

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_desk(tmp_path, park()) as desk:
        yield desk


@pytest.fixture
def view(desk: Desk) -> Iterator[JourneyView]:
    desk.selection.look_at("visit")
    made = JourneyView(desk)
    made.resize(1000, 700)
    made.show()
    settle(desk.session)
    yield made
    settle(desk.session)
    made.hide()
    made.deleteLater()
    clear_away()


def around(view: JourneyView, step: str) -> QRectF:
    box = view.scene.box_of(step)
    assert box is not None
    return box.adjusted(-4, -8, 4, 14)


def do(view: JourneyView, what: str) -> None:
    view.deeds()[f"journey.show-{what}"].do()


@pytest.mark.parametrize("what", Show)
def test_what_is_shown_has_a_legend_that_can_be_heard(view: JourneyView, what: Show) -> None:
    assert not view.shows.card.isVisible()
    do(view, what)
    showing = view.scene.stage.shown and view.scene.stage.shown.showing
    assert showing
    card = view.shows.card
    assert card.isVisible() and card.accessibleName() == showing.shown.title
    said = card.accessibleDescription()
    for text in (*(count.text for count in showing.shown.counts), *showing.shown.sentences):
        assert text in said
    assert view.surface.viewport().geometry().contains(card.geometry())
    deeds = view.deeds()
    checked = [key for key, deed in deeds.items() if "show-" in key and deed.checked and deed.checked()]
    assert checked == [f"journey.show-{what}"]


@pytest.mark.parametrize("scale", [2.0, TITLES, 0.4])
def test_concerned_steps_stand_out_and_the_others_step_back(
    desk: Desk, view: JourneyView, scale: float
) -> None:
    here, beside = around(view, "v-checkin"), around(view, "v-wish")
    phase = desk.look["recognize"].name()
    assert phase in colours(painted(view.scene, beside, scale))
    do(view, "strangers")
    assert desk.look["bad"].name() in colours(painted(view.scene, here, scale))
    assert phase not in colours(painted(view.scene, beside, scale))
    if scale == 2.0:
        assert faded_theme(desk.look.theme)["recognize"] in colours(painted(view.scene, beside, scale))
    do(view, "none")
    assert phase in colours(painted(view.scene, beside, scale))


def test_the_same_again_or_the_cross_shows_nothing(view: JourneyView) -> None:
    do(view, "waits")
    do(view, "waits")
    assert view.shows.what is None and not view.shows.card.isVisible()
    do(view, "work")
    view.shows.card.close_button.click()
    assert view.shows.what is None and not view.shows.card.isVisible()


def test_the_legend_follows_what_changes(desk: Desk, view: JourneyView) -> None:
    do(view, "waits")
    before = view.shows.card.accessibleDescription()
    edited(
        desk.session,
        EditKind.SET_STEPS,
        lambda edit: steps.set_fields(edit, ["v-ride"], wait_minutes=400 * 1440.0),
    )
    assert "Ride" in view.shows.card.accessibleDescription() != before


def test_what_was_shown_is_shown_when_the_project_is_seen_again(desk: Desk, view: JourneyView) -> None:
    do(view, "known")
    again = JourneyView(desk)
    again.show()
    settle(desk.session)
    assert again.shows.what is Show.KNOWN
    assert again.shows.card.isVisible()
    again.hide()
    again.deleteLater()
    clear_away()


def test_the_file_knows_nothing_of_what_is_shown(desk: Desk, view: JourneyView) -> None:
    before = desk.session.project
    do(view, "evidence")
    settle(desk.session)
    assert desk.session.project is before
