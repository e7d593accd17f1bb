"""Export, import, export gives the same bytes for every project; nothing is lost on the way."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

import rondo_resources
from helpers.projects import projects
from rondo.exchange.json_reader import read_json
from rondo.exchange.json_shape import NATURAL_KEYS
from rondo.exchange.json_writer import write_json
from rondofile.columns import COLUMNS
from rondofile.project import Project
from rondofile.records import NOUNS, Journey, Lane, Segment, Situation, Step

SAMPLES = rondo_resources.names("samples", ".json")
THOROUGH = settings(
    max_examples=200,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.large_base_example],
)


def rows(project: Project) -> dict[str, Counter[Any]]:
    """Every row without what a document does not hold: positions, and ids of rows that have none there."""
    return {
        noun: Counter(
            tuple(
                getattr(record, name)
                for name in record.__struct_fields__
                if name != "position" and not (name == "id" and kind in NATURAL_KEYS)
            )
            for record in project.all(kind)
        )
        for noun, kind in NOUNS.items()
    }


def test_every_project_comes_back_whole_and_exports_to_the_same_bytes() -> None:
    used: set[tuple[str, str]] = set()
    tried = 0

    @THOROUGH
    @given(projects())
    def comes_back(project: Project) -> None:
        nonlocal tried
        tried += 1
        used.update(fields_in_use(project))
        exported = write_json(project)
        back = read_json(exported)
        assert not back.report.notes and not back.report.made_ids
        assert rows(back.project) == rows(project)
        assert write_json(back.project) == exported
        assert read_json(exported).project == back.project

    comes_back()
    assert tried >= 200
    every = {(noun, column.name) for noun, columns in COLUMNS.items() for column in columns}
    assert used == every, f"never tried: {sorted(every - used)}"


def fields_in_use(project: Project) -> set[tuple[str, str]]:
    """The fields that hold something else than nothing."""
    return {
        (noun, name)
        for noun, table in project.tables.items()
        for record in table.values()
        for name in record.__struct_fields__
        if getattr(record, name)
    }


@pytest.mark.parametrize("name", SAMPLES)
def test_every_shipped_case_reads_without_a_remark_and_exports_to_the_same_bytes(name: str) -> None:
    first = read_json(rondo_resources.read_bytes(name))
    assert not first.report.notes
    exported = write_json(first.project)
    assert write_json(read_json(exported).project) == exported


def test_there_are_shipped_cases_to_read() -> None:
    assert SAMPLES


def test_records_at_the_same_position_are_written_in_a_settled_order() -> None:
    lanes = [Lane(id=key, journey="j", position=0) for key in "cab"]
    tables = [Project.of([Journey(id="j"), *order]) for order in (lanes, lanes[::-1])]
    assert write_json(tables[0]) == write_json(tables[1])


def test_the_order_of_a_list_is_the_order_of_the_project_whatever_its_parents_are() -> None:
    segments = [{"id": "b"}, {"id": "a"}]
    situations = [{"id": f"s{i}", "segment": "ab"[i % 2]} for i in range(4)]
    data = json.dumps({"format": "rondo/1", "segments": segments, "situations": situations}).encode()
    project = read_json(data).project
    assert [segment.id for segment in project.all(Segment)] == ["b", "a"]
    assert [situation.id for situation in project.all(Situation)] == ["s0", "s1", "s2", "s3"]


def test_the_bytes_are_plain_utf_8_with_whole_numbers_and_one_newline_at_the_end() -> None:
    step = Step(id="s", journey="j", title="క్యూ", minutes=5.0, wait_minutes=2.5)
    data = write_json(Project.of([Journey(id="j"), step]))
    text = data.decode("utf-8")
    assert "క్యూ" in text and '"minutes": 5,' in text and '"wait_minutes": 2.5,' in text
    assert text.endswith("}\n") and not text.endswith("\n\n") and "\r" not in text
