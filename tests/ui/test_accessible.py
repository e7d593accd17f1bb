"""A picture tells a screen reader its items, made from what a view knows of them."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QWidget

from helpers.desks import clear_away
from rondo.ui.pieces.accessible import WHOLE, Role, Said, Voice

NAME, DESCRIPTION = QAccessible.Text.Name, QAccessible.Text.Description


class Shelf:
    """A list of things, one of them with a thing inside."""

    def __init__(self) -> None:
        self.things = {"a": "Cup", "b": "Box", "c": "Jar"}
        self.inside = {"b": ["d"]}
        self.activated: list[str] = []

    def said(self, key: str) -> Said | None:
        if key == WHOLE:
            return Said("Shelf", "three things", Role.List)
        name = {**self.things, "d": "Ring"}.get(key)
        return Said(name, f"the {name}", chosen=key == "b") if name else None

    def parts(self, key: str) -> Sequence[str]:
        return list(self.things) if key == WHOLE else self.inside.get(key, [])

    def whole(self, key: str) -> str:
        return "b" if key == "d" else WHOLE

    def place(self, key: str) -> QRect:
        return QRect(100 * "abcd".index(key), 0, 100, 50)

    def current(self) -> str:
        return "b"

    def activate(self, key: str) -> None:
        self.activated.append(key)


@pytest.fixture
def shelf(qapp: QApplication) -> Iterator[tuple[QWidget, Shelf]]:
    widget, shelf = QWidget(), Shelf()
    Voice(widget, lambda: shelf, "Choose")
    yield widget, shelf
    widget.deleteLater()
    clear_away()


def spoken(widget: QWidget) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return found


def test_a_widget_is_a_list_with_its_items_in_order(shelf: tuple[QWidget, Shelf]) -> None:
    whole = spoken(shelf[0])
    assert (whole.role(), whole.text(NAME), whole.text(DESCRIPTION)) == (Role.List, "Shelf", "three things")
    items = [whole.child(index) for index in range(whole.childCount())]
    assert [(item.role(), item.text(NAME), item.text(DESCRIPTION)) for item in items] == [
        (Role.ListItem, "Cup", "the Cup"),
        (Role.ListItem, "Box", "the Box"),
        (Role.ListItem, "Jar", "the Jar"),
    ]
    assert [whole.indexOfChild(item) for item in items] == [0, 1, 2]
    assert whole.child(3) is None
    assert whole.focusChild() is items[1]


def test_an_item_says_where_it_is_whether_it_is_chosen_and_what_is_in_it(
    shelf: tuple[QWidget, Shelf],
) -> None:
    whole = spoken(shelf[0])
    box = whole.childAt(150, 10)
    assert box.text(NAME) == "Box"
    assert box.rect() == QRect(100, 0, 100, 50)
    assert box.state().selected and not whole.child(0).state().selected
    assert [box.childCount(), box.child(0).text(NAME)] == [1, "Ring"]
    assert box.child(0).parent() is box and box.parent() is whole
    assert whole.childAt(900, 10) is None


def test_an_item_is_activated_by_its_action(shelf: tuple[QWidget, Shelf]) -> None:
    widget, told = shelf
    action = spoken(widget).child(2).actionInterface()
    assert action is not None and action.localizedActionName(action.actionNames()[0]) == "Choose"
    action.doAction(action.actionNames()[0])
    assert told.activated == ["c"]


def test_an_item_that_is_gone_says_nothing_and_does_nothing(shelf: tuple[QWidget, Shelf]) -> None:
    widget, told = shelf
    cup = spoken(widget).child(0)
    action = cup.actionInterface()
    assert cup.isValid()
    del told.things["a"]
    assert (cup.isValid(), cup.text(NAME), cup.rect(), cup.state().invalid) == (False, "", QRect(), True)
    action.doAction("press")
    assert told.activated == []
    assert spoken(widget).child(0).text(NAME) == "Box"


def test_a_widget_that_is_gone_leaves_nothing_that_could_be_asked(qapp: QApplication) -> None:
    ids = []
    for _ in range(20):
        widget = QWidget()
        Voice(widget, Shelf, "Choose")
        whole = spoken(widget)
        ids += [QAccessible.uniqueId(whole.child(index)) for index in range(3)]
        del whole
        widget.deleteLater()
        del widget
        clear_away()
        gc.collect()
    assert len(ids) == 60
    assert [QAccessible.accessibleInterface(key) for key in set(ids)] == [None] * len(set(ids))


def test_the_place_of_an_item_is_found_by_point(shelf: tuple[QWidget, Shelf]) -> None:
    whole = spoken(shelf[0])
    found = [whole.childAt(at.x(), at.y()) for at in (QPoint(10, 10), QPoint(210, 10))]
    assert [item.text(NAME) for item in found] == ["Cup", "Jar"]
