"""The working area when it is full, missing, forbidden or given by the environment."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from helpers.storage import add_step, whole_project, written
from rondofile.document import Document
from rondofile.errors import NoSpaceError, WorkAreaError
from rondofile.records import Step
from rondofile.working.home import Home, path_key, read_note, write_note


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    (tmp_path / "place").mkdir()
    written(tmp_path / "place" / "plan.rondo")
    return tmp_path / "place" / "plan.rondo"


def test_a_full_disk_while_editing_then_refuses_that_edit_and_keeps_the_others(
    plan: Path, tmp_path: Path
) -> None:
    with Document.open(plan, root=tmp_path / "home") as document:
        add_step(document, "kept")
        connection = document._place.work.connection
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages}")
        before, rev, refused = document.project, document.rev, 0
        with pytest.raises(NoSpaceError):
            for number in range(1000):
                add_step(document, f"n{number}", "x" * 400)
                before, rev, refused = document.project, document.rev, number
        assert refused < 999
        assert (document.project, document.rev) == (before, rev)
        assert document._place.work.project() == before
        connection.execute("PRAGMA max_page_count = 100000")
        add_step(document, "after")
    assert Document.read(plan).find(Step, "after")
    assert Document.read(plan).find(Step, "kept")


def test_a_working_area_that_cannot_be_made_then_is_named(plan: Path, tmp_path: Path) -> None:
    (tmp_path / "home").write_bytes(b"a file stands here")
    with pytest.raises(WorkAreaError) as caught:
        Document.open(plan, root=tmp_path / "home")
    assert str(tmp_path / "home") in str(caught.value.facts["path"])
    assert Document.read(plan) == whole_project()


def test_the_environment_then_says_where_the_working_area_is(
    plan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RONDO_HOME", str(tmp_path / "elsewhere"))
    Document.open(plan).close()
    assert len(list(Home().works(path_key(plan)))) == 1
    assert (tmp_path / "elsewhere" / "work").is_dir()
    monkeypatch.delenv("RONDO_HOME")
    assert Home().root.name == "rondo"


def test_the_working_area_then_is_for_its_owner_alone(plan: Path, tmp_path: Path) -> None:
    with Document.open(plan, root=tmp_path / "home") as document:
        folder = document._place.work.folder
        if os.name == "posix":
            assert folder.stat().st_mode & 0o077 == 0
            assert folder.parent.stat().st_mode & 0o077 == 0


def test_the_trash_then_keeps_for_thirty_days(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    day = 86_400 * 10**9
    for age in (29, 31):
        (home.root / "trash" / f"{time.time_ns() - age * day}-work").mkdir(parents=True)
    (home.root / "trash" / "strange").mkdir()
    write_note(home.root / "trash-days.json", {"count": 7, "last": 20_000, "came": {"x": None}})
    folder = tmp_path / "aside"
    folder.mkdir()
    place = home.set_aside(folder)
    assert place is not None and place.is_dir() and not folder.exists()
    assert len(list((home.root / "trash").iterdir())) == 3
    assert home.set_aside(folder) is None


def test_a_clock_that_jumps_by_years_then_empties_no_trash(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home, now = Home(tmp_path / "home"), time.time_ns()
    year = 365 * 86_400 * 10**9
    for number, later in enumerate((0, 10 * year, 10 * year, -10 * year, 0)):
        monkeypatch.setattr(time, "time_ns", lambda later=later, number=number: now + later + number)
        folder = tmp_path / f"aside-{number}"
        folder.mkdir()
        home.set_aside(folder)
    assert len(list((home.root / "trash").iterdir())) == 5
    note = read_note(home.root / "trash-days.json")
    write_note(home.root / "trash-days.json", {**note, "count": 20})
    monkeypatch.setattr(time, "time_ns", lambda: 86_400 * 10**9)
    folder = tmp_path / "while the clock was behind"
    folder.mkdir()
    kept = home.set_aside(folder)
    monkeypatch.setattr(time, "time_ns", lambda: now)
    (tmp_path / "another").mkdir()
    home.set_aside(tmp_path / "another")
    assert kept is not None and kept.is_dir()


def test_a_discarded_document_then_is_in_the_trash(plan: Path, tmp_path: Path) -> None:
    document = Document.open(plan, root=tmp_path / "home")
    add_step(document, "never")
    document.discard()
    assert Document.kept_work(tmp_path / "home") == ()
    assert len(list((tmp_path / "home" / "trash").rglob("work.db"))) == 1
    with Document.open(plan, root=tmp_path / "home") as again:
        assert again.project == whole_project()


def test_an_untitled_document_without_content_then_leaves_no_work(tmp_path: Path) -> None:
    Document.create(root=tmp_path / "home").close()
    assert list((tmp_path / "home" / "work").iterdir()) == []
