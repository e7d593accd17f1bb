"""Golden files of every version: they open for ever, and hold what they held."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.golden import CORPUS, PROJECTS
from helpers.golden import golden as golden_project
from rondofile import schema
from rondofile.apart.door import read_file
from rondofile.document import Document
from rondofile.dump import dump
from rondofile.kinds import EditKind
from rondofile.records import Player
from rondofile.verdict import check

FILES = sorted(CORPUS.glob("v*/*.rondo"))


def named(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


def test_every_version_then_has_its_golden_files() -> None:
    for version in range(1, schema.VERSION + 1):
        of_version = {path.stem for path in FILES if path.parent.name == f"v{version}"}
        assert len(of_version) >= 10
    assert of_version == {*PROJECTS}


@pytest.mark.parametrize("golden", FILES, ids=named)
def test_a_golden_file_when_read_then_holds_what_it_held(golden: Path) -> None:
    verdict = check(golden)
    assert verdict.whole, verdict
    text = "\n".join(dump(read_file(golden).project)) + "\n"
    assert text == golden.with_suffix(".txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("golden", FILES, ids=named)
def test_a_golden_file_when_edited_then_is_published_whole(golden: Path, tmp_path: Path) -> None:
    mine = tmp_path / golden.name
    mine.write_bytes(golden.read_bytes())
    with Document.open(mine, root=tmp_path / "home") as document:
        before = [*dump(document.project)]
        with document.edit(EditKind.ADD_PLAYER) as edit:
            edit.insert(Player(id="golden", name="One more"))
        document.undo()
        assert [*dump(document.project)] == before
        document.redo()
    assert check(mine).whole
    assert "player golden" in [*dump(read_file(mine).project)]
    assert golden.stat().st_size > 0


@pytest.mark.parametrize("name", PROJECTS)
def test_a_golden_project_of_today_when_made_anew_then_is_what_the_file_holds(name: str) -> None:
    """Whatever changes in how values are kept is seen here first: it asks for a new version."""
    golden = CORPUS / f"v{schema.VERSION}" / f"{name}.rondo"
    assert read_file(golden).project == golden_project(name)
