"""What goes over the pipe to the reading room and back: a message in JSON, and parts in plain bytes."""

from __future__ import annotations

import json
from collections.abc import Sequence
from struct import Struct
from typing import IO, Any

Message = dict[str, Any]
Parts = Sequence[bytes]

_LENGTH = Struct(">Q")
_MOST_PARTS = 10_000


class LineBrokenError(Exception):
    """The other side is gone, or says what makes no sense."""


def tell(pipe: IO[bytes], message: Message, parts: Parts = ()) -> None:
    """The message and its parts are on their way."""
    body = json.dumps(message, ensure_ascii=False, separators=(",", ":")).encode()
    pipe.write(_LENGTH.pack(len(parts)))
    for part in (body, *parts):
        pipe.write(_LENGTH.pack(len(part)))
        pipe.write(part)
    pipe.flush()


def hear(pipe: IO[bytes], limit: int) -> tuple[Message, list[bytes]]:
    """The next message and its parts, of at most `limit` bytes in all. LineBrokenError otherwise."""
    count = _number(pipe)
    if count > _MOST_PARTS:
        raise LineBrokenError("parts")
    found: list[bytes] = []
    for _ in range(count + 1):
        length = _number(pipe)
        limit -= length
        if limit < 0:
            raise LineBrokenError("length")
        found.append(_exactly(pipe, length))
    return _message(found[0]), found[1:]


def _message(body: bytes) -> Message:
    try:
        message = json.loads(body.decode())
    except (ValueError, RecursionError) as error:
        raise LineBrokenError("message") from error
    if not isinstance(message, dict):
        raise LineBrokenError("message")
    return message


def _number(pipe: IO[bytes]) -> int:
    return int(_LENGTH.unpack(_exactly(pipe, _LENGTH.size))[0])


def _exactly(pipe: IO[bytes], length: int) -> bytes:
    data = pipe.read(length)
    if len(data) < length:
        raise LineBrokenError("end")
    return data
