"""Commands where the working area cannot be used: what needs it says so in one sentence, the rest works."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.storage import whole_project, written
from helpers.terminal import Rondo, everything_in
from rondofile.document import Document
from rondofile.kept.versions import Versions, Why
from rondofile.records import Step
from rondofile.working.home import Home


@pytest.fixture
def stone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file stands where the working area should be."""
    (tmp_path / "stone").write_bytes(b"")
    monkeypatch.setenv("RONDO_HOME", str(tmp_path / "stone"))
    return tmp_path / "stone"


def test_what_only_reads_then_works_and_names_the_folder(rondo: Rondo, stone: Path, tmp_path: Path) -> None:
    plan, out = tmp_path / "plan.rondo", tmp_path / "out.json"
    written(plan)
    done = rondo("export", plan, "-o", out)
    assert done.code == 0 and out.stat().st_size > 1_000
    assert str(stone) in done.err and "RONDO_HOME" in done.err and len(done.err.splitlines()) == 1
    assert rondo("check", plan).code == 0


@pytest.mark.parametrize("command", ["new", "import", "replace"])
def test_what_has_to_write_then_says_so_in_one_sentence_and_changes_nothing(
    rondo: Rondo, stone: Path, tmp_path: Path, command: str
) -> None:
    plan, given = tmp_path / "plan.rondo", tmp_path / "in.json"
    written(plan)
    given.write_text('{"format": "rondo/1"}')
    before = everything_in(tmp_path)
    arguments = {
        "new": ("new", tmp_path / "new.rondo"),
        "import": ("import", given, "-o", tmp_path / "new.rondo"),
        "replace": ("import", given, "-o", plan, "--replace"),
    }[command]
    said = rondo(*arguments).sentence()
    assert str(stone) in said and "RONDO_HOME" in said
    assert everything_in(tmp_path) == before


def test_an_import_that_replaces_then_leaves_what_was_there_as_a_version(
    rondo: Rondo, tmp_path: Path
) -> None:
    plan, given = tmp_path / "plan.rondo", tmp_path / "in.json"
    before = written(plan)
    given.write_text('{"format": "rondo/1", "journeys": [{"steps": [{"title": "Other"}]}]}')
    rondo("import", given, "-o", plan, "--replace").fine()
    assert [step.title for step in Document.read(plan).all(Step)] == ["Other"]
    (kept,) = Versions(Home(), "document").all()
    assert kept.why is Why.IMPORT and kept.path.read_bytes() == before
    assert Versions(Home(), "document").read(kept).project == whole_project()
