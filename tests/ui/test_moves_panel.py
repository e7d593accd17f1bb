"""The panel of moves: at most five, each with its rule and reasons, live, and a way to where it is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from helpers.desks import edited, park, wait_for
from helpers.resting import come_to_rest
from helpers.windows import open_window
from rondo.strategy.moves.candidate import Rule
from rondo.ui.inspector.moves import panel as panel_module
from rondo.ui.inspector.moves.card import MoveCard
from rondo.ui.inspector.moves.panel import MovesPanel
from rondo.ui.inspector.pieces.jump import Jump
from rondo.ui.main_window import MainWindow
from rondo.ui.sweep.sweep import Sweep
from rondofile.enums import Architecture, Experience, PlacementState
from rondofile.kinds import EditKind
from rondofile.nouns import cell_sheets, marks, placements
from rondofile.records import Mark, Placement, Step

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
BOTH = (Experience.CURATED_OFFERING, Architecture.CONNECTED_MARKET_MAKER)


@pytest.fixture
def window(tmp_path: Path, qapp: QApplication) -> Iterator[MainWindow]:
    with open_window(tmp_path, park()) as window:
        window.carry_out("view.matrix")
        window.carry_out("view.moves")
        yield window


def panel_of(window: MainWindow) -> MovesPanel:
    room = window.docks.moves.room
    assert isinstance(room, MovesPanel)
    return room


def card_of(window: MainWindow, rule: Rule) -> MoveCard:
    """The first card of that rule, unfolded."""
    card = next(card for card in panel_of(window).cards if card.candidate.rule is rule)
    if not card.is_open:
        card.head.setFocus()
        QTest.keyClick(card.head, Qt.Key.Key_Space)
    return card


def press(window: MainWindow, card: MoveCard, key: str) -> None:
    button = next(b for b in card.findChildren(QPushButton) if b.text() == window.desk.words(key))
    button.click()


def test_five_moves_when_the_panel_is_opened_then_stand_folded_and_each_fact_leads_there(
    window: MainWindow,
) -> None:
    cards = panel_of(window).cards
    assert [card.candidate.rule for card in cards][:2] == [Rule.ORGANISATION, Rule.BOTH] and len(cards) == 5
    assert all(card.told.rule and not card.is_open for card in cards)
    assert window.desk.actions["view.moves"].isChecked()
    card = card_of(window, Rule.ORGANISATION)
    lines = [jump for jump in card.findChildren(Jump) if jump is not card.head and jump.isVisible()]
    assert len(lines) == len(card.told.reasons) == 3
    lines[1].click()
    assert window.desk.selection.ids_of(Step) == ("v-table",) and window.view_key == "journey"


def test_a_move_when_gone_to_or_thought_through_then_its_cells_or_step_are_there(window: MainWindow) -> None:
    press(window, card_of(window, Rule.ORGANISATION), "moves.go")
    assert window.desk.selection.ids_of(Step) == ("v-checkin",) and window.view_key == "journey"
    card = card_of(window, Rule.BOTH)
    press(window, card, "moves.go")
    assert window.desk.selection.cell == BOTH and window.view_key == "matrix"
    press(window, card, "moves.sweep")
    [sweep] = window.findChildren(Sweep)
    assert tuple(sweep.course.cells) == card.candidate.cells
    sweep.close()


def test_an_edit_when_it_answers_a_move_then_the_move_goes_and_comes_back_with_undo(
    window: MainWindow,
) -> None:
    desk = window.desk

    def rules() -> list[tuple[Experience, ...]]:
        return [card.candidate.rows for card in panel_of(window).cards if card.candidate.rule is Rule.BOTH]

    assert len(rules()) == 2

    def stand_there(edit: object) -> None:
        for column in (Architecture.CONNECTED_MARKET_MAKER, Architecture.CROWD_ORCHESTRATOR):
            cell = (Experience.CURATED_OFFERING, column)
            placements.place(edit, "We do", cell, state=PlacementState.TARGET)  # type: ignore[arg-type]

    edited(desk.session, EditKind.PLACE_OFFER, stand_there)
    wait_for(lambda: len(rules()) == 1)
    desk.session.undo()
    wait_for(lambda: len(rules()) == 2)


def test_an_unfolded_move_when_something_else_changes_then_stays_unfolded(window: MainWindow) -> None:
    desk, card = window.desk, card_of(window, Rule.CROWDED)
    mark = next(one for one in desk.session.project.all(Mark) if one.step == "v-checkin")
    edited(
        desk.session,
        EditKind.SET_MARK,
        lambda edit: marks.set_fields(edit, mark.id, text="asked three times"),
    )
    wait_for(lambda: card_of(window, Rule.CROWDED) is not card)
    again = next(one for one in panel_of(window).cards if one.candidate.rule is Rule.CROWDED)
    assert again.is_open


def test_an_empty_project_when_looked_at_then_says_what_brings_moves(tmp_path: Path, qapp: object) -> None:
    with open_window(tmp_path) as window:
        window.carry_out("view.moves")
        panel = panel_of(window)
        assert not panel.cards and panel._empty.isVisible()
        assert not window.desk.session.project.all(Placement)


def test_words_on_a_cell_when_taken_back_elsewhere_then_the_cell_is_shown(window: MainWindow) -> None:
    desk = window.desk
    edited(desk.session, EditKind.WRITE_CELL, lambda edit: cell_sheets.write(edit, *BOTH, idea="Our list"))
    window.carry_out("view.journey")
    window.carry_out("edit.undo")
    wait_for(lambda: window.view_key == "matrix")
    wait_for(lambda: desk.selection.cell == BOTH)


def test_gaps_when_asked_for_in_a_long_journey_then_stay_until_the_journey_changes(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(panel_module, "LONG", 10)
    session, panel = window.desk.session, panel_of(window)
    panel.refresh()
    assert panel.gaps.isVisible()
    panel.gaps.click()
    assert not panel.gaps.isVisible()
    offer, step = session.project.all(Placement)[0], session.project.all(Step)[0]
    edited(session, EditKind.SET_OFFER, lambda edit: placements.set_fields(edit, [offer.id], offer="Another"))
    come_to_rest(panel)
    assert not panel.gaps.isVisible()
    edited(session, EditKind.SET_STEPS, lambda edit: edit.change(Step, step.id, title="Another"))
    wait_for(panel.gaps.isVisible)
