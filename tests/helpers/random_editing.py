"""Random work on one document beside a simple model of it."""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from msgspec.structs import replace

from helpers.edit_model import BEGINNING, State, without
from rondofile.changes import ChangeSet
from rondofile.document import Document
from rondofile.enums import CardKind, LinkKind, Phase
from rondofile.errors import DuplicateError
from rondofile.kinds import EditKind
from rondofile.project import Project
from rondofile.records import (
    NOUN_OF,
    NOUNS,
    Journey,
    Lane,
    Link,
    Mark,
    Placement,
    Record,
    Step,
    StepOrigin,
    Stretch,
    StretchStep,
)
from rondofile.text import clean_text

FEW = st.integers(0, 3)
TYPED = st.sampled_from(["a", "ab", "", "abc"])
TEXTS = st.text(max_size=8).map(clean_text)


class Editing(RuleBasedStateMachine):
    """Random work on one document, and what it must be after each stroke."""

    strokes = walked = jumped = merged = 0
    steady = False
    """Whether an opening comes to its end before the first edit, as in a window."""

    def __init__(self) -> None:
        super().__init__()
        shm = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
        self.folder = Path(tempfile.mkdtemp(dir=shm))
        self.path = self.folder / "plan.rondo"
        self.states: list[State] = [{noun: dict(table) for noun, table in BEGINNING.tables.items()}]
        self.keys: list[str | None] = [None]
        """For each state the key with which its step takes up more."""
        self.now = 0
        self.heard: list[ChangeSet] = []
        self.document = Document.create(self.path, root=self.folder / "home", content=BEGINNING)
        self.listen()

    def listen(self) -> None:
        if self.steady:
            self.document.steady()
        self.seen = self.document.project
        self.document.subscribe(self.hear)

    def hear(self, changes: ChangeSet) -> None:
        """A view that only listens must know everything."""
        self.seen = self.seen.replaced(changes.tables)
        self.heard.append(changes)

    @property
    def state(self) -> State:
        return self.states[self.now]

    def became(self, state: State, key: str | None = None) -> None:
        """The model of an edit with a merge key: it grows the last step, which may come to nothing then."""
        if state == self.state:
            return
        if key is not None and self.keys[self.now] == key and self.now == len(self.states) - 1:
            type(self).merged += 1
            self.states[self.now] = state
            if state == self.states[self.now - 1]:
                self.states.pop()
                self.keys.pop()
                self.now -= 1
            return
        self.states = [*self.states[: self.now + 1], state]
        self.keys = [*self.keys[: self.now + 1], key]
        self.now += 1

    def went(self, now: int) -> None:
        """The model of going there: that step takes up no more."""
        if now != self.now:
            self.now, self.keys[now] = now, None

    def put(self, *records: Record) -> None:
        """The records are inserted or, where their id is taken, updated: one edit."""
        state = {name: dict(table) for name, table in self.state.items()}
        with self.document.edit(EditKind.PASTE) as edit:
            for record in records:
                known = record.id in state[NOUN_OF[type(record)]]
                (edit.update if known else edit.insert)(record)
                state[NOUN_OF[type(record)]][record.id] = record
        self.became(state)

    def steps(self) -> list[Step]:
        return [record for record in self.state["step"].values() if isinstance(record, Step)]

    @rule(i=FEW, base=st.none() | FEW, name=TEXTS)
    def journey(self, i: int, base: int | None, name: str) -> None:
        based_on = (
            f"j{base}" if base is not None and base < i and f"j{base}" in self.state["journey"] else None
        )
        self.put(Journey(id=f"j{i}", name=name, based_on=based_on))

    @rule(i=FEW, j=FEW, name=TEXTS)
    def lane(self, i: int, j: int, name: str) -> None:
        if f"j{j}" in self.state["journey"]:
            self.put(Lane(id=f"l{j}{i}", journey=f"j{j}", name=name))

    @rule(
        i=FEW,
        j=FEW,
        lane=st.none() | FEW,
        title=TEXTS,
        minutes=st.none() | st.floats(0, 1e6),
        x=st.integers(-9, 9),
    )
    def step(self, i: int, j: int, lane: int | None, title: str, minutes: float | None, x: int) -> None:
        if f"j{j}" in self.state["journey"]:
            in_lane = f"l{j}{lane}" if f"l{j}{lane}" in self.state["lane"] else None
            minutes = minutes if minutes is None else minutes + 0.0
            step = Step(id=f"s{j}{i}", journey=f"j{j}", title=title, lane=in_lane, minutes=minutes, x=x)
            self.put(replace(step, phase=Phase.REQUEST if x > 0 else None))

    @rule(a=st.integers(0, 30), b=st.integers(0, 30), kind=st.sampled_from(LinkKind))
    def link(self, a: int, b: int, kind: LinkKind) -> None:
        steps = self.steps()
        if steps:
            source, target = steps[a % len(steps)], steps[b % len(steps)]
            if source.journey == target.journey:
                key = f"k-{source.id}-{target.id}"
                self.put(Link(id=key, journey=source.journey, source=source.id, target=target.id, kind=kind))

    @rule(a=st.integers(0, 30), b=st.integers(0, 30), text=TEXTS)
    def mark_and_origin(self, a: int, b: int, text: str) -> None:
        steps = self.steps()
        if steps:
            one, other = steps[a % len(steps)], steps[b % len(steps)]
            records: list[Record] = [Mark(id=f"m-{one.id}", step=one.id, kind="pain", text=text)]  # type: ignore[arg-type]
            if one.id != other.id:
                records.append(StepOrigin(id=f"o-{one.id}-{other.id}", step=one.id, origin=other.id))
            self.put(*records)

    @rule(a=st.integers(0, 30), i=FEW, name=TEXTS)
    def stretch_with_offer(self, a: int, i: int, name: str) -> None:
        steps = self.steps()
        if steps:
            step = steps[a % len(steps)]
            key = f"t-{step.journey}-{i}"
            offer = Placement(id=f"p{i}", card_kind=CardKind.STRETCH, card_ref=key)
            member = StretchStep(id=f"{key}-{step.id}", stretch=key, step=step.id)
            self.put(offer, member, Stretch(id=key, journey=step.journey, name=name))

    @rule(
        noun=st.sampled_from(["journey", "lane", "step", "link", "stretch", "placement"]),
        n=st.integers(0, 30),
    )
    def delete(self, noun: str, n: int) -> None:
        keys = sorted(self.state[noun])
        if keys:
            key = keys[n % len(keys)]
            with self.document.edit(EditKind.DELETE) as edit:
                edit.delete(NOUNS[noun], key)
            self.became(without(self.state, noun, key))

    @rule(title=TEXTS)
    def rename_all(self, title: str) -> None:
        state = {name: dict(table) for name, table in self.state.items()}
        with self.document.edit(EditKind.SET_STEPS) as edit:
            for step in self.steps():
                state["step"][step.id] = edit.change(Step, step.id, title=title)
        self.became(state)

    @rule(n=st.integers(0, 30), titles=st.lists(TYPED, min_size=1, max_size=4), key=st.sampled_from("xy"))
    def type_in_a_field(self, n: int, titles: list[str], key: str) -> None:
        for title in titles:
            steps = self.steps()
            if steps:
                step = replace(steps[n % len(steps)], title=title)
                with self.document.edit(EditKind.RENAME_STEP, merge_key=key) as edit:
                    edit.update(step)
                state = {name: dict(table) for name, table in self.state.items()}
                state["step"][step.id] = step
                self.became(state, key)

    @rule(i=FEW, name=TEXTS, fails=st.booleans())
    def nest(self, i: int, name: str, fails: bool) -> None:
        """Edits inside an edit are part of it; where one of them fails, all of it does."""
        journey, lane = Journey(id=f"n{i}", name=name), Lane(id=f"ln{i}", journey=f"n{i}", name=name)
        state = {noun: dict(table) for noun, table in self.state.items()}
        try:
            with self.document.edit(EditKind.PASTE) as edit:
                for record in (journey, lane):
                    known = record.id in state[NOUN_OF[type(record)]]
                    with suppress(ZeroDivisionError), self.document.edit(EditKind.ADD_LANE) as inner:
                        (inner.update if known else inner.insert)(record)
                        state[NOUN_OF[type(record)]][record.id] = record
                        assert inner is edit
                        if fails:
                            raise ZeroDivisionError
        except RuntimeError:
            assert fails
        else:
            assert not fails
            self.became(state)

    @rule()
    def fail(self) -> None:
        """An edit that fails half-way leaves no trace, not even in what can be redone."""
        try:
            with self.document.edit(EditKind.PASTE) as edit:
                edit.insert(Journey(id="half"))
                edit.insert(Journey(id="half"))
        except DuplicateError:
            return
        raise AssertionError("an id was given twice")

    @rule()
    def undo(self) -> None:
        assert (self.document.undo() is None) == (self.now == 0)
        self.went(max(self.now - 1, 0))
        type(self).walked += 1

    @rule()
    def redo(self) -> None:
        assert (self.document.redo() is None) == (self.now == len(self.states) - 1)
        self.went(min(self.now + 1, len(self.states) - 1))
        type(self).walked += 1

    @rule(n=st.integers(0, 200))
    def jump(self, n: int) -> None:
        """Any point of history, with one piece of news that leads all the way."""
        target, heard = n % len(self.states), len(self.heard)
        changes = self.document.go_to(target)
        assert (changes is None) == (target == self.now)
        assert len(self.heard) - heard == (target != self.now)
        type(self).jumped += abs(target - self.now) > 1
        self.went(target)

    @rule(n=st.integers(0, 200))
    def look_at_a_step(self, n: int) -> None:
        """What a step changed leads from the state before it to the one after."""
        if len(self.states) > 1:
            step = 1 + n % (len(self.states) - 1)
            changed = self.document.changes_of(step)
            before = Project(self.states[step - 1])
            assert before.replaced(changed) == Project(self.states[step])

    @rule(publish=st.booleans())
    def reopen(self, publish: bool) -> None:
        self.document.close(publish=publish)
        self.document = Document.open(self.path, root=self.folder / "home")
        self.keys = [None] * len(self.states)
        self.listen()

    @rule()
    def publish(self) -> None:
        self.document.publish()
        assert Document.read(self.path) == Project(self.state)

    @invariant()
    def equals_the_model(self) -> None:
        type(self).strokes += 1
        wanted = Project(self.state)
        assert self.document.project == wanted
        assert self.seen == wanted
        assert self.document.can_undo == (self.now > 0)
        assert self.document.can_redo == (self.now < len(self.states) - 1)
        past = self.document.past()
        assert (past.first, past.position, past.top) == (1, self.now, len(self.states) - 1)
        assert [entry.done for entry in past.entries] == [
            number <= self.now for number in range(1, len(self.states))
        ]

    def teardown(self) -> None:
        work = self.document._place.work
        assert work.project() == Project(self.state)
        assert work.connection.execute("PRAGMA foreign_key_check").fetchall() == []
        self.document.close()
        assert Document.read(self.path) == Project(self.state)
        shutil.rmtree(self.folder)
