"""Salvage of a damaged working database: the work as it stood, no deleted row and no trace of undo."""

from __future__ import annotations

import random
import shutil
import statistics
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec import Struct

from helpers.ample import ample_project
from helpers.damage import DAMAGES, first_page, lost_page, swapped_pages
from helpers.storage import memory_folder
from rondofile.document import Document
from rondofile.errors import SalvageError
from rondofile.kinds import EditKind
from rondofile.project import Project
from rondofile.records import Journey, Step
from rondofile.salvage import Salvaged, salvage
from rondofile.salvage.from_files import salvage_file
from rondofile.stamp import rows_of

GHOST = "A title that was taken back"


class Work(Struct, frozen=True, dict=True):
    """A working database with a history. `gone`: steps that were deleted in it."""

    data: bytes
    project: Project
    doc_id: str
    gone: frozenset[str]


@pytest.fixture(scope="module")
def work() -> Iterator[Work]:
    """Two hundred edits: steps deleted, added, renamed, and some of it undone."""
    with memory_folder() as folder:
        document = Document.create(root=folder, content=ample_project(500))
        chance, deleted = random.Random(3), set[str]()
        for number in range(200):
            deleted |= _edited(document, chance, number)
        project, doc_id = document.project, document.doc_id
        document.close(publish=False)
        (database,) = folder.glob("work/*/work.db")
        yield Work(database.read_bytes(), project, doc_id, frozenset(deleted - set(project.tables["step"])))


def _edited(document: Document, chance: random.Random, number: int) -> set[str]:
    key = chance.choice(document.project.all(Step)).id
    if number % 4 == 0:
        with document.edit(EditKind.RENAME_STEP) as edit:
            edit.change(Step, key, title=f"{GHOST} {number}")
        document.undo()
    elif number % 4 == 1:
        with document.edit(EditKind.ADD_STEPS) as edit:
            journey = document.project.all(Journey)[0].id
            edit.insert(Step(id=f"new-{number}", journey=journey, title="Added"))
    else:
        with document.edit(EditKind.DELETE_STEPS) as edit:
            edit.delete(Step, key)
        return {key}
    return set()


def share_of(work: Work, found: Salvaged) -> float:
    """Which part of the work came out exactly; nothing that was deleted came with it."""
    made = {key for _, key in found.stand_ins}
    assert not (set(found.project.tables["step"]) & work.gone) - made
    saved, wanted = rows_of(found.project), rows_of(work.project)
    exact = sum(len(set(saved[noun]) & set(wanted[noun])) for noun in wanted)
    return exact / sum(map(len, wanted.values()))


def test_a_whole_working_database_when_salvaged_then_is_the_work_as_it_stood(work: Work) -> None:
    found = salvage(work.data)
    assert len(work.gone) > 60
    assert found.project == work.project
    assert found.found == found.expected and not found.lost
    assert found.doc_id == work.doc_id


def test_lost_pages_when_salvaged_then_cost_few_rows_and_bring_nothing_back(work: Work) -> None:
    chance, shares, stale = random.Random(5), [], 0
    for number in range(40):
        damage = lost_page if number % 2 else swapped_pages
        found = salvage(damage(work.data, chance))
        shares.append(share_of(work, found))
        stale += sum(step.title.startswith(GHOST) for step in found.project.all(Step))
    print(f"working database: median {statistics.median(shares):.2%}, least {min(shares):.2%}")
    assert statistics.median(shares) >= 0.99 and min(shares) >= 0.95
    assert stale == 0


def test_a_working_database_without_its_first_page_when_salvaged_then_is_whole(work: Work) -> None:
    for seed in range(8):
        found = salvage(first_page(work.data, random.Random(seed)))
        assert found.project == work.project
        assert found.found == found.expected


def test_any_damage_to_a_working_database_when_salvaged_then_ends_in_a_valid_project(work: Work) -> None:
    chance, done = random.Random(7), 0
    for number, name in enumerate(list(DAMAGES) * 3):
        try:
            found = salvage(DAMAGES[name](work.data, chance))
        except SalvageError:
            assert name == "cut", number
            continue
        share_of(work, found)
        done += 1
    assert done > 30


def test_a_change_that_was_under_way_when_salvaged_then_is_taken_back(tmp_path: Path) -> None:
    project = ample_project(60)
    document = Document.create(root=tmp_path / "home", content=project)
    (folder,) = (tmp_path / "home" / "work").iterdir()
    document.close(publish=False)
    if not folder.exists():  # without an edit the work of a project that has no file is put away
        (folder,) = (tmp_path / "home" / "trash").iterdir()
    _broken_off(folder / "work.db", tmp_path / "left")
    found = salvage_file(tmp_path / "left" / "work.db")
    assert found.project == project
    without = salvage((tmp_path / "left" / "work.db").read_bytes())
    assert without.project != project


def _broken_off(database: Path, left: Path) -> None:
    """A copy of the database as a change leaves it that had reached the disk, but was never finished."""
    import sqlite3

    left.mkdir()
    connection = sqlite3.connect(database, isolation_level=None)
    connection.execute("PRAGMA journal_mode = TRUNCATE")
    connection.execute("PRAGMA cache_size = 1")
    connection.execute("BEGIN")
    connection.execute("UPDATE step SET note = printf('%.*c', 3000, 'x')")
    for path in database.parent.glob("work.db*"):
        shutil.copy(path, left / path.name)
    connection.close()
    assert (left / "work.db-journal").stat().st_size > 10_000
