"""The menu bar, filled from the action table."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from pathlib import Path

from PySide6.QtWidgets import QMenu, QMenuBar

from rondo.ui.actions import Actions
from rondo.ui.frame.menu_table import MENUS, RECENT, SEPARATOR, SUBMENUS, flat
from rondo.ui.settings import Settings
from rondo.words import Words


def fill_menus(
    bar: QMenuBar,
    actions: Actions,
    words: Words,
    settings: Settings,
    open_file: Callable[[Path], None],
    only: Collection[str] | None = None,
) -> None:
    """The menu bar holds every menu of the table, or `only` those actions of it."""
    used: set[str] = set()
    for name, all_keys in MENUS:
        keys = (
            all_keys if only is None else tidy([k for k in flat(all_keys) if k in (SEPARATOR, RECENT, *only)])
        )
        if not keys:
            continue
        menu = bar.addMenu(with_letter(words(f"menu.{name}"), used))
        menu.setObjectName(f"menu.{name}")
        for key in keys:
            if key == RECENT:
                menu.addMenu(RecentMenu(menu, words, settings, open_file))
            else:
                add_to(menu, key, actions, words)


def add_to(menu: QMenu, key: str, actions: Actions, words: Words) -> None:
    """The menu ends with that action, with that submenu of actions, or with a line."""
    if key == SEPARATOR:
        menu.addSeparator()
    elif key in SUBMENUS:
        inner = menu.addMenu(words(f"menu.{key}"))
        for one in SUBMENUS[key]:
            add_to(inner, one, actions, words)
    else:
        menu.addAction(actions[key])


def tidy(keys: Sequence[str]) -> Sequence[str]:
    """The keys without separators at the ends or beside each other."""
    found: list[str] = []
    for key in keys:
        if key != SEPARATOR or (found and found[-1] != SEPARATOR):
            found.append(key)
    return found[:-1] if found and found[-1] == SEPARATOR else found


def with_letter(title: str, used: set[str]) -> str:
    """The title with "&" before the first letter that no other title of the bar has yet."""
    for at, letter in enumerate(title.lower()):
        if letter.isascii() and letter.isalpha() and letter not in used:
            used.add(letter)
            return f"{title[:at]}&{title[at:]}"
    return title


class RecentMenu(QMenu):
    """The files opened last, filled each time it opens."""

    def __init__(
        self, parent: QMenu, words: Words, settings: Settings, open_file: Callable[[Path], None]
    ) -> None:
        super().__init__(words("menu.recent"), parent)
        self._words, self._settings, self._open = words, settings, open_file
        self.aboutToShow.connect(self.fill)
        self.fill()

    def fill(self) -> None:
        """One entry for each file; a line that says so where there is none."""
        self.clear()
        for path in self._settings.recent():
            name = self._words("window.file-in-folder", file=path.stem, folder=_short(path.parent))
            entry = self.addAction(name.replace("&", "&&"))
            entry.triggered.connect(lambda _=False, path=path: self._open(path))
        if self.isEmpty():
            self.addAction(self._words("window.no-recent")).setEnabled(False)


def _short(folder: Path) -> str:
    """The folder as people write it: the own home as ~."""
    try:
        return str(Path("~") / folder.relative_to(Path.home()))
    except (ValueError, RuntimeError):
        return str(folder)
