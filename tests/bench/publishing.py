"""Publishing a project of eight megabytes on this disk, with everything that makes it safe."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from msgspec.structs import replace

from bench import maps
from bench.harness import Figure, benchmark, middle, one
from rondofile.document import Document
from rondofile.enums import MarkKind
from rondofile.kinds import EditKind
from rondofile.project import Project
from rondofile.records import Mark, Record, Step

STEPS, WORDS = 10_000, 95
LEAST_BYTES = 8_000_000
SAID = "guest waits at the desk until somebody looks up the booking and says what comes next while it rains"


@benchmark("publish_8mb")
def publish_8mb() -> Figure:
    """One step of 10,000 was changed: until the file is replaced, on the medium and read back.

    The peer is SQLite alone: VACUUM INTO, sync, replace, without any check, of the same tables.
    """
    with published_document() as (document, path):
        steps, turns = [step.id for step in document.project.all(Step)], count()

        def change() -> None:
            turn = next(turns)
            with document.edit(EditKind.MOVE_STEPS) as edit:
                edit.change(Step, steps[turn * 37 % STEPS], x=turn, y=turn, note=f"Turn {turn}")

        ours = []
        for _ in range(11):
            change()
            ours.append(one(document.publish))
        if path.stat().st_size < LEAST_BYTES or document.unpublished:
            raise AssertionError("less was published than was meant")
        return Figure(middle(ours[1:]), "ms", plain(path))


@benchmark("publish_8mb_first")
def publish_8mb_first() -> Figure:
    """The same right after the document was opened, when nothing of the last publication is in memory."""
    samples = []
    with published_document() as (document, path):
        home = path.with_name("home")
        document.close()
        for turn in range(5):
            with Document.open(path, root=home) as again:
                with again.edit(EditKind.MOVE_STEPS) as edit:
                    edit.change(Step, "s7", x=turn + 1)
                samples.append(one(again.publish))
    return Figure(middle(samples), "ms")


@contextmanager
def published_document() -> Iterator[tuple[Document, Path]]:
    """A document of eight megabytes in a folder of its own, published once."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "benchmark.rondo"
        document = Document.create(path, root=Path(folder) / "home", content=project())
        document.publish()
        try:
            yield document, path
        finally:
            document.close(publish=False)


def project() -> Project:
    """A journey of 10,000 steps, each with a note of some lines and a pain."""
    random, said = Random(3), SAID.split()

    def text(words: int) -> str:
        return " ".join(random.choice(said) for _ in range(words))

    records: list[Record] = []
    for record in maps.project(STEPS).records():
        if isinstance(record, Step):
            record = replace(record, title=text(6), note=text(WORDS))
            mark = Mark(id=f"m{record.id}", step=record.id, kind=MarkKind.PAIN, text=text(20))
            records += [record, mark]
        else:
            records.append(record)
    return Project.of(records)


def plain(path: Path) -> float:
    """Milliseconds in which SQLite alone puts the same tables in another file."""
    target, temporary = path.with_name("plain.rondo"), path.with_name("plain.tmp")
    connection = sqlite3.connect(path, isolation_level=None)

    def put() -> None:
        connection.execute("VACUUM INTO ?", (str(temporary),))
        sync(temporary)
        temporary.replace(target)
        sync(target.parent)

    try:
        return middle([one(put) for _ in range(10)])
    finally:
        connection.close()


def sync(place: Path) -> None:
    descriptor = os.open(place, os.O_RDONLY)
    os.fsync(descriptor)
    os.close(descriptor)
