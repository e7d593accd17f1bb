"""What notes need of a map: the room beside their cards."""

from __future__ import annotations

from collections.abc import Sequence

from rondo.figures.arranging.layout_values import NONE, Sides
from rondo.figures.journeys.journey_pen import Pen
from rondo.figures.notes import overhang
from rondofile.records import Note


class Hung:
    """Knows what hangs over the sides of cards, measured once while notes and heights are the same."""

    def __init__(self, pen: Pen, width: float) -> None:
        self._pen, self._width = pen, width
        self._read: Sequence[Note] = ()
        self._notes: dict[str, list[Note]] = {}
        self._known: dict[str, tuple[list[Note], float, Sides]] = {}

    def read(self, notes: Sequence[Note]) -> None:
        """These are the notes of the map."""
        if notes is self._read:
            return
        self._read, self._notes = notes, {}
        for note in notes:
            if note.step is not None:
                self._notes.setdefault(note.step, []).append(note)

    @property
    def notes(self) -> Sequence[Note]:
        """The notes that were read last."""
        return self._read

    def all(self) -> dict[str, Sides]:
        """What hangs over the sides of cards of the map, by their steps."""
        return {step: self._known[step][2] for step in self._notes if step in self._known}

    def over(self, step: str, height: float) -> Sides:
        """What hangs over the sides of the card of a step that is so high."""
        notes = self._notes.get(step)
        if notes is None:
            return NONE
        known = self._known.get(step)
        if known is None or known[:2] != (notes, height):
            known = notes, height, overhang(notes, self._width, height, self._pen)
            self._known[step] = known
        return known[2]
