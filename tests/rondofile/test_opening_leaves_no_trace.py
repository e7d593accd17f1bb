"""Documents that are opened and closed without an edit: their folders stay as they were, bytes and times."""

from __future__ import annotations

import ast
import os

from helpers.hostile_files import hostile_files
from helpers.house import place, product, tree
from helpers.storage import memory_folder, snapshot, whole_project, written
from rondofile.document import Document
from rondofile.errors import RondoFileError
from rondofile.project import Project
from rondofile.records import Step


def test_a_hundred_documents_opened_and_closed_then_every_folder_is_as_it_was() -> None:
    hostile = [file for file in hostile_files() if file.opens]
    with memory_folder() as room:
        opened = 0
        for number in range(100):
            plan = room / str(number) / "plan.rondo"
            plan.parent.mkdir()
            if number % 2:
                hostile[number % len(hostile)].build(plan)
            else:
                steps = [Step(id=f"s{n}", journey="now", title="Wait") for n in range(number)]
                written(plan, Project.of([*whole_project().records(), *steps]), doc_id=f"d{number}")
            os.utime(plan, ns=(10**18, 10**18 + number))
            before, stat = snapshot(plan.parent), plan.stat()
            with Document.open(plan, root=room / "home") as document:
                assert len(list(document.project.records())) > 5
            with Document.open(plan, root=room / "home"):
                opened += 1
            assert snapshot(plan.parent) == before
            assert (plan.stat().st_ino, plan.stat().st_ctime_ns) == (stat.st_ino, stat.st_ctime_ns)
        assert opened == 100


def test_files_that_are_refused_then_every_folder_is_as_it_was() -> None:
    with memory_folder() as room:
        refused = 0
        for file in hostile_files():
            if file.opens or "70-MB" in file.name or file.name.startswith(("rows", "tables")):
                continue
            plan = room / file.name / "plan.rondo"
            plan.parent.mkdir()
            file.build(plan)
            before, stat = snapshot(plan.parent), plan.stat()
            for _ in range(2):
                try:
                    Document.open(plan, root=room / "home").close()
                except RondoFileError:
                    refused += 1
            assert snapshot(plan.parent) == before
            assert plan.stat().st_ctime_ns == stat.st_ctime_ns
        assert refused > 80


READING = {
    "rondofile.reading.reader": {"read_bytes"},
    "rondofile.reading.intake": {"take_in"},
    "rondofile.reading.quarantine": {"quarantined"},
}
"""What reads the bytes of a file right here, whoever they are from."""


def test_nothing_but_the_door_reads_a_file_in_this_process() -> None:
    """Whoever wants the project in some bytes goes through the door, which knows whose they are."""
    users = {
        place(path)
        for path in product()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ImportFrom)
        and {name.name for name in node.names} & READING.get(node.module or "", set())
    }
    home = "storage/rondofile"
    doors = ("apart/door", "apart/room", "reading/intake", "reading/reader")
    assert users == {f"{home}/{name}.py" for name in doors}
