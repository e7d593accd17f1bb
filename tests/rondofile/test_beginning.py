"""A document that begins with content: it is there from the start, and no step leads behind it."""

from __future__ import annotations

from pathlib import Path

from helpers.cases import case as park
from rondofile.document import Document
from rondofile.kinds import EditKind
from rondofile.nouns import segments
from rondofile.records import Segment


def test_a_document_that_begins_with_content_has_nothing_to_undo(tmp_path: Path) -> None:
    first = park()
    with Document.create(root=tmp_path / "area", content=first) as document:
        assert document.project == first and not document.can_undo
        with document.edit(EditKind.ADD_SEGMENT) as edit:
            made = segments.add(edit, "Crew")
        assert document.project.get(Segment, made.id).name == "Crew"
        document.undo()
        assert document.project == first and not document.can_undo


def test_content_nobody_touched_is_no_work_to_offer_again_and_touched_content_is(tmp_path: Path) -> None:
    Document.create(root=tmp_path / "area", content=park()).close()
    assert Document.kept_work(tmp_path / "area") == ()
    with Document.create(root=tmp_path / "area", content=park()) as document:
        with document.edit(EditKind.ADD_SEGMENT) as edit:
            segments.add(edit, "Crew")
        project = document.project
    (kept,) = Document.kept_work(tmp_path / "area")
    with Document.recover(kept, tmp_path / "area") as again:
        assert again.project == project
        again.undo()
        assert again.project == park() and not again.can_undo


def test_content_at_a_path_is_published_without_an_edit(tmp_path: Path) -> None:
    path = tmp_path / "park.rondo"
    with Document.create(path, root=tmp_path / "area", content=park()) as document:
        assert document.unpublished
    assert Document.read(path) == park()
