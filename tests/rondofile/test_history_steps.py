"""Steps of history: what makes one, what merges into one, what ends them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from helpers.storage import PICTURE, add_step, one_of_everything, tiny_png
from rondofile.changes import Origin
from rondofile.document import Document
from rondofile.errors import IncoherentError, UnknownReferenceError
from rondofile.kinds import EditKind
from rondofile.nouns import assets, segments
from rondofile.project import Project
from rondofile.records import Asset, Info, Journey, Lane, Link, Placement, Segment, Step
from rondofile.working import history


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    with Document.create(tmp_path / "plan.rondo", root=tmp_path / "home") as document:
        with document.edit(EditKind.IMPORT) as edit:
            edit.insert(*one_of_everything())
        yield document


def rename(document: Document, title: str, key: str | None = "field-1") -> None:
    with document.edit(EditKind.RENAME_STEP, merge_key=key) as edit:
        edit.change(Step, "ask", title=title)


def test_typing_in_one_stay_then_is_one_step(document: Document) -> None:
    for title in ("A", "As", "Ask", "Ask n", "Ask no"):
        rename(document, title)
    assert len(document.entries()) == 2
    document.undo()
    assert document.project.get(Step, "ask").title == "Ask"
    document.redo()
    assert document.project.get(Step, "ask").title == "Ask no"


def test_typing_that_comes_back_to_where_it_began_then_leaves_no_step(document: Document) -> None:
    rename(document, "A")
    rename(document, "Ask")
    assert len(document.entries()) == 1
    assert document.next_undo is EditKind.IMPORT


def test_edits_with_other_keys_kinds_or_after_undo_then_are_steps_of_their_own(document: Document) -> None:
    rename(document, "A")
    rename(document, "B", "field-2")
    rename(document, "C", None)
    rename(document, "D", None)
    assert len(document.entries()) == 5
    rename(document, "E", "field-2")
    document.undo()
    document.redo()
    rename(document, "F", "field-2")
    assert len(document.entries()) == 7
    document.undo()
    assert document.project.get(Step, "ask").title == "E"


def test_an_edit_without_a_change_then_keeps_history_and_what_can_be_redone(document: Document) -> None:
    rename(document, "A", None)
    document.undo()
    heard = []
    document.subscribe(heard.append)
    rev = document.rev
    with document.edit(EditKind.SET_STEPS) as edit:
        edit.change(Step, "ask", title="Other")
        edit.change(Step, "ask", title="Ask")
    with document.edit(EditKind.SET_STEPS):
        pass
    assert document.can_redo
    assert (heard, document.rev) == ([], rev)
    rename(document, "B", None)
    assert not document.can_redo


def test_a_step_then_holds_everything_that_went_with_it(document: Document) -> None:
    before = document.project
    with document.edit(EditKind.DELETE_JOURNEY) as edit:
        edit.delete(Journey, "now")
    after = document.project
    assert not after.tables["step"].get("ask") and not after.tables["link"]
    assert after.get(Placement, "offer").card_ref is None
    assert after.get(Placement, "offer").card_text == "The start"
    assert after.get(Journey, "then").based_on is None
    changes = document.undo()
    assert changes is not None and changes.origin is Origin.UNDO
    assert document.project == before
    assert document.redo() is not None
    assert document.project == after


def test_a_step_that_moves_parts_to_what_it_adds_then_is_undone_without_losing_them(
    document: Document,
) -> None:
    """Taking back the new journey must not take along the step that had moved there."""
    before = document.project
    with document.edit(EditKind.PASTE) as edit:
        edit.insert(Journey(id="new"), Lane(id="new-lane", journey="new"))
        edit.change(Step, "told", journey="new", lane="new-lane")
    document.undo()
    assert document.project == before
    document.redo()
    assert document.project.get(Step, "told").journey == "new"


def test_a_step_that_saves_parts_from_what_it_deletes_then_is_done_again_without_losing_them(
    document: Document,
) -> None:
    """Deleting the journey once more must not take along the step that had moved out before."""
    before = document.project
    with document.edit(EditKind.DELETE_JOURNEY) as edit:
        edit.change(Step, "told", journey="now")
        edit.delete(Journey, "then")
    after = document.project
    assert after.get(Step, "told").journey == "now"
    document.undo()
    assert document.project == before
    document.redo()
    assert document.project == after == Project(document._place.work.project().tables)


def test_assets_then_stay_through_undo(document: Document) -> None:
    with document.edit(EditKind.ADD_ASSET) as edit:
        assets.add(edit, "photo", tiny_png(2))
        assets.add(edit, "photo again", PICTURE)
    assert len(document.project.all(Asset)) == 2
    while document.undo():
        pass
    assert len(document.project.all(Asset)) == 2
    assert document.project.all(Step) == ()


def test_references_to_nothing_or_into_another_journey_then_are_refused_whole(document: Document) -> None:
    before = document.project
    for link in (
        Link(id="k", journey="now", source="ask", target="nobody"),
        Link(id="k", journey="now", source="ask", target="told"),
    ):
        with (
            pytest.raises((UnknownReferenceError, IncoherentError)) as caught,
            document.edit(EditKind.ADD_LINKS) as edit,
        ):
            segments.add(edit, "Half-way")
            edit.insert(link)
        assert caught.value.facts["id"] == "k"
    with pytest.raises(IncoherentError), document.edit(EditKind.SET_STEPS) as edit:
        edit.change(Step, "ask", journey="then")
    assert document.project == before
    assert document.project.all(Segment) == before.all(Segment)


def test_an_exception_at_any_depth_then_rolls_everything_back(document: Document) -> None:
    before, entries = document.project, document.entries()
    with pytest.raises(ZeroDivisionError), document.edit(EditKind.PASTE) as edit:
        edit.delete(Journey, "now")
        with document.edit(EditKind.SET_STEPS) as inner:
            assert inner is edit
            raise ZeroDivisionError
    with pytest.raises(RuntimeError, match="inside"), document.edit(EditKind.PASTE) as edit:
        try:
            with document.edit(EditKind.SET_STEPS) as inner:
                inner.change(Step, "ask", title="Never")
                raise ZeroDivisionError
        except ZeroDivisionError:
            edit.change(Step, "wait", title="Never")
    assert (document.project, document.entries()) == (before, entries)


def test_an_edit_that_is_over_then_changes_nothing(document: Document) -> None:
    with document.edit(EditKind.SET_STEPS) as edit:
        edit.change(Step, "ask", title="Once")
    with pytest.raises(RuntimeError, match="over"):
        edit.change(Step, "ask", title="Twice")
    for forbidden in (document.undo, document.publish, document.close):
        with pytest.raises(RuntimeError, match="inside"), document.edit(EditKind.SET_STEPS):
            forbidden()
    assert document.project.get(Step, "ask").title == "Once"


def test_subscribers_then_hear_every_change_once_in_order_even_of_each_other(document: Document) -> None:
    heard: list[tuple[str, str]] = []

    def first(changes: object) -> None:
        heard.append(("first", document.project.info.title))
        if document.project.info.title == "One":
            with document.edit(EditKind.SET_PROJECT) as edit:
                edit.change(Info, "project", title="Two")

    document.subscribe(first)
    end = document.subscribe(
        lambda changes: heard.append(("second", next(iter(changes.of(Info).values()))[1].title))
    )  # type: ignore[union-attr]
    with document.edit(EditKind.SET_PROJECT) as edit:
        edit.change(Info, "project", title="One")
    assert heard == [("first", "One"), ("second", "One"), ("first", "Two"), ("second", "Two")]
    end()
    document.undo()
    assert [who for who, _ in heard].count("second") == 2


def test_too_many_steps_then_the_oldest_go(document: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "MOST_STEPS", 10)
    for number in range(25):
        add_step(document, f"n{number}")
    assert [entry.step for entry in document.entries()] == list(range(17, 27))
    undone = 0
    while document.undo():
        undone += 1
    assert undone == 10
    assert document.project.find(Step, "n14")
    assert document.project.find(Step, "n15") is None
    add_step(document, "again")
    assert len(document.entries()) == 1


def test_too_heavy_steps_then_the_oldest_go_but_never_the_last(
    document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history, "MOST_BYTES", 50_000)
    for number in range(8):
        with document.edit(EditKind.ADD_STEPS) as edit:
            edit.insert(Step(id=f"n{number}", journey="now", title="n", note="x" * 20_000))
    assert len(document.entries()) == 2
    with document.edit(EditKind.ADD_STEPS) as edit:
        edit.insert(Step(id="huge", journey="now", title="n", note="x" * 90_000))
    assert len(document.entries()) == 1
    assert document.undo()
    work = document._place.work.connection
    assert work.execute("SELECT count(*) FROM u_step").fetchone() == (1,)


def test_history_when_reopened_then_goes_on(document: Document, tmp_path: Path) -> None:
    rename(document, "A", None)
    rename(document, "B", None)
    document.undo()
    document.close()
    with Document.open(tmp_path / "plan.rondo", root=tmp_path / "home") as again:
        assert (again.next_undo, again.next_redo) == (EditKind.RENAME_STEP, EditKind.RENAME_STEP)
        again.redo()
        assert again.project.get(Step, "ask").title == "B"
        assert [entry.done for entry in again.entries()] == [True, True, True]
        assert again.entries()[0].at > 1_700_000_000
