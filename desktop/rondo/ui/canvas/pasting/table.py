"""A range of a spreadsheet as rows of steps, with what was not understood in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from rondo.ui.canvas.editing.gestures import title_of
from rondo.ui.canvas.pasting import meaning
from rondo.ui.canvas.pasting.headings import Field, Heading, headings_of
from rondo.ui.ranges.cells import rows_of
from rondo.ui.ranges.compared import plain
from rondofile.enums import Actor, Phase, StepKind
from rondofile.text import clean_text

T = TypeVar("T")

BEFORE_HEADINGS = 3
"""So many rows may stand above the headings: a name of the sheet, a blank one."""
MOST = 10_000


class StepRow(Struct, frozen=True, kw_only=True):
    """One step; `after` are the places, in the rows of the table, of the steps that it leads to."""

    title: str
    phase: Phase | None = None
    lane: str = ""
    actor: Actor | None = None
    kind: StepKind | None = None
    feeling: int | None = None
    minutes: float | None = None
    wait: float | None = None
    channel: str = ""
    note: str = ""
    pains: tuple[str, ...] = ()
    delights: tuple[str, ...] = ()
    after: tuple[int, ...] = ()


class Strange(Struct, frozen=True):
    """A cell that was not understood; rows are counted as in the range, from 1."""

    row: int
    heading: str
    text: str


class StepTable(Struct, frozen=True):
    """`linked`: the range itself says what follows what. `left`: headings that mean nothing here."""

    rows: tuple[StepRow, ...]
    fields: frozenset[Field]
    strange: tuple[Strange, ...] = ()
    left: tuple[str, ...] = ()
    linked: bool = False
    one_to_five: bool = False


def read_table(text: str) -> StepTable | None:
    """The steps of a range with headings; None where it has none, or no step below them."""
    rows = rows_of(text)
    for at, row in enumerate(rows[:BEFORE_HEADINGS]):
        headings = headings_of(row)
        if headings is not None and len(headings) > 1:
            table = _Reader(headings, rows, at).read()
            return table if table.rows else None
    return None


class _Reader:
    """Reads row by row; a phase or a lane holds until another is given, as merged cells mean it."""

    def __init__(self, headings: dict[int, Heading], rows: list[list[str]], at: int) -> None:
        self._headings, self._top, self._body, self._at = headings, rows[at], rows[at + 1 :], at
        self._strange: list[Strange] = []
        column = next((c for c, h in headings.items() if h.field is Field.FEELING), None)
        felt = [row[column] for row in self._body if column is not None and column < len(row)]
        self._one_to_five = meaning.is_one_to_five(felt)
        self._held: dict[Field, object] = {}

    def read(self) -> StepTable:
        """The whole table."""
        found: list[StepRow] = []
        named: dict[str, int] = {}
        wanted: list[tuple[int, int, str]] = []
        for number, row in enumerate(self._body, self._at + 2):
            cells = {h.field: row[c] for c, h in self._headings.items() if c < len(row) and row[c]}
            step = self._step(number, row, cells)
            if step is None or len(found) >= MOST:
                continue
            for name in (cells.get(Field.NUMBER, ""), step.title, str(len(found) + 1)):
                named.setdefault(plain(name), len(found))
            if Field.NEXT in cells:
                wanted.append((number, len(found), cells[Field.NEXT]))
            found.append(step)
        return self._table(self._linked(found, wanted, named), bool(wanted))

    def _step(self, number: int, row: Sequence[str], cells: dict[Field, str]) -> StepRow | None:
        self._hold(number, cells)
        title = title_of(cells.get(Field.TITLE, ""))
        if not title:
            return None
        text = {field: clean_text(cells.get(field, "")) for field in (Field.NOTE, Field.CHANNEL)}
        return StepRow(
            title=title,
            phase=self._held.get(Field.PHASE),  # type: ignore[arg-type]
            lane=str(self._held.get(Field.LANE, "")),
            actor=self._value(number, cells, Field.ACTOR, meaning.actor_of),
            kind=self._value(number, cells, Field.KIND, meaning.kind_of),
            feeling=self._value(
                number, cells, Field.FEELING, lambda t: meaning.feeling_of(t, self._one_to_five)
            ),
            minutes=self._time(number, cells, Field.MINUTES),
            wait=self._time(number, cells, Field.WAIT),
            channel=" ".join(text[Field.CHANNEL].split()),
            note=text[Field.NOTE],
            pains=tuple(part for column in self._cells(row, Field.PAIN) for part in meaning.parts_of(column)),
            delights=tuple(meaning.parts_of(cells.get(Field.DELIGHT, ""))),
        )

    def _hold(self, number: int, cells: dict[Field, str]) -> None:
        if Field.PHASE in cells:
            self._held[Field.PHASE] = self._value(number, cells, Field.PHASE, meaning.phase_of)
        if Field.LANE in cells:
            self._held[Field.LANE] = title_of(cells[Field.LANE])

    def _cells(self, row: Sequence[str], field: Field) -> list[str]:
        return [row[c] for c, h in self._headings.items() if h.field is field and c < len(row)]

    def _time(self, number: int, cells: dict[Field, str], field: Field) -> float | None:
        unit = next((h.unit for h in self._headings.values() if h.field is field), "")
        return self._value(number, cells, field, lambda text: meaning.minutes_of(text, unit))

    def _value(
        self, number: int, cells: dict[Field, str], field: Field, read: Callable[[str], T | None]
    ) -> T | None:
        """What the cell means; one that means nothing is noted."""
        text = cells.get(field, "")
        found = read(text) if text else None
        if text and found is None:
            self._note(number, field, text)
        return found

    def _note(self, number: int, field: Field, text: str) -> None:
        heading = next(h.text for h in self._headings.values() if h.field is field)
        self._strange.append(Strange(number, title_of(heading), title_of(text)))

    def _linked(
        self, found: list[StepRow], wanted: list[tuple[int, int, str]], named: dict[str, int]
    ) -> list[StepRow]:
        """The steps with what they lead to: by title, by the number given, or by the place in the range."""
        for number, at, text in wanted:
            one = named.get(plain(text))
            parts = [text] if one is not None else re.split("[,;\n]", text)
            targets = [named.get(plain(part)) for part in parts if part.strip()]
            if None in targets:
                self._note(number, Field.NEXT, text)
            known = dict.fromkeys(target for target in targets if target is not None and target != at)
            found[at] = replace(found[at], after=tuple(known))
        return found

    def _table(self, rows: list[StepRow], linked: bool) -> StepTable:
        left = [title_of(text) for c, text in enumerate(self._top) if text and c not in self._headings]
        fields = frozenset(heading.field for heading in self._headings.values())
        strange = sorted(self._strange, key=lambda one: one.row)
        return StepTable(tuple(rows), fields, tuple(strange), tuple(left), linked, self._one_to_five)
