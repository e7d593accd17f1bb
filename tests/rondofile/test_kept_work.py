"""Kept work is found whatever state it is in, nothing of it is touched, and one never hides another."""

from __future__ import annotations

import json
import random
import shutil
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from helpers.dying_openings import open_files
from helpers.killing import Nursery, needs_fork
from helpers.storage import FaultyFiles, add_step, memory_folder, snapshot, whole_project, written
from rondofile.document import Document
from rondofile.errors import WorkDamagedError
from rondofile.fsops import Files
from rondofile.kinds import EditKind
from rondofile.records import Info, Step
from rondofile.rescuing.glimpse import Trouble
from rondofile.rescuing.recovery import KeptWork, kept_work
from rondofile.working.home import Home

ROUNDS = 25


def keep(folder: Path, name: str, *, published: bool = False) -> Path:
    """A file whose project has a step more than is in it; returns the folder of its work."""
    path = folder / f"{name}.rondo"
    written(path, doc_id=name)
    document = Document.open(path, root=folder / "home")
    add_step(document, "kept")
    work = document._place.work.folder
    document.close(publish=published)
    return work


def untitled(folder: Path, title: str) -> Path:
    """A project without a file; returns the folder of its work."""
    document = Document.create(root=folder / "home")
    with document.edit(EditKind.SET_PROJECT) as edit:
        edit.insert(Info(id="project", title=title))
    work = document._place.work.folder
    document.close()
    return work


def found(folder: Path) -> dict[str, KeptWork]:
    return {kept.folder.name: kept for kept in Document.kept_work(folder / "home")}


def no_database(work: Path) -> None:
    (work / "work.db").write_bytes(b"nothing that anybody could read" * 100)


def torn(work: Path) -> None:
    data = (work / "work.db").read_bytes()
    (work / "work.db").write_bytes(data[:5000] + b"\0" * 30_000 + data[35_000:])


def cut(work: Path) -> None:
    data = (work / "work.db").read_bytes()
    (work / "work.db").write_bytes(data[:4096])


def a_file(work: Path) -> None:
    shutil.rmtree(work)
    work.write_bytes(b"a file stands where the folder was")


def a_folder(work: Path) -> None:
    (work / "work.db").unlink()
    (work / "work.db").mkdir()


def another(work: Path) -> None:
    (work / "work.db").unlink()
    with closing(sqlite3.connect(work / "work.db")) as connection:
        connection.execute("CREATE TABLE work (key TEXT, value ANY)")
        connection.execute("INSERT INTO work VALUES ('mystery', x'00ff')")
        connection.commit()


@pytest.mark.parametrize("damage", [no_database, torn, cut, a_file, a_folder, another])
def test_damaged_work_is_told_and_the_rest_is_found(damage: Callable[[Path], None], tmp_path: Path) -> None:
    bad, good, loose = keep(tmp_path, "bad"), keep(tmp_path, "good"), untitled(tmp_path, "Loose")
    damage(bad)
    before = snapshot(tmp_path / "home" / "work")
    kept = found(tmp_path)
    assert kept[bad.name].trouble in (Trouble.DAMAGED, Trouble.UNREADABLE)
    assert not kept[good.name].trouble and kept[good.name].title == "Plan"
    assert not kept[loose.name].trouble and kept[loose.name].title == "Loose"
    assert snapshot(tmp_path / "home" / "work") == before
    with Document.recover(kept[good.name], tmp_path / "home") as document:
        assert document.project.find(Step, "kept")


@pytest.mark.parametrize("damage", [no_database, torn, another])
def test_damaged_work_is_not_passed_over_when_its_file_is_opened(
    damage: Callable[[Path], None], tmp_path: Path
) -> None:
    work = keep(tmp_path, "plan")
    damage(work)
    before = (work / "work.db").read_bytes()
    for _ in range(3):
        with pytest.raises(WorkDamagedError) as caught:
            Document.open(tmp_path / "plan.rondo", root=tmp_path / "home")
        assert caught.value.facts["folder"] == str(work)
    assert (work / "work.db").read_bytes() == before


def test_damage_in_work_that_is_in_the_file_whole_is_no_question(tmp_path: Path) -> None:
    work = keep(tmp_path, "plan", published=True)
    data = (work / "work.db").read_bytes()
    with closing(sqlite3.connect(work / "work.db")) as connection:
        page = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'step'").fetchone()[0]
        size = connection.execute("PRAGMA page_size").fetchone()[0]
    (work / "work.db").write_bytes(data[: (page - 1) * size] + b"\xff" * size + data[page * size :])
    assert found(tmp_path) == {}
    with Document.open(tmp_path / "plan.rondo", root=tmp_path / "home") as document:
        assert "read.work-damaged" in document.report.kinds()
        assert document.project.find(Step, "kept")
    assert len(list((tmp_path / "home" / "trash").rglob("work.db"))) == 1


def test_a_row_that_can_be_no_record_is_damage_too(tmp_path: Path) -> None:
    work = keep(tmp_path, "plan")
    with closing(sqlite3.connect(work / "work.db")) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute("UPDATE step SET phase = 'never' WHERE id = 'ask'")
        connection.commit()
    with pytest.raises(WorkDamagedError):
        Document.open(tmp_path / "plan.rondo", root=tmp_path / "home")
    with pytest.raises(WorkDamagedError):  # and nothing was left locked or counted
        Document.open(tmp_path / "plan.rondo", root=tmp_path / "home")


class Forbidding(Files):
    """Files that the system does not let us read."""

    def stat(self, path: Path):  # type: ignore[no-untyped-def]
        if path.name == "work.db":
            raise PermissionError(13, "Permission denied", str(path))
        return super().stat(path)


