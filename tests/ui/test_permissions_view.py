"""The stairs of trust, worked with by keys, by drag and by what stands open."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from helpers.desks import park
from helpers.figure_rooms import Figured, open_figured
from rondo.ui.permissions.view import PermissionsView
from rondofile.records import Item, Permission

ALT = Qt.KeyboardModifier.AltModifier
Key = Qt.Key
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def trust(qapp: QApplication, tmp_path: Path) -> Iterator[Figured[PermissionsView]]:
    with open_figured(tmp_path, park(), PermissionsView) as made:
        yield made


def order(trust: Figured[PermissionsView]) -> list[str]:
    return [row.id for row in trust.project.all(Permission)]


def said(trust: Figured[PermissionsView]) -> list[str]:
    return [trust.room.open.item(row).text() for row in range(trust.room.open.count())]


def test_arrows_go_from_stair_to_stair_and_choose(trust: Figured[PermissionsView]) -> None:
    for wanted in ("p-party", "p-mustdo", "p-place", "p-place"):
        trust.key(Key.Key_Right)
        assert trust.desk.selection.ids_of(Permission) == (wanted,)
    trust.key(Key.Key_Left)
    assert trust.board.framed == ("permission-p-mustdo",)


def test_alt_and_an_arrow_moves_a_stair_in_one_step(trust: Figured[PermissionsView]) -> None:
    trust.press("permission-p-mustdo")
    trust.key(Key.Key_Right, ALT)
    assert order(trust) == ["p-party", "p-place", "p-mustdo"]
    trust.key(Key.Key_Right, ALT)
    assert order(trust) == ["p-party", "p-place", "p-mustdo"], "there is nothing after the last"
    trust.undo()
    assert order(trust) == ["p-party", "p-mustdo", "p-place"]


def test_a_stair_is_dragged_to_its_place_and_a_drag_that_is_given_up_leaves_no_trace(
    trust: Figured[PermissionsView],
) -> None:
    before = trust.project
    trust.drag("permission-p-place", "permission-p-party", give_up=True)
    assert trust.project is before
    trust.drag("permission-p-place", "permission-p-party")
    assert order(trust) == ["p-place", "p-party", "p-mustdo"]
    trust.drag("permission-p-place", "permission-p-mustdo")
    assert order(trust) == ["p-party", "p-mustdo", "p-place"]


def test_what_a_redesign_uses_gets_a_stair_where_it_is_dropped(trust: Figured[PermissionsView]) -> None:
    trust.drag("item-food", "permission-p-mustdo")
    rows = trust.project.all(Permission)
    assert [row.item for row in rows] == ["party", "food", "mustdo", "place"]
    assert rows[1].segment == "families", "it is asked of those whose redesign needs it"
    assert trust.desk.selection.ids_of(Permission) == (rows[1].id,)
    assert "item-food" not in trust.board.stops()
    trust.undo()
    assert len(trust.project.all(Permission)) == 3


def test_enter_on_what_has_no_stair_asks_for_it_and_a_name_asks_for_something_new(
    trust: Figured[PermissionsView],
) -> None:
    trust.board.go("item-pace")
    trust.key(Key.Key_Return)
    assert trust.project.all(Permission)[-1].item == "pace"
    trust.room.ask.setText("shoe size")
    trust.room.ask.returnPressed.emit()
    trust.settle()
    last = trust.project.all(Permission)[-1]
    assert trust.project.get(Item, last.item).name == "shoe size"
    trust.room.ask.setText("FOOD NEEDS")
    trust.room.ask.returnPressed.emit()
    trust.settle()
    assert trust.project.all(Permission)[-1].item == "food"
    trust.undo()
    trust.undo()
    assert all(item.name != "shoe size" for item in trust.project.all(Item)), "stair and item are one step"


def test_what_stands_open_is_listed_with_its_place(trust: Figured[PermissionsView]) -> None:
    cards = [key for key in trust.board.stops() if key.startswith("item-")]
    assert len(cards) == 4 and said(trust) == [], "what has no stair is said once, in the picture"
    trust.room.doing.ask_for("food")
    trust.settle()
    assert said(trust) and all(text.startswith("Gap: ") for text in said(trust))
    assert any("those who do not give “food needs”" in text for text in said(trust))
    at = next(row for row, text in enumerate(said(trust)) if "does one take “food needs” back" in text)
    trust.desk.selection.clear()
    trust.room.open.itemActivated.emit(trust.room.open.item(at))
    assert trust.desk.selection.ids_of(Permission) == (trust.project.all(Permission)[-1].id,)


def test_deleting_a_stair_chooses_the_next_and_comes_back(trust: Figured[PermissionsView]) -> None:
    trust.press("permission-p-party")
    trust.do("edit.delete")
    assert order(trust) == ["p-mustdo", "p-place"]
    assert trust.desk.selection.ids_of(Permission) == ("p-mustdo",)
    trust.undo()
    assert order(trust) == ["p-party", "p-mustdo", "p-place"]


def test_the_stairs_of_one_segment_are_shown_alone(trust: Figured[PermissionsView]) -> None:
    at = trust.room.people.findText("Annual pass holders")
    trust.room.people.setCurrentIndex(at)
    trust.room.people.activated.emit(at)
    assert not [key for key in trust.board.stops() if key.startswith("permission-")]


def test_a_listener_is_told_the_stair_that_keys_go_to(
    trust: Figured[PermissionsView], monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    sheet = trust.board.widget()
    assert sheet.hasFocus()
    monkeypatch.setattr(type(sheet), "tell", lambda self: told.append(self.current()))
    trust.key(Key.Key_Right)
    trust.key(Key.Key_Right)
    assert told[:1] + told[-1:] == ["permission-p-party", "permission-p-mustdo"]
    whole = QAccessible.queryAccessibleInterface(sheet)
    names = [whole.child(at).text(QAccessible.Text.Name) for at in range(whole.childCount())]
    assert "1  ages in the party: given · contract · First-visit families" in names
