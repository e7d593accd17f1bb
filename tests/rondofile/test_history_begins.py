"""The triggers of history: none while a document is only looked at, all before the first change."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.storage import add_step, written
from rondofile import schema
from rondofile.document import Document
from rondofile.kinds import EditKind
from rondofile.records import Step
from rondofile.working.shadow import NOUNS_WITH_UNDO


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.rondo"
    written(path)
    return path


def triggers(document: Document) -> int:
    connection = document._place.work.connection
    question = "SELECT count(*) FROM temp.sqlite_master WHERE type = 'trigger'"
    return int(connection.execute(question).fetchone()[0])


def lookups(document: Document) -> int:
    question = "SELECT count(*) FROM sqlite_master WHERE type = 'index' AND sql LIKE 'CREATE INDEX %'"
    return int(document._place.work.connection.execute(question).fetchone()[0])


def titles(document: Document) -> list[str]:
    return [step.title for step in document.project.all(Step)]


def test_a_document_that_is_looked_at_then_has_no_triggers(plan: Path, tmp_path: Path) -> None:
    with Document.open(plan, tmp_path / "home") as document:
        assert triggers(document) == lookups(document) == 0
        assert document.next_undo is document.next_redo is None
        assert document.undo() is document.redo() is None
        assert document.entries() == ()


def test_a_document_that_stands_when_opened_in_order_then_has_them_all(plan: Path, tmp_path: Path) -> None:
    with Document.open(plan, tmp_path / "home") as document:
        document.steady()
        assert triggers(document) > 3 * len(NOUNS_WITH_UNDO) > 60
        assert lookups(document) >= len(schema.lookups()) > 40
        document.steady()
        add_step(document, "new")
        assert document.next_undo is EditKind.ADD_STEPS


def test_a_first_edit_that_failed_when_the_next_is_made_then_is_no_loss_to_it(
    plan: Path, tmp_path: Path
) -> None:
    with Document.open(plan, tmp_path / "home") as document:
        before = titles(document)
        with pytest.raises(ZeroDivisionError), document.edit(EditKind.ADD_STEPS) as edit:
            edit.insert(Step(id="lost", journey="now", title="Lost"))
            raise ZeroDivisionError
        assert triggers(document) == 0  # they went with the transaction
        add_step(document, "new", "New")
        assert titles(document) != before
        document.undo()
        assert titles(document) == before


def test_history_when_the_document_is_opened_again_then_goes_on_from_there(
    plan: Path, tmp_path: Path
) -> None:
    with Document.open(plan, tmp_path / "home") as document:
        before = titles(document)
        add_step(document, "one", "One")
    with Document.open(plan, tmp_path / "home") as document:
        assert triggers(document) == 0
        document.undo()  # walking writes nothing down, so it needs none either
        assert titles(document) == before
        assert triggers(document) == 0
        document.redo()
        add_step(document, "two", "Two")
        document.undo()
        document.undo()
        assert titles(document) == before


def test_a_file_that_another_holds_when_it_stands_then_needs_no_triggers(plan: Path, tmp_path: Path) -> None:
    with Document.view(plan, tmp_path / "home") as document:
        document.steady()
        assert triggers(document) == 0
