"""Little room where work is kept is said, once, before an edit could not be kept any more."""

from __future__ import annotations

import time
from pathlib import Path

from helpers.storage import add_step, written
from rondofile.document import Document
from rondofile.errors import LowSpaceError, RondoFileError
from rondofile.fsops import Files
from rondofile.thread import DocumentThread
from rondofile.troubles import Troubles
from rondofile.working.home import Home
from rondofile.working.room import LITTLE, watch


class Disk(Files):
    """Files on a disk with so much room."""

    room = LITTLE

    def free(self, folder: Path) -> int:
        return self.room


def test_little_room_then_is_told_once_until_there_was_more_again(tmp_path: Path) -> None:
    disk, troubles = Disk(), Troubles()
    home = Home(tmp_path, disk)
    told = []
    for room in (LITTLE, LITTLE - 1, 3_000_000, LITTLE, 1_999_999, 0):
        disk.room = room
        watch(home, troubles)
        told.append([(type(problem), problem.facts["free"]) for problem in troubles.take()])
    assert told == [[], [(LowSpaceError, "49 MB")], [], [], [(LowSpaceError, "1 MB")], []]


def test_little_room_after_an_edit_then_reaches_the_window(tmp_path: Path) -> None:
    plan, disk, told = tmp_path / "plan.rondo", Disk(), list[RondoFileError]()
    written(plan)
    disk.room = 10_000_000
    thread = DocumentThread(
        lambda: Document.open(plan, root=Home(tmp_path / "home", disk)), told.append, idle=0.02
    )
    thread.do(lambda document: add_step(document, "one")).result(30)
    end = time.monotonic() + 30
    while not told and time.monotonic() < end:
        time.sleep(0.01)
    thread.close()
    assert [type(problem) for problem in told] == [LowSpaceError]
