"""Salvage: what can still be read of a damaged file becomes a project, and nothing else does."""

from __future__ import annotations

import random

import pytest

from helpers.ample import ample_project
from helpers.damage import bit_flip, first_page, overwritten, page_size, zeroed
from helpers.storage import whole_project
from rondofile.errors import SalvageError
from rondofile.project import Project
from rondofile.records import Asset, BriefSection, Info, Journey, Lane, Link, Mark, Placement, Segment, Step
from rondofile.salvage import Salvaged, salvage
from rondofile.salvage.carving import Carver
from rondofile.salvage.pages import Pages
from rondofile.stamp import Stamp, rows_of
from rondofile.writing.canonical import canonical_bytes


def published(project: Project) -> bytes:
    """The file of a project."""
    return canonical_bytes(project, Stamp("document", rev=3))[0]


def leaves(data: bytes, noun: str) -> list[int]:
    """Where the pages with the rows of a noun begin."""
    carver = Carver(Pages.of(data))
    carver.carve()
    return [(number - 1) * page_size(data) for number, _ in carver.trees[noun].leaves]


def without(project: Project, noun: str) -> tuple[Salvaged, int]:
    """What is left of a file that lost every page with rows of that noun, and how many rows that were."""
    data = published(project)
    starts = leaves(data, noun)
    assert starts
    for start in starts:
        data = zeroed(data, start, page_size(data))
    return salvage(data, names={"journey": "Recovered journey"}), len(project.tables[noun])


def test_a_whole_file_when_salvaged_then_is_the_same_and_said_to_be() -> None:
    found = salvage(published(whole_project()))
    assert found.project == whole_project()
    assert found.whole and found.report.clean and not found.stand_ins and not found.lost
    assert found.found == found.expected == len(list(whole_project().records()))
    assert found.doc_id == "document"


@pytest.mark.parametrize("steps", [60, 700], ids=["small pages", "large pages"])
def test_a_file_without_its_first_page_when_salvaged_then_is_whole(steps: int) -> None:
    project = ample_project(steps)
    data = published(project)
    for seed in range(5):
        found = salvage(first_page(data, random.Random(seed)))
        assert found.project == project
        assert found.whole


@pytest.mark.parametrize("noun", ["step", "link", "step_origin"])
def test_a_table_without_the_page_above_its_rows_when_salvaged_then_has_them_all(noun: str) -> None:
    project = ample_project(700)
    data = published(project)
    carver = Carver(Pages.of(data))
    root = carver.carve().layout.roots[noun]
    assert len(carver.trees[noun].leaves) > 3
    found = salvage(zeroed(data, (root - 1) * page_size(data), page_size(data)))
    assert found.project == project
    assert found.whole


def test_a_lost_journey_when_salvaged_then_leaves_its_steps_together() -> None:
    project = ample_project(60)
    found, journeys = without(project, "journey")
    assert found.lost == {"journey": journeys}
    assert set(found.stand_ins) == {("journey", journey) for journey in _ids(found, Journey)}
    assert {journey.name for journey in found.project.all(Journey)} == {"Recovered journey"}
    for kind in (Step, Lane, Link, Mark):
        assert found.project.all(kind) == project.all(kind)


@pytest.mark.parametrize("noun", ["lane", "segment", "situation", "player", "item", "placement", "criterion"])
def test_lost_parents_when_salvaged_then_take_nothing_with_them(noun: str) -> None:
    project = ample_project(60)
    found, count = without(project, noun)
    assert found.lost == {noun: count}
    assert found.expected == found.found + count
    others = {other: rows for other, rows in rows_of(found.project).items() if other != noun}
    assert others == {other: rows for other, rows in rows_of(project).items() if other != noun}


def test_lost_steps_when_salvaged_then_leave_their_links_and_marks() -> None:
    project = ample_project(60)
    found, count = without(project, "step")
    assert found.lost == {"step": count}
    assert found.project.all(Link) == project.all(Link)
    assert found.project.all(Mark) == project.all(Mark)
    assert {step.id: step.journey for step in found.project.all(Step)} == {
        step.id: step.journey for step in project.all(Step)
    }


def test_a_lost_segment_when_salvaged_then_the_card_of_an_offer_stays_one() -> None:
    project = ample_project(60)
    found, _ = without(project, "segment")
    assert _ids(found, Segment) == {segment.id for segment in project.all(Segment)}
    assert found.project.all(Placement) == project.all(Placement)


def test_a_lost_part_of_a_long_note_when_salvaged_then_leaves_its_beginning() -> None:
    note = "".join(f"Sentence {number}. " for number in range(600))
    project = Project.of([Info(id="project"), BriefSection(id="s", kind="matrix", title="T", note=note)])
    data = published(project)
    middle = data.index(b"Sentence 300.") // 1024 * 1024
    found = salvage(zeroed(data, middle, 1024))
    section = found.project.get(BriefSection, "s")
    assert section.title == "T" and note.startswith(section.note) and "Sentence 100." in section.note
    assert "salvage.cut" in found.report.kinds()


def test_a_picture_with_another_byte_when_salvaged_then_is_not_taken_for_it() -> None:
    project = ample_project(60)
    data = published(project)
    content = project.all(Asset)[0].content
    at = data.index(content[4_000:4_100])
    found = salvage(overwritten(data, at, bytes([data[at] ^ 255])))
    assert found.lost == {"asset": 1}
    assert not found.project.all(Asset)


def test_a_bit_of_an_id_when_it_turned_then_is_turned_back_by_what_belongs_to_it() -> None:
    project = ample_project(60)
    data, journey = published(project), project.all(Journey)[0].id.encode()
    at, mended = data.find(journey), 0
    while at >= 0:
        for place in (at, at + 23):
            found = salvage(overwritten(data, place, bytes([data[place] ^ 4])))
            assert not found.lost and not found.stand_ins
            mended += "salvage.mended" in found.report.kinds()
        at = data.find(journey, at + 2_000)
    assert mended > 15


def test_any_bit_when_it_turned_then_costs_one_row_at_most() -> None:
    project = ample_project(60)
    data, chance = published(project), random.Random(17)
    for _ in range(80):
        found = salvage(bit_flip(data, chance))
        assert sum(found.lost.values()) <= 1


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"x",
        b"%PDF-1.7 and more",
        bytes(9_000),
        b"PK\x03\x04" * 5_000,
        random.Random(1).randbytes(60_000),
    ],
)
def test_bytes_of_something_else_when_salvaged_then_hold_nothing_of_ours(data: bytes) -> None:
    with pytest.raises(SalvageError) as caught:
        salvage(data, path="there")
    assert caught.value.facts["path"] == "there"


def test_bytes_that_only_begin_as_ours_when_salvaged_then_are_an_empty_project() -> None:
    data = published(whole_project())
    for length in (72, 100, 512, 1024):
        found = salvage(data[:length] + bytes(4_096))
        assert found.found == 0
        assert found.project == Project({})


def test_more_than_there_is_time_for_when_salvaged_then_says_that_it_stopped() -> None:
    found = salvage(published(ample_project(60)), seconds=-1.0)
    assert "salvage.stopped" in found.report.kinds()
    assert found.found == 0


def _ids(found: Salvaged, kind: type) -> set[str]:
    return {record.id for record in found.project.all(kind)}
