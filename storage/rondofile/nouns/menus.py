"""Edits of menus: one offer across several rows, and the rules by which customers move between them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rondofile.edits import Edit
from rondofile.ids import fresh_id
from rondofile.records import Menu, MenuChoice, MenuRule


def add(edit: Edit, name: str, **fields: Any) -> Menu:
    """A new menu with nothing on it stands last."""
    menu = Menu(id=fresh_id(), position=edit.next_position(Menu), name=name, **fields)
    edit.insert(menu)
    return edit.get(Menu, menu.id)


def set_fields(edit: Edit, key: str, **fields: Any) -> Menu:
    """The named fields of the menu have those values."""
    return edit.change(Menu, key, **fields)


def delete(edit: Edit, *keys: str) -> None:
    """The menus are gone with their rules; the offers stay."""
    edit.delete(Menu, *keys)


def add_choices(edit: Edit, menu: str, placements: Iterable[str]) -> None:
    """Those offers are on the menu; one that was there already stays where it stands."""
    there = {choice.placement for choice in edit.rows(MenuChoice, "menu = ?", (menu,))}
    for key in dict.fromkeys(placements):
        if key not in there:
            position = edit.next_position(MenuChoice, "menu = ?", (menu,))
            edit.insert(MenuChoice(id=fresh_id(), menu=menu, placement=key, position=position))


def remove_choice(edit: Edit, menu: str, placement: str) -> None:
    """The offer is no longer on the menu, and no rule leads to it or away from it."""
    choices = edit.rows(MenuChoice, "menu = ? AND placement = ?", (menu, placement))
    rules = edit.rows(MenuRule, "menu = ? AND ? IN (source, target)", (menu, placement))
    edit.delete(MenuRule, *(rule.id for rule in rules))
    edit.delete(MenuChoice, *(choice.id for choice in choices))


def add_rule(edit: Edit, menu: str, source: str, target: str, **fields: Any) -> MenuRule:
    """Customers move from one offer of the menu to the other by a new rule, which stands last."""
    position = edit.next_position(MenuRule, "menu = ?", (menu,))
    rule = MenuRule(id=fresh_id(), menu=menu, position=position, source=source, target=target, **fields)
    edit.insert(rule)
    return edit.get(MenuRule, rule.id)


def set_rule(edit: Edit, key: str, **fields: Any) -> MenuRule:
    """The named fields of the rule have those values."""
    return edit.change(MenuRule, key, **fields)


def delete_rule(edit: Edit, *keys: str) -> None:
    """The rules are gone."""
    edit.delete(MenuRule, *keys)
