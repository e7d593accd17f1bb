"""Cell sheets from the window: twenty pages in the file that was named, filled or blank."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtWidgets import QWidget

from helpers.desks import clear_away, open_desk, park, wait_for
from rondo.ui.brief.sheets_export import export_sheets
from rondo.ui.jobs.jobs import Helper
from rondo.ui.notices import Notice
from rondo.words import Words
from rondofile.enums import Architecture, Experience
from rondofile.project import Project
from rondofile.records import CellSheet

pytestmark = pytest.mark.usefixtures("qapp")


def words_of(pdf: Path) -> list[str]:
    """The words of each page."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [document[at].get_textpage().get_text_range() for at in range(len(document))]
    finally:
        document.close()


def test_sheets_when_asked_for_then_stand_in_the_file_filled_and_blank(
    tmp_path: Path, helper: Helper
) -> None:
    own = CellSheet(
        id="s",
        experience=Experience.CURATED_OFFERING,
        architecture=Architecture.CONNECTED_RETAILER,
        idea="Ourshopofparks",
    )
    with open_desk(tmp_path / "desk", Project.of([*park().records(), own]), Words("nl")) as desk:
        kept, desk.helper = desk.helper, helper
        window, notices, found = QWidget(), list[Notice](), []
        desk.notices.said.connect(notices.append)
        for blank in (False, True):
            target = tmp_path / f"{blank}.pdf"
            job = export_sheets(desk, window, blank, lambda _, target=target: target)
            assert job is not None
            wait_for(lambda job=job: job.over)
            wait_for(lambda target=target: any(target.name in one.sentence for one in notices))
            found.append(words_of(target))
        assert export_sheets(desk, window, False, lambda _: None) is None
        desk.helper = kept
        window.deleteLater()
        clear_away()
    filled, blank_ones = found
    assert len(filled) == len(blank_ones) == 20
    assert ["Ourshopofparks" in pages[6] for pages in found] == [True, False]
    assert "Netflix" in blank_ones[6] and "Netflix" in filled[6]
