"""`rondo figure FILE cell-sheet`: one sheet by code or name, twenty pages, a poster, blank or filled."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

import pypdfium2
import pytest

from helpers.terminal import Rondo
from rondo.commands.cell_sheets import spot_of
from rondofile.document import Document
from rondofile.enums import Architecture, Experience
from rondofile.kinds import EditKind
from rondofile.nouns import cell_sheets

CELL = (Experience.CURATED_OFFERING, Architecture.CONNECTED_RETAILER)


def ids_in(picture: Path) -> set[str]:
    return {element.get("id", "") for element in ET.fromstring(picture.read_text(encoding="utf-8")).iter()}


@pytest.mark.parametrize(
    "asked",
    [
        *("C2", "c2", "curated-offering×connected-retailer", "Curated offering × Connected retailer"),
        *("curated-offering/connected-retailer", "curated offering x connected retailer"),
        "Aanbod op maat × Verbonden winkelier",
    ],
)
def test_a_cell_is_named_by_code_or_by_row_and_column_in_any_language(asked: str) -> None:
    assert spot_of(asked) == CELL


@pytest.mark.parametrize("asked", ["", "C6", "Z1", "curated-offering", "connected-retailer×curated-offering"])
def test_what_is_no_cell_is_refused_as_wrong_usage(
    asked: str, rondo: Rondo, park: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out.svg"
    assert spot_of(asked) is None
    assert rondo("figure", park, "cell-sheet", "--cell", asked, "-o", out).code == 2
    assert not out.exists()


def test_a_filled_sheet_has_our_words_and_a_blank_one_has_none(
    rondo: Rondo, park: Path, tmp_path: Path
) -> None:
    with Document.open(park) as document, document.edit(EditKind.WRITE_CELL) as edit:
        cell_sheets.write(edit, *CELL, idea="Ourshopofparks")
    filled, blank = tmp_path / "filled.svg", tmp_path / "blank.svg"
    rondo("figure", park, "cell-sheet", "--cell", "C2", "-o", filled).fine()
    rondo("figure", park, "cell-sheet", "--cell", "C2", "--blank", "-o", blank).fine()
    texts = [path.read_text("utf-8") for path in (filled, blank)]
    assert ["Ourshopofparks" in text for text in texts] == [True, False]
    assert all("Netflix" in text for text in texts)
    assert ids_in(filled) >= {f"cell-{CELL[0]}-{CELL[1]}"}


def test_without_a_cell_a_pdf_has_twenty_pages_and_a_picture_all_cells(
    rondo: Rondo, park: Path, tmp_path: Path
) -> None:
    pdf, poster = tmp_path / "all.pdf", tmp_path / "all.svg"
    rondo("figure", park, "cell-sheet", "-o", pdf).fine()
    rondo("figure", park, "cell-sheet", "-o", poster).fine()
    document = pypdfium2.PdfDocument(pdf)
    try:
        assert len(document) == 20
        assert all(round(document[at].get_width()) == 595 for at in range(20))
    finally:
        document.close()
    wanted = {f"cell-{row}-{column}" for row in Experience for column in Architecture}
    offers = {f"placement-{key}" for key in ("o-touch", "o-queue", "o-parents")}
    assert ids_in(poster) >= wanted | offers
