"""Documents for tests: a project with something of every noun, folders in memory, files that fail."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import struct
import tempfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from rondofile.document import Document
from rondofile.enums import (
    Actor,
    Architecture,
    CardKind,
    Experience,
    JourneyState,
    LinkKind,
    MarkKind,
    Phase,
    RoleKind,
)
from rondofile.errors import RondoFileError
from rondofile.fsops import Files
from rondofile.kinds import EditKind
from rondofile.project import Project
from rondofile.records import (
    NOUNS,
    Action,
    Asset,
    BriefSection,
    CellSheet,
    Condition,
    Criterion,
    Decision,
    Fit,
    Info,
    Item,
    Journey,
    Lane,
    Link,
    Mark,
    Menu,
    MenuChoice,
    MenuRule,
    Note,
    Permission,
    Placement,
    Player,
    Reading,
    Record,
    Response,
    RoleChoice,
    Score,
    Segment,
    SegmentRole,
    Situation,
    Step,
    StepFeeling,
    StepInformation,
    StepOrigin,
    Stretch,
    StretchStep,
)
from rondofile.stamp import Stamp
from rondofile.verdict import check
from rondofile.writing.canonical import canonical_bytes


def tiny_png(width: int = 1) -> bytes:
    """A whole PNG of one black line."""
    head = struct.pack(">IIBBBBB", width, 1, 8, 0, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(bytes(width + 1))), (b"IEND", b""))
    chunks = (
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


PICTURE = tiny_png()


def one_of_everything() -> tuple[Record, ...]:
    """Records of every noun that belong together."""
    records = (*_people(), *_journeys(), *_conclusions())
    assert {type(record) for record in records} == set(NOUNS.values())
    return records


def _people() -> tuple[Record, ...]:
    return (
        Info(id="project", title="Plan", author="A. Uthor"),
        Player(id="us", name="We"),
        Segment(id="families", name="Families", size=30.5),
        Situation(id="rain", segment="families", name="When it rains", undo_possible=True),
        Fit(id="fit", segment="families", situation="rain", experience=Experience.COACH_BEHAVIOR, value=2),
        Fit(id="fit2", segment="families", experience=Experience.COACH_BEHAVIOR, comfort=-1),
        SegmentRole(id="payer", segment="families", kind=RoleKind.PAYER),
        Item(id="need", name="The need"),
        Permission(id="stair", item="need", segment="families", gives_back="A shorter wait", limits="A day"),
    )


def _journeys() -> tuple[Record, ...]:
    return (
        Journey(id="now", name="Today", player="us", segment="families", situation="rain"),
        Journey(id="then", name="Redesign", state=JourneyState.TO_BE, based_on="now", position=1),
        Lane(id="guest", journey="now", name="Guest", player="us"),
        Lane(id="desk", journey="now", name="Desk", position=1),
        Step(
            id="ask", journey="now", title="Ask", lane="guest", phase=Phase.REQUEST, minutes=3.25, x=-4, y=7
        ),
        Step(id="wait", journey="now", title="Wait", position=1, lane="desk", feeling=-2),
        Step(id="told", journey="then", title="Is told"),
        StepOrigin(id="origin", step="told", origin="wait"),
        StepFeeling(id="feeling", step="wait", segment="families", feeling=-1),
        StepInformation(id="info", step="ask", item="need"),
        Mark(id="pain", step="wait", kind=MarkKind.PAIN, text="Too long", weight=3),
        Link(id="next", journey="now", source="ask", target="wait", share=80.0),
        Link(id="back", journey="now", source="wait", target="ask", kind=LinkKind.RETURNS),
        Stretch(id="start", journey="now", name="The start"),
        StretchStep(id="member", stretch="start", step="ask"),
        Note(id="note", journey="now", step="wait", text="Ask the desk", x=20, y=-40),
    )


def _conclusions() -> tuple[Record, ...]:
    return (
        Placement(id="offer", offer="We say when", card_kind=CardKind.STRETCH, card_ref="start", player="us"),
        Reading(id="reading", placement="offer", architecture=Architecture.CROWD_ORCHESTRATOR),
        CellSheet(
            id="sheet",
            experience=Experience.CURATED_OFFERING,
            architecture=Architecture.CROWD_ORCHESTRATOR,
            idea="Tips",
        ),
        Menu(id="menu", name="As you like it", segment="families"),
        MenuChoice(id="choice", menu="menu", placement="offer"),
        MenuRule(id="rule", menu="menu", source="offer", target="offer", condition="In a hurry"),
        Response(
            id="response",
            step="wait",
            experience=Experience.CURATED_OFFERING,
            text="Two free tables",
            must_know="Where they are",
            made_step="told",
            made_placement="offer",
        ),
        Criterion(id="cost", name="Cost", weight=40.0),
        Score(id="score", criterion="cost", architecture=Architecture.CONNECTED_PRODUCER, score=7.5),
        RoleChoice(id="role", step="ask", architecture=Architecture.CONNECTED_PRODUCER, role=Actor.FIRM),
        Condition(id="condition", text="They must agree"),
        Decision(id="decision", text="Go"),
        Action(id="action", text="Ask ten guests"),
        BriefSection(id="section", kind="matrix", included=False),
        Asset(id=hashlib.sha256(PICTURE).hexdigest(), media_type="image/png", content=PICTURE),
    )


def whole_project() -> Project:
    """A project of one of everything."""
    return Project.of(one_of_everything())


def written(path: Path, project: Project | None = None, doc_id: str = "document", rev: int = 3) -> bytes:
    """The file at that path holds the project; returns its bytes."""
    data, _ = canonical_bytes(project or whole_project(), Stamp(doc_id, rev=rev))
    path.write_bytes(data)
    return data


def hostile(path: Path, *statements: str) -> bytes:
    """A project file that somebody changed with SQL of their own; returns its bytes."""
    written(path)
    connection = sqlite3.connect(path, isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()
    return path.read_bytes()


def add_step(document: Document, key: str, title: str = "Step", journey: str = "now") -> None:
    """One more step, in one edit."""
    with document.edit(EditKind.ADD_STEPS) as edit:
        edit.insert(Step(id=key, journey=journey, title=title))


@contextmanager
def memory_folder() -> Iterator[Path]:
    """A folder that no disk slows down, where the system has such a place."""
    place = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with tempfile.TemporaryDirectory(dir=place) as folder:
        yield Path(folder)


class FaultyFiles(Files):
    """Files of which one operation fails: the nth call of that name raises, or does what `fault` does."""

    def __init__(self, name: str, fault: Callable[[], None], after: int = 0) -> None:
        self.calls = 0
        self.failed = 0
        self._name, self._fault, self._after = name, fault, after

    def _meet(self, name: str) -> None:
        if name != self._name:
            return
        self.calls += 1
        if self.calls > self._after:
            self.failed += 1
            self._fault()

    def open_new(self, path: Path, mode: int | None) -> int:
        self._meet("open_new")
        return super().open_new(path, mode)

    def write(self, descriptor: int, data: bytes) -> None:
        super().write(descriptor, data[: len(data) // 2])
        self._meet("write")
        super().write(descriptor, data[len(data) // 2 :])

    def fsync(self, descriptor: int) -> None:
        self._meet("fsync")
        super().fsync(descriptor)

    def replace(self, source: Path, target: Path) -> None:
        self._meet("replace")
        super().replace(source, target)

    def fsync_folder(self, path: Path) -> None:
        self._meet("fsync_folder")
        super().fsync_folder(path)


def snapshot(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Every file in a folder with its bytes and its time."""
    return {
        str(path.relative_to(folder)): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in folder.rglob("*")
        if path.is_file()
    }


def refused(path: Path, home: Path, error: type[RondoFileError]) -> RondoFileError:
    """The error that opening and reading raise; the folder is as it was, nothing is left locked."""
    before = snapshot(path.parent)
    with pytest.raises(error) as first:
        Document.open(path, root=home)
    with pytest.raises(error):
        Document.read(path)
    assert not check(path).whole
    assert snapshot(path.parent) == before
    assert not list((home / "work").glob("*")) if (home / "work").exists() else True
    with pytest.raises(error):
        Document.open(path, root=home)
    return first.value
