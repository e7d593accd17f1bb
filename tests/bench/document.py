"""Editing and undoing in a document on this disk, with everything that makes them safe."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from bench import maps
from bench.harness import Figure, benchmark, middle, one, p95, timed
from rondofile.document import Document
from rondofile.kinds import EditKind
from rondofile.records import Step

STEPS = 1_000


@benchmark("commit")
def commit() -> Figure:
    """One step moved in a project of 1,000: until the edit is on the medium and every view could hear of it.

    The peer is SQLite alone: one row, one transaction, as durable, without history or checks.
    """
    with project_on_disk() as document:
        steps = [step.id for step in document.project.all(Step)]
        turns = count()

        def move() -> None:
            turn = next(turns)
            with document.edit(EditKind.MOVE_STEPS) as edit:
                edit.change(Step, steps[turn % STEPS], x=turn, y=turn)

        ours = timed(move, 400, warm=20)
        if document.rev < 420:
            raise AssertionError("an edit was not made")
    with bare_table() as write:
        return Figure(p95(ours), "ms", p95(timed(write, 400, warm=20)))


@benchmark("undo_1000_rows")
def undo_1000_rows() -> Figure:
    """A change of 1,000 steps is taken back; doing it again in between does not count."""
    with project_on_disk() as document:
        with document.edit(EditKind.MOVE_STEPS) as edit:
            for step in document.project.all(Step):
                edit.change(Step, step.id, x=10, y=20)
        samples = []
        for _ in range(15):
            samples.append(one(document.undo))
            changes = document.redo()
            if changes is None or len(changes.tables["step"]) != STEPS:
                raise AssertionError("not every row was walked back and forth")
        return Figure(middle(samples), "ms")


@contextmanager
def project_on_disk() -> Iterator[Document]:
    """A document of 1,000 steps in a folder of its own."""
    with TemporaryDirectory() as folder:
        document = Document.create(Path(folder) / "benchmark.rondo", root=Path(folder) / "home")
        try:
            with document.edit(EditKind.IMPORT) as edit:
                edit.become(maps.project(STEPS))
            yield document
        finally:
            document.close(publish=False)


@contextmanager
def bare_table() -> Iterator[Callable[[], object]]:
    """Moves one row of 1,000 in plain SQLite with the same guarantees."""
    with TemporaryDirectory() as folder:
        connection = sqlite3.connect(Path(folder) / "bare.db", isolation_level=None)
        for pragma in ("journal_mode = TRUNCATE", "synchronous = FULL", "locking_mode = EXCLUSIVE"):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("CREATE TABLE step (id TEXT PRIMARY KEY, x INTEGER, y INTEGER) STRICT")
        connection.execute("BEGIN IMMEDIATE")
        rows = [(maps.name(i), i, i) for i in range(STEPS)]
        connection.executemany("INSERT INTO step (id, x, y) VALUES (?, ?, ?)", rows)
        connection.execute("COMMIT")
        turns = count()

        def write() -> None:
            turn = next(turns)
            connection.execute("BEGIN IMMEDIATE")
            connection.execute(
                "UPDATE step SET x = ?, y = ? WHERE id = ?", (-turn, -turn, maps.name(turn % STEPS))
            )
            connection.execute("COMMIT")

        try:
            yield write
        finally:
            connection.close()
