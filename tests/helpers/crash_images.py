"""What a power cut leaves on the medium, from the log of all that was asked of it.

What was written since the last sync of a file is there, or not, or torn at a sector, each write by itself.
Names of a folder come and go in order, so what is there is what was asked for up to some point.
"""

from __future__ import annotations

import random
from collections.abc import Mapping

from msgspec import Struct, field

from helpers.crash_vfs import Event

SECTOR = 512
Key = tuple[object, ...]


class _Content(Struct):
    """A file by itself, whatever its name: what is on the medium, and what was asked for since."""

    data: bytes = b""
    synced: int = 0
    waiting: list[Event] = field(default_factory=list)


class Medium:
    """A medium on which the events of a log happen one after the other."""

    def __init__(self, before: Mapping[str, bytes]) -> None:
        self.torn = 0
        self._contents = [_Content(data) for data in before.values()]
        self._current = {name: number for number, name in enumerate(before)}
        self._names = dict(self._current)
        self._renamings: list[tuple[str, int | None]] = []
        self._renamed = 0

    @property
    def waiting(self) -> int:
        """How much was asked for and may be missing after a power cut now."""
        return sum(len(content.waiting) for content in self._contents) + len(self._renamings)

    def take(self, event: Event) -> None:
        """One more thing was asked for."""
        if event.what == "create":
            self._contents.append(_Content())
            self._rename(event.file, len(self._contents) - 1)
        elif event.what == "delete":
            self._rename(event.file, None)
            if event.data:
                self._sync_names()
        elif event.file in self._current:
            self._write(self._contents[self._current[event.file]], event)

    def cut(self, chance: random.Random | None, keep: float) -> tuple[Key, dict[str, bytes]]:
        """The files after a power cut now, and what tells this outcome from others.

        Without `chance` everything that waits is there (`keep` 1) or nothing of it (0).
        """
        names, count = dict(self._names), len(self._renamings)
        for name, number in self._renamings[: _share(chance, count, keep)]:
            if number is None:
                names.pop(name, None)
            else:
                names[name] = number
        kept = {name: self._left(self._contents[number], chance, keep) for name, number in names.items()}
        key = tuple((name, names[name], *told) for name, (told, _) in sorted(kept.items()))
        return key, {name: data for name, (_, data) in kept.items()}

    def _write(self, content: _Content, event: Event) -> None:
        if event.what != "sync":
            content.waiting.append(event)
            return
        content.data = _applied(content.data, [(each, len(each.data)) for each in content.waiting])
        content.synced += len(content.waiting)
        content.waiting.clear()
        if event.data:
            self._sync_names()

    def _rename(self, name: str, number: int | None) -> None:
        self._renamings.append((name, number))
        if number is None:
            self._current.pop(name, None)
        else:
            self._current[name] = number

    def _sync_names(self) -> None:
        self._names, self._renamed = dict(self._current), self._renamed + len(self._renamings)
        self._renamings.clear()

    def _left(self, content: _Content, chance: random.Random | None, keep: float) -> tuple[Key, bytes]:
        done, odd, events = content.synced, [], []
        for number, event in enumerate(content.waiting, content.synced):
            if not (keep if chance is None else chance.random() < keep):
                continue
            length = self._length(event, chance)
            events.append((event, length))
            if number == done and length == len(event.data):
                done += 1
            else:
                odd.append((number, length))
        return (done, tuple(odd)), _applied(content.data, events)

    def _length(self, event: Event, chance: random.Random | None) -> int:
        """How much of a write is there; sectors are whole."""
        length = len(event.data)
        if chance is None or length <= SECTOR or chance.random() < 0.5:
            return length
        self.torn += 1
        return SECTOR * chance.randrange(1, (length - 1) // SECTOR + 1)


def _share(chance: random.Random | None, count: int, keep: float) -> int:
    return round(count * keep) if chance is None else chance.randint(0, count)


def _applied(data: bytes, events: list[tuple[Event, int]]) -> bytes:
    if not events:
        return data
    buffer = bytearray(data)
    for event, length in events:
        if event.what == "truncate":
            del buffer[event.at :]
            buffer.extend(bytes(event.at - len(buffer)))
            continue
        buffer.extend(bytes(max(event.at - len(buffer), 0)))
        buffer[event.at : event.at + length] = event.data[:length]
    return bytes(buffer)
