"""What is accepted by the column is what would be accepted value by value, never more."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.projects import projects
from helpers.storage import whole_project
from rondofile.columns import COLUMNS
from rondofile.project import Project
from rondofile.reading import rows
from rondofile.reading.acceptance import accepted
from rondofile.reading.report import Report
from rondofile.reading.rows import checked_rows
from rondofile.stamp import rows_of

ODD = st.sampled_from(
    [None, 0, 1, 2, -3, 5.5, float("inf"), "", "ask", "a b", "é", "e\u0301", "\x07", b"x", "next", "x" * 600]
)


def slowly(raw: rows.Raw, patch: pytest.MonkeyPatch) -> tuple[Project, Report]:
    with patch.context() as context:
        context.setattr(rows, "accepted", lambda *_: False)
        report = Report()
        return checked_rows(raw, report), report


@settings(max_examples=40, deadline=None)
@given(projects(), st.data())
def test_a_project_with_odd_values_when_checked_both_ways_then_is_the_same(
    project: Project, data: st.DataObject
) -> None:
    raw = {noun: [list(row) for row in table] for noun, table in rows_of(project).items()}
    for _ in range(data.draw(st.integers(0, 3))):
        noun = data.draw(st.sampled_from(sorted(noun for noun in raw if raw[noun]) or ["step"]))
        if raw[noun]:
            row = data.draw(st.integers(0, len(raw[noun]) - 1))
            raw[noun][row][data.draw(st.integers(0, len(COLUMNS[noun]) - 1))] = data.draw(ODD)
    report = Report()
    fast = checked_rows(raw, report)
    slow, remarks = slowly(raw, pytest.MonkeyPatch())
    assert fast == slow
    assert report == remarks


def test_a_clean_project_then_is_accepted_by_the_column() -> None:
    raw = rows_of(whole_project())
    tables = {noun: {row[0] for row in table} for noun, table in raw.items()}
    taken = [noun for noun, table in raw.items() if accepted(noun, table, tables)]
    assert len(taken) == len(raw) - 1  # assets are weighed one by one
