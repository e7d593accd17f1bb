"""Every dialog of the window as it is first seen, for tests of how it looks."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QDialog

from rondo.ui.about_dialog import AboutDialog
from rondo.ui.cover_dialog import CoverDialog
from rondo.ui.house import Alone
from rondo.ui.keys_dialog import KeysDialog
from rondo.ui.main_window import MainWindow
from rondo.ui.mime import Cards
from rondo.ui.place_in import PlaceIn
from rondo.ui.settings_dialog import SettingsDialog
from rondo.ui.sheet import Sheet
from rondo.ui.words_dialog import WordsDialog
from rondofile.records import Segment


def closing(window: MainWindow) -> QDialog:
    """What is asked before a project without a file is closed."""
    words = window.desk.words
    sheet = Sheet(window.desk.look, words("dialogs.close"), window)
    sheet.add_text(words("dialogs.close.text"))
    for key, kind in (
        ("action.file.save-as", "primary"),
        ("dialogs.close.keep", ""),
        ("dialogs.close.discard", ""),
    ):
        sheet.add_button(words(key), kind)
    sheet.add_cancel(words("dialogs.cancel"))
    return sheet


def placing(window: MainWindow) -> QDialog:
    """Where a segment shall stand in the matrix."""
    project = window.desk.session.project
    first = project.all(Segment)[0]
    return PlaceIn(window.desk, Cards(window.doc_id, "segment", (first.id,)), window)


DIALOGS: Mapping[str, Callable[[MainWindow], QDialog]] = {
    "settings": lambda window: SettingsDialog(Alone(window.desk), window),
    "cover": lambda window: CoverDialog(window.desk, window),
    "keys": lambda window: KeysDialog(Alone(window.desk), window.desk.actions, window),
    "words": lambda window: WordsDialog(Alone(window.desk), window),
    "about": lambda window: AboutDialog(Alone(window.desk), window),
    "place": placing,
    "close": closing,
}
