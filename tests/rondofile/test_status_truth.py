"""The status never says more than is so: saved only while the file holds the document, whatever fails."""

from __future__ import annotations

import errno
import hashlib
import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from helpers.faulty_folder import FaultyFolder, Hook, failing
from helpers.storage import add_step, memory_folder, written
from rondofile.document import Document
from rondofile.errors import RondoFileError
from rondofile.reading.ledger import Ledger
from rondofile.reading.reader import read_bytes
from rondofile.records import Step
from rondofile.status import Status
from rondofile.thread import DocumentThread
from rondofile.working.home import Home

CODES = (errno.EIO, errno.ENOSPC, errno.EACCES, errno.EROFS)
LEAST_POINTS = 200
WALKS, STEPS, LEAST_SAVED, LEAST_FAILED = 6, 60, 30, 18


def check(document: Document, plan: Path) -> None:
    """What the status says is so, and what it says not is not."""
    found = read_bytes(plan.read_bytes()).project
    if document.status is Status.SAVED:
        assert found == document.project and not document.unpublished
    else:
        assert document.status is Status.KEPT and document.unpublished


@contextmanager
def place_of_ours() -> Iterator[tuple[Path, Path]]:
    """A file that was published from here, and the working area; both in memory."""
    with memory_folder() as folder:
        plan, home = folder / "place" / "plan.rondo", folder / "home"
        plan.parent.mkdir()
        Ledger(Home(home)).remember(hashlib.sha256(written(plan)).hexdigest())
        yield plan, home


@pytest.mark.parametrize("plain", [False, True])
def test_an_operation_of_publishing_fails_then_the_status_is_true_and_the_next_try_works(plain: bool) -> None:
    points = at = 0
    ended = False
    with place_of_ours() as (plan, home):
        fresh = plan.parent.with_name("fresh")
        shutil.copytree(plan.parent, fresh / "place")
        Document.open(plan, root=home).close()
        shutil.copytree(home, fresh / "home")
        while not ended:
            for code in CODES[:2]:
                for once in (True, False):
                    for folder in (plan.parent, home):
                        shutil.rmtree(folder)
                        shutil.copytree(fresh / folder.name, folder)
                    ended = trial(plan, home, failing, (code, at, once), plain)
                    points += 1
            at += 1
    print(f"{points} points")
    assert points >= LEAST_POINTS // 2


def trial(
    plan: Path, home: Path, fail: Callable[[int, int, bool], Hook], what: tuple[int, int, bool], plain: bool
) -> bool:
    """One publication of which that operation fails; whether it had fewer operations than that."""
    code, at, once = what
    before, files = plan.read_bytes(), FaultyFolder(plan.parent, plain=plain)
    with Document.open(plan, root=Home(home, files)) as document:
        add_step(document, "ours")
        start = len(files.calls)
        files.meet = fail(code, start + at, once)
        try:
            document.publish()
            failed = False
        except RondoFileError:
            failed = True
        ended = len(files.calls) <= start + at
        assert ended or failed or document.status is Status.SAVED
        files.meet = lambda *_: None
        check(document, plan)
        whole = plan.read_bytes()
        assert whole == before or read_bytes(whole).project == document.project
        assert document.publish() or document.status is Status.SAVED
        check(document, plan)
        assert document.status is Status.SAVED
    Document.open(plan, root=home).close()
    assert list(plan.parent.iterdir()) == [plan]
    return ended


@pytest.mark.parametrize("seed", range(WALKS))
def test_a_walk_among_random_faults_then_the_status_is_always_true(seed: int) -> None:
    chance = random.Random(seed)
    saved = failed = 0
    with place_of_ours() as (plan, home):
        trouble = [0.0]

        def meet(_: str, __: int) -> None:
            if chance.random() < trouble[0]:
                raise OSError(chance.choice(CODES), "by chance")

        files = FaultyFolder(plan.parent, meet, plain=seed % 2 == 1)
        document = Document.open(plan, root=Home(home, files))
        for number in range(STEPS):
            match chance.choice(("edit", "edit", "undo", "publish", "publish", "reopen")):
                case "edit":
                    add_step(document, f"s{number}")
                case "undo":
                    document.undo()
                case "publish":
                    trouble[0] = chance.choice((0.0, 0.02, 0.1, 0.5))
                    try:
                        document.publish()
                    except RondoFileError:
                        failed += 1
                    trouble[0] = 0.0
                case "reopen":
                    document.close(publish=False)
                    document = Document.open(plan, root=Home(home, files))
            check(document, plan)
            saved += document.status is Status.SAVED
        document.publish()
        check(document, plan)
        document.close()
        Document.open(plan, root=home).close()
        assert list(plan.parent.iterdir()) == [plan]
    assert saved >= LEAST_SAVED // WALKS and failed >= LEAST_FAILED // WALKS


def test_every_status_that_a_window_is_told_then_is_so_at_that_moment(tmp_path: Path) -> None:
    plan, home, chance = tmp_path / "place" / "plan.rondo", tmp_path / "home", random.Random(3)
    plan.parent.mkdir()
    written(plan)
    trouble, told = [0.0], list[tuple[Status, bool, bool]]()

    def meet(_: str, __: int) -> None:
        if chance.random() < trouble[0]:
            raise OSError(errno.EIO, "by chance")

    files, opened = FaultyFolder(plan.parent, meet), list[Document]()

    def open_document() -> Document:
        opened.append(Document.open(plan, root=Home(home, files)))
        return opened[0]

    def on_status(status: Status) -> None:
        held = read_bytes(plan.read_bytes()).project == opened[0].project
        told.append((status, held, opened[0].unpublished))

    heard: list[bool] = []
    thread = DocumentThread(open_document, on_status=on_status, idle=0.001, at_most=0.01)
    document = thread.opened.result(30)
    thread.do(lambda d: d.subscribe(lambda _: heard.append(thread.status is Status.SAVED))).result(30)
    for number in range(60):
        trouble[0] = chance.choice((0.0, 0.0, 0.05))
        thread.do(lambda d, key=f"s{number}": add_step(d, key)).result(30)  # type: ignore[misc]
        if number % 3 == 0:
            thread.publish().exception(30)
    trouble[0] = 0.0
    thread.close()
    assert document.project.find(Step, "s59")
    assert len(heard) == 60 and not any(heard), "an edit was told while everything was said to be saved"
    assert sum(status is Status.SAVED for status, _, _ in told) >= 10
    for status, held, unpublished in told:
        assert status is not Status.SAVED or (held and not unpublished)
        assert status is not Status.KEPT or unpublished
