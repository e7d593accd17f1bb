"""What every window can do, with or without a project: settings, look, help."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from rondo.ui.actions import Actions
from rondo.ui.dress.look import THEMES, Look
from rondo.ui.house import House
from rondo.ui.room import Deed


def look_deeds(look: Look) -> dict[str, Deed]:
    """Themes and sizes of text, by the ids of the action table."""

    def theme(name: str) -> Deed:
        return Deed(lambda: look.choose(name), checked=lambda: look.choice == name)

    return {
        **{f"view.theme-{name}": theme(name) for name in THEMES},
        "view.text-larger": Deed(lambda: look.step_scale(1)),
        "view.text-smaller": Deed(lambda: look.step_scale(-1)),
        "view.text-usual": Deed(lambda: look.set_scale(1.0)),
    }


def help_deeds(window: QWidget, house: House, actions: Actions) -> dict[str, Deed]:
    """Settings and help, by the ids of the action table."""

    def settings() -> None:
        from rondo.ui.sheets.settings_dialog import SettingsDialog

        SettingsDialog(house, window).exec()

    def keys() -> None:
        from rondo.ui.sheets.keys_dialog import KeysDialog

        KeysDialog(house, actions, window).exec()

    def words() -> None:
        from rondo.ui.sheets.words_dialog import WordsDialog

        WordsDialog(house, window).exec()

    def about() -> None:
        from rondo.ui.sheets.about_dialog import AboutDialog

        AboutDialog(house, window).exec()

    return {
        "file.settings": Deed(settings),
        "help.keys": Deed(keys),
        "help.words": Deed(words),
        "help.about": Deed(about),
    }
