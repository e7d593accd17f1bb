"""A power cut at every moment of a log: each image is recovered, and what is in it is judged.

Whatever looks at an image first rolls it back; what is in the database then decides everything after.
So each image is recovered by one look, each content met that way is judged once, by opening the document
for good, and some images are opened as they are, without a look before.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec import Struct, field

from helpers.crash_images import Medium
from helpers.crash_vfs import Event
from rondofile.working.connection import connect

Judge = Callable[[Path, list[object], bytes | None], None]
"""Raises where the database at a path is not as it must be after those marks; what the file holds."""

WHOLE = 100
"""Of so many images one is judged as it is, without a look before."""


class Tally(Struct):
    """How much was looked at. `distinct`: images that differ in what is there of what was written."""

    images: int = 0
    distinct: int = 0
    torn: int = 0
    judged: int = 0
    whole: int = 0
    failures: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return (
            f"{self.images} images ({self.distinct} distinct, {self.torn} torn writes),"
            f" {self.judged} contents and {self.whole} images opened whole, {len(self.failures)} failures"
        )


class PowerCut:
    """Cuts the power in a log, in a folder of its own, and keeps the tally."""

    def __init__(self, folder: Path, judge: Judge, seed: int) -> None:
        self.tally = Tally()
        self._database, self._judge, self._chance = folder / "work.db", judge, random.Random(seed)
        self._seen: set[object] = set()
        self._fine: list[tuple[int, bytes | None, bytes]] = []
        """What was judged and found to be as it must be, the last first: most images come to that."""

    def everywhere(self, log: Sequence[Event], samples: int, before: dict[str, bytes] | None = None) -> Tally:
        """A cut after every event: nothing that waits is left, all of it, or some of it by chance."""
        medium, marks, file = Medium(before or {}), list[object](), None
        for event in log:
            if event.what == "mark":
                marks.append(event.data)
            elif event.what == "place":
                file = event.data
            else:
                medium.take(event)
            self._here(medium, samples, marks, file)
        self.tally.torn = medium.torn
        return self.tally

    def _here(self, medium: Medium, samples: int, marks: list[object], file: bytes | None) -> None:
        for number in range(samples if medium.waiting else 1):
            self.tally.images += 1
            chance = self._chance if number > 1 else None
            key, files = medium.cut(chance, (1, 0, 0.5, 0.9)[min(number, 2 + number % 2)])
            if (key, len(marks)) in self._seen:
                continue
            self._seen.add((key, len(marks)))
            self.tally.distinct += 1
            self._recover(files, marks, file)

    def _recover(self, files: dict[str, bytes], marks: list[object], file: bytes | None) -> None:
        try:
            self._put(files)
            if self.tally.distinct % WHOLE == 0 and self._database.exists():
                self.tally.whole += 1
                self._judge(self._database, marks, file)
                self._put(files)
            self._look(marks, file)
        except Exception as error:
            self.tally.failures.append(f"after {marks[-1:]}: {type(error).__name__}: {error}")

    def _put(self, files: dict[str, bytes]) -> None:
        for name in ("work.db", "work.db-journal"):
            place = self._database.with_name(name)
            found = [data for path, data in files.items() if Path(path).name == name]
            if found:
                _overwrite(place, found[0])
            else:
                place.unlink(missing_ok=True)

    def _look(self, marks: list[object], file: bytes | None) -> None:
        if not self._database.exists():
            self._judge(self._database, marks, file)
            return
        connection = connect(self._database)
        try:
            connection.execute("PRAGMA schema_version").fetchone()
        finally:
            connection.close()
        found = (len(marks), file, self._database.read_bytes())
        if found in self._fine:
            return
        self.tally.judged += 1
        self._judge(self._database, marks, file)
        self._fine.insert(0, found)


def _overwrite(place: Path, data: bytes) -> None:
    """The file holds these bytes; not emptied before, which would cost more than to write them."""
    with place.open("r+b" if place.exists() else "wb", buffering=0) as file:
        file.write(data)
        file.truncate()
