"""Processes that open a project and come to a bad end, for tests of recovery."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

from rondofile.document import Document
from rondofile.records import Step
from rondofile.working import opening

Say = Callable[[str], None]


def abort_while_opening(say: Say, path: str, home: str, where: str, again: bool = False) -> None:
    """The process aborts in the middle of opening, or right after it."""
    if where == "opening":
        opening.Workspace.open = lambda *_: os.abort()  # type: ignore[method-assign, assignment]
    Document.open(path, root=home, again=again)
    os.abort()


def open_again(say: Say, path: str, home: str) -> None:
    """The kept work is opened, whatever happened before; says how many steps are in it, then waits."""
    say("begun")
    document = Document.open(path, root=home, again=True)
    say(str(len(document.project.all(Step))))
    time.sleep(20)


def open_files(say: Say, home: str) -> None:
    """Says which other files this process has open when kept work was listed: none of the working area."""
    Document.kept_work(home)
    descriptors = Path("/proc/self/fd")
    targets = [str(one.readlink()) for one in descriptors.iterdir() if one.is_symlink()]
    say(str([target for target in targets if target.startswith(home)]))


def import_much(say: Say, path: str, home: str, rows: int) -> None:
    """A project of that many steps takes the place of what there is, in one edit; then it is published."""
    from rondofile.kinds import EditKind
    from rondofile.project import Project
    from rondofile.records import Journey

    journey = Journey(id="imported", name="Imported")
    steps = [Step(id=f"i{n}", journey="imported", title=f"Step {n}", position=n) for n in range(rows)]
    project = Project.of((journey, *steps))
    document = Document.open(path, root=home)
    say("begun")
    with document.edit(EditKind.IMPORT) as edit:
        edit.become(project)
    say("imported")
    document.publish()
    say("published")
    time.sleep(20)
