"""The file that is to be published is checked whole before it leaves memory, whatever wrote it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from rondofile.columns import NAMES
from rondofile.errors import CandidateError
from rondofile.project import Project
from rondofile.reading.quarantine import quarantined
from rondofile.reading.reader import read_bytes
from rondofile.records import Info, Journey, Link, Record, Step
from rondofile.stamp import Rows, Stamp, rows_of
from rondofile.writing import canonical
from rondofile.writing.layout import MANY_ROWS

STAMP = Stamp("d")


def project(steps: int) -> Project:
    records: list[Record] = [Info(id="p", title="P"), Journey(id="j", name="J")]
    records += [Step(id=f"s{i}", journey="j", position=i, title=f"S{i}") for i in range(steps)]
    records += [Link(id="l", journey="j", source="s0", target="s1")]
    return Project.of(records)


@pytest.mark.parametrize(
    ("noun", "field", "value"),
    [
        ("step", "phase", "somewhen"),
        ("step", "locked", 2),
        ("step", "minutes", 1e300),
        ("step", "id", "no id"),
        ("step", "title", None),
        ("step", "x", "text"),
        ("step", "lane", "nowhere"),
        ("link", "target", "nowhere"),
        ("link", "share", 101.0),
    ],
)
def test_a_row_against_a_rule_of_the_schema_never_becomes_a_file(noun: str, field: str, value: Any) -> None:
    rows = {name: [list(row) for row in table] for name, table in rows_of(project(3)).items()}
    rows[noun][-1][NAMES[noun].index(field)] = value
    bad: Rows = {name: [tuple(row) for row in table] for name, table in rows.items()}
    with pytest.raises(CandidateError):
        canonical.bytes_of_rows(bad, STAMP)


@pytest.mark.parametrize("change", [lambda row: (*row[:3], "Other", *row[4:]), lambda row: row])
def test_a_file_that_reads_back_otherwise_never_leaves(
    change: Callable[[Any], Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    rows, filled = rows_of(project(3)), canonical.filled
    other = {**rows, "step": [change(row) for row in rows["step"]]}
    monkeypatch.setattr(canonical, "filled", lambda _, stamp: filled(other, stamp))
    if other["step"] == rows["step"]:
        assert canonical.bytes_of_rows(rows, STAMP)
        return
    with pytest.raises(CandidateError):
        canonical.bytes_of_rows(rows, STAMP)


@pytest.mark.parametrize(("steps", "size"), [(3, 1024), (MANY_ROWS, 4096)])
def test_a_large_project_has_large_pages_and_each_size_reads_whole_and_the_same(
    steps: int, size: int
) -> None:
    whole = project(steps)
    data, _ = canonical.canonical_bytes(whole, STAMP)
    assert int.from_bytes(data[16:18], "big") == size
    assert canonical.canonical_bytes(whole, STAMP)[0] == data
    found = read_bytes(data)
    assert found.report.clean and found.project == whole
    with quarantined(data) as connection:
        assert connection.execute("PRAGMA quick_check").fetchall() == [("ok",)]
