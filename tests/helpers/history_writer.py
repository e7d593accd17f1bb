"""Somebody who edits, undoes, redoes and jumps by a plan: whoever kills them knows what must be there."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from msgspec import Struct

from rondofile.document import Document
from rondofile.errors import FileMissingError
from rondofile.kinds import EditKind
from rondofile.project import Project
from rondofile.records import Journey, Link, Step

EDIT, UNDO, REDO, JUMP = "edit", "undo", "redo", "jump"
_SHARES = {EDIT: 45, UNDO: 17, REDO: 13, JUMP: 25}
_FALLS = 5
"""Every so many edits the oldest step is deleted, with the link that hangs on it."""

Act = tuple[str, float]


class Trail(Struct, frozen=True):
    """The numbers of the edits in history, and how many of them are done."""

    numbers: tuple[int, ...] = ()
    position: int = 0

    def after(self, act: Act, number: int) -> Trail:
        """What one more act leads to."""
        name, share = act
        if name == EDIT:
            kept = (*self.numbers[: self.position], number)
            return Trail(kept, len(kept))
        if name == JUMP:
            return Trail(self.numbers, self.target(share))
        position = self.position + (1 if name == REDO else -1)
        return Trail(self.numbers, min(max(position, 0), len(self.numbers)))

    def target(self, share: float) -> int:
        """The point of history that lies at that share of it."""
        return int(share * (len(self.numbers) + 1))

    def steps(self, position: int) -> tuple[str, list[int]]:
        """What the document says there: the number written last, and those of the steps that are there."""
        there: list[int] = []
        for number in self.numbers[:position]:
            there = there[1:] if number % _FALLS == 0 else [*there, number]
        return str(self.numbers[position - 1]) if position else "", there


def acts(seed: int, count: int) -> list[Act]:
    """The first acts of a plan."""
    return list(islice(_plan(seed), count))


def _plan(seed: int) -> Iterator[Act]:
    """A plan, which has no end."""
    chance = random.Random(seed)
    names, weights = list(_SHARES), list(_SHARES.values())
    while True:
        yield chance.choices(names, weights)[0], chance.random()


def walk_about(say: Callable[[str], None], path: str, home: str, seed: int, first: int) -> None:
    """The acts of a plan from one on, without end; the number of each is said once it is acknowledged."""
    document = _opened(path, home)
    say("ready")
    for number, act in enumerate(islice(_plan(seed), first, None), first):
        _do(document, act, number)
        say(str(number))


def look_back(path: str, home: str, seed: int, done: int) -> int:
    """All of history is as it must be after that many acts; where the plan goes on.

    The act under way when the writer was killed has happened or not, whole either way.
    """
    plan, before = acts(seed, done + 1), Trail()
    for number in range(done):
        before = before.after(plan[number], number)
    after = before.after(plan[done], done)
    try:
        document = Document.open(path, root=home)
    except FileMissingError:
        assert before == Trail()
        return done
    past = document.past()
    assert past.first == 1
    tops = {len(trail.numbers): trail for trail in (before, after) if trail.position == past.position}
    found = tops.get(past.top)
    assert found is not None, f"act {done}, {plan[done]}: {past} is neither {before} nor {after}"
    if found != _read(document, found):
        found = after  # an edit that took the place of as many others
    assert found == _read(document, found)
    _walk_all(document, found)
    document.close(publish=False)
    assert {name.name for name in Path(path).parent.iterdir()} <= {Path(home).name, Path(path).name}
    return done + 1 if found == after else done


def _do(document: Document, act: Act, number: int) -> None:
    name, share = act
    past = document.past()
    if name == UNDO:
        document.undo()
    elif name == REDO:
        document.redo()
    elif name == JUMP:
        document.go_to(int(share * (past.top + 1)))
    else:
        _edit(document, number)


def _edit(document: Document, number: int) -> None:
    """Two records say the number; a step with a link to it comes, or the oldest such goes."""
    with document.edit(EditKind.SET_STEPS) as edit:
        edit.change(Step, "one", title=str(number))
        edit.change(Step, "two", title=str(number))
        if number % _FALLS == 0:
            edit.delete(Step, *(step.id for step in edit.rows(Step, "id GLOB 's*'")[:1]))
        else:
            step = Step(id=f"s{number}", journey="j", title="s", position=number)
            edit.insert(step, Link(id=f"l{number}", journey="j", source="one", target=step.id))


def _opened(path: str, home: str) -> Document:
    try:
        return Document.open(path, root=home)
    except FileMissingError:
        steps = (Step(id=key, journey="j", title="") for key in ("one", "two"))
        return Document.create(path, root=home, content=Project.of((Journey(id="j"), *steps)))


def _said(document: Document) -> tuple[str, list[int]]:
    """As `Trail.steps`. AssertionError where half of an act is there."""
    tables = document.project.tables
    titles = {step.title for step in document.project.all(Step) if step.id in ("one", "two")}
    assert len(titles) == 1, "half of an edit is there"
    numbers = sorted(int(key[1:]) for key in tables["step"] if key[0] == "s")
    assert sorted(int(key[1:]) for key in tables["link"]) == numbers, "a link without its step"
    return titles.pop(), numbers


def _read(document: Document, wanted: Trail) -> Trail | None:
    """The trail, where the present says the same."""
    return wanted if _said(document) == wanted.steps(wanted.position) else None


def _walk_all(document: Document, trail: Trail) -> None:
    """Every point of history is what it was, forth and back, and the database agrees."""
    work = document._place.work
    assert work.connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert work.connection.execute("PRAGMA foreign_key_check").fetchall() == []
    size = len(trail.numbers)
    for position in (size, 0, *range(0, size + 1, max(size // 5, 1)), trail.position):
        document.go_to(position)
        assert _said(document) == trail.steps(position)
        assert document.project == work.project()
