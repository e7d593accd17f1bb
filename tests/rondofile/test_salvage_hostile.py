"""Bytes that mean ill, or nothing: salvage ends, in time, with a valid project or with its one error."""

from __future__ import annotations

import random
import sqlite3
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from helpers.ample import ample_project
from helpers.damage import overwritten, page_size
from helpers.storage import whole_project
from rondofile.errors import SalvageError
from rondofile.project import Project
from rondofile.reading.report import Report
from rondofile.reading.rows import checked_rows
from rondofile.records import BriefSection, Info, Journey, Record, Step
from rondofile.salvage import cells, salvage
from rondofile.salvage.carving import Carver
from rondofile.salvage.cells import Reader
from rondofile.salvage.pages import Pages
from rondofile.stamp import Stamp, rows_of
from rondofile.values import cleaned
from rondofile.writing.canonical import canonical_bytes

WHOLE = canonical_bytes(whole_project(), Stamp("document", rev=3))[0]


def salvaged(data: bytes, seconds: float = 20.0) -> Project | None:
    """What comes of the bytes: a project that holds every rule, or nothing; always in time."""
    begun = time.monotonic()
    try:
        found = salvage(data, seconds=seconds).project
    except SalvageError:
        found = None
    assert time.monotonic() - begun < 60
    if found is not None:
        assert checked_rows(rows_of(found), Report()) == found
    return found


@given(st.binary(max_size=20_000))
@settings(max_examples=60, deadline=None)
def test_any_bytes_when_salvaged_then_end(data: bytes) -> None:
    salvaged(data)


@given(st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.binary(min_size=1, max_size=40)), max_size=30))
@settings(max_examples=60, deadline=None)
def test_any_overwriting_when_salvaged_then_ends(pieces: list[tuple[int, bytes]]) -> None:
    data = WHOLE
    for place, piece in pieces:
        data = overwritten(data, place, piece)
    salvaged(data[: len(WHOLE)])


@pytest.mark.long
@given(st.data())
@settings(max_examples=3_000, deadline=None)
def test_any_bytes_anywhere_when_salvaged_then_end(data: st.DataObject) -> None:
    pieces = data.draw(st.lists(st.tuples(st.integers(0, len(WHOLE)), st.binary(max_size=2_000)), max_size=8))
    whole = WHOLE
    for place, piece in pieces:
        whole = overwritten(whole, place, piece)
    salvaged(whole)


def test_structure_bytes_turned_at_random_when_salvaged_then_end() -> None:
    chance, pages, ended = random.Random(11), Pages.of(WHOLE), 0
    for _ in range(150):
        data = bytearray(WHOLE)
        for _ in range(60):
            start = pages.start(chance.randint(1, pages.count))
            data[start + chance.randrange(40)] = chance.choice((0, 1, 5, 10, 13, 127, 128, 255))
        salvaged(bytes(data))
        ended += 1
    assert ended == 150


def test_pages_that_lead_in_circles_when_salvaged_then_end() -> None:
    size = page_size(WHOLE)
    node = b"\x05\x00\x00\x00\x02\x03\xf0\x00" + (1).to_bytes(4, "big") + b"\x03\xf0\x03\xf8"
    for number in range(1, len(WHOLE) // size + 1):
        page = node + bytes(size - len(node) - 32) + (number.to_bytes(4, "big") + b"\x01\x00\x00\x00") * 4
        data = overwritten(WHOLE, (number - 1) * size, page.ljust(size, b"\x00"))
        salvaged(data)


def test_rest_of_a_row_that_leads_to_itself_when_salvaged_then_ends() -> None:
    note = "".join(f"Sentence {number}. " for number in range(3_000))
    project = Project.of([Info(id="project"), BriefSection(id="s", kind="matrix", note=note)])
    data = canonical_bytes(project, Stamp("document"))[0]
    start = data.index(b"Sentence 1500.") // 1024 * 1024
    found = salvaged(overwritten(data, start, (start // 1024 + 1).to_bytes(4, "big")))
    assert found is not None
    assert note.startswith(found.get(BriefSection, "s").note[:10_000])


def test_rows_that_claim_the_same_pages_when_salvaged_then_there_is_an_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    notes = [f"{number:04d} and so on. " * 250 for number in range(40)]
    sections = [BriefSection(id=f"s{n}", position=n, kind="x", note=note) for n, note in enumerate(notes)]
    data = canonical_bytes(Project.of([Info(id="project"), *sections]), Stamp("document"))[0]
    pages, carver = Pages.of(data), Carver(Pages.of(data))
    carver.carve()
    ends = [
        Reader(pages, set()).cell(at, number * pages.size).end
        for number, _ in carver.trees["brief_section"].leaves
        for at in pages.cells(number) or ()
    ]
    assert len(ends) == len(notes)
    for end in ends:
        data = overwritten(data, end - 4, data[ends[0] - 4 : ends[0]])
    for times, least, most in ((4.0, len(notes), len(notes)), (3 * 4_000 / len(data), 2, 5)):
        monkeypatch.setattr(cells, "TIMES", times)
        found = salvaged(data)
        assert found is not None
        lengths = [len(section.note) for section in found.all(BriefSection)]
        assert len(lengths) == len(notes)
        assert least <= sum(length > 3_000 for length in lengths) <= most


def test_a_table_of_another_program_when_salvaged_then_is_not_taken_for_ours(tmp_path: Path) -> None:
    place = tmp_path / "other.db"
    connection = sqlite3.connect(place)
    connection.execute("CREATE TABLE people (id TEXT, position INTEGER, name TEXT, about TEXT)")
    connection.executemany("INSERT INTO people VALUES (?, ?, ?, 'person')", [("a", 1, "x"), ("b", 2, "y")])
    connection.commit()
    connection.close()
    assert salvaged(place.read_bytes()) is None


def test_a_text_that_looks_like_a_row_when_salvaged_then_stays_a_text() -> None:
    step = canonical_bytes(Project.of([Info(id="project"), *_journey("forged")]), Stamp("document"))[0]
    at = step.index(b"forged-step")
    forged = step[at - 34 : at + 120].decode("latin-1")
    project = ample_project(60)
    first = project.all(Step)[0]
    longer = project.replaced({"step": {first.id: (first, _with_note(first, forged))}})
    found = salvaged(canonical_bytes(longer, Stamp("document"))[0])
    assert found is not None and found.tables["step"].keys() == project.tables["step"].keys()


def _journey(name: str) -> list[Record]:
    return [Journey(id=name, name=name), Step(id=f"{name}-step", journey=name, title="Not a step")]


def _with_note(step: Step, note: str) -> Step:
    return cleaned(replace(step, note=note))
