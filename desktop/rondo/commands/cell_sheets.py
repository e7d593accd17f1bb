"""`rondo figure FILE cell-sheet`: the sheet of one cell, or all twenty as pages of a PDF or as a poster."""

from __future__ import annotations

import argparse
import re
from typing import TYPE_CHECKING

from rondo.commands.parser import Parser
from rondo.words import LANGUAGES, Words
from rondofile.enums import Architecture, Experience
from rondofile.project import Project

if TYPE_CHECKING:
    from rondo.figures.cell_sheets.sheet import CellSheets
    from rondo.figures.shapes import Figure
    from rondo.text.shaped import TextEngine

Spot = tuple[Experience, Architecture]
_BETWEEN = re.compile(r"[×*/:,]|(?<=\s)x(?=\s)")
"""What stands between row and column: a cross, a slash, a colon, a comma, or an x with room around it."""


def add(parser: Parser, words: Words) -> None:
    """The option that names a cell."""

    def cell(text: str) -> Spot:
        found = spot_of(text)
        if found is None:
            raise argparse.ArgumentTypeError(words("cli.figure.unknown-cell", asked=text))
        return found

    parser.add_argument("--cell", metavar="CELL", type=cell, help=words("cli.figure.cell"))


def spot_of(text: str) -> Spot | None:
    """The cell of a code (C2) or of its row and column, by key or by name in any language we have."""
    asked = text.strip().casefold()
    from rondo.strategy.framework.whole import load

    for cell in load("en").cells:
        if cell.code.casefold() == asked:
            return cell.experience, cell.architecture
    rows: dict[str, Experience] = {}
    columns: dict[str, Architecture] = {}
    for language in LANGUAGES:
        framework = load(language)
        rows |= {_plain(name): row for row in Experience for name in (row.value, framework.name(row))}
        columns |= {_plain(name): one for one in Architecture for name in (one.value, framework.name(one))}
    for found in _BETWEEN.finditer(asked):
        row, column = _plain(asked[: found.start()]), _plain(asked[found.end() :])
        if row in rows and column in columns:
            return rows[row], columns[column]
    return None


def pages(project: Project, letters: TextEngine, blank: bool, language: str = "") -> bytes:
    """A PDF of all twenty sheets, one a page of A4; in that language where the project has none."""
    from rondo.figures.painters.to_pages import pages_pdf

    words = Words(project.info.language or language)
    sheets = _sheets(project, letters, blank, words)
    return pages_pdf(
        sheets.sheets(),
        letters,
        title=words("cell_sheet.all"),
        author=project.info.author,
        language=words.language,
    )


def figure(project: Project, letters: TextEngine, spot: Spot | None, blank: bool) -> Figure:
    """The sheet of that cell; without one all twenty as a poster."""
    from rondo.figures.cell_sheets.poster import poster
    from rondo.figures.theme import load

    words = Words(project.info.language)
    sheets = _sheets(project, letters, blank, words)
    if spot is not None:
        return sheets.sheet(spot)
    return poster(sheets, words("cell_sheet.all"), load("light")["line"])


def _sheets(project: Project, letters: TextEngine, blank: bool, words: Words) -> CellSheets:
    from rondo.figures.cell_sheets.sheet import CellSheets
    from rondo.figures.theme import load as load_theme
    from rondo.strategy.framework.whole import load as load_framework

    return CellSheets(
        project,
        framework=load_framework(words.language),
        words=words,
        theme=load_theme("light"),
        engine=letters,
        blank=blank,
    )


def _plain(name: str) -> str:
    return " ".join(name.casefold().replace("-", " ").split())
