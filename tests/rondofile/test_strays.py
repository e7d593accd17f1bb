"""What killed processes left beside a file goes at the next start, unless nobody knows what is in it."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from helpers.storage import written
from rondofile.document import Document
from rondofile.kept.versions import Versions, Why
from rondofile.project import Project
from rondofile.reading.ledger import Ledger
from rondofile.records import Info
from rondofile.working.home import Home
from rondofile.writing.leftovers import temporary_name


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    (tmp_path / "place").mkdir()
    path = tmp_path / "place" / "plan.rondo"
    written(path)
    return path


def stray(plan: Path, end: str, data: bytes, process: int | None = None) -> Path:
    """Something that a process of this computer, which is no more, was putting in place."""
    ended = os.fork() if process is None else process
    if ended == 0:
        os._exit(0)
    if process is None:
        os.waitpid(ended, 0)
    path = plan.with_name(temporary_name().replace(f"-{os.getpid()}-", f"-{ended}-")).with_suffix(end)
    path.write_bytes(data)
    return path


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork a process")
def test_what_an_ended_process_left_then_goes_where_its_content_is_kept(plan: Path, tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    ours, kept = plan.read_bytes(), written(tmp_path / "x", Project.of([Info(id="p", title="Kept")]))
    Ledger(home).remember(hashlib.sha256(ours).hexdigest())
    Versions(home, "document").keep(kept, 1, Why.REPLACED)
    going = [stray(plan, ".tmp", b"half"), stray(plan, ".new", ours), stray(plan, ".old", kept)]
    staying = [stray(plan, ".new", b"nobody knows this"), stray(plan, ".tmp", b"", os.getpid())]
    Document.open(plan, root=tmp_path / "home").close()
    assert not [path for path in going if path.exists()]
    assert [path for path in staying if path.exists()] == staying
