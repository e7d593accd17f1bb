"""What is done with versions: looked at, opened, gone back to, named, removed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from rondo.commands.sentence import sentence_of
from rondo.ui.desk import Desk
from rondo.ui.house import House
from rondo.ui.sheets.dialogs import Choice, Question
from rondo.ui.versions.asking import NameSheet
from rondo.ui.versions.said import moment_of
from rondo.ui.versions.sheet import VersionsSheet
from rondofile.document import Document
from rondofile.errors import RondoFileError
from rondofile.kept.reverting import go_back
from rondofile.kept.versions import Version, Versions, Why


class VersionDeeds:
    """Asks where something must be asked; the session does it; a notice says how it went."""

    def __init__(self, desk: Desk, house: House, window: QWidget) -> None:
        self._desk, self._house, self._window = desk, house, window

    def open(self) -> None:
        """The versions of the project are shown."""
        deeds: dict[str, Callable[[Version], object]] = {}
        sheet = VersionsSheet(self._desk, deeds, lambda: self.name_present(sheet), self._window)
        deeds["open"] = lambda version: self._open(version, sheet)
        deeds["go-back"] = lambda version: self._go_back(version, sheet)
        deeds["name"] = lambda version: self._rename(version, sheet)
        deeds["remove"] = lambda version: self._remove(version, sheet)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.open()
        self._fill(sheet)

    def name_present(self, sheet: VersionsSheet | None = None) -> None:
        """The project as it is now has a name that a person gave, and stays for it."""

        def kept(version: Version) -> None:
            if sheet is not None:
                self._fill(sheet, version)
                return
            self._desk.notices.say(self._desk.words("versions.named", name=version.name), "good")

        def go(name: str) -> None:
            self._desk.session.do(lambda document: document.keep_version(Why.NAMED, name), kept, self._say)

        self._ask_name("", sheet or self._window, go)

    def _fill(self, sheet: VersionsSheet, choose: Version | None = None) -> None:
        """The sheet shows what there is now; it may have been closed in the meantime."""
        open_now = [True]
        sheet.finished.connect(lambda _: open_now.clear())
        sheet.destroyed.connect(lambda _: open_now.clear())  # with its window, unfinished

        def show(found: tuple[Versions, tuple[Version, ...]]) -> None:
            if open_now:
                sheet.show_versions(*found, choose)

        def failed(problem: RondoFileError) -> None:
            if open_now:
                sheet.say(sentence_of(problem, self._desk.words))

        self._desk.session.do(_listed, show, failed)

    def _open(self, version: Version, sheet: VersionsSheet) -> None:
        """A window with a copy of it; the version stays as it is."""
        known = sheet.list.versions.known(version)
        if known is not None and known.project is not None:
            sheet.accept()
            self._house.duplicate(known.project)
            return

        def show(project: object) -> None:
            if isValid(sheet):  # its window may be gone by then
                sheet.accept()
            self._house.duplicate(project)  # type: ignore[arg-type]

        self._desk.session.do(lambda document: document.versions.read(version).project, show, self._say)

    def _go_back(self, version: Version, sheet: VersionsSheet) -> None:
        words, session = self._desk.words, self._desk.session

        def done(_: object) -> None:
            said = words("versions.gone-back", moment=moment_of(version, words))
            self._desk.notices.say(said, "good", (words("action.edit.undo"), session.undo), key="versions")

        sheet.accept()
        session.do(lambda document: go_back(document, version), done, self._say)

    def _rename(self, version: Version, sheet: VersionsSheet) -> None:
        def go(name: str) -> None:
            self._desk.session.do(
                lambda document: document.versions.rename(version, name),
                lambda renamed: self._fill(sheet, renamed),
                self._say,
            )

        self._ask_name(version.name, sheet, go)

    def _remove(self, version: Version, sheet: VersionsSheet) -> None:
        words = self._desk.words
        question = Question(
            words("versions.remove.ask"),
            words("versions.remove.text"),
            (Choice("remove", words("versions.remove.go"), "primary"),),
        )
        if self._house.dialogs.ask_choice(sheet, question) == "remove":
            listed = sheet.list.versions.versions()
            at = listed.index(version) if version in listed else 0
            after = next(iter(listed[at + 1 :] + listed[:at][::-1]), None)
            self._desk.session.do(
                lambda document: document.versions.remove(version),
                lambda _: self._fill(sheet, after),
                self._say,
            )

    def _ask_name(self, name: str, parent: QWidget, go: Callable[[str], None]) -> None:
        sheet = NameSheet(self._desk.look, self._desk.words, name, parent)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.accepted.connect(lambda: go(sheet.called))
        sheet.open()

    def _say(self, problem: RondoFileError) -> None:
        self._desk.notices.say(sentence_of(problem, self._desk.words), "bad", key="versions")


def _listed(document: Document) -> tuple[Versions, tuple[Version, ...]]:
    versions = document.versions
    return versions, versions.all()
