"""The values of the twenty cells: what they mean, who stands there, where readers disagree."""

from __future__ import annotations

from msgspec import Struct

from rondo.strategy.framework.parts import Citation, Standing
from rondofile.enums import Architecture, Experience


class CellReading(Struct, frozen=True):
    """One way to place a contested offer, with who reads it so and when."""

    key: str
    architecture: Architecture
    says: str
    source: tuple[Citation, ...]
    standing: Standing
    experience: Experience | None = None
    date: str = ""


class Contested(Struct, frozen=True):
    """An offer that sources put in different cells: every reading is kept."""

    key: str
    name: str
    dispute: str
    readings: tuple[CellReading, ...]


class Example(Struct, frozen=True):
    """Something an organisation does in a cell, with the source for its row and for its column."""

    key: str
    name: str
    does: str
    row_source: tuple[Citation, ...]
    row_standing: Standing
    column_source: tuple[Citation, ...]
    column_standing: Standing
    contested: str = ""


class Cell(Struct, frozen=True):
    """One of the twenty cells; `code` is row initial + column number (practice 5, K20)."""

    experience: Experience
    architecture: Architecture
    code: str
    line: str
    meaning: str
    question: str
    incentives: str
    information: str
    examples: tuple[Example, ...]


class Pair(Struct, frozen=True):
    """Examples that teach something when laid side by side; `cells` are codes."""

    key: str
    name: str
    cells: tuple[str, ...]
    lesson: str
    ask: str
    source: tuple[Citation, ...]
