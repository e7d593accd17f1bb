"""SQL questions and verdicts on a file: answered from a private copy, and clear when they cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.storage import hostile, one_of_everything, whole_project, written
from rondofile.columns import COLUMNS
from rondofile.enums import Knows
from rondofile.errors import QueryError, RondoFileError
from rondofile.project import Project
from rondofile.query import VIEWS, query, query_project, tables
from rondofile.records import Segment, Situation
from rondofile.stamp import content_digest
from rondofile.verdict import check


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    written(tmp_path / "plan.rondo")
    return tmp_path / "plan.rondo"


def test_a_question_then_is_answered_with_a_header(plan: Path) -> None:
    header, rows = query(plan, "SELECT title, lane FROM step WHERE journey = 'now' ORDER BY position")
    assert header == ("title", "lane")
    assert rows == [("Ask", "guest"), ("Wait", "desk")]
    assert query(plan, "SELECT title AS t FROM step WHERE 0") == (("t",), [])
    assert query(
        plan, "WITH RECURSIVE c(n) AS (VALUES(1) UNION ALL SELECT n+1 FROM c) SELECT n FROM c LIMIT 3"
    )[1] == [
        (1,),
        (2,),
        (3,),
    ]
    assert list(plan.parent.iterdir()) == [plan]


def test_every_noun_and_view_then_can_be_asked_and_has_rows() -> None:
    assert {*COLUMNS, *VIEWS} < set(tables())
    for name in (*COLUMNS, *VIEWS):
        header, rows = query_project(whole_project(), f"SELECT * FROM {name}")
        assert header and rows, name
    assert query_project(whole_project(), "SELECT journey, lane, actor FROM journey_steps LIMIT 1")[1] == [
        ("Today", "Guest", "customer")
    ]


def test_what_a_situation_leaves_open_then_is_answered_as_in_its_segment() -> None:
    families = Segment(
        id="families", name="Families", knows_need=Knows.YES, undo_possible=True, own_goal="Fun"
    )
    rain = Situation(id="rain", segment="families", knows_need=Knows.NO, undo_possible=False, position=1)
    project = Project.of([families, rain, Situation(id="sun", segment="families", mistake_cost=-1)])
    sql = "SELECT id, knows_need, undo_possible, own_goal, mistake_cost FROM answers"
    assert query_project(project, sql)[1] == [
        ("families", "yes", 1, "Fun", None),
        ("sun", "yes", 1, "Fun", -1),
        ("rain", "no", 0, "Fun", None),
    ]


@pytest.mark.parametrize(
    "sql",
    [
        "DROP TABLE step",
        "UPDATE step SET title = ''",
        "DELETE FROM step",
        "INSERT INTO step SELECT * FROM step",
        "ATTACH 'other.db' AS other",
        "PRAGMA writable_schema = 1",
        "PRAGMA query_only = 0",
        "VACUUM INTO 'copy.db'",
        "BEGIN",
        "SELECT load_extension('x')",
        "SELECT 1; SELECT 2",
        "SELEC",
        "SELECT * FROM nowhere",
        "",
        "-- nothing",
        "SELECT '\ud800'",
        "CREATE TEMP TABLE t (x)",
    ],
)
def test_what_is_no_question_then_is_refused_with_a_reason(plan: Path, sql: str) -> None:
    before = plan.read_bytes()
    with pytest.raises(QueryError) as caught:
        query(plan, sql)
    assert caught.value.facts["reason"]
    assert plan.read_bytes() == before
    assert list(plan.parent.iterdir()) == [plan]


def test_an_endless_question_then_is_ended(plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rondofile.query.SECONDS", 0.05)
    endless = "WITH RECURSIVE c(n) AS (VALUES(1) UNION ALL SELECT n + 1 FROM c) SELECT count(*) FROM c"
    with pytest.raises(QueryError):
        query(plan, endless)


def test_a_question_to_no_project_then_says_what_it_is(plan: Path) -> None:
    plan.write_bytes(b"%PDF-1.7")
    with pytest.raises(RondoFileError) as caught:
        query(plan, "SELECT 1")
    assert caught.value.key == "file.not-a-project"


def test_a_whole_file_then_has_its_facts(plan: Path) -> None:
    verdict = check(plan)
    assert verdict.whole and verdict.error is None
    assert (verdict.doc_id, verdict.rev) == ("document", 3)
    assert verdict.records == len(one_of_everything())
    assert verdict.digest == content_digest(whole_project())


def test_a_file_that_is_not_as_it_was_saved_then_is_not_whole(plan: Path) -> None:
    hostile(plan, "UPDATE step SET title = 'Changed' WHERE id = 'ask'")
    verdict = check(plan)
    assert not verdict.whole
    assert verdict.report is not None and verdict.report.kinds() == {"read.digest"}
    plan.write_bytes(b"")
    assert check(plan).error is not None
