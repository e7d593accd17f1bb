"""A log of everything that is asked of a disk, and every state that a power cut can leave of it.

The model: what a file holds is on the medium up to its last sync; of later writes any sector of 512 bytes may
be there or not. Names change in their order, and up to the last sync of a folder for certain.
"""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rondofile.fsops import Files
from rondofile.writing.exchange import NoSuchWayError

SECTOR = 512
_NAMES = ("make", "move", "swap", "name", "drop")


@dataclass
class DiskLog(Files):
    """Files as ever, with a log. `plain`: no exchange and no second names; `lazy`: syncs are forgotten."""

    plain: bool = False
    lazy: bool = False
    log: list[tuple[Any, ...]] = field(default_factory=list)
    begun: dict[str, bytes] = field(default_factory=dict)
    _open: dict[int, tuple[int, int]] = field(default_factory=dict)

    def watch(self, *paths: Path) -> None:
        """Those files are on the medium from the beginning."""
        for path in paths:
            self.begun[str(path)] = path.read_bytes()

    def open_new(self, path: Path, mode: int | None) -> int:
        descriptor = super().open_new(path, mode)
        self.log.append(("make", str(path), os.fstat(descriptor).st_ino))
        self._open[descriptor] = (os.fstat(descriptor).st_ino, 0)
        return descriptor

    def open_old(self, path: Path) -> int:
        descriptor = super().open_old(path)
        self._open[descriptor] = (os.fstat(descriptor).st_ino, 0)
        return descriptor

    def write(self, descriptor: int, data: bytes) -> None:
        super().write(descriptor, data)
        node, at = self._open[descriptor]
        self.log.append(("write", node, at, data))
        self._open[descriptor] = (node, at + len(data))

    def truncate(self, descriptor: int, size: int) -> None:
        super().truncate(descriptor, size)
        self.log.append(("truncate", self._open[descriptor][0], size))

    def fsync(self, descriptor: int) -> None:
        if not self.lazy:
            self.log.append(("sync", os.fstat(descriptor).st_ino))

    def fsync_folder(self, path: Path) -> None:
        if not self.lazy:
            self.log.append(("names",))

    def replace(self, source: Path, target: Path) -> None:
        super().replace(source, target)
        self.log.append(("move", str(source), str(target)))

    def move_new(self, source: Path, target: Path) -> None:
        super().move_new(source, target)
        self.log.append(("move", str(source), str(target)))

    def exchange(self, one: Path, other: Path) -> None:
        if self.plain:
            raise NoSuchWayError
        super().exchange(one, other)
        self.log.append(("swap", str(one), str(other)))

    def link(self, source: Path, target: Path) -> None:
        super().link(source, target)
        self.log.append(("name", str(source), str(target)))

    def remove(self, path: Path) -> None:
        super().remove(path)
        self.log.append(("drop", str(path)))

    def images(self, chance: random.Random, torn: int) -> Iterator[tuple[int, dict[str, bytes]]]:
        """What the disk may hold after a cut: how much of the log had happened, and the files by name.

        At every point, with every prefix of the names that is possible there, with all of the unsynced
        writes, with none of them, with zeros for them, and so many times with some of their sectors.
        """
        for point in range(len(self.log) + 1):
            done = self.log[:point]
            certain = max((at for at, entry in enumerate(done) if entry[0] == "names"), default=0)
            for named in range(certain, point + 1):
                if named < point and done[named][0] not in _NAMES:
                    continue
                names = self._names(done[:named])
                for way in ("kept", "lost", "zeros", *("torn",) * torn) if _unsynced(done) else ("kept",):
                    yield (
                        point,
                        {path: self._content(node, done, way, chance) for path, node in names.items()},
                    )

    def _names(self, done: list[tuple[Any, ...]]) -> dict[str, int | str]:
        names: dict[str, int | str] = {path: path for path in self.begun}
        for kind, *what in done:
            if kind == "make":
                names[what[0]] = what[1]
            elif kind == "move":
                names[what[1]] = names.pop(what[0])
            elif kind == "swap":
                names[what[0]], names[what[1]] = names[what[1]], names[what[0]]
            elif kind == "name":
                names[what[1]] = names[what[0]]
            elif kind == "drop":
                names.pop(what[0], None)
        return names

    def _content(
        self, node: int | str, done: list[tuple[Any, ...]], way: str, chance: random.Random
    ) -> bytes:
        content = bytearray(self.begun.get(str(node), b""))
        node = self._nodes.get(str(node), node)
        synced = max((at for at, entry in enumerate(done) if entry == ("sync", node)), default=-1)
        for at, entry in enumerate(done):
            if entry[0] == "write" and entry[1] == node:
                _written(content, entry[2], entry[3], "kept" if at < synced else way, chance)
            elif entry[0] == "truncate" and entry[1] == node and (at < synced or way != "lost"):
                del content[entry[2] :]
        return bytes(content)

    @property
    def _nodes(self) -> dict[str, int]:
        """The inodes of the files that were there from the beginning and were written over."""
        return self._old_nodes

    _old_nodes: dict[str, int] = field(default_factory=dict)

    def written_over(self, path: Path) -> None:
        """That file from the beginning is the one that `open_old` opens."""
        self._old_nodes[str(path)] = path.stat().st_ino


def _unsynced(done: list[tuple[Any, ...]]) -> bool:
    """Whether anything was written that was not synced since."""
    pending: set[int] = set()
    for entry in done:
        if entry[0] in ("write", "truncate"):
            pending.add(entry[1])
        elif entry[0] == "sync":
            pending.discard(entry[1])
    return bool(pending)


def _written(content: bytearray, at: int, data: bytes, way: str, chance: random.Random) -> None:
    """The write is in the content as far as the cut let it."""
    if way == "lost":
        return
    before, size = bytes(content), at + len(data)
    if len(content) < size:
        content.extend(bytes(size - len(content)))
    for start in range(0, len(data), SECTOR):
        if way == "kept" or (way == "torn" and chance.random() < 0.5):
            piece = data[start : start + SECTOR]
            content[at + start : at + start + len(piece)] = piece
    if way == "torn" and chance.random() < 0.3:
        del content[max(len(before), chance.randrange(size + 1)) :]
