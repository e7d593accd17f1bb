"""Ideas on a cell: our own words on its sheet, and the offer that an idea becomes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from rondo.ui.desk import Desk
from rondofile.edits import Edit
from rondofile.enums import Architecture, CardKind, Experience, PlacementState
from rondofile.kinds import EditKind
from rondofile.nouns import cell_sheets, placements
from rondofile.project import Project
from rondofile.records import CellSheet

Spot = tuple[Experience, Architecture]
"""One of the twenty cells."""
Then = Callable[[str], None]


def sheet_of(project: Project, spot: Spot) -> CellSheet | None:
    """What we wrote on that cell; None where nothing is."""
    return next((one for one in project.all(CellSheet) if (one.experience, one.architecture) == spot), None)


def write_idea(desk: Desk, spot: Spot, idea: str, merge_key: str | None = None) -> None:
    """That is our idea for the cell."""
    row, column = spot
    desk.session.edit(
        EditKind.WRITE_CELL, lambda edit: cell_sheets.write(edit, row, column, idea=idea), merge_key
    )


def make_offer(desk: Desk, spot: Spot, sentence: str, segment: str | None, then: Then | None = None) -> None:
    """The idea stands in its cell as an offer of ours that we could make; the sheet keeps its words."""

    def made(edit: Edit) -> str:
        card = card_of(segment)
        return placements.place(edit, sentence, spot, state=PlacementState.IDEA, **card).id

    desk.session.edit(EditKind.PLACE_OFFER, made, then=then)


def card_of(segment: str | None) -> dict[str, Any]:
    """For whom an offer is: that segment, or nobody in particular."""
    kind = CardKind.SEGMENT if segment else CardKind.ACTIVITY
    return {"card_kind": kind, "card_ref": segment}
