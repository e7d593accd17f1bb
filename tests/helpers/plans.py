"""What a writer does, step by step, as a function of a seed: so whoever kills it knows what must be there."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from rondofile.document import Document
from rondofile.errors import FileMissingError
from rondofile.kinds import EditKind
from rondofile.records import Journey, Step
from rondofile.verdict import check

EDIT, UNDO, REDO, PUBLISH = "edit", "undo", "redo", "publish"
_SHARES = {EDIT: 88, UNDO: 5, REDO: 4, PUBLISH: 3}


@dataclass(frozen=True, slots=True)
class Expected:
    """The numbers of the edits that are part of the present, and of those that can be redone, last first."""

    done: tuple[int, ...] = ()
    undone: tuple[int, ...] = ()

    def after(self, act: str, number: int) -> Expected:
        """What one more act leads to."""
        if act == EDIT:
            return Expected((*self.done, number))
        if act == UNDO and self.done:
            return Expected(self.done[:-1], (self.done[-1], *self.undone))
        if act == REDO and self.undone:
            return Expected((*self.done, self.undone[0]), self.undone[1:])
        return self


def acts(seed: int, count: int) -> list[str]:
    """The first acts of a plan."""
    return random.Random(seed).choices(list(_SHARES), list(_SHARES.values()), k=count)


def carry_out(say: Callable[[str], None], path: str, home: str, seed: int, first: int) -> None:
    """The acts of a plan from one on, without end; the number of each is said once it is acknowledged."""
    document = _opened(path, home)
    plan = acts(seed, first + 10_000)
    say("ready")
    for number in range(first, len(plan)):
        act(document, plan[number], number)
        say(str(number))


def act(document: Document, name: str, number: int) -> None:
    """One act: an edit is a pair of steps in a journey that the first edit brings too."""
    if name == EDIT:
        with document.edit(EditKind.ADD_STEPS) as edit:
            if not document.project.all(Journey):
                edit.insert(Journey(id="j"))
            edit.insert(Step(id=f"s{number}", journey="j", title=f"Step {number}", position=number))
            edit.insert(Step(id=f"t{number}", journey="j", title=f"Twin {number}", position=number))
    elif name == UNDO:
        document.undo()
    elif name == REDO:
        document.redo()
    else:
        document.publish()


def look(path: str, home: str, seed: int, done: int) -> int:
    """Everything is as it must be after that many acknowledged acts; where the plan goes on.

    The act under way when the writer was killed has happened or not, whole either way.
    """
    plan, before = acts(seed, done + 1), Expected()
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
    assert {name.name for name in Path(path).parent.iterdir()} <= {Path(home).name, Path(path).name}
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
    assert numbers(steps, "t") == done, "half of an edit is there"
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
