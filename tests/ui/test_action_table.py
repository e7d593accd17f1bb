"""The action table: menus, tool bar, keys and key map come from it, and from nothing else."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu, QToolButton

import rondo_resources
from helpers.desks import open_desk, park
from helpers.house import none_of, product
from rondo.ui.frame.action_table import SPEC, TABLE
from rondo.ui.frame.menu_table import MENUS, RECENT, SEPARATOR, SUBMENUS, flat
from rondo.ui.frame.tool_bar import HISTORY, SWITCH, TOOLS
from rondo.ui.house import Alone
from rondo.ui.main_window import MainWindow
from rondo.ui.menus import RecentMenu
from rondo.ui.sheets.keys_dialog import KeysDialog
from rondo.words import LANGUAGES, Words

IN_MENUS = [key for _, keys in MENUS for key in flat(keys) if key not in (SEPARATOR, RECENT)]


def keys_of(spec_id: str) -> set[str]:
    found: set[str] = set()
    for key in SPEC[spec_id].keys:
        found |= (
            {one.toString() for one in QKeySequence.keyBindings(key)}
            if not isinstance(key, str)
            else {QKeySequence(key).toString()}
        )
    return found


def entries(menu: QMenu) -> list[QAction]:
    """What can be done in a menu and in the menus inside it, but for recent files."""
    found = []
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            found += entries(inner) if not isinstance(inner, RecentMenu) else []
        elif not action.isSeparator():
            found.append(action)
    return found


def test_every_action_stands_once_in_the_table_and_once_in_the_menus() -> None:
    assert len(TABLE) > 60
    none_of(key for key, times in Counter(spec.id for spec in TABLE).items() if times > 1)
    none_of(key for key, times in Counter(IN_MENUS).items() if times > 1)
    assert set(IN_MENUS) <= set(SPEC)
    none_of(set(SPEC) - set(IN_MENUS))


def test_tools_of_the_bar_are_actions_of_the_table() -> None:
    tools = [*SWITCH, *HISTORY, *(key for keys in TOOLS.values() for key in keys)]
    assert len(tools) > 10
    none_of(key for key in tools if key not in SPEC)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_action_and_menu_has_words(language: str) -> None:
    words = Words(language)
    none_of(spec.id for spec in TABLE if not words(f"action.{spec.id}") or not words(f"action.{spec.id}.tip"))
    none_of(name for name in (*dict(MENUS), *SUBMENUS) if not words(f"menu.{name}"))


def test_no_two_actions_of_one_place_share_their_keys(qapp: QApplication) -> None:
    everywhere = [key for spec in TABLE if not spec.scope for key in keys_of(spec.id)]
    for scope in {spec.scope for spec in TABLE if spec.scope}:
        keys = everywhere + [key for spec in TABLE if spec.scope == scope for key in keys_of(spec.id)]
        assert len(keys) > 20
        none_of(key for key, times in Counter(keys).items() if times > 1)


def test_keys_without_a_modifier_work_in_one_view_only() -> None:
    plain = [
        spec.id
        for spec in TABLE
        for key in spec.keys
        if isinstance(key, str) and len(key) == 1 and not spec.scope
    ]
    none_of(plain)


def test_every_icon_that_is_named_ships_and_every_one_that_ships_is_named() -> None:
    shipped = {Path(name).stem for name in rondo_resources.names("icons", ".svg")}
    none_of(spec.icon for spec in TABLE if spec.icon and spec.icon not in shipped)
    code = "\n".join(path.read_text(encoding="utf-8") for path in product())
    code += rondo_resources.read_text("themes/window.qss")
    assert len(shipped) > 40
    none_of(name for name in shipped if f'"{name}"' not in code and f"$image({name}," not in code)


def test_the_menu_bar_shows_the_table_and_every_entry_is_an_action_of_it(
    tmp_path: Path, qapp: QApplication
) -> None:
    with open_desk(tmp_path, park()) as desk:
        window = MainWindow(desk)
        menus = [menu for menu in window.menuBar().findChildren(QMenu) if menu.objectName()]
        shown = [action.objectName() for menu in menus for action in entries(menu)]
        assert shown == IN_MENUS
        titles = [menu.title() for menu in menus]
        letters = [title[title.index("&") + 1].lower() for title in titles]
        assert len(set(letters)) == len(titles) == len(MENUS)
        window.leave_session()


def test_no_menu_is_longer_than_the_screen_of_a_small_laptop() -> None:
    counts = {name: sum(key != SEPARATOR for key in keys) for name, keys in (*MENUS, *SUBMENUS.items())}
    assert len(counts) > 12 and sum(counts.values()) > 100
    none_of(name for name, count in counts.items() if count > 26)
    assert counts["journey"] <= 22


def test_every_button_of_the_tool_bar_has_a_name_for_the_screen_reader(
    tmp_path: Path, qapp: QApplication
) -> None:
    with open_desk(tmp_path, park()) as desk:
        window = MainWindow(desk)
        found = window.tool_bar.findChildren(QToolButton)
        buttons = [button for button in found if not button.objectName().startswith("qt_")]
        assert len(buttons) > 10
        none_of(button for button in buttons if not (button.text() or button.accessibleName()))
        window.leave_session()


def test_the_key_map_lists_every_action_with_its_keys_and_finds_by_both(
    tmp_path: Path, qapp: QApplication
) -> None:
    with open_desk(tmp_path) as desk:
        dialog = KeysDialog(Alone(desk), desk.actions)
        assert dialog.list.shown() == IN_MENUS
        dialog.list.search("ctrl+shift+s")
        assert dialog.list.shown() == ["file.save-as"]
        dialog.list.search("arrange")
        assert "journey.arrange" in dialog.list.shown()
        dialog.deleteLater()
