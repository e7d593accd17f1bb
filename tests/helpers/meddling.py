"""A document and somebody else at the same file: both act by chance, and nothing may be lost between them."""

from __future__ import annotations

import hashlib
import os
import random
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from helpers.storage import add_step, written
from rondofile.document import Document
from rondofile.errors import RondoFileError
from rondofile.kept.versions import Versions
from rondofile.kinds import EditKind
from rondofile.project import Project
from rondofile.reading.reader import read_bytes
from rondofile.records import Info, Journey, Step
from rondofile.stamp import content_digest
from rondofile.working.home import Home
from rondofile.working.workspace import Workspace

BEGINNING = (Info(id="project", title="Plan"), Journey(id="now", name="Today"))


class Meddling:
    """One file with its document, and every act that either side can do to it."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.chance = random.Random(seed)
        self.home, self.path = folder / "home", folder / "place" / "plan.rondo"
        self.path.parent.mkdir()
        self.acts: Counter[str] = Counter()
        self.story: list[str] = []
        self.ours: set[str] = set()
        self.overwritten = 0
        self._theirs: dict[str, bytes] = {}
        self._earlier: list[bytes] = []
        self._away: bytes | None = None
        self._number = 0
        written(self.path, Project.of(BEGINNING))
        self.document = Document.open(self.path, root=self.home)
        self._states = {content_digest(self.document.project)}

    def act(self) -> None:
        """One act of either side; ours never cost what another wrote."""
        mine = self.chance.random() < 0.55
        do = self.chance.choice(OURS if mine else THEIRS)
        self.acts[do.__name__] += 1
        self.story.append(do.__name__)
        before, path = self._bytes(), self.path
        do(self)
        if self.path == path:
            self._look(before, mine and do is not Meddling.close_and_open)
        if do is Meddling.edit:
            self._states.add(content_digest(self.document.project))

    def end(self) -> None:
        """Everything that was acknowledged here can be found somewhere, by its step."""
        found = {key for project in self._projects() for key in project.tables["step"]}
        assert self.ours <= found, f"lost: {sorted(self.ours - found)} after {' '.join(self.story)}"
        self.document.close(publish=False)

    def _look(self, before: bytes | None, mine: bool) -> None:
        if mine and before is not None and self._bytes() != before:
            self._own_change(before)
        elif not mine:
            self._note_theirs()

    def _own_change(self, before: bytes) -> None:
        """What we changed was either written by us, or it is kept to the letter."""
        sha256 = hashlib.sha256(before).hexdigest()
        self._earlier.append(before)
        if sha256 in self._theirs and before:
            self.overwritten += 1
            there = before in list(self._kept()) or self._known(before)
            assert there, f"overwritten and not kept after {' '.join(self.story)}"

    def _known(self, data: bytes) -> bool:
        """Whether somebody only wrote anew what was made here edit by edit, or what is kept."""
        with suppress(RondoFileError):
            found = read_bytes(data)
            digest = content_digest(found.project)
            return found.report.clean and (digest in self._states or digest in self._digests())
        return False

    def _digests(self) -> Iterator[str]:
        for data in self._kept():
            with suppress(RondoFileError):
                yield content_digest(read_bytes(data).project)

    def _note_theirs(self) -> None:
        data = self._bytes()
        if data is not None:
            self._theirs[hashlib.sha256(data).hexdigest()] = data

    # what we do

    def edit(self) -> None:
        key = self._new("o")
        with suppress(RondoFileError):
            add_step(self.document, key)
            self.ours.add(key)

    def publish(self) -> None:
        with suppress(RondoFileError):
            self.document.publish()

    def refresh(self) -> None:
        with suppress(RondoFileError):
            self.document.refresh()

    def take_theirs(self) -> None:
        with suppress(RondoFileError):
            self.document.reconciling.take_theirs()

    def put_mine(self) -> None:
        with suppress(RondoFileError):
            self.document.reconciling.put_mine()

    def keep_both(self) -> None:
        before, path = self._bytes(), self.path
        with suppress(RondoFileError):
            self.path = self.document.reconciling.keep_both("yours, HERE 2026-11-22 0755")
            assert before == (path.read_bytes() if path.exists() else None)

    def undo_reload(self) -> None:
        if self.document.next_undo is EditKind.RELOAD:
            with suppress(RondoFileError):
                self.document.undo()

    def close_and_open(self) -> None:
        """What cannot be opened is mended by whoever spoiled it."""
        before = self._bytes()
        with suppress(RondoFileError):
            self.document.close(publish=self.chance.random() < 0.7)
        self._look(before, mine=True)
        while True:
            before = self._bytes()
            try:
                self.document = Document.open(self.path, root=self.home)
                assert self._bytes() == before
                return
            except RondoFileError:
                self.bring_back() if self._away else self.write_over()
                self._note_theirs()

    # what somebody else does

    def write_over(self) -> None:
        """Another computer went on from what stands there, or from the beginning, and it is here now."""
        project, rev, doc_id = self._there()
        more = Step(id=self._new("t"), journey="now", title="Theirs")
        written(self.path, Project.of([*project.records(), more]), doc_id, rev + self.chance.randint(1, 4))

    def write_anew(self) -> None:
        project, rev, doc_id = self._there()
        written(self.path, project, doc_id, rev + 1)

    def touch(self) -> None:
        if self.path.exists():
            os.utime(self.path, (1, self.chance.randint(1, 10**9)))

    def change_a_byte(self) -> None:
        data = self._bytes()
        if data:
            found = self.path.stat()
            at = self.chance.randrange(len(data))
            self.path.write_bytes(data[:at] + bytes([data[at] ^ 0x10]) + data[at + 1 :])
            os.utime(self.path, ns=(found.st_atime_ns, found.st_mtime_ns))

    def put_an_earlier_one(self) -> None:
        if self._earlier:
            self.path.write_bytes(self.chance.choice(self._earlier))

    def put_another_project(self) -> None:
        step = Step(id=self._new("a"), journey="now", title="Another")
        written(self.path, Project.of([*BEGINNING, step]), self._new("another"), self.chance.randint(1, 50))

    def remove(self) -> None:
        self.path.unlink(missing_ok=True)

    def take_away(self) -> None:
        if self.path.exists() and self._away is None:
            self._away = self.path.read_bytes()
            self.path.unlink()

    def bring_back(self) -> None:
        if self._away is not None:
            self.path.write_bytes(self._away)
            self._away = None

    def empty(self) -> None:
        self.path.write_bytes(b"")

    def spoil(self) -> None:
        self.path.write_bytes(self.chance.randbytes(self.chance.randint(1, 4000)))

    def half(self) -> None:
        data = self._bytes()
        if data:
            self.path.write_bytes(data[: len(data) // 2])

    def copy_in_conflict(self) -> None:
        data = self._bytes()
        if data:
            self.path.with_name(f"plan (conflicted copy {self._new('c')}).rondo").write_bytes(data)

    def _there(self) -> tuple[Project, int, str]:
        try:
            found = read_bytes(self.path.read_bytes())
        except (OSError, RondoFileError):
            return Project.of(BEGINNING), 3, "document"
        return found.project, found.stamp.rev, found.stamp.doc_id

    def _new(self, letter: str) -> str:
        self._number += 1
        return f"{letter}{self._number}"

    def _bytes(self) -> bytes | None:
        try:
            return self.path.read_bytes()
        except FileNotFoundError:
            return None

    def _kept(self) -> Iterator[bytes]:
        """The bytes of every version and of every file in the folder."""
        home = Home(self.home)
        for folder in sorted((self.home / "snapshots").glob("*")):
            versions = Versions(home, folder.name)
            yield from (versions.data(version) for version in versions.all())
        yield from (path.read_bytes() for path in self.path.parent.iterdir())

    def _projects(self) -> Iterator[Project]:
        """Everything that can be found: the document and its history, files, versions, work of before."""
        yield self.document.project
        for data in self._kept():
            with suppress(RondoFileError):
                yield read_bytes(data).project
        for folder in sorted((self.home / "work").iterdir()):
            if folder != self.document._place.work.folder:
                with suppress(RondoFileError):
                    work = Workspace.open(folder)
                    if work is not None:
                        yield work.project()
                        work.close()
        while self.document.undo() is not None:
            yield self.document.project


OURS: tuple[Callable[[Meddling], None], ...] = (
    *(Meddling.edit, Meddling.edit, Meddling.edit, Meddling.publish, Meddling.publish, Meddling.refresh),
    *(Meddling.refresh, Meddling.take_theirs, Meddling.put_mine, Meddling.keep_both, Meddling.undo_reload),
    Meddling.close_and_open,
)
THEIRS: tuple[Callable[[Meddling], None], ...] = (
    *(Meddling.write_over, Meddling.write_over, Meddling.write_anew, Meddling.touch, Meddling.change_a_byte),
    *(Meddling.put_an_earlier_one, Meddling.put_another_project, Meddling.remove, Meddling.take_away),
    *(Meddling.bring_back, Meddling.bring_back, Meddling.empty, Meddling.spoil, Meddling.half),
    Meddling.copy_in_conflict,
)
