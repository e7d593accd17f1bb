"""The outline: other places by mouse and keyboard, cards for the matrix, the clipboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication

from helpers.desks import edited, settle
from helpers.outlines import click, line, open_outline, texts, view
from rondo.ui.desk import Desk
from rondo.ui.mime import decode
from rondofile.kinds import EditKind
from rondofile.nouns import segments
from rondofile.project import Project
from rondofile.records import Journey, Player, Record, Segment, Situation

pytestmark = pytest.mark.usefixtures("qapp")


def ids(project: Project, kind: type[Record]) -> list[str]:
    return [record.id for record in project.all(kind)]


def drop(shown: QAbstractItemView, data: QMimeData, where: QPoint) -> bool:
    """The payload enters, hovers and is let go there; whether it was taken."""
    at, viewport = QPointF(where), shown.viewport()
    actions, left = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(where, actions, data, left, none)
    QApplication.sendEvent(viewport, enter)
    if not enter.isAccepted():
        return False
    move = QDragMoveEvent(where, actions, data, left, none)
    QApplication.sendEvent(viewport, move)
    if not move.isAccepted():
        QApplication.sendEvent(viewport, QDragLeaveEvent())
        return False
    dropped = QDropEvent(at, actions, data, left, none)
    QApplication.sendEvent(viewport, dropped)
    return dropped.isAccepted()


def edge(shown: QAbstractItemView, text: str, after: bool) -> QPoint:
    box = shown.visualRect(line(shown, text))
    return QPoint(box.center().x(), box.bottom() - 3 if after else box.top() + 3)


def dragged(shown: QAbstractItemView, *indexes: QModelIndex) -> QMimeData:
    data = shown.model().mimeData(list(indexes))
    assert data is not None
    return data


def doc_id(desk: Desk) -> str:
    assert desk.session.standing is not None
    return desk.session.standing.doc_id


@pytest.mark.parametrize(
    ("moved", "beside", "after", "order"),
    [
        ("Guests without a band", "First-visit families", False, ["noband", "families", "pass"]),
        ("First-visit families", "Guests without a band", True, ["pass", "noband", "families"]),
        (
            "Guests without a band",
            "First-visit families – planning at home",
            False,
            ["families", "noband", "pass"],
        ),
    ],
)
def test_a_dragged_segment_stands_where_it_is_let_go(
    tmp_path: Path, moved: str, beside: str, after: bool, order: list[str]
) -> None:
    with open_outline(tmp_path) as (desk, outline):
        shown = view(outline, "segments")
        assert drop(shown, dragged(shown, line(shown, moved)), edge(shown, beside, after))
        settle(desk.session)
        assert ids(desk.session.project, Segment) == order
        desk.session.undo()
        settle(desk.session)
        assert ids(desk.session.project, Segment) == ["families", "pass", "noband"]


def test_two_dragged_segments_keep_their_order(tmp_path: Path) -> None:
    with open_outline(tmp_path) as (desk, outline):
        shown = view(outline, "segments")
        both = [line(shown, "Annual pass holders"), line(shown, "Guests without a band")]
        assert drop(shown, dragged(shown, *both), edge(shown, "First-visit families", False))
        settle(desk.session)
        assert ids(desk.session.project, Segment) == ["pass", "noband", "families"]


def test_lines_go_only_among_their_like(tmp_path: Path) -> None:
    with open_outline(tmp_path) as (desk, outline):
        shown, firms = view(outline, "segments"), view(outline, "organisations")
        before = desk.session.project
        rain = dragged(shown, line(shown, "First-visit families – when it rains at noon"))
        assert not drop(shown, rain, edge(shown, "Annual pass holders", True))
        assert not drop(firms, rain, edge(firms, "Walt Disney World", True))
        stranger = QMimeData()
        stranger.setText("Families")
        assert not drop(shown, stranger, edge(shown, "Annual pass holders", True))
        settle(desk.session)
        assert desk.session.project is before


def test_lines_of_another_project_are_not_taken(tmp_path: Path) -> None:
    with open_outline(tmp_path / "one") as (_, outline), open_outline(tmp_path / "two") as (_, other):
        shown, theirs = view(outline, "segments"), view(other, "segments")
        data = dragged(theirs, line(theirs, "Annual pass holders"))
        assert not drop(shown, data, edge(shown, "First-visit families", False))


@pytest.mark.parametrize(
    ("section", "text", "key", "kind", "order"),
    [
        ("segments", "Annual pass holders", Qt.Key.Key_Up, Segment, ["pass", "families", "noband"]),
        ("segments", "Annual pass holders", Qt.Key.Key_Down, Segment, ["families", "noband", "pass"]),
        ("segments", "First-visit families – planning at home", Qt.Key.Key_Down, Situation, ["rain", "home"]),
        (
            "journeys",
            "Free evening",
            Qt.Key.Key_Up,
            Journey,
            ["evening", "visit-new", "visit", "evening-new"],
        ),
        (
            "organisations",
            "Walt Disney World",
            Qt.Key.Key_Up,
            Player,
            ["florida", "park", "cruise", "planner", "queue"],
        ),
    ],
)
def test_alt_and_an_arrow_move_a_line_by_one_place(
    tmp_path: Path, section: str, text: str, key: Qt.Key, kind: type[Record], order: list[str]
) -> None:
    with open_outline(tmp_path) as (desk, outline):
        shown = view(outline, section)
        click(shown, line(shown, text))
        QTest.keyClick(shown, key, Qt.KeyboardModifier.AltModifier)
        settle(desk.session)
        assert ids(desk.session.project, kind) == order
        chosen = shown.selectionModel().selectedIndexes()
        assert [str(index.data()) for index in chosen] == [text], "it is no longer chosen"


def test_at_the_end_of_the_list_alt_and_an_arrow_do_nothing(tmp_path: Path) -> None:
    with open_outline(tmp_path) as (desk, outline):
        shown = view(outline, "segments")
        click(shown, line(shown, "First-visit families"))
        before = desk.session.project
        QTest.keyClick(shown, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
        settle(desk.session)
        assert desk.session.project is before


@pytest.mark.parametrize(
    ("section", "lines", "kind", "found"),
    [
        ("segments", ("Annual pass holders", "Guests without a band"), "segment", ("pass", "noband")),
        ("segments", ("First-visit families – planning at home",), "situation", ("home",)),
        ("journeys", ("A day in the park",), "stretch", ("v-day",)),
    ],
)
def test_what_is_dragged_can_be_placed_in_the_matrix(
    tmp_path: Path, section: str, lines: tuple[str, ...], kind: str, found: tuple[str, ...]
) -> None:
    with open_outline(tmp_path) as (desk, outline):
        shown = view(outline, section)
        data = dragged(shown, *(line(shown, text) for text in lines))
        cards = decode(data, doc_id(desk))
        assert cards is not None and (cards.kind, cards.ids) == (kind, found)
        assert data.text() == "\n".join(lines)


def test_a_copied_segment_is_on_the_clipboard_as_a_card(tmp_path: Path) -> None:
    with open_outline(tmp_path) as (desk, outline):
        shown = view(outline, "segments")
        assert not outline.deeds()["edit.copy"].possible()
        click(shown, line(shown, "Annual pass holders"))
        assert outline.deeds()["edit.copy"].possible()
        outline.deeds()["edit.copy"].do()
        data = QGuiApplication.clipboard().mimeData()
        assert data is not None
        cards = decode(data, doc_id(desk))
        assert cards is not None and (cards.kind, cards.ids) == ("segment", ("pass",))
        firms = view(outline, "organisations")
        click(firms, line(firms, "Walt Disney World"))
        assert not outline.deeds()["edit.copy"].possible()


def test_after_a_move_what_is_chosen_and_the_scroll_stay(tmp_path: Path) -> None:
    with open_outline(tmp_path) as (desk, outline):
        shown = view(outline, "segments")
        click(shown, line(shown, "Annual pass holders"))
        edited(desk.session, EditKind.ADD_SEGMENT, lambda edit: segments.add(edit, "New"))
        assert desk.selection.ids_of(Segment) == ("pass",)
        chosen = [str(index.data()) for index in shown.selectionModel().selectedIndexes()]
        assert chosen == ["Annual pass holders"] and "New" in texts(shown)
