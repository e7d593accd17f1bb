"""Dropping in the matrix: one gesture is one edit, a refusal says why, and Esc leaves no trace."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from helpers.desks import edited, park, settle
from helpers.drags import drag_away, drag_on, drag_over, drop
from helpers.matrix_rooms import (
    AUTOMATIC,
    COACH,
    CROWD,
    CTRL,
    CURATED,
    MARKET,
    NETWORK,
    PRODUCER,
    RETAILER,
    cell,
    middle,
    new_offers,
    offers,
    open_matrix,
    payload,
    sentence_box,
    undone,
)
from rondo.strategy.rules import Verdict
from rondo.ui.mime import Cards, encode
from rondo.ui.placing import verdict
from rondofile.enums import CardKind, PlacementState
from rondofile.kinds import EditKind
from rondofile.nouns import stretches
from rondofile.records import Journey, Placement, Reading, Stretch

pytestmark = pytest.mark.usefixtures("qapp")


def test_a_segment_dropped_on_a_cell_is_an_offer_that_asks_for_its_sentence(tmp_path: Path) -> None:
    with open_matrix(tmp_path, park()) as room:
        before, place = offers(room), (COACH, RETAILER)
        assert drop(room.grid.viewport(), payload(room, "segment", "families"), middle(room, place))
        settle(room.desk.session)
        (made,) = new_offers(room, before)
        assert (made.card_kind, made.card_ref, made.offer, cell(made)) == (
            CardKind.SEGMENT,
            "families",
            "",
            place,
        )
        assert room.desk.selection.ids_of(Placement) == (made.id,)
        box = sentence_box(room)
        assert box is not None and box.hasFocus()
        QTest.keyClicks(box, "A good hint")
        QTest.keyClick(box, Qt.Key.Key_Return)
        settle(room.desk.session)
        assert offers(room)[made.id].offer == "A good hint"
        undone(room)
        assert offers(room)[made.id].offer == ""
        undone(room)
        assert offers(room) == before


def test_escape_leaves_the_offer_without_a_sentence_and_says_so_on_the_card(tmp_path: Path) -> None:
    with open_matrix(tmp_path, park()) as room:
        before = offers(room)
        drop(room.grid.viewport(), payload(room, "situation", "rain"), middle(room, (AUTOMATIC, CROWD)))
        settle(room.desk.session)
        box = sentence_box(room)
        assert box is not None
        QTest.keyClicks(box, "half a thou")
        QTest.keyClick(box, Qt.Key.Key_Escape)
        settle(room.desk.session)
        (made,) = new_offers(room, before)
        assert (made.offer, made.card_kind) == ("", CardKind.SITUATION)
        assert sentence_box(room) is None and room.grid.hasFocus()
        assert room.grid.plan.cards[made.id].title == "Offer for First-visit families – when it rains at noon"


def test_steps_become_a_part_named_after_the_first_and_the_last_with_its_offer_in_one_edit(
    tmp_path: Path,
) -> None:
    with open_matrix(tmp_path, park()) as room:
        project = room.desk.session.project
        journey = project.all(Journey)[0]
        steps = project.steps_of(journey.id)[2:5]
        before, parts = offers(room), {part.id for part in project.all(Stretch)}
        data = payload(room, "step", *(step.id for step in reversed(steps)), journey=journey.id)
        assert drop(room.grid.viewport(), data, middle(room, (COACH, MARKET)))
        settle(room.desk.session)
        project = room.desk.session.project
        (made,) = new_offers(room, before)
        (part,) = (part for part in project.all(Stretch) if part.id not in parts)
        assert (made.card_kind, made.card_ref) == (CardKind.STRETCH, part.id)
        assert {step.id for step in project.steps_in(part.id)} == {step.id for step in steps}
        members = project.steps_in(part.id)
        assert part.name == f"{members[0].title} – {members[-1].title}"
        drop(room.grid.viewport(), data, middle(room, (COACH, CROWD)))
        settle(room.desk.session)
        again = new_offers(room, {**before, made.id: made})
        assert [offer.card_ref for offer in again] == [part.id], "the part was made twice"
        undone(room)
        undone(room)
        assert offers(room) == before
        assert {part.id for part in room.desk.session.project.all(Stretch)} == parts


def test_several_offers_move_from_cell_to_cell_in_one_step(tmp_path: Path) -> None:
    with open_matrix(tmp_path, park()) as room:
        before = offers(room)
        data = payload(room, "placement", "o-touch", "o-rain", "o-pass-now")
        assert drop(room.grid.viewport(), data, middle(room, (COACH, NETWORK)))
        settle(room.desk.session)
        after = offers(room)
        assert after.keys() == before.keys()
        moved = {key for key in after if after[key] != before[key]}
        assert moved == {"o-touch", "o-rain", "o-pass-now"}
        assert {cell(after[key]) for key in moved} == {(COACH, NETWORK)}
        assert set(room.desk.selection.ids_of(Placement)) == moved
        undone(room)
        assert offers(room) == before


def test_with_control_an_offer_is_copied_with_all_its_readings(tmp_path: Path) -> None:
    with open_matrix(tmp_path, park()) as room:
        before, project = offers(room), room.desk.session.project
        disputed = project.all(Reading)[0].placement
        data = payload(room, "placement", disputed)
        assert drop(room.grid.viewport(), data, middle(room, (COACH, NETWORK)), CTRL)
        settle(room.desk.session)
        project = room.desk.session.project
        (copy,) = new_offers(room, before)
        assert (copy.offer, cell(copy)) == (before[disputed].offer, (COACH, NETWORK))
        assert offers(room)[disputed] == before[disputed]
        assert len(project.readings_of(copy.id)) == len(project.readings_of(disputed)) > 0


def test_an_offer_goes_off_the_grid_and_back(tmp_path: Path) -> None:
    with open_matrix(tmp_path, park()) as room:
        for place in ((None, MARKET), (CURATED, MARKET)):
            assert drop(room.grid.viewport(), payload(room, "placement", "o-touch"), middle(room, place))
            settle(room.desk.session)
            assert cell(offers(room)["o-touch"]) == place


def test_a_refused_drop_says_why_and_changes_nothing(tmp_path: Path) -> None:
    with open_matrix(tmp_path, park()) as room:
        journey = room.desk.session.project.all(Journey)[0]
        part = edited(
            room.desk.session, EditKind.ADD_STRETCH, lambda edit: stretches.add(edit, journey.id, "Nothing")
        )
        before, data = offers(room), payload(room, "stretch", part.id)
        move = drag_over(room.grid.viewport(), data, middle(room, (COACH, CROWD)))
        said = [label.text() for label in room.grid.findChildren(QLabel) if label.isVisible()]
        assert not move.isAccepted()
        assert said == ["This part of the journey has no steps yet."]
        drag_away(room.grid.viewport())
        assert not [label for label in room.grid.findChildren(QLabel) if label.isVisible()]
        assert not drop(room.grid.viewport(), data, middle(room, (COACH, CROWD)))
        settle(room.desk.session)
        assert offers(room) == before


def test_what_is_dragged_away_again_leaves_no_trace(tmp_path: Path) -> None:
    with open_matrix(tmp_path, park()) as room:
        project, image = room.desk.session.project, room.grid.grab().toImage()
        place = middle(room, (COACH, CROWD))
        assert drag_over(room.grid.viewport(), payload(room, "segment", "families"), place).isAccepted()
        assert room.grid.grab().toImage() != image, "the cell did not light up"
        drag_away(room.grid.viewport())
        settle(room.desk.session)
        assert room.grid.grab().toImage() == image
        assert room.desk.session.project is project
        assert room.desk.session.standing is not None
        assert room.desk.session.standing.next_undo is None


def test_a_drag_asks_the_rules_once_and_paints_no_more_than_the_cells_it_goes_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    painted: list[QRect] = []

    def counted(*about: object) -> Verdict:
        asked.append(about)
        return verdict(*about)  # type: ignore[arg-type]

    monkeypatch.setattr("rondo.ui.matrix.drops.verdict", counted)
    with open_matrix(tmp_path, park()) as room:
        view, data = room.grid.viewport(), payload(room, "placement", "o-touch", "o-rain")
        start = middle(room, (COACH, CROWD))
        assert drag_over(view, data, start).isAccepted()
        settle(room.desk.session)
        assert len(asked) == 25
        watcher = _Watcher(painted)
        view.installEventFilter(watcher)
        for step in range(1, 21):
            drag_on(view, data, start - QPoint(step, step))
            settle(room.desk.session)
        assert painted == [] and len(asked) == 25
        drag_on(view, data, middle(room, (COACH, NETWORK)))
        settle(room.desk.session)
        two = room.grid.box((COACH, CROWD)) | room.grid.box((COACH, NETWORK))
        assert painted and all(two.adjusted(-4, -4, 4, 4).contains(rect) for rect in painted)
        assert len(asked) == 25
        view.removeEventFilter(watcher)
        drag_away(view)


class _Watcher(QObject):
    """Notes what is painted."""

    def __init__(self, painted: list[QRect]) -> None:
        super().__init__()
        self._painted = painted

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self._painted.append(event.rect())
        return False


def test_cards_of_another_project_are_not_taken(tmp_path: Path) -> None:
    with open_matrix(tmp_path, park()) as room:
        before = offers(room)
        data = encode(Cards("another", "segment", ("families",)))
        assert not drop(room.grid.viewport(), data, middle(room, (COACH, CROWD)))
        settle(room.desk.session)
        assert offers(room) == before


def test_lines_of_text_become_offers_of_their_own(tmp_path: Path) -> None:
    with open_matrix(tmp_path, park()) as room:
        before, data = offers(room), QMimeData()
        data.setText("Toner before it runs out\n\n  A hint in time \n")
        assert drop(room.grid.viewport(), data, middle(room, (AUTOMATIC, PRODUCER)))
        settle(room.desk.session)
        made = new_offers(room, before)
        assert [(offer.offer, offer.card_kind) for offer in made] == [
            ("Toner before it runs out", CardKind.ACTIVITY),
            ("A hint in time", CardKind.ACTIVITY),
        ]
        undone(room)
        assert offers(room) == before


def test_what_is_dropped_is_seen_whatever_is_hidden(tmp_path: Path) -> None:
    with open_matrix(tmp_path, park()) as room:
        layers = room.grid.layers
        for state in (PlacementState.NOW, PlacementState.TARGET):
            layers = layers.toggled(state)
        room.set_layers(layers.with_player("park", False))
        before = offers(room)
        drop(room.grid.viewport(), payload(room, "segment", "pass"), middle(room, (COACH, CROWD)))
        settle(room.desk.session)
        (made,) = new_offers(room, before)
        assert made.id in room.grid.plan.boxes
        assert made.state is PlacementState.IDEA
