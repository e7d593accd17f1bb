"""A process that publishes one edit after another and says so, until it is killed; and who looks then."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from pathlib import Path

from helpers.faulty_folder import FaultyFolder
from rondofile.document import Document
from rondofile.errors import FileMissingError
from rondofile.kinds import EditKind
from rondofile.reading.reader import read_bytes
from rondofile.records import Journey, Step
from rondofile.working.home import Home


def publish_on(say: Callable[[str], None], path: str, home: str, first: int, forbidden: bool) -> None:
    """One step more and one publication each, each said once the file holds it. `forbidden`: no new files."""
    with opened(Path(path), Path(home), forbidding if forbidden else lambda *_: None) as document:
        say("ready")
        number = first
        while True:
            add(document, number)
            document.publish()
            say(str(number))
            number += 1


def publish_until(_: Callable[[str], None], path: str, home: str, at: int, forbidden: bool) -> None:
    """One publication, killed just before the operation in the folder that has that number."""

    def meet(name: str, number: int) -> None:
        if begun and number - begun[0] == at:
            os.kill(os.getpid(), signal.SIGKILL)
        if forbidden:
            forbidding(name, number)

    begun: list[int] = []
    files = FaultyFolder(Path(path).parent, meet)
    document = Document.open(path, root=Home(home, files))
    add(document, 1)
    begun.append(len(files.calls))
    document.publish()


def forbidding(name: str, _: int) -> None:
    """The folder takes no new files."""
    if name == "open_new":
        raise PermissionError(13, "no new files")


def opened(path: Path, home: Path, meet: Callable[[str, int], None]) -> Document:
    """The document, begun with one step; the first file is there before anything is forbidden."""
    try:
        return Document.open(path, root=Home(home, FaultyFolder(path.parent, meet)))
    except FileMissingError:
        with Document.create(path, root=home) as document, document.edit(EditKind.ADD_JOURNEY) as edit:
            edit.insert(Journey(id="j", name="J"))
        return Document.open(path, root=Home(home, FaultyFolder(path.parent, meet)))


def add(document: Document, number: int) -> None:
    """One step more; only after that number."""
    with document.edit(EditKind.ADD_STEPS) as edit:
        edit.insert(Step(id=f"s{number}", journey="j", title=f"Step {number}", position=number))


def look(path: str, home: str, told: int, forbidden: bool) -> int:
    """How many steps there are after a kill. The file is whole, and holds all that was told, or one more.

    A file that was being written over is whole once the document was opened.
    """
    place = Path(path)
    if not forbidden and place.exists():
        held_by(place, told)
    with Document.open(place, root=home) as document:
        steps = len(document.project.tables["step"])
        assert told <= steps <= told + 1, (told, steps)
        if place.exists():
            held_by(place, told)
        document.publish()
        assert document.status == "saved"
    held_by(place, steps)
    assert {name.name for name in place.parent.iterdir()} == {place.name}
    assert not [name for name in Path(home).rglob("*") if name.suffix == ".tmp"]
    assert not list(Path(home).rglob("before-*.rondo"))
    return steps


def held_by(path: Path, told: int) -> None:
    """The file is whole and has every step that was told."""
    found = read_bytes(path.read_bytes())
    assert found.report.clean
    steps = found.project.tables["step"]
    assert all(f"s{number}" in steps for number in range(told)), (told, len(steps))
