"""What is done about a file of which not everything was taken: said once it is open, shown, saved."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from rondo.commands.received import as_text, groups
from rondo.commands.sentence import sentence_of
from rondo.ui.desk import Desk
from rondo.ui.house import House
from rondo.ui.room import Deed
from rondofile.changes import ChangeSet, Origin
from rondofile.document import Document
from rondofile.errors import RondoFileError
from rondofile.project import Project
from rondofile.reading.report import Report

if TYPE_CHECKING:
    from rondo.ui.received.sheet import ReceivedSheet

VERSIONS = "file.versions"
_SPOKEN = (("read.digest", "digest"), ("read.active-part", "active"), ("read.side-file", "side"))
"""What is said of a file, the weightiest first."""

Way = tuple[str, Callable[[], None]]


class Received(QObject):
    """Asks the session what was met while its file was read, and tells it in one notice."""

    told = Signal()
    """What can be shown is another than before."""

    def __init__(self, desk: Desk, house: House, carry_out: Callable[[str], None], window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._house, self._carry_out, self._window = desk, house, carry_out, window
        self._report, self._project = Report(), Project({})
        desk.session.changed.connect(self._on_changed)

    def deeds(self) -> Mapping[str, Deed]:
        """By the ids of the action table."""
        return {"file.received": Deed(self.show, lambda: not self._report.clean)}

    def look(self) -> None:
        """What was met while the file was read is known, and said where there was anything."""

        def found(document: Document) -> tuple[Report, Project]:
            report = document.report
            return Report(list(report.remarks), report.more), document.project

        def answered(both: tuple[Report, Project]) -> None:
            if isValid(self):  # the window may have gone before the answer came
                self.tell(*both)

        self._desk.session.do(found, answered)

    def show(self) -> None:
        """The list is on the screen."""
        from rondo.ui.received.sheet import ReceivedSheet

        found = groups(self._report, self._project, self._desk.words)
        sheet = ReceivedSheet(self._desk, self._name, found, self._report.more, self._window)
        kinds = self._report.kinds()
        sheet.versions.setVisible("read.digest" in kinds)
        sheet.include.setVisible(self._can_include)
        sheet.kept.setVisible(kinds != {"read.side-file"})
        sheet.save_wanted.connect(lambda: self.save(sheet))
        sheet.versions_wanted.connect(lambda: self._leave(sheet, self._versions))
        sheet.include_wanted.connect(lambda: self._leave(sheet, self._include))
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.open()

    def save(self, parent: QWidget | None = None) -> None:
        """A text file that a person chose holds the list."""
        words, path = self._desk.words, self._desk.session.path
        folder = path.parent if path is not None else Path.home()
        stem = words("received.list-of", name=Path(self._name).stem)
        target = self._house.dialogs.ask_text(parent or self._window, folder / f"{stem}.txt")
        if target is None:
            return
        from rondofile.writing.publish import put_in_place

        text = as_text(self._name, self._report, self._project, words)
        try:
            put_in_place(text.encode(), target, None)
        except RondoFileError as problem:
            self._desk.notices.say(sentence_of(problem, words), "bad", key="received-list")
            return
        self._desk.notices.say(words("received.saved", file=target.name), "good", key="received-list")

    @property
    def _name(self) -> str:
        path = self._desk.session.path
        return path.name if path is not None else self._desk.words("dialogs.unnamed")

    @property
    def _can_include(self) -> bool:
        return "read.side-file" in self._report.kinds() and self._desk.session.path is not None

    def tell(self, report: Report, project: Project) -> None:
        """That was met; it is said where it is anything, and can be looked at from now on."""
        self._report, self._project = report, project
        self.told.emit()
        if report.clean:
            self._desk.notices.withdraw("received")
            return
        kinds, words, file = report.kinds(), self._desk.words, self._name
        spoken = next((name for key, name in _SPOKEN if key in kinds), "")
        count = len(report.remarks) + report.more
        if spoken:
            said = words(f"received.notice.{spoken}", file=file)
        else:
            said = words.count("received.notice.other", count, file=file)
        tone = "bad" if spoken == "digest" else "plain"
        self._desk.notices.say(said, tone, *self._ways(spoken), key="received")

    def _ways(self, spoken: str) -> list[Way]:
        words = self._desk.words
        ways: list[Way] = [(words("received.see"), self.show)]
        if spoken == "digest":
            ways.append((words("received.versions"), self._versions))
        if self._can_include:
            ways.append((words("received.include"), self._include))
        return ways

    def _leave(self, sheet: ReceivedSheet, then: Callable[[], None]) -> None:
        sheet.close()
        then()

    def _versions(self) -> None:
        self._carry_out(VERSIONS)

    def _include(self) -> None:
        path = self._desk.session.path
        if path is not None:
            self._house.open_with_sides(path, self._desk.notices)

    def _on_changed(self, changes: ChangeSet) -> None:
        if changes.origin is Origin.RELOAD:
            self.look()