def test_work_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    work = keep(tmp_path, "plan")
    (kept,) = kept_work(Home(tmp_path / "home", Forbidding()))
    assert kept.folder == work and kept.trouble is Trouble.UNREADABLE


def test_a_working_area_that_cannot_be_looked_into_holds_nothing_and_stops_nothing(tmp_path: Path) -> None:
    assert Document.kept_work(tmp_path / "none") == ()
    (tmp_path / "file").write_text("no folder")
    assert Document.kept_work(tmp_path / "file") == ()
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "work").write_text("no folder either")
    assert Document.kept_work(tmp_path / "home") == ()


def test_work_that_somebody_has_open_is_not_looked_at(tmp_path: Path) -> None:
    keep(tmp_path, "open")
    with Document.open(tmp_path / "open.rondo", root=tmp_path / "home") as document:
        assert Document.kept_work(tmp_path / "home") == ()
        add_step(document, "more")
        assert Document.kept_work(tmp_path / "home") == ()
        add_step(document, "even-more")


@needs_fork
def test_nothing_is_open_any_more_after_looking(tmp_path: Path, nursery: Nursery) -> None:
    for number in range(3):
        keep(tmp_path, f"p{number}")
    assert nursery.bear(open_files, tmp_path / "home").end() == ["[]"]


def test_a_transaction_under_way_is_seen_rolled_back_and_left_as_it_is(tmp_path: Path) -> None:
    work = keep(tmp_path, "plan")
    with closing(sqlite3.connect(work / "work.db", isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = TRUNCATE")
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE project SET title = 'Half' || hex(randomblob(90000))")
        half = {name: (work / name).read_bytes() for name in ("work.db", "work.db-journal")}
        assert half["work.db-journal"][:8] != b"\0" * 8
    for name, data in half.items():
        (work / name).write_bytes(data)
    before = snapshot(work)
    (kept,) = Document.kept_work(tmp_path / "home")
    assert kept.title == "Plan" and not kept.trouble
    assert snapshot(work) == before
    with Document.recover(kept, tmp_path / "home") as document:
        assert document.project.info.title == "Plan" and document.project.find(Step, "kept")


@pytest.mark.parametrize(
    "note", [b"", b"{", b"[1]", b'{"path": 7}', b'{"path": "/\\u0000"}', b"\xff\xfe\x00"]
)
def test_a_damaged_note_hides_no_work_and_stands_beside(note: bytes, tmp_path: Path) -> None:
    work = keep(tmp_path, "plan")
    (work / "binding.json").write_bytes(note)
    (kept,) = Document.kept_work(tmp_path / "home")
    assert kept.folder == work and kept.title == "Plan" and kept.path is None and not kept.trouble
    with Document.open(tmp_path / "plan.rondo", root=tmp_path / "home") as document:
        assert document.project.find(Step, "kept")
    assert json.loads((work / "binding.json").read_text())["path"] == str(tmp_path / "plan.rondo")
    if note not in (b"", b'{"path": 7}', b'{"path": "/\\u0000"}'):
        assert (work / "binding-damaged.json").read_bytes() == note


def test_work_whose_note_is_gone_can_be_gone_on_with_as_a_project_without_a_file(tmp_path: Path) -> None:
    work = keep(tmp_path, "plan")
    (work / "binding.json").unlink()
    (kept,) = Document.kept_work(tmp_path / "home")
    with Document.recover(kept, tmp_path / "home") as document:
        assert document.path is None and document.project.find(Step, "kept")
        document.save_as(tmp_path / "saved.rondo")
    assert Document.read(tmp_path / "saved.rondo").find(Step, "kept")
    assert Document.read(tmp_path / "plan.rondo") == whole_project()


def test_notes_and_databases_of_any_content_never_stop_the_finding(tmp_path: Path) -> None:
    chance, rounds = random.Random(7), 0
    with memory_folder() as folder:
        works = [keep(folder, f"p{number}") for number in range(6)]
        whole = {work: {file: file.read_bytes() for file in work.iterdir()} for work in works}
        for _ in range(ROUNDS):
            for work in works:
                for file, data in whole[work].items():
                    file.write_bytes(fuzzed(chance, data))
            kept = found(folder)
            assert kept.keys() <= {work.name for work in works}
            rounds += 1
        for work in works:
            for file, data in whole[work].items():
                file.write_bytes(data)
        assert len(found(folder)) == len(works) and rounds == ROUNDS


def fuzzed(chance: random.Random, data: bytes) -> bytes:
    """The data with some of it changed, missing, doubled or new."""
    if not data:
        return chance.randbytes(chance.randint(0, 30))
    at, much = chance.randrange(len(data)), chance.randint(1, 1 + len(data) // 3)
    way = chance.randrange(5)
    middle = (chance.randbytes(much), b"", data[at : at + much] * 2, b"\0" * much, b"}")[way]
    return data[:at] + middle + data[at + (0 if way == 4 else much) :]


def test_two_hundred_folders_are_found_quickly() -> None:
    with memory_folder() as folder:
        work = keep(folder, "plan")
        for number in range(200):
            shutil.copytree(work, work.with_name(f"copy{number}-{number:016x}"))
        began = time.process_time()
        kept = found(folder)
        took = time.process_time() - began
        assert len(kept) == 201
        assert took < 5, f"{took:.2f} s of work"


def test_an_unwritable_medium_does_not_hide_what_is_kept(tmp_path: Path) -> None:
    keep(tmp_path, "plan")

    def full() -> None:
        raise OSError(28, "No space left on device")

    home = Home(tmp_path / "home", FaultyFiles("open_new", full))
    assert len(kept_work(home)) == 1
