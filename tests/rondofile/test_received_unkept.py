"""What cannot be taken from a file is kept as it came; where it cannot be, the file is not changed."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from helpers.storage import FaultyFiles, hostile
from rondofile.document import Document
from rondofile.errors import ReadOnlyError
from rondofile.kept.versions import Versions, Why
from rondofile.kinds import EditKind
from rondofile.working.home import Home


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    hostile(tmp_path / "plan.rondo", "CREATE TABLE foreign_part (x)")
    return tmp_path / "plan.rondo"


def test_a_file_with_more_than_was_taken_then_is_kept_as_it_came(plan: Path, tmp_path: Path) -> None:
    before = plan.read_bytes()
    with Document.open(plan, root=tmp_path / "home") as document:
        assert not document.report.clean
        (kept,) = document.versions.all()
        assert (kept.why, kept.path.read_bytes()) == (Why.RECEIVED, before)


def test_a_file_that_could_not_be_kept_as_it_came_then_opens_and_is_not_changed(
    plan: Path, tmp_path: Path
) -> None:
    before = plan.read_bytes()

    class Full(FaultyFiles):
        def _meet(self, name: str) -> None:
            if list((tmp_path / "home" / "snapshots").glob("*/*.tmp")):
                super()._meet(name)

    def full() -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    files = Full("write", full)
    with Document.open(plan, root=Home(tmp_path / "home", files)) as document:
        assert files.failed == 1
        assert "read.not-kept" in [remark.key for remark in document.report.remarks]
        with pytest.raises(ReadOnlyError), document.edit(EditKind.ADD_STEPS):
            pass
    assert plan.read_bytes() == before
    assert Versions(Home(tmp_path / "home"), "document").all() == ()
