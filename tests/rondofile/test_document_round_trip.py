"""A project is written to a file and read back: the same content, whoever opens it."""

from __future__ import annotations

from pathlib import Path

from rondofile.document import Document
from rondofile.enums import Phase
from rondofile.kinds import EditKind
from rondofile.records import Journey, Lane, Link, Step


def test_published_project_when_read_then_is_the_same(tmp_path: Path) -> None:
    with Document.create(tmp_path / "plan.rondo", root=tmp_path / "home") as document:
        with document.edit(EditKind.IMPORT) as edit:
            edit.insert(
                Link(id="k", journey="j", source="a", target="b"),
                Step(id="a", journey="j", title="Notice", lane="l", phase=Phase.RECOGNIZE),
                Step(id="b", journey="j", title="Ask", position=1),
                Lane(id="l", journey="j", name="Guest"),
                Journey(id="j", name="Stay"),
            )
        wanted = document.project
    assert len(list(wanted.records())) == 5
    assert Document.read(tmp_path / "plan.rondo") == wanted
    with Document.open(tmp_path / "plan.rondo", root=tmp_path / "other") as again:
        assert again.project == wanted
        assert again.report.clean
