"""Every dialog of the window as it is first seen, for tests of how it looks."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QDialog

from helpers.desks import wait_for
from rondo.commands.received import groups
from rondo.ui.experiences.sheet import TemplateSheet
from rondo.ui.house import Alone
from rondo.ui.main_window import MainWindow
from rondo.ui.mime import Cards
from rondo.ui.pieces.place_in import PlaceIn
from rondo.ui.received.sheet import ReceivedSheet
from rondo.ui.sheets.about_dialog import AboutDialog
from rondo.ui.sheets.cover_dialog import CoverDialog
from rondo.ui.sheets.keys_dialog import KeysDialog
from rondo.ui.sheets.settings_dialog import SettingsDialog
from rondo.ui.sheets.sheet import Sheet
from rondo.ui.sheets.words_dialog import WordsDialog
from rondo.ui.versions.asking import NameSheet
from rondo.ui.versions.sheet import VersionsSheet
from rondofile.document import Document
from rondofile.enums import Experience
from rondofile.kept.versions import Version, Versions, Why
from rondofile.reading.report import Report
from rondofile.records import Journey, Segment


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


def received(window: MainWindow) -> QDialog:
    """What was not taken from a file, with letters that look like markup among it."""
    report = Report()
    report.add("read.digest")
    report.add("read.bad-value", "step", "ask", "title", "value.text: '<b>&amp;</b>'")
    for number in range(40):
        report.add("read.foreign-part", "table", field=f"<i>table {number}</i>")
    found = groups(report, window.desk.session.project, window.desk.words)
    return ReceivedSheet(window.desk, "Plan & <b>more</b>.rondo", found, 7, window)


def versions(window: MainWindow) -> QDialog:
    """Two versions, the newer one chosen and compared with the present."""
    sheet = VersionsSheet(window.desk, {}, lambda: None, window)
    session = window.desk.session

    def show(document: Document) -> tuple[Versions, tuple[Version, ...]]:
        document.keep_version(Why.NAMED, "Before the board meeting, as it was sent around")
        document.keep_version(Why.NAMED, "A second name")
        return document.versions, document.versions.all()

    session.do(show, lambda found: sheet.show_versions(*found, None))
    wait_for(lambda: sheet.list.version is not None)
    wait_for(lambda: sheet.list.versions.known(sheet.list.versions.versions()[0]) is not None)
    return sheet


def template(window: MainWindow) -> QDialog:
    """What of the longest experience becomes steps of a redesign."""
    desk = window.desk
    today = next(one for one in desk.session.project.all(Journey) if one.based_on is None)
    experience = max(Experience, key=lambda one: len(desk.framework.flows[one]))
    return TemplateSheet(desk, experience, today, None, lambda _: None, window)


DIALOGS: Mapping[str, Callable[[MainWindow], QDialog]] = {
    "settings": lambda window: SettingsDialog(Alone(window.desk), window),
    "cover": lambda window: CoverDialog(window.desk, window),
    "keys": lambda window: KeysDialog(Alone(window.desk), window.desk.actions, window),
    "words": lambda window: WordsDialog(Alone(window.desk), window),
    "about": lambda window: AboutDialog(Alone(window.desk), window),
    "place": placing,
    "received": received,
    "close": closing,
    "versions": versions,
    "template": template,
    "name-version": lambda window: NameSheet(window.desk.look, window.desk.words, "Before the board", window),
}
