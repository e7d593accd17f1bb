"""Place in…: what is chosen in any view goes to a cell without dragging."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from helpers.clipping import cut_texts
from helpers.desks import edited, open_desk, park, settle
from helpers.stretched import StretchedWords
from rondo.ui.desk import Desk
from rondo.ui.notices import Notice
from rondo.ui.pieces import place_in
from rondofile.enums import Architecture, CardKind, Experience
from rondofile.kinds import EditKind
from rondofile.nouns import stretches
from rondofile.records import Journey, Lane, Placement, Segment, Step, Stretch

pytestmark = [
    pytest.mark.usefixtures("qapp"),
    pytest.mark.qt_log_ignore("does not support propagateSizeHints", extend=True),
]


@pytest.fixture
def window(qapp: QApplication) -> Iterator[QWidget]:
    widget = QWidget()
    widget.show()
    yield widget
    widget.hide()
    widget.deleteLater()


@pytest.fixture
def desk(tmp_path: Path, window: QWidget) -> Iterator[Desk]:
    with open_desk(tmp_path, park()) as desk:
        yield desk


def asked(desk: Desk, window: QWidget) -> place_in.PlaceIn:
    deed = place_in.deed(desk, window)
    assert deed.possible()
    deed.do()
    (dialog,) = window.findChildren(place_in.PlaceIn)
    return dialog


def test_arrows_and_return_put_the_chosen_segment_into_a_cell(desk: Desk, window: QWidget) -> None:
    before = {offer.id for offer in desk.session.project.all(Placement)}
    said: list[Notice] = []
    desk.notices.said.connect(said.append)
    desk.selection.choose(Segment, "families")
    dialog = asked(desk, window)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Return):
        QTest.keyClick(dialog.focusWidget(), key)
    settle(desk.session)
    (made,) = (offer for offer in desk.session.project.all(Placement) if offer.id not in before)
    assert (made.card_kind, made.card_ref) == (CardKind.SEGMENT, "families")
    assert (made.experience, made.architecture) == (
        Experience.COACH_BEHAVIOR,
        Architecture.CONNECTED_RETAILER,
    )
    assert desk.selection.ids_of(Placement) == (made.id,)
    assert [notice.sentence for notice in said] == ["Placed in Coach behavior × Connected retailer"]
    desk.session.undo()
    settle(desk.session)
    assert {offer.id for offer in desk.session.project.all(Placement)} == before


def test_chosen_offers_move_and_chosen_steps_become_a_part(desk: Desk, window: QWidget) -> None:
    desk.selection.choose(Placement, "o-rain", "o-touch")
    place = "Automatic execution × Crowd orchestrator"
    _button(asked(desk, window), place).click()
    settle(desk.session)
    moved = [desk.session.project.get(Placement, key) for key in ("o-rain", "o-touch")]
    assert {(offer.experience, offer.architecture) for offer in moved} == {
        (Experience.AUTOMATIC_EXECUTION, Architecture.CROWD_ORCHESTRATOR)
    }
    journey = desk.session.project.all(Journey)[0]
    steps = desk.session.project.steps_of(journey.id)[:2]
    desk.selection.choose(Step, *(step.id for step in steps))
    QApplication.processEvents()
    _button(asked(desk, window), "Not connected yet × Connected retailer").click()
    settle(desk.session)
    made = desk.session.project.get(Placement, desk.selection.ids_of(Placement)[0])
    assert (made.card_kind, made.experience) == (CardKind.STRETCH, None)
    assert len(desk.session.project.steps_in(made.card_ref or "")) == 2


def test_a_place_that_holds_offers_says_how_many_in_words(desk: Desk, window: QWidget) -> None:
    desk.selection.choose(Segment, "families")
    offers = Counter((o.experience, o.architecture) for o in desk.session.project.all(Placement))
    said = sorted(button.text() for button in asked(desk, window).findChildren(QPushButton))
    assert said == sorted([""] * (25 - len(offers)) + [f"{n} offer{'s' * (n > 1)}" for n in offers.values()])
    assert "3 offers" in said


def test_escape_changes_nothing(desk: Desk, window: QWidget) -> None:
    project = desk.session.project
    desk.selection.choose(Segment, "pass")
    QTest.keyClick(asked(desk, window), Qt.Key.Key_Escape)
    settle(desk.session)
    assert desk.session.project is project


def test_a_place_that_does_not_take_it_says_why(desk: Desk, window: QWidget) -> None:
    journey = desk.session.project.all(Journey)[0]
    part = edited(desk.session, EditKind.ADD_STRETCH, lambda edit: stretches.add(edit, journey.id, "None"))
    project = desk.session.project
    desk.selection.choose(Stretch, part.id)
    dialog = asked(desk, window)
    _button(dialog, "Curated offering × Connected retailer").click()
    settle(desk.session)
    assert desk.session.project is project and dialog.isVisible()
    assert "This part of the journey has no steps yet." in {
        label.text() for label in dialog.findChildren(QLabel)
    }
    dialog.reject()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_no_word_is_cut_at_any_text_size(tmp_path: Path, window: QWidget, scale: float) -> None:
    with open_desk(tmp_path, park(), StretchedWords()) as desk:
        desk.look.set_scale(scale)
        desk.selection.choose(Segment, "families")
        dialog = asked(desk, window)
        settle(desk.session)
        found, looked = cut_texts(dialog)
        desk.look.set_scale(1.0)
        dialog.reject()
    assert looked >= 12
    assert found == []


def test_what_cannot_stand_in_the_matrix_is_not_asked_for(desk: Desk, window: QWidget) -> None:
    deed = place_in.deed(desk, window)
    desk.selection.clear()
    assert not deed.possible()
    desk.selection.choose(Lane, desk.session.project.all(Lane)[0].id)
    assert not deed.possible()


def _button(dialog: place_in.PlaceIn, name: str) -> QPushButton:
    return next(b for b in dialog.findChildren(QPushButton) if b.accessibleName() == name)
