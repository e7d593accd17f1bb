"""What a writer does, step by step, as a function of a seed: so whoever kills it knows what must be there."""

from __future__ import annotations

import random
import signal
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from helpers.dying import DyingVFS
from rondofile.document import Document
from rondofile.errors import FileMissingError
from rondofile.kinds import EditKind
from rondofile.records import Journey, Step
from rondofile.verdict import check
from rondofile.working.home import Home

EDIT, MANY, UNDO, REDO, JUMP, PUBLISH = "edit", "many", "undo", "redo", "jump", "publish"
ROWS = 400
"""How many more steps an edit of many brings."""

MOSTLY_EDITS = {EDIT: 88, UNDO: 4, REDO: 4, JUMP: 1, PUBLISH: 3}
OF_EVERYTHING = {EDIT: 40, UNDO: 20, REDO: 15, JUMP: 10, PUBLISH: 15}

LONGEST = 800
"""The most acts that a writer carries out before it waits to be killed."""


class Expected(Struct, frozen=True):
    """The numbers of the edits that are done, and of those that can be redone, the next one first."""

    done: tuple[int, ...] = ()
    undone: tuple[int, ...] = ()

    def after(self, act: str, number: int) -> Expected:
        """What one more act leads to."""
        if act in (EDIT, MANY):
            return Expected((*self.done, number))
        if act == UNDO and self.done:
            return Expected(self.done[:-1], (self.done[-1], *self.undone))
        if act == REDO and self.undone:
            return Expected((*self.done, self.undone[0]), self.undone[1:])
        if act == JUMP:
            half = len(self.done) // 2
            return Expected(self.done[:half], (*self.done[half:], *self.undone))
        return self


def acts(seed: int, count: int, shares: dict[str, int] = MOSTLY_EDITS) -> list[str]:
    """The first acts of a plan."""
    return random.Random(seed).choices(list(shares), list(shares.values()), k=count)


def carry_out(say: Callable[[str], None], path: str, home: str, seed: int, first: int) -> None:
    """The acts of a plan from one on; the number of each is said once it is acknowledged."""
    document = _opened(path, home)
    plan = acts(seed, LONGEST)
    say("ready")
    for number in range(first, LONGEST):
        act(document, plan[number], number)
        say(str(number))
    signal.pause()


def carry_out_until(say: Callable[[str], None], path: str, home: str, plan: list[str], at: int) -> None:
    """The acts of a plan, unless the process dies at an operation of its working database on the way."""
    vfs = DyingVFS()
    document = Document.open(path, root=Home(home, open_database=vfs.connect()))
    vfs.die(at)
    for number, name in enumerate(plan[:-1]):
        act(document, name, number)
        say(str(number))
    say(vfs.asked)


def act(document: Document, name: str, number: int) -> None:
    """One act: an edit is a pair of steps in a journey that the first edit brings too."""
    if name in (EDIT, MANY):
        with document.edit(EditKind.ADD_STEPS) as edit:
            if not document.project.all(Journey):
                edit.insert(Journey(id="j"))
            edit.insert(Step(id=f"s{number}", journey="j", title=f"Step {number}", position=number))
            edit.insert(Step(id=f"t{number}", journey="j", title=f"Twin {number}", position=number))
            for row in range(ROWS if name == MANY else 0):
                edit.insert(Step(id=f"e{number}-{row}", journey="j", title=f"Row {row}"))
    elif name == UNDO:
        document.undo()
    elif name == REDO:
        document.redo()
    elif name == JUMP:
        done = [entry.step for entry in document.entries() if entry.done]
        if done:
            document.go_to(([done[0] - 1, *done])[len(done) // 2])
    else:
        document.publish()


def look(path: str, home: str, plan: list[str], done: int) -> int:
    """Everything is as it must be after that many acknowledged acts; where the plan goes on.

    The act under way when the writer was killed has happened or not, whole either way.
    """
    before = Expected()
    published = [before]
    for number in range(done):
        if plan[number] == PUBLISH and before != published[-1]:
            published = [before]
        before = before.after(plan[number], number)
    if plan[done] == PUBLISH:
        published.append(before)
    _look_at_file(Path(path), published)
    try:
        document = Document.open(path, root=home)
    except FileMissingError:
        assert before == Expected()
        return done
    after = before.after(plan[done], done)
    found = _found(document)
    assert found in (before, after), f"act {done}, {plan[done]}: {found} is neither {before} nor {after}"
    _look_at_work(document, found)
    document.close(publish=False)
    assert not list(Path(path).parent.glob(".rondo-*")), "a new file that was being written is left"
    return done if found == before else done + 1


def numbers(names: object, letter: str) -> set[int]:
    """The numbers in those names that begin with a letter."""
    return {int(name[1:]) for name in names if name[0] == letter}  # type: ignore[attr-defined]


def _opened(path: str, home: str) -> Document:
    try:
        return Document.open(path, root=home)
    except FileMissingError:
        return Document.create(path, root=home)


def _found(document: Document) -> Expected:
    steps = document.project.tables["step"]
    done = numbers(steps, "s")
    rows = Counter(name.partition("-")[0] for name in steps if name[0] == "e")
    assert numbers(steps, "t") == done and {*rows.values()} <= {ROWS}, "half of an edit is there"
    entries = document.entries()
    assert len(done) == sum(entry.done for entry in entries), "history tells of other edits than there are"
    undone = []
    while document.redo() is not None:
        undone.append(max(numbers(document.project.tables["step"], "s") - done - set(undone)))
    for _ in undone:
        assert document.undo() is not None
    assert document.project.tables["step"] == steps, "undo did not lead back"
    return Expected(tuple(sorted(done)), tuple(undone))


def _look_at_work(document: Document, found: Expected) -> None:
    connection = document._place.work.connection
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    before = document.project
    if found.done:
        assert document.undo() is not None
        assert numbers(document.project.tables["step"], "s") == set(found.done[:-1])
        assert document.redo() is not None
    assert document.project == before == document._place.work.project()


def _look_at_file(path: Path, published: list[Expected]) -> None:
    """The file holds what was published last, or what was being published."""
    if not path.exists():
        assert Expected() in published, "the published file is gone"
        return
    assert check(path).whole
    steps = Document.read(path).tables["step"]
    assert numbers(steps, "s") == numbers(steps, "t")
    assert numbers(steps, "s") in [set(one.done) for one in published]
