"""What is done with work that cannot simply be gone on with, and with what was discarded."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from rondo.commands.sentence import sentence_of
from rondo.ui.jobs.jobs import Result
from rondo.ui.notices import Notices
from rondo.ui.recovery.beside import Beside
from rondo.ui.recovery.said import name_of
from rondo.ui.recovery.sheet import RecoverySheet
from rondo.ui.recovery.trash_sheet import TrashSheet
from rondofile.document import Document
from rondofile.errors import RondoFileError
from rondofile.kept.versions import Version, Versions
from rondofile.project import Project
from rondofile.rescuing import rescue, trash
from rondofile.rescuing.recovery import KeptWork
from rondofile.working.home import Home

if TYPE_CHECKING:
    from rondo.ui.app import Application
    from rondo.ui.main_window import MainWindow


class RecoveryDeeds(QObject):
    """For one window: sheets stand over it, what came of a choice is said in it."""

    def __init__(self, application: Application, window: QWidget, notices: Notices) -> None:
        super().__init__(window)
        self._application, self._window, self._notices = application, window, notices
        self._under_way: list[Beside] = []
        self.sheet: RecoverySheet | TrashSheet | None = None
        """The sheet that was opened last."""

    def ask(self, kept: KeptWork) -> None:
        """A sheet asks what is to be done with that work."""
        application = self._application
        sheet = RecoverySheet(application.words, application.look, kept, self._window)
        sheet.chosen.connect(lambda key: self.do(key, kept))
        sheet.versions_wanted.connect(lambda: self._list_versions(kept, sheet))
        sheet.version_chosen.connect(lambda version: self._open_version(kept, version))
        self._open(sheet)

    def show_trash(self) -> None:
        """A sheet shows what was discarded."""
        self._beside(lambda: trash.discarded(Home()), self._open_trash)

    def do(self, key: str, kept: KeptWork) -> None:
        """What that choice says is done."""
        deeds: dict[str, Callable[[KeptWork], None]] = {
            "continue": self._go_on,
            "saved": self._open_saved,
            "salvage": self._salvage,
            "export": self._export,
            "trash": self._throw_away,
        }
        deeds[key](kept)

    def _open(self, sheet: RecoverySheet | TrashSheet) -> None:
        self.sheet = sheet
        sheet.finished.connect(sheet.deleteLater)
        sheet.open()

    def _open_trash(self, listed: Any) -> None:
        application = self._application
        sheet = TrashSheet(application.words, application.look, listed, self._window)
        sheet.wanted_back.connect(self._put_back)
        self._open(sheet)

    def _go_on(self, kept: KeptWork) -> None:
        self._begin(lambda: Document.recover(kept, again=True), kept)

    def _open_saved(self, kept: KeptWork) -> None:
        path = kept.path
        assert path is not None
        self._begin(lambda: rescue.open_saved(path, Home()), kept)

    def _list_versions(self, kept: KeptWork, sheet: RecoverySheet) -> None:
        self._beside(lambda: Versions(Home(), kept.doc_id).all(), sheet.show_versions)

    def _open_version(self, kept: KeptWork, version: Version) -> None:
        def copy() -> Document:
            return Document.create(content=Versions(Home(), kept.doc_id).read(version).project, kept=True)

        self._application.openings.begin(copy, None, self._notices)

    def _salvage(self, kept: KeptWork) -> None:
        application = self._application
        root, folder = str(Home().root), str(kept.folder)
        nothing = Project({})
        job = application.helper.do("salvage", nothing, application.words, root=root, folder=folder)
        job.done.connect(self._on_salvaged)
        job.failed.connect(lambda sentence: self._notices.say(sentence, "bad", key="recovery"))
        self._notices.say(application.words("recovery.salvaging"), key="recovery")

    def _on_salvaged(self, result: Result) -> None:
        facts = result.facts

        def say(window: MainWindow) -> None:
            window.desk.notices.say(self._account(facts), "plain", self._saving(window), key="recovery")

        def opened() -> Document:
            try:
                return Document.create(content=Document.read(result.path), kept=True)
            finally:
                result.path.unlink(missing_ok=True)

        self._notices.withdraw("recovery")
        self._application.openings.begin(opened, None, self._notices, then=say)

    def _account(self, facts: Any) -> str:
        words, found, expected = self._application.words, facts["found"], facts["expected"]
        if expected is None:
            return words("recovery.salvaged.some", found=words.number(found))
        key = "recovery.salvaged.all" if found >= expected else "recovery.salvaged"
        return words(key, found=words.number(found), expected=words.number(expected))

    def _saving(self, window: MainWindow) -> tuple[str, Callable[[], None]]:
        return self._application.words("action.file.save-as"), window.files.save_as

    def _export(self, kept: KeptWork) -> None:
        application = self._application
        words, name = application.words, name_of(kept.title, application.words)
        folder = kept.path.parent if kept.path is not None else Path.home()
        target = application.dialogs.ask_zip(self._window, folder / f"{kept.folder.name}.zip")
        if target is None:
            return

        def done(_: object) -> None:
            self._notices.say(words("recovery.exported", name=name, file=target.name), "good", key="recovery")

        self._beside(lambda: rescue.export_raw(kept, target, Home(), overwrite=True), done)

    def _throw_away(self, kept: KeptWork) -> None:
        words = self._application.words

        def done(_: object) -> None:
            said = words("recovery.thrown-away", name=name_of(kept.title, words))
            self._notices.say(said, "good", (words("recovery.show-trash"), self.show_trash), key="recovery")
            self._application.look_again()

        self._beside(lambda: trash.throw_away(kept, Home()), done)

    def _put_back(self, one: trash.Discarded) -> None:
        words = self._application.words

        def done(kept: KeptWork) -> None:
            said = words("recovery.trash.back", name=name_of(kept.title, words))
            going_on = (words("recovery.trash.go-on"), lambda: self._application.go_on(kept, self._notices))
            self._notices.say(said, "good", going_on, key="recovery")
            self._application.look_again()

        self._beside(lambda: trash.put_back(one, Home()), done)

    def _begin(self, opened: Callable[[], Document], kept: KeptWork) -> None:
        self._application.openings.begin(opened, kept.path, self._notices, kept=kept)

    def _beside(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        one = Beside(work)
        self._under_way.append(one)
        for signal in (one.done, one.failed):
            signal.connect(lambda _: self._under_way.remove(one))
        one.done.connect(done)
        one.failed.connect(self._say)
        one.begin()

    def _say(self, problem: RondoFileError) -> None:
        self._notices.say(sentence_of(problem, self._application.words), "bad", key="recovery")
