"""Rows of a range become steps with their lanes, marks and links, in one edit. Nothing here knows Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from rondo.ui.canvas.editing.gestures_links import connect_all
from rondo.ui.canvas.pasting.headings import Field
from rondo.ui.canvas.pasting.meaning import role_of
from rondo.ui.canvas.pasting.table import StepRow, StepTable
from rondo.ui.ranges.compared import plain
from rondofile.edits import Edit
from rondofile.enums import LaneRole, MarkKind
from rondofile.ids import fresh_id
from rondofile.nouns import lanes
from rondofile.nouns.ordering import renumber
from rondofile.records import Lane, Mark, Step


class Taken(Struct, frozen=True):
    """What came of a range: ids of steps in its order, and how many lanes are new."""

    steps: tuple[str, ...]
    lanes: int


def take_table(edit: Edit, journey: str, table: StepTable, after: str | None, first_lane: str) -> Taken:
    """The rows are steps of the journey: behind that step in its order, or last.

    A column that the range lacks is as at that step; rows without phase or lane wait in the inbox."""
    there = edit.rows(Lane, "journey = ?", (journey,))
    lane_of = _lanes(edit, journey, there, (row.lane for row in table.rows), first_lane)
    start = edit.next_position(Step, "journey = ?", (journey,))
    before = edit.get(Step, after) if after is not None else None
    made = [_step(row, journey, at, lane_of, table, before) for at, row in enumerate(table.rows, start)]
    edit.insert(*made)
    edit.insert(*_marks(made, table.rows))
    if after is not None:
        _stand_behind(edit, journey, after, made)
    pairs = [(made[at].id, made[to].id) for at, row in enumerate(table.rows) for to in row.after]
    connect_all(edit, pairs)
    new = len(edit.rows(Lane, "journey = ?", (journey,))) - len(there)
    return Taken(tuple(step.id for step in made), new)


def _step(
    row: StepRow,
    journey: str,
    at: int,
    lane_of: Mapping[str, str],
    table: StepTable,
    before: Step | None,
) -> Step:
    phase, lane = row.phase, lane_of.get(plain(row.lane))
    if before is not None:
        phase = before.phase if Field.PHASE not in table.fields else phase
        lane = before.lane if Field.LANE not in table.fields else lane
    if lane is None and Field.LANE not in table.fields and phase is not None:
        lane = lane_of.get("")
    return Step(
        id=fresh_id(),
        journey=journey,
        position=at,
        title=row.title,
        note=row.note,
        phase=phase,
        kind=row.kind,
        lane=lane,
        actor=row.actor,
        feeling=row.feeling,
        minutes=row.minutes,
        wait_minutes=row.wait,
        channel=row.channel,
    )


def _lanes(
    edit: Edit, journey: str, there: Iterable[Lane], names: Iterable[str], first_lane: str
) -> dict[str, str]:
    """The lane of each name, made where there is none; "" is the only lane, where there is one alone."""
    found = {plain(lane.name): lane.id for lane in there}
    wanted = dict.fromkeys(name for name in names if name)
    for name in wanted:
        if plain(name) not in found:
            found[plain(name)] = lanes.add(edit, journey, name, role_of(name)).id
    if not found and not wanted:
        found[plain(first_lane)] = lanes.add(edit, journey, first_lane, LaneRole.CUSTOMER).id
    ids = set(found.values())
    return {**found, "": ids.pop()} if len(ids) == 1 else found


def _marks(made: list[Step], rows: tuple[StepRow, ...]) -> list[Mark]:
    return [
        Mark(id=fresh_id(), step=step.id, position=at, kind=kind, text=text)
        for step, row in zip(made, rows, strict=True)
        for at, (kind, text) in enumerate(
            [(MarkKind.PAIN, text) for text in row.pains]
            + [(MarkKind.DELIGHT, text) for text in row.delights]
        )
    ]


def _stand_behind(edit: Edit, journey: str, after: str, made: list[Step]) -> None:
    new = {step.id for step in made}
    others = [step for step in edit.rows(Step, "journey = ?", (journey,)) if step.id not in new]
    at = [step.id for step in others].index(after) + 1
    renumber(edit, [*others[:at], *made, *others[at:]])
