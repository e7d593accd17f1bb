"""Borrowing an example into a cell: a newcomer's threat or an idea of ours, with a question due."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from rondo.strategy.moves.borrow import Borrowed, Model, as_idea, as_threat
from rondo.ui.cells.ideas import Spot, card_of
from rondo.ui.desk import Desk
from rondofile.edits import Edit
from rondofile.enums import Evidence, PlacementState, PlayerKind
from rondofile.kinds import EditKind
from rondofile.nouns import conclusions, placements, players
from rondofile.records import Action, Placement, Player, Segment

Then = Callable[[str], None]


def borrow(
    desk: Desk, model: Model, spot: Spot, segment: str | None, threat: bool, then: Then | None = None
) -> None:
    """The example stands in that cell as somebody's offer, in one edit; `then` gets the id of the offer."""
    found = desk.session.project.find(Segment, segment)
    borrowed = (as_threat if threat else as_idea)(desk.words, model, found)
    note = desk.words("borrow.note", name=model.name)
    desk.session.edit(
        EditKind.PLACE_OFFER, lambda edit: _made(edit, borrowed, spot, segment, note), then=then
    )


def ask_for_whom(desk: Desk, parent: QWidget, at: QPoint, chosen: Callable[[str | None], None]) -> None:
    """The person says for which customers, where there are several; else it is clear."""
    segments = desk.session.project.all(Segment)
    if len(segments) < 2:
        chosen(segments[0].id if segments else None)
        return
    menu = QMenu(parent)
    menu.aboutToHide.connect(menu.deleteLater)
    for segment in segments:
        name = segment.name or desk.words("telling.unnamed.segment")
        action = menu.addAction(desk.words("borrow.for", who=name).replace("&", "&&"))
        action.triggered.connect(lambda _=False, key=segment.id: chosen(key))
    menu.popup(at)


def show_borrowed(desk: Desk, key: str) -> None:
    """What was borrowed is chosen, and said."""
    desk.selection.choose(Placement, key)
    desk.notices.say(desk.words("borrow.done"), "good", key="borrow")


def _made(edit: Edit, borrowed: Borrowed, spot: Spot, segment: str | None, note: str) -> str:
    """On the document thread."""
    offer = placements.place(
        edit,
        borrowed.sentence,
        spot,
        state=PlacementState.IDEA,
        player=_newcomer(edit, borrowed.organisation, note) if borrowed.organisation else None,
        reason_experience=borrowed.reason,
        evidence=Evidence.ASSUMED,
        source=borrowed.source,
        **card_of(segment),
    )
    conclusions.add(edit, Action, borrowed.question)
    return offer.id


def _newcomer(edit: Edit, name: str, note: str) -> str:
    """The made-up organisation of that name; it is made once."""
    there = next((one for one in edit.rows(Player) if one.name == name), None)
    return (there or players.add(edit, name, PlayerKind.START_UP, note=note)).id
