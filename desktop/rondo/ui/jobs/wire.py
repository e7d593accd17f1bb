"""What the window and its helper process say to each other: JSON behind its length, and a project as rows.

A project goes over in slices so small that making one never holds the window up, and only the tables that
changed since the last time go over again.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from itertools import islice
from struct import Struct
from typing import Any, BinaryIO

from rondofile.project import Project, Tables
from rondofile.records import NOUN_OF, NOUNS, Asset, Record
from rondofile.values import record_of, row_of

Message = dict[str, Any]
SLICE = 250
"""Records that go over in one message: well under a millisecond of work."""
MOST = 1 << 30
"""Bytes of a message; a longer one means that the pipe is not ours."""

_LENGTH = Struct(">I")
_ASSET = NOUN_OF[Asset]


def framed(message: Message) -> bytes:
    """The message as it goes over the pipe."""
    body = json.dumps(message, ensure_ascii=False).encode("utf-8", "surrogatepass")
    return _LENGTH.pack(len(body)) + body


def heard(pipe: BinaryIO) -> Message | None:
    """The next message, once it is there; None where the other side is gone."""
    head = pipe.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    length = int(_LENGTH.unpack(head)[0])
    body = pipe.read(length) if length <= MOST else b""
    return _message(body) if len(body) == length else None


class Frames:
    """Cuts what arrives in pieces into messages."""

    def __init__(self) -> None:
        self._waiting = bytearray()

    def take(self, data: bytes) -> Iterator[Message]:
        """Every message that is complete now."""
        self._waiting += data
        while len(self._waiting) >= _LENGTH.size:
            end = _LENGTH.size + _LENGTH.unpack_from(self._waiting)[0]
            if len(self._waiting) < end:
                return
            body = bytes(self._waiting[_LENGTH.size : end])
            del self._waiting[:end]
            yield _message(body)


def slices(tables: Tables, known: Tables) -> Iterator[Message]:
    """The tables that are not the very same as the known ones, as messages of at most SLICE rows each."""
    for noun in NOUNS:
        table = tables[noun]
        if table is known.get(noun):
            continue
        yield {"table": noun}
        rows = iter(table.values())
        while part := [_row(noun, record) for record in islice(rows, 1 if noun == _ASSET else SLICE)]:
            yield {"rows": part, "of": noun}


class ProjectCopy:
    """The project on the other side, put together from slices. The same object as long as nothing changed."""

    def __init__(self) -> None:
        self._tables: dict[str, dict[str, Record]] = {}
        self._project: Project | None = None

    def take(self, message: Message) -> bool:
        """Whether the message was a slice of the project; it is part of the copy now."""
        if "table" in message:
            self._tables[message["table"]] = {}
        elif "rows" in message:
            noun = message["of"]
            self._tables[noun].update((row[0], record_of(noun, _plain(noun, row))) for row in message["rows"])
        else:
            return False
        self._project = None
        return True

    @property
    def project(self) -> Project:
        """What has come over so far."""
        if self._project is None:
            self._project = Project(self._tables)
        return self._project


def _message(body: bytes) -> Message:
    message: Message = json.loads(body.decode("utf-8", "surrogatepass"))
    return message


def _row(noun: str, record: Any) -> list[Any]:
    row = list(row_of(record))
    if noun == _ASSET:
        row[-1] = base64.b64encode(row[-1]).decode("ascii")
    return row


def _plain(noun: str, row: list[Any]) -> list[Any]:
    return [*row[:-1], base64.b64decode(row[-1])] if noun == _ASSET else row
