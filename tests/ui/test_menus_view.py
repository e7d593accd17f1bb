"""The menu designer: rules made by drag and by keys, offers put on a menu and taken off."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from helpers.desks import park
from helpers.figure_rooms import Figured, open_figured
from rondo.ui.offer_menus.lists import fill_offers, thing_menu
from rondo.ui.offer_menus.view import MenusView
from rondofile.records import Menu, MenuRule, Placement

Key = Qt.Key
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def menus(qapp: QApplication, tmp_path: Path) -> Iterator[Figured[MenusView]]:
    with open_figured(tmp_path, park(), MenusView) as made:
        yield made


def rules(menus: Figured[MenusView]) -> list[tuple[str, str]]:
    return [(rule.source, rule.target) for rule in menus.project.rules_of(menus.room.doing.menu or "")]


def choices(menus: Figured[MenusView]) -> list[str]:
    return [offer.id for offer in menus.project.choices_of(menus.room.doing.menu or "")]


def said(menus: Figured[MenusView]) -> list[str]:
    return [menus.room.open.item(row).text() for row in range(menus.room.open.count())]


def test_dragging_from_offer_to_offer_makes_a_rule_that_is_chosen(menus: Figured[MenusView]) -> None:
    before = menus.project
    menus.drag("placement-o-touch", "placement-o-rain", give_up=True)
    assert menus.project is before
    menus.drag("placement-o-touch", "placement-o-rain")
    assert rules(menus)[-1] == ("o-touch", "o-rain")
    made = menus.project.rules_of("m-families")[-1]
    assert menus.desk.selection.ids_of(MenuRule) == (made.id,)
    assert any("When do they move from “Touch once" in text for text in said(menus))
    menus.undo()
    assert len(rules(menus)) == 4


def test_a_rule_is_made_from_the_list_of_an_offer(menus: Figured[MenusView]) -> None:
    menus.press("placement-o-rain")
    listed = thing_menu(menus.desk, menus.room.doing, menus.room)
    to = next(action.menu() for action in listed.actions() if action.menu() is not None)
    names = [action.text() for action in to.actions()]  # type: ignore[attr-defined]
    assert names == ["Touch once: door, gate, till", "Three days, next ride that fits"]
    to.actions()[1].trigger()  # type: ignore[attr-defined]
    menus.settle()
    assert rules(menus)[-1] == ("o-rain", "o-three")
    listed.deleteLater()


def test_keys_go_over_offers_and_rules_and_delete_takes_away(menus: Figured[MenusView]) -> None:
    seen = set()
    for key in (Key.Key_Down, Key.Key_Down, Key.Key_Down, Key.Key_Right, Key.Key_Up):
        menus.key(key)
        seen.add(menus.board.current.partition("-")[0])
    assert seen == {"placement", "rule"}
    menus.desk.selection.choose(MenuRule, "m-back")
    menus.do("edit.delete")
    assert ("o-rain", "o-touch") not in rules(menus)
    assert any("How do they get out of “Dry, near and open now”" in text for text in said(menus))
    menus.desk.selection.choose(Placement, "o-rain")
    menus.do("edit.delete")
    assert choices(menus) == ["o-touch", "o-three"]
    assert len(rules(menus)) == 2, "no rule leads to what is not on the menu"
    assert menus.project.find(Placement, "o-rain") is not None, "the offer stays"
    menus.undo()
    assert choices(menus) == ["o-touch", "o-three", "o-rain"]


def test_offers_are_put_on_a_menu_from_the_list_of_rows(menus: Figured[MenusView]) -> None:
    listed = menus.room.choices.menu()
    fill_offers(listed, menus.desk, menus.room.doing)
    ticks = {action.text(): action for action in listed.actions() if action.isCheckable()}
    assert ticks["Touch once: door, gate, till"].isChecked()
    assert "Every park compared" not in ticks, "others' offers are not ours to put on a menu"
    ticks["Parents like you"].trigger()
    menus.settle()
    assert len(choices(menus)) == 4
    ticks["Parents like you"].trigger()
    menus.settle()
    assert len(choices(menus)) == 3


def test_a_new_menu_holds_what_is_chosen_and_can_be_deleted(menus: Figured[MenusView]) -> None:
    offer = next(one for one in menus.project.all(Placement) if one.offer == "What is short tonight")
    menus.desk.selection.choose(Placement, offer.id)
    menus.room.new.click()
    menus.settle()
    made = menus.project.all(Menu)[-1]
    assert menus.room.doing.menu == made.id
    assert made.segment == "pass"
    assert choices(menus) == [offer.id]
    menus.room.doing.delete_menu()
    menus.settle()
    assert [menu.id for menu in menus.project.all(Menu)] == ["m-families"]
    assert menus.room.doing.menu == "m-families"


def test_what_stands_open_leads_to_its_place(menus: Figured[MenusView]) -> None:
    menus.drag("placement-o-touch", "placement-o-rain")
    made = menus.project.rules_of("m-families")[-1]
    menus.desk.selection.clear()
    row = next(row for row, text in enumerate(said(menus)) if "When do they move" in text)
    menus.room.open.itemActivated.emit(menus.room.open.item(row))
    assert menus.desk.selection.ids_of(MenuRule) == (made.id,)
    assert menus.board.framed == (f"rule-{made.id}",)


def test_without_a_menu_the_room_says_what_one_is(qapp: QApplication, tmp_path: Path) -> None:
    bare = [record for record in park().records() if type(record).__name__[:4] != "Menu"]
    project = type(park()).of(bare)
    with open_figured(tmp_path, project, MenusView) as menus:
        assert menus.room.first.isVisible() and not menus.board.isVisible()
        menus.room.new.click()
        menus.settle()
        assert menus.board.isVisible() and not menus.room.first.isVisible()
