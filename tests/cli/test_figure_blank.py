"""`rondo figure FILE responses --blank`: a worksheet to be filled in by hand."""

from __future__ import annotations

from pathlib import Path

from helpers.terminal import Rondo
from rondofile.document import Document
from rondofile.enums import Experience
from rondofile.kinds import EditKind
from rondofile.nouns import responses
from rondofile.records import Journey


def test_a_blank_grid_has_the_steps_and_none_of_the_answers(rondo: Rondo, park: Path, tmp_path: Path) -> None:
    step = Document.read(park).steps_of(Document.read(park).all(Journey)[0].id)[3]
    with Document.open(park) as document, document.edit(EditKind.SET_RESPONSE) as edit:
        responses.put(edit, step.id, Experience.CURATED_OFFERING, text="Threestays")
    filled, blank = tmp_path / "filled.svg", tmp_path / "blank.svg"
    rondo("figure", park, "responses", "-o", filled).fine()
    rondo("figure", park, "responses", "--blank", "-o", blank).fine()
    assert "Threestays" in filled.read_text("utf-8")
    assert "Threestays" not in blank.read_text("utf-8")
    assert f'id="step-{step.id}"' in blank.read_text("utf-8")
    assert blank.stat().st_size > 5000
