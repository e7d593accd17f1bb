"""kill -9 while kept work is opened, twice: the same work is there. During an import: all or nothing."""

from __future__ import annotations

import random
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from helpers.dying_openings import import_much, open_again
from helpers.killing import Nursery, needs_fork
from helpers.storage import add_step, memory_folder, whole_project, written
from rondofile.document import Document
from rondofile.records import Step
from rondofile.rescuing import attempts
from rondofile.rescuing.glimpse import Trouble
from rondofile.verdict import check
from rondofile.working.home import Home, path_key

pytestmark = needs_fork
SEED = 20_261_122
ROWS = 10_000
EDITS = 5


def interrupted_work(path: Path, home: Path) -> None:
    """Five acknowledged steps that no file holds, and a sixth that was being written when it was killed."""
    written(path)
    document = Document.open(path, root=home)
    for number in range(EDITS):
        add_step(document, f"k{number}")
    work = document._place.work.folder
    document.close(publish=False)
    with closing(sqlite3.connect(work / "work.db", isolation_level=None)) as connection:
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE project SET title = 'Half' || hex(randomblob(90000))")
        half = {name: (work / name).read_bytes() for name in ("work.db", "work.db-journal")}
    for name, data in half.items():
        (work / name).write_bytes(data)


def steps_of(document: Document) -> set[str]:
    return {step.id for step in document.project.all(Step)}


@pytest.mark.parametrize("trials", [30, pytest.param(100, marks=pytest.mark.long)])
def test_killed_twice_during_recovery_then_the_same_work_is_offered(trials: int, nursery: Nursery) -> None:
    chance = random.Random(SEED)
    in_time = mixed = 0
    with memory_folder() as folder:
        path, home = folder / "plan.rondo", folder / "home"
        interrupted_work(path, home)
        shutil.copytree(home, folder / "kept")
        all_of_it = {"k0", "k1", "k2", "k3", "k4", *(step.id for step in whole_project().all(Step))}
        for _ in range(trials):
            shutil.rmtree(home)
            shutil.copytree(folder / "kept", home)
            for _ in range(2):
                life = nursery.bear(open_again, path, home)
                life.hear()
                said = life.kill(chance.uniform(0, 0.06))
                in_time += len(said) == 1
            failed = attempts.failed(Home(home), path_key(path))
            (kept,) = Document.kept_work(home)
            assert (kept.title, kept.path) == ("Plan", path)
            assert (kept.trouble is Trouble.STOPPED) == (failed == 2)
            mixed += 0 < failed < 2
            document = Document.open(path, root=home, again=True)
            assert steps_of(document) == all_of_it and document.project.info.title == "Plan"
            assert document.can_undo
            document.close(publish=False)
    assert in_time >= trials // 4, "hardly one was killed before it was open"
    print(f"{trials} trials, {in_time} of {2 * trials} killed before the work was open, {mixed} uncounted")


@pytest.mark.parametrize("trials", [6, pytest.param(100, marks=pytest.mark.long)])
def test_killed_during_an_import_then_nothing_of_it_is_there_or_everything(
    trials: int, nursery: Nursery
) -> None:
    chance = random.Random(SEED)
    old = {step.id for step in whole_project().all(Step)}
    new = {f"i{number}" for number in range(ROWS)}
    nothing = everything = acknowledged = 0
    for _ in range(trials):
        with memory_folder() as folder:
            path, home = folder / "plan.rondo", folder / "home"
            written(path)
            life = nursery.bear(import_much, path, home, ROWS)
            life.hear()
            said = life.kill(chance.uniform(0, 2.2))
            assert check(path).whole
            published = {step.id for step in Document.read(path).all(Step)}
            assert published == (new if "published" in said else old) or "imported" in said
            assert published in (old, new)
            with Document.open(path, root=home) as document:
                found = steps_of(document)
            assert found in (old, new)
            nothing, everything = nothing + (found == old), everything + (found == new)
            if "imported" in said:
                acknowledged += 1
                assert found == new
    assert nothing + everything == trials and nothing
    print(f"{trials} trials: nothing {nothing}, everything {everything}, acknowledged {acknowledged}")
