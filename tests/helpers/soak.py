"""Eight hours of work in one process, and what of memory and of open files it had taken at every stage."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable
from pathlib import Path

from helpers.storage import memory_folder, written
from rondo.exchange.json_writer import write_json
from rondofile.document import Document
from rondofile.kinds import EditKind
from rondofile.records import Step

STAGES = 10


def open_and_close(times: int) -> list[tuple[float, int]]:
    """A document is opened, edited, published, written as JSON and closed; so many times in all."""
    with memory_folder() as folder:
        path = folder / "plan.rondo"
        written(path)

        def once(turn: int) -> None:
            with Document.open(path, root=folder / "home") as document:
                _edit(document, turn)
                write_json(document.project)

        return _stages(once, times)


def edits(times: int) -> tuple[list[tuple[float, int]], float]:
    """So many edits of one document, some undone; the measures, and the megabytes of the database."""
    with memory_folder() as folder:
        path = folder / "plan.rondo"
        written(path)
        document = Document.open(path, root=folder / "home")

        def once(turn: int) -> None:
            _edit(document, turn)
            if turn % 50 == 0:
                document.undo()
                document.redo()
            if turn % 500 == 0:
                document.publish()

        found = _stages(once, times)
        size = (document._place.work.folder / "work.db").stat().st_size / 1e6
        document.close()
        return found, size


def _edit(document: Document, turn: int) -> None:
    with document.edit(EditKind.MOVE_STEPS) as edit:
        edit.change(Step, "ask", x=turn % 997, y=turn % 991, note=f"Turn {turn}")


def _stages(once: Callable[[int], None], times: int) -> list[tuple[float, int]]:
    """Megabytes in memory and open files after each of the stages."""
    found = []
    for turn in range(times):
        once(turn)
        if (turn + 1) % (times // STAGES) == 0:
            gc.collect()
            found.append((_megabytes(), len([*Path("/proc/self/fd").iterdir()])))
    return found


def _megabytes() -> float:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6
