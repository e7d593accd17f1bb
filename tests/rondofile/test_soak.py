"""A day of work leaves memory, open files and the working database as they were after its first hour."""

from __future__ import annotations

import sys

import pytest

from helpers import soak
from helpers.killing import Nursery, needs_fork
from rondofile.working.history import MOST_BYTES

pytestmark = [
    needs_fork,
    pytest.mark.skipif(sys.platform != "linux", reason="what a process takes, as Linux tells"),
]


def steady(stages: list[tuple[float, int]], cycles: int, megabytes_a_thousand: float) -> None:
    """Nothing grew after the first half, in which caches fill."""
    print(stages)
    assert len(stages) == soak.STAGES
    (begun, files), (ended, _) = stages[soak.STAGES // 2 - 1], stages[-1]
    assert {count for _, count in stages} == {files}
    assert ended - begun <= max(1.0, megabytes_a_thousand * cycles / 2_000)


def test_documents_opened_and_closed_then_leave_nothing_in_the_process(nursery: Nursery) -> None:
    steady(nursery.ask(soak.open_and_close, 60), 60, 1.0)


@pytest.mark.long
def test_hundreds_of_documents_opened_edited_written_and_closed_then_leave_nothing(nursery: Nursery) -> None:
    steady(nursery.ask(soak.open_and_close, 500), 500, 1.0)


@pytest.mark.long
def test_fifty_thousand_edits_then_take_no_more_than_the_first_thousands(nursery: Nursery) -> None:
    stages, size = nursery.ask(soak.edits, 50_000)
    steady(stages, 50_000, 0.2)
    print(f"{size:.1f} MB of database")
    assert size <= MOST_BYTES / 1e6 + 16
