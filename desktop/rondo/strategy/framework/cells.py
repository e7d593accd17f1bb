"""The twenty cells with their examples, the contested ones, and the pairs that teach."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rondo.strategy.framework.cell_parts import Cell, Contested, Pair
from rondo.strategy.framework.parts import ExperienceText
from rondo.strategy.framework.reading import build, keyed, read, whole
from rondofile.enums import Architecture

CellFields = dict[str, Any]


def cells(language: str, experiences: tuple[ExperienceText, ...]) -> CellFields:
    """The fields `cells` (row by row), `contested` and `pairs` of a Framework."""
    return {
        "cells": tuple(cell for row in experiences for cell in _row(row, language)),
        "contested": keyed(Contested, read("contested", language), "contested.toml:"),
        "pairs": keyed(Pair, read("pairs", language), "pairs.toml:"),
    }


def _row(row: ExperienceText, language: str) -> Iterator[Cell]:
    file = f"cells/{row.experience}"
    rows = whole(Architecture, read(file, language), f"{file}.toml")
    for number, (architecture, table) in enumerate(rows.items(), start=1):
        yield build(
            Cell,
            table,
            f"{file}.toml: {architecture}",
            experience=row.experience,
            architecture=architecture,
            code=f"{row.initial}{number}",
        )
