"""The reading room: a process with limits that takes in strangers' files, one after the other.

`python -m rondofile.apart.room` is started by `line`. It ends when its input does, so also when the one
who started it was killed.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import IO

from rondofile.apart.answer import packed, refusal
from rondofile.apart.frames import LineBrokenError, Message, hear, tell
from rondofile.apart.limits import MEMORY, end_when_late, in_time, limit_this_process
from rondofile.errors import NothingUnfinishedError, RondoFileError
from rondofile.reading.intake import take_in, typed
from rondofile.reading.quarantine import BIGGEST

Answer = tuple[Message, Sequence[bytes]]
Task = Callable[[Message, list[bytes]], Answer]


def read(_: Message, parts: list[bytes]) -> Answer:
    """What can be taken from the bytes of one file."""
    return packed(typed(take_in(parts.pop())))


def include(message: Message, parts: list[bytes]) -> Answer:
    """What can be taken from a file together with its side files."""
    from rondofile.apart.sides import JOURNAL, LOG
    from rondofile.apart.unfinished import caught_up, rolled_back

    data, *beside = parts
    parts.clear()
    sides = dict(zip(message["sides"], beside, strict=True))
    if not sides:
        raise NothingUnfinishedError(part="beside")
    if JOURNAL in sides:
        data = rolled_back(data, sides[JOURNAL], BIGGEST)
    if LOG in sides:
        data = caught_up(data, sides[LOG], BIGGEST)
    return packed(typed(take_in(data)))


TASKS: Mapping[str, Task] = {"read": read, "include": include}
"""What can be asked for: it is given the request and its parts, and may let go of these."""


def main() -> None:
    """Answers until the other side is gone."""
    gc.disable()
    asked, told = _own_pipes()
    limit_this_process()
    while True:
        try:
            message, parts = hear(asked, MEMORY)
        except LineBrokenError:
            return
        end_when_late()
        tell(told, *_answered(message, parts))
        in_time()
        gc.collect()


def _answered(message: Message, parts: list[bytes]) -> Answer:
    try:
        return TASKS[message["task"]](message, parts)
    except RondoFileError as problem:
        return refusal(problem), ()
    except MemoryError:
        return {"failed": "memory"}, ()
    except Exception as problem:
        return {"failed": f"{type(problem).__name__}: {problem}"[:200]}, ()


def _own_pipes() -> tuple[IO[bytes], IO[bytes]]:
    """Nothing else that this process may say or ask can mix with what goes over the line."""
    asked, told = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nothing, descriptor)
    os.close(nothing)
    return asked, told


if __name__ == "__main__":
    main()
    sys.exit(0)
