"""Whatever is edited, undone, redone, reopened and published: the document equals a simple model."""

from __future__ import annotations

import os
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

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

RUNS, STEPS = 300, 40
FEW = st.integers(0, 3)
TEXTS = st.text(max_size=8).map(clean_text)

PARTS = (
    ("lane", "journey", "journey"),
    ("step", "journey", "journey"),
    ("link", "journey", "journey"),
    ("link", "source", "step"),
    ("link", "target", "step"),
    ("mark", "step", "step"),
    ("step_origin", "step", "step"),
    ("step_origin", "origin", "step"),
    ("stretch", "journey", "journey"),
    ("stretch_step", "stretch", "stretch"),
    ("stretch_step", "step", "step"),
)
LOOSE = (("step", "lane", "lane"), ("journey", "based_on", "journey"))

State = dict[str, dict[str, Record]]


def without(state: State, noun: str, key: str) -> State:
    """The model of deleting: parts go along, loose references become empty, cards keep the name."""
    if key not in state[noun]:
        return state
    gone = state[noun][key]
    state = {name: dict(table) for name, table in state.items()}
    del state[noun][key]
    for child, field, parent in PARTS:
        if parent == noun:
            for part in [r.id for r in state[child].values() if getattr(r, field) == key]:
                state = without(state, child, part)
    for child, field, parent in LOOSE:
        if parent == noun:
            for record in list(state[child].values()):
                if getattr(record, field) == key:
                    state[child][record.id] = replace(record, **{field: None})  # type: ignore[arg-type]
    if isinstance(gone, Stretch):
        for offer in list(state["placement"].values()):
            if isinstance(offer, Placement) and offer.card_ref == key:
                text = offer.card_text or gone.name
                state["placement"][offer.id] = replace(offer, card_ref=None, card_text=text)
    return state


class Editing(RuleBasedStateMachine):
    """Random work on one document, and what it must be after each stroke."""

    strokes = 0
    walked = 0

    def __init__(self) -> None:
        super().__init__()
        shm = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
        self.folder = Path(tempfile.mkdtemp(dir=shm))
        self.path = self.folder / "plan.rondo"
        self.states: list[State] = [{noun: {} for noun in NOUNS}]
        self.now = 0
        self.heard: list[ChangeSet] = []
        self.document = Document.create(self.path, root=self.folder / "home")
        self.listen()

    def listen(self) -> None:
        self.seen = self.document.project
        self.document.subscribe(self.hear)

    def hear(self, changes: ChangeSet) -> None:
        """A view that only listens must know everything."""
        self.seen = self.seen.replaced(changes.tables)
        self.heard.append(changes)

    @property
    def state(self) -> State:
        return self.states[self.now]

    def became(self, state: State) -> None:
        if state != self.state:
            self.states = [*self.states[: self.now + 1], state]
            self.now += 1

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
        self.now = max(self.now - 1, 0)
        type(self).walked += 1

    @rule()
    def redo(self) -> None:
        assert (self.document.redo() is None) == (self.now == len(self.states) - 1)
        self.now = min(self.now + 1, len(self.states) - 1)
        type(self).walked += 1

    @rule(publish=st.booleans())
    def reopen(self, publish: bool) -> None:
        self.document.close(publish=publish)
        self.document = Document.open(self.path, root=self.folder / "home")
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

    def teardown(self) -> None:
        work = self.document._place.work
        assert work.project() == Project(self.state)
        assert work.connection.execute("PRAGMA foreign_key_check").fetchall() == []
        self.document.close()
        assert Document.read(self.path) == Project(self.state)
        shutil.rmtree(self.folder)


def test_random_editing_when_undone_redone_reopened_and_published_then_equals_a_model() -> None:
    Editing.strokes = Editing.walked = 0
    run_state_machine_as_test(
        Editing,
        settings=settings(
            max_examples=RUNS,
            stateful_step_count=STEPS,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
    assert Editing.strokes >= RUNS * STEPS / 2
    assert Editing.walked >= RUNS
