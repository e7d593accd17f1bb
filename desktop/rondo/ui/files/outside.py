"""What happens to the file outside: others change it, another start of Rondo asks for its window."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from rondo.commands.sentence import sentence_of
from rondo.ui.desk import Desk
from rondo.ui.files.file_deeds import FileDeeds
from rondo.ui.house import House
from rondofile.changes import ChangeSet
from rondofile.errors import FileGoneError, RondoFileError
from rondofile.host import host
from rondofile.others.outside import Outside as State

if TYPE_CHECKING:
    from rondo.ui.files.outside_sheet import OutsideSheet
    from rondo.ui.main_window import MainWindow
    from rondofile.others.looking import Finding

EVERY = 1000
"""Milliseconds between two looks for the request of another start."""
AFTER_A_HINT = 700
"""Milliseconds after a hint that the file changed: whoever writes it has written more by then."""


class Outside(QObject):
    """Looks while the window lives; what it finds is a notice, a sheet on demand, or the window in front."""

    wanted = Signal()
    """Another start asked for this project."""

    def __init__(self, desk: Desk, house: House, files: FileDeeds, window: MainWindow) -> None:
        super().__init__(window)
        self._desk, self._house, self._files, self._window = desk, house, files, window
        self._said = State.SAME
        self.sheet: OutsideSheet | None = None
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self._on_timer_timeout)
        self._timer.start()
        self._hinted = QTimer(self, interval=AFTER_A_HINT, singleShot=True)
        self._hinted.timeout.connect(self.look)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(lambda _: self._hinted.start())
        self._watcher.directoryChanged.connect(lambda _: self._hinted.start())
        files.tell_outside = self.tell
        desk.session.standing_changed.connect(self._on_standing_changed)
        self.wanted.connect(window.come_forward)
        QTimer.singleShot(0, self, self._on_standing_changed)  # there is a place for notices by then

    def look(self) -> None:
        """A change of the file from outside is here too, or is said."""
        session = self._desk.session
        if self._timer.isActive() and session.path is not None:
            session.do(lambda document: document.refresh(), self._on_looked, self._on_refused, True)

    def tell(self) -> None:
        """What stands in the place of the file is said, with the way to what can be done."""
        if self._timer.isActive():
            self._desk.session.do(lambda document: document.reconciling.look(), self._say, self._on_refused)

    def open(self) -> None:
        """The sheet shows what happened, what differs, and what can be done."""
        self._desk.session.do(lambda document: document.reconciling.look(), self._show, self._on_refused)

    def stop(self) -> None:
        """Nothing is looked at any more."""
        self._timer.stop()
        self._hinted.stop()
        self._files.tell_outside = None
        if self.sheet is not None:
            self.sheet.close()

    def take(self, way: str) -> None:
        """What a person chose is done."""
        session, file = self._desk.session, self._file
        path = session.path
        if way == "both":
            label = self._desk.words("outside.label", host=host() or "–", date=_now())
            session.do(
                lambda document: document.reconciling.keep_both(label), self._on_kept, self._on_no_room
            )
        elif way == "take":
            session.do(lambda document: document.reconciling.take_theirs(), self._on_taken, self._on_refused)
        elif way in ("put", "again"):
            done = self._desk.words("outside.put", file=file) if way == "put" else ""
            session.do(
                lambda document: document.reconciling.put_mine(),
                lambda _: self._on_put(done),
                self._on_refused,
            )
        elif way == "save-as" and path is not None:
            self._files.save_as()

    @property
    def _file(self) -> str:
        path = self._desk.session.path
        return path.name if path is not None else ""

    def _on_timer_timeout(self) -> None:
        self._desk.session.do(lambda document: document.take_request(), self._on_answer)

    def _on_answer(self, asked: bool) -> None:
        if asked:
            self.wanted.emit()

    def _on_looked(self, changes: ChangeSet | None) -> None:
        if changes and not self._desk.session.viewing:
            self._on_taken(changes)

    def _on_taken(self, _: ChangeSet | None) -> None:
        words = self._desk.words
        back = (words("outside.taken.back"), self._desk.session.undo)
        self._desk.notices.say(words("outside.taken", file=self._file), "plain", back, key="outside")

    def _on_put(self, said: str) -> None:
        if said:
            self._desk.notices.say(said, "good", key="outside")

    def _on_kept(self, new: Path) -> None:
        """The window goes on; what the other wrote can be opened beside it."""
        words, theirs = self._desk.words, self._theirs
        self._desk.settings.keep_recent(new)
        said = words("outside.both-kept", new=new.name, file=theirs.name)
        open_theirs = (
            words("outside.open-theirs", file=theirs.name),
            lambda: self._house.open_file(theirs, self._desk.notices),
        )
        self._desk.notices.say(said, "good", open_theirs, key="outside")

    def _on_no_room(self, problem: RondoFileError) -> None:
        """Beside the other file there is no place for ours: a person names one."""
        self._on_refused(problem)
        self._files.save_as()

    def _on_refused(self, problem: RondoFileError) -> None:
        if isinstance(problem, FileGoneError):
            return  # its notice follows from how the document stands
        self._desk.notices.say(sentence_of(problem, self._desk.words), "bad", key="outside")

    def _on_standing_changed(self) -> None:
        session = self._desk.session
        standing = session.standing
        self._watch(session.path)
        if standing is None:
            return
        if standing.outside is not self._said:
            self._say_state(standing.outside)
        if standing.viewing:
            self._say_viewing()

    def _say(self, finding: Finding) -> None:
        self._say_state(finding.outside)

    def _say_state(self, state: State) -> None:
        words, notices, before = self._desk.words, self._desk.notices, self._said
        self._said = state
        if state is not State.SAME:
            if self._desk.session.path is not None:
                self._theirs = self._desk.session.path
            see = (words("outside.see"), self.open)
            notices.say(words(f"outside.{state}.notice", file=self._file), "bad", see, key="file")
            return
        if before is not State.SAME:
            notices.withdraw("file")
            if self.sheet is not None:
                self.sheet.close()

    def _say_viewing(self) -> None:
        words, path = self._desk.words, self._desk.session.path
        if path is None or self._viewed:
            return
        self._viewed = True
        edit = (words("outside.viewing.edit"), lambda: self._house.open_file(path, self._desk.notices))
        host, said = self._desk.session.held_by, words("outside.viewing", file=path.name)
        if host:
            said = words("outside.viewing.on", file=path.name, host=host)
        self._desk.notices.say(said, "plain", edit, key="viewing")

    def _show(self, finding: Finding) -> None:
        if self.sheet is not None:
            self.sheet.close()
        if finding.outside is State.SAME:
            said = self._desk.words("outside.same", file=self._file)
            self._desk.notices.say(said, "good", key="outside")
            return
        from rondo.ui.files.outside_sheet import OutsideSheet

        sheet = self.sheet = OutsideSheet(self._desk, finding, self._window)
        sheet.chosen.connect(self.take)
        sheet.finished.connect(self._on_sheet_finished)
        sheet.show()

    def _on_sheet_finished(self) -> None:
        if self.sheet is not None:
            self.sheet.deleteLater()
            self.sheet = None

    def _watch(self, path: Path | None) -> None:
        """The system tells of changes where it can; that is only a reason to look."""
        wanted = {str(path), str(path.parent)} if path is not None else set()
        watched = {*self._watcher.files(), *self._watcher.directories()}
        if watched - wanted:
            self._watcher.removePaths(sorted(watched - wanted))
        if wanted - watched:
            self._watcher.addPaths(sorted(wanted - watched))

    _viewed = False
    _theirs = Path()


def _now() -> str:
    return f"{datetime.now():%Y-%m-%d %H%M}"
