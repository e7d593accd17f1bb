"""The ten questions printed in the storage room's README: their answers are the program's and the brief's."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from helpers.terminal import Rondo
from rondo.commands.new_project import read_case
from rondo.strategy.comparison import totals
from rondo.strategy.journeys.measures import measure, pains_of
from rondofile.query import VIEWS, query_project
from rondofile.records import Journey

README = Path(__file__).parents[2] / "storage" / "README.md"
QUESTIONS = re.findall(
    r"### \d+\. ([^\n]+)\n.*?```sql\n(.*?)\n```\n```tsv\n(.*?)\n```", README.read_text("utf-8"), re.DOTALL
)


@pytest.fixture
def park(tmp_path: Path, rondo: Rondo) -> Path:
    rondo("new", tmp_path / "Park.rondo", "--from", "theme-park").fine()
    return tmp_path / "Park.rondo"


def test_every_printed_question_then_has_the_printed_answer(park: Path, rondo: Rondo) -> None:
    assert len(QUESTIONS) == 10
    for title, question, answer in QUESTIONS:
        assert rondo("sql", park, question).fine().rstrip("\n") == answer, title


def test_the_printed_numbers_then_are_those_of_the_brief() -> None:
    """What the measures of the brief say of each journey stands in the answers."""
    project, seen = read_case("theme-park"), 0
    answers = [[line.split("\t") for line in answer.splitlines()[1:]] for _, _, answer in QUESTIONS]
    for journey in project.all(Journey):
        known, key = measure(project, journey), [journey.name, journey.state.value]
        (waiting,) = [row[2] for row in answers[0] if row[:2] == key]
        assert float(waiting) == sum(wait.minutes for wait in known.waits if wait.link is None)
        (alone,) = [row[2:] for row in answers[1] if row[:2] == key]
        assert alone == [str(number) for number in known.effort]
        assert sum(row[:2] == key for row in answers[2]) == len(known.strangers)
        assert sum(row[:2] == key for row in answers[3]) == len(known.retold)
        seen += 1
    assert seen == 4
    hurting = [pain for step in project.steps_of("visit") for pain in pains_of(project, step)]
    assert sorted(row[1] for row in answers[4]) == sorted(pain.text for pain in hurting)
    scored = {row[0]: float(row[1]) for row in answers[8]}
    for total in totals(project):
        assert scored[total.architecture] == pytest.approx(total.value, abs=0.006)


def test_every_column_that_is_described_then_can_be_asked() -> None:
    lines = re.findall(r"^\| `(\w+)` \| [^|]+ \| ([^|]+) \|$", README.read_text("utf-8"), re.MULTILINE)
    described = dict(lines)
    assert {*VIEWS, "main_path"} == {*described}
    for name in VIEWS:
        header, rows = query_project(read_case("theme-park"), f"SELECT * FROM {name}")
        assert header == tuple(described[name].strip().split(", ")) and rows
