"""Jumping in history: any point, in one transaction and with one piece of news, or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from helpers.storage import add_step, one_of_everything, tiny_png
from rondofile.changes import ChangeSet, Origin
from rondofile.document import Document
from rondofile.errors import HistoryMisfitError, ReadOnlyError, StepGoneError
from rondofile.fsops import Files
from rondofile.kinds import EditKind
from rondofile.nouns import assets
from rondofile.project import Project
from rondofile.records import Journey, Lane, Step
from rondofile.working import history


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "plan.rondo"


@pytest.fixture
def document(path: Path) -> Iterator[Document]:
    content = Project.of(one_of_everything())
    with Document.create(path, root=path.parent / "home", content=content) as document:
        yield document


def reopened(path: Path) -> Document:
    return Document.open(path, root=path.parent / "home")


def write(document: Document, count: int) -> list[Project]:
    """So many steps of one edit each; every state from before the first to after the last."""
    states = [document.project]
    for number in range(count):
        add_step(document, f"n{number}", f"Title {number}")
        states.append(document.project)
    return states


def test_any_point_is_reached_in_one_transaction_with_one_piece_of_news(document: Document) -> None:
    states, heard = write(document, 12), list[ChangeSet]()
    document.subscribe(heard.append)
    rev = document.rev
    for step in (3, 11, 0, 12, 5):
        before = document.project
        changes = document.go_to(step)
        assert changes is not None and heard == [changes]
        assert document.project == states[step] == before.replaced(changes.tables)
        assert document.past().position == step
        heard.clear()
    assert document.rev == rev + 5
    assert (document.go_to(5), heard) == (None, [])


def test_a_jump_says_where_it_went(document: Document) -> None:
    write(document, 3)
    with document.edit(EditKind.DELETE_STEPS) as edit:
        edit.delete(Step, "n0", "n1")
    changes = document.go_to(1)
    assert changes is not None
    assert (changes.origin, changes.kind) == (Origin.UNDO, EditKind.ADD_STEPS)
    assert changes.ids(Step) == {"n0", "n2"}, "n1 came and went: nothing is left to say of it"
    changes = document.go_to(4)
    assert changes is not None and changes.origin is Origin.REDO and changes.kind is EditKind.DELETE_STEPS


def test_steps_that_are_not_there_are_refused_and_nothing_moves(document: Document) -> None:
    write(document, 3)
    before = document.project
    for step in (-1, 4, 99):
        with pytest.raises(StepGoneError) as caught:
            document.go_to(step)
        assert caught.value.facts == {"step": step}
    assert (document.project, document.past().position) == (before, 3)


def test_what_moves_into_what_comes_or_out_of_what_goes_survives_a_jump_over_it_all(
    document: Document,
) -> None:
    states = [document.project]
    for change in (
        lambda edit: edit.insert(Journey(id="new"), Lane(id="new-lane", journey="new")),
        lambda edit: edit.change(Step, "told", journey="new", lane="new-lane"),
        lambda edit: edit.delete(Journey, "then"),
        lambda edit: edit.change(Step, "told", journey="now", lane=None),
        lambda edit: edit.delete(Journey, "new"),
        lambda edit: edit.delete(Journey, "now"),
        lambda edit: edit.become(Project.of(one_of_everything())),
    ):
        with document.edit(EditKind.PASTE) as edit:
            change(edit)
        states.append(document.project)
    for step in (0, 7, 1, 5, 2, 6, 3, 4, 0):
        document.go_to(step)
        assert document.project == states[step] == document._place.work.project()


def test_only_one_of_a_kind_that_is_another_after_a_jump_takes_the_place_of_the_first(
    document: Document,
) -> None:
    """Rows of which there can be one only: the old one goes before the new one comes."""
    before = document.project
    other = Project.of(one_of_everything())
    swapped = [
        type(record)(**{**{name: getattr(record, name) for name in record.__slots__}, "id": f"{record.id}-2"})
        for noun in ("fit", "score", "role_choice", "step_origin", "stretch_step", "project")
        for record in other.tables[noun].values()
    ]
    with document.edit(EditKind.DELETE) as edit:
        for record in swapped:
            edit.delete(type(record), record.id.removesuffix("-2"))
    with document.edit(EditKind.PASTE) as edit:
        edit.insert(*swapped)
    after = document.project
    assert after != before and len(swapped) == 7
    document.go_to(0)
    assert document.project == before
    document.go_to(2)
    assert document.project == after == document._place.work.project()


def test_five_hundred_steps_are_undone_after_a_restart(path: Path, document: Document) -> None:
    states = write(document, 500)
    document.close()
    with reopened(path) as again:
        assert again.can_undo
        undone = 0
        while again.undo():
            undone += 1
        assert (undone, again.project) == (500, states[0])
        again.go_to(500)
        assert again.project == states[500]


def test_an_edit_that_comes_to_nothing_leaves_nothing_for_a_later_step_to_undo(document: Document) -> None:
    """What changed and changed back beside something that is outside history is no part of the next step."""
    write(document, 1)
    ask = document.project.get(Step, "ask")
    with document.edit(EditKind.ADD_ASSET) as edit:
        edit.change(Step, "ask", title="For a moment")
        edit.update(ask)
        assets.add(edit, "photo", tiny_png(2))
    assert len(document.entries()) == 1
    document.undo()
    with document.edit(EditKind.SET_STEPS) as edit:
        edit.change(Step, "ask", title="Another")
    before = document.project
    with document.edit(EditKind.SET_STEPS) as edit:
        edit.change(Step, "ask", note="n")
    document.undo()
    assert document.project == before


def test_a_read_only_document_has_nowhere_to_go(path: Path, document: Document) -> None:
    class OnlyReading(Files):
        def writable(self, path: Path) -> bool:
            return False

    write(document, 2)
    document.close()
    with Document.open(path, root=path.parent / "home", files=OnlyReading()) as viewed:
        assert not viewed.can_undo and not viewed.can_redo
        before = viewed.project
        for deed in (viewed.undo, viewed.redo, lambda: viewed.go_to(0)):
            with pytest.raises(ReadOnlyError):
                deed()
        assert viewed.project == before
        assert len(viewed.entries()) == 2


def test_rows_that_are_not_what_history_says_are_left_alone(document: Document) -> None:
    """The walk ends with an error of ours and the state before it, not half of the way."""
    write(document, 3)
    work = document._place.work.connection
    work.execute("DELETE FROM step WHERE id = 'n1'")
    rows = work.execute("SELECT count(*) FROM step").fetchone()
    before = document.project
    with pytest.raises(HistoryMisfitError):
        document.go_to(0)
    assert document.project is before
    assert work.execute("SELECT count(*) FROM step").fetchone() == rows
    assert document.past().position == 3
    assert document.undo() is not None


def test_earlier_steps_that_are_gone_are_told_and_cannot_be_reached(
    document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history, "MOST_STEPS", 10)
    states = write(document, 25)
    past = document.past()
    assert (past.first, past.position, past.top) == (16, 25, 25)
    with pytest.raises(StepGoneError):
        document.go_to(14)
    document.go_to(15)
    assert document.project == states[15] and not document.can_undo
    document.go_to(25)
    assert document.project == states[25]


def test_the_weight_of_history_follows_what_is_kept(
    document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = document._place.work.connection
    question = "SELECT weight = (SELECT coalesce(sum(bytes), 0) FROM history) FROM history_position"
    monkeypatch.setattr(history, "MOST_BYTES", 12_000)
    for number in range(30):
        with document.edit(EditKind.RENAME_STEP, merge_key=f"field {number // 3}") as edit:
            edit.change(Step, "ask", title=f"t{number}", note="x" * 300 * (number % 5))
        if number % 7 == 0:
            document.undo()
        assert work.execute(question).fetchone() == (1,)
        assert work.execute("SELECT weight FROM history_position").fetchone()[0] <= 12_000
    assert document.past().first > 1
