"""What the File menu does to the project of one window."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from rondo.commands.sentence import sentence_of
from rondo.ui.desk import Desk
from rondo.ui.house import House
from rondo.ui.room import Deed
from rondo.ui.sheets.dialogs import ENDING, Choice, Question
from rondofile.document import Document
from rondofile.errors import (
    ChangedOutsideError,
    FileExistsAlreadyError,
    FileGoneError,
    RondoFileError,
    VersionNotKeptError,
    VersionsTooLargeError,
)
from rondofile.status import Status

_NO_NAME = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


class FileDeeds:
    """Asks where something must be asked; the session does it; a notice says how it went."""

    def __init__(self, desk: Desk, house: House, window: QWidget) -> None:
        self._desk, self._house, self._window = desk, house, window
        self._trouble = ""
        self.tell_outside: Callable[[], None] | None = None
        """Says what happened to the file outside, with what can be done about it."""
        desk.session.status_changed.connect(self._on_status_changed)

    def deeds(self) -> Mapping[str, Deed]:
        """By the ids of the action table."""
        session = self._desk.session
        return {
            "file.new": Deed(self._house.new),
            "file.open": Deed(self.open),
            "file.welcome": Deed(self._house.welcome),
            "file.save": Deed(self.save, lambda: not session.read_only),
            "file.save-as": Deed(self.save_as),
            "file.save-copy": Deed(self.save_copy),
            "file.duplicate": Deed(lambda: self._house.duplicate(session.project)),
            "file.revert": Deed(self.revert, self._can_revert),
            "file.quit": Deed(self._house.quit),
        }

    def open(self) -> None:
        """A person chose a file, and it opens."""
        path = self._house.dialogs.ask_open(self._window, self._folder())
        if path is not None:
            self._house.open_file(path, self._desk.notices)

    def save(self) -> None:
        """Everything is in the file now; a project without one is asked for its name."""
        session = self._desk.session
        if session.path is None:
            self.save_as()
        elif session.standing is not None and session.standing.changed_outside:
            self.say(ChangedOutsideError(path=str(session.path)))
        else:
            session.publish(failed=self.say)

    def save_as(self, then: Callable[[], object] | None = None) -> None:
        """The project lives in the file a person chose; `then` follows once it does."""

        def saved(path: Path) -> None:
            self._desk.settings.keep_recent(path)
            if then is not None:
                then()

        self._write(lambda document, path, over: document.save_as(path, over), saved)

    def save_copy(self) -> None:
        """Another file holds the project as it is; this one goes on."""

        def saved(path: Path) -> None:
            self._desk.notices.say(self._desk.words("dialogs.copied", file=path.name), "good")

        self._write(lambda document, path, over: document.save_copy(path, over), saved, copy=True)

    def revert(self) -> None:
        """The project is as it was when it was opened; one step that can be undone. Asks once."""
        words, session = self._desk.words, self._desk.session
        question = Question(
            words("dialogs.revert"),
            words("dialogs.revert.text"),
            (Choice("revert", words("dialogs.revert.go"), "primary"),),
        )
        if self._house.dialogs.ask_choice(self._window, question) == "revert":
            from rondofile.kept.reverting import revert

            session.do(revert, failed=self.say)

    def suggestion(self, copy: bool = False) -> Path:
        """Where and under which name the project would be written."""
        words, session = self._desk.words, self._desk.session
        title = _NO_NAME.sub(" ", session.project.info.title).strip(" .")[:80]
        if session.path is None:
            return self._folder() / f"{title or words('dialogs.unnamed')}{ENDING}"
        stem = session.path.stem
        return session.path.with_name((words("dialogs.copy-of", name=stem) if copy else stem) + ENDING)

    def _write(
        self,
        write: Callable[[Document, Path, bool], Any],
        saved: Callable[[Path], None],
        copy: bool = False,
    ) -> None:
        path = self._house.dialogs.ask_save(self._window, self.suggestion(copy))
        if path is None:
            return
        own = path == self._desk.session.path

        def failed(problem: RondoFileError) -> None:
            if isinstance(problem, FileExistsAlreadyError | ChangedOutsideError) and not (copy and own):
                self._replace(path, lambda: again(True))
            else:
                self.say(problem)

        def again(over: bool) -> None:
            refused = self.say if over else failed
            self._desk.session.do(lambda d: write(d, path, over), lambda _: saved(path), refused)

        again(False)

    def _replace(self, path: Path, go: Callable[[], None]) -> None:
        words = self._desk.words
        question = Question(
            words("dialogs.replace", file=path.name),
            words("dialogs.replace.text"),
            (Choice("replace", words("dialogs.replace.go")),),
        )
        if self._house.dialogs.ask_choice(self._window, question) == "replace":
            go()

    def say(self, problem: RondoFileError) -> None:
        """What stood in the way is a notice, with ways out."""
        words = self._desk.words
        if isinstance(problem, VersionNotKeptError | VersionsTooLargeError):
            self._desk.notices.say(sentence_of(problem, words), "bad", key="versions")
            return  # the work itself is safe: there is nothing to be done about the file
        if isinstance(problem, ChangedOutsideError | FileGoneError) and self.tell_outside is not None:
            self.tell_outside()
            return
        ways: list[tuple[str, Callable[[], None]]] = [(words("action.file.save-as"), self.save_as)]
        if isinstance(problem, ChangedOutsideError):
            ways.append((words("action.file.save-copy"), self.save_copy))
        self._desk.notices.say(sentence_of(problem, words), "bad", *ways, key="file")

    def say_once(self, problem: RondoFileError) -> None:
        """The same, but what was said stays said until the work was safe again: publishing is tried often."""
        said = sentence_of(problem, self._desk.words)
        if said != self._trouble:
            self._trouble = said
            self.say(problem)

    def _on_status_changed(self, status: Status) -> None:
        if status is Status.SAVED:
            self._trouble = ""
            self._desk.notices.withdraw("file")

    def _can_revert(self) -> bool:
        session = self._desk.session
        changed = session.opened_as is not session.project
        return not session.read_only and (
            changed or (session.standing is not None and session.standing.resumed)
        )

    def _folder(self) -> Path:
        path = self._desk.session.path
        recent = self._desk.settings.recent()
        return path.parent if path is not None else recent[0].parent if recent else Path.home()
