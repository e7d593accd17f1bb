"""A process that edits and publishes a document and says so, until it is killed.

Run as `python storage_writer.py FILE HOME FIRST`: each acknowledged edit is one line with its number on
the standard output; a line `p N` says that the file holds everything up to N.
"""

from __future__ import annotations

import sys
from pathlib import Path

from rondofile.document import Document
from rondofile.errors import FileMissingError
from rondofile.kinds import EditKind
from rondofile.records import Journey, Step


def main(path: Path, home: Path, first: int) -> None:
    """Edits without end: one step more each, now and then undone and redone, now and then published."""
    try:
        document = Document.open(path, root=home)
    except FileMissingError:
        document = Document.create(path, root=home)
    if not document.project.all(Journey):
        with document.edit(EditKind.ADD_JOURNEY) as edit:
            edit.insert(Journey(id="j"))
    print("ready", flush=True)
    number = first
    while True:
        with document.edit(EditKind.ADD_STEPS) as edit:
            edit.insert(Step(id=f"s{number}", journey="j", title=f"Step {number}", position=number))
            edit.insert(Step(id=f"t{number}", journey="j", title=f"Twin {number}", position=number))
        if number % 5 == 0:
            document.undo()
            document.redo()
        print(number, flush=True)
        if number % 3 == 0:
            document.publish()
            print(f"p {number}", flush=True)
        number += 1


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
