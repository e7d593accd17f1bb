"""Every mark of a card is told in words where the pointer rests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from helpers.desks import clear_away, open_desk, park, settle
from rondo.figures.cards.card_words import card_words
from rondo.strategy.framework.whole import load
from rondo.ui.canvas.view import JourneyView
from rondo.words import LANGUAGES, Words
from rondofile.enums import MarkKind
from rondofile.records import Step

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def view(tmp_path: Path) -> Iterator[JourneyView]:
    with open_desk(tmp_path, park()) as desk:
        desk.selection.look_at("visit")
        made = JourneyView(desk)
        made.resize(1200, 800)
        made.show()
        settle(desk.session)
        yield made
        made.hide()
        made.deleteLater()
        clear_away()


def lines(view: JourneyView, step: str) -> list[str]:
    box = view.scene.box_of(step)
    assert box is not None
    return view.work.tips.lines(view.surface.mapFromScene(box.center()))


def test_every_mark_of_a_card_is_told_in_words(view: JourneyView) -> None:
    said = lines(view, "v-checkin")
    assert said[0] == "Check in at the desk"
    for part in ("Receive", "we", "Pain, 3 of 3", "Told again", "20 minutes", "annoyed", "told: ", "desk"):
        assert any(part in line for line in said[1:]), part
    assert any(line.startswith("What it costs us") for line in said)
    assert said[-1] == "How we know: said"


def test_what_is_shown_is_told_first(view: JourneyView) -> None:
    view.deeds()["journey.show-strangers"].do()
    assert "stranger" in lines(view, "v-checkin")[1]
    assert "stranger" not in lines(view, "v-wish")[1]


def test_where_there_is_no_card_nothing_is_told(view: JourneyView) -> None:
    assert view.work.tips.lines(view.surface.viewport().rect().topLeft()) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_that_is_known_stays_unsaid(language: str) -> None:
    project, words, framework = park(), Words(language), load(language)
    told = 0
    for step in project.all(Step):
        said = card_words(project, step, words, framework)
        known = [step.kind, step.feeling, step.aware_first, step.our_cost, step.channel, step.evidence]
        marks = [m for m in project.marks_of(step.id) if m.kind is not MarkKind.DRIVER]
        waits = step.wait_minutes is not None
        at_least = sum(one not in (None, "") for one in known) + len(marks) + waits + step.must_stay + 1
        assert len(said) >= at_least and len(set(said)) == len(said)
        told += len(said)
    assert told > 100
