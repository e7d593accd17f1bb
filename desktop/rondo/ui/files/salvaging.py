"""A file that is damaged: what can still be read of it as a new project, or an earlier version of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from rondo.commands.salvaged import missing
from rondo.commands.sentence import sentence_of
from rondo.ui.jobs.jobs import Result
from rondo.ui.notices import Notices
from rondo.ui.recovery.beside import Beside
from rondo.ui.sheets.dialogs import ENDING
from rondo.ui.versions.said import moment_of
from rondofile.document import Document
from rondofile.errors import DamagedFileError, NotAProjectError, RondoFileError
from rondofile.kept.versions import Version, Versions
from rondofile.kinds import EditKind
from rondofile.nouns import conclusions
from rondofile.project import Project
from rondofile.salvage.earlier import earlier_version
from rondofile.working.home import Home

if TYPE_CHECKING:
    from rondo.ui.app import Application
    from rondo.ui.main_window import MainWindow

Way = tuple[str, Callable[[], None]]
KEY = "open"


def may_be_salvaged(path: Path | None, problem: RondoFileError) -> bool:
    """Whether there can be something of ours in a file that was refused for that reason."""
    if path is None:
        return False
    unknown = isinstance(problem, NotAProjectError) and problem.facts.get("found") in ("other", "database")
    return isinstance(problem, DamagedFileError) or (unknown and path.suffix.lower() == ENDING)


class Salvaging(QObject):
    """For one file that could not be opened: says so where the person looks, with the ways out."""

    def __init__(self, application: Application, notices: Notices, path: Path) -> None:
        super().__init__()
        self._application, self._notices, self._path = application, notices, path
        self._looking = Beside(lambda: earlier_version(path, Home()))
        self._answered = False

    def offer(self, problem: RondoFileError) -> None:
        """A notice offers to salvage the file, and to open an earlier version as soon as one is found."""
        words = self._application.words
        damaged = isinstance(problem, DamagedFileError)
        said = words("salvage.damaged", file=self._path.name) if damaged else sentence_of(problem, words)
        self._say(said, self._salvaging())

        def found(there: tuple[str, Version] | None) -> None:
            if there is not None and not self._answered:
                self._say(said, self._salvaging(), self._opening(*there))

        self._looking.done.connect(found)
        self._looking.begin()

    def salvage(self) -> None:
        """A window shows what can be read of the file, as a project without a file."""
        application, self._answered = self._application, True
        root, language = str(Home().root), application.words.language
        job = application.helper.do(
            "salvage-file", Project({}), application.words, root=root, path=str(self._path), language=language
        )
        job.done.connect(self._on_salvaged)
        job.failed.connect(lambda sentence: self._notices.say(sentence, "bad", key=KEY))
        self._notices.say(application.words("salvage.under-way", file=self._path.name), key=KEY)

    def _on_salvaged(self, result: Result) -> None:
        words, facts = self._application.words, result.facts

        def say(window: MainWindow) -> None:
            saving = (words("action.file.save-as"), window.files.save_as)
            window.desk.notices.say(self._account(facts), "plain", saving, key=KEY)

        self._notices.withdraw(KEY)
        self._application.openings.begin(lambda: self._document(result.path), None, self._notices, then=say)

    def _document(self, place: Path) -> Document:
        """The salvaged project; its title says what it is, and that is a change, so that it is kept."""
        try:
            project = Document.read(place)
        finally:
            place.unlink(missing_ok=True)
        document = Document.create(content=project, kept=True)
        title = project.info.title.strip() or self._path.stem
        with document.edit(EditKind.SET_PROJECT) as edit:
            conclusions.set_cover(edit, title=self._application.words("salvage.title", title=title))
        return document

    def _account(self, facts: Mapping[str, Any]) -> str:
        words, file = self._application.words, self._path.name
        found, expected = words.number(facts["found"]), facts["expected"]
        if facts["whole"]:
            return words("salvage.whole", file=file)
        if expected is None:
            return words("salvage.unknown", file=file, found=found)
        if not facts["lost"]:
            return words("salvage.all", file=file, found=found)
        what = missing(facts["lost"], words)
        total = words.number(facts["found"] + sum(facts["lost"].values()))
        return words("salvage.some", file=file, found=found, expected=total, what=what)

    def _salvaging(self) -> Way:
        return self._application.words("salvage.go"), self.salvage

    def _opening(self, doc_id: str, version: Version) -> Way:
        application = self._application

        def copy() -> Document:
            return Document.create(content=Versions(Home(), doc_id).read(version).project, kept=True)

        def opened() -> None:
            self._answered = True
            application.openings.begin(copy, None, self._notices)

        return application.words("salvage.version", moment=moment_of(version, application.words)), opened

    def _say(self, sentence: str, *ways: Way) -> None:
        self._notices.say(sentence, "bad", *ways, key=KEY)
