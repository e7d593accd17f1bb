"""The application: what its windows share, and how windows come and go."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from concurrent.futures import wait
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from rondo.strategy.framework.whole import load as load_framework
from rondo.text.qt_engine import QtTextEngine
from rondo.ui.actions import Actions
from rondo.ui.desk import Desk
from rondo.ui.dress.lent_fonts import LentFonts
from rondo.ui.dress.look import Look
from rondo.ui.ending.crash_notes import crash_notes
from rondo.ui.ending.ended import say_ended
from rondo.ui.ending.failures import Failures
from rondo.ui.ending.interruptions import Interruptions
from rondo.ui.files.footing import found_footing, look_ahead, warning_of
from rondo.ui.files.new_project import first_project
from rondo.ui.files.openings import Openings
from rondo.ui.garbage import Garbage
from rondo.ui.notices import Notices
from rondo.ui.selection import Selection
from rondo.ui.session import Session
from rondo.ui.settings import Settings
from rondo.ui.sheets.dialogs import Dialogs
from rondo.words import LANGUAGES, Words
from rondofile.document import Document
from rondofile.project import Project
from rondofile.records import Journey

if TYPE_CHECKING:
    from rondo.ui.frame.welcome_window import WelcomeWindow
    from rondo.ui.jobs.jobs import Helper
    from rondo.ui.main_window import MainWindow
    from rondo.ui.recovery.deeds import RecoveryDeeds
    from rondofile.rescuing.recovery import KeptWork

AT_LOGOUT = 2.0
"""Seconds that publishing may take when the session of the person ends."""

WARM_AFTER = 2_000
"""Milliseconds after which the helper process starts: the window has been painted by then."""


class Application:
    """One process. Every window has a session of its own; words, look and settings are shared."""

    def __init__(
        self, words: Words, settings: Settings | None = None, dialogs: Dialogs | None = None
    ) -> None:
        self.settings = settings or Settings()
        chosen = self.settings.text("language")
        self.words = Words(chosen) if chosen in LANGUAGES else words
        self.framework = load_framework(self.words.language)
        self.fonts = LentFonts()
        self.fonts.lend_for(QLocale(self.words.language).nativeLanguageName())
        self.engine = QtTextEngine()
        self.look = Look(self.settings)
        self.look.dress()
        self.dialogs = dialogs or Dialogs(self.words, self.look)
        self.windows: list[MainWindow] = []
        self.openings = Openings(self)
        self.welcome_window: WelcomeWindow | None = None
        self.garbage = Garbage()
        self._warning = ""

    @cached_property
    def helper(self) -> Helper:
        """Where the long work of all windows runs."""
        from rondo.ui.jobs.jobs import Helper

        return Helper()

    def new(self) -> None:
        """A window with a new project that has no file yet."""
        first = first_project(self.words, self.framework)
        self.openings.begin(lambda: Document.create(content=first))

    def duplicate(self, project: Project) -> None:
        """A window with a copy of that project, which has no file yet."""
        self.openings.begin(lambda: Document.create(content=project, kept=True))

    def open_file(self, path: Path, notices: Notices | None = None) -> None:
        """A window with the project in that file; the one that shows it already comes forward."""
        self.openings.open_file(path, notices)

    def open_with_sides(self, path: Path, notices: Notices | None = None) -> None:
        """A window with a new project: that file together with what another program left beside it."""
        self.openings.begin(lambda: Document.open_with_sides(path), notices=notices)

    def open_case(self, name: str) -> None:
        """A window with a copy of a worked case that has no file yet."""
        from rondo.commands.new_project import read_case

        self.openings.begin(lambda: Document.create(content=read_case(name)))

    def go_on(self, kept: KeptWork, notices: Notices | None = None) -> None:
        """A window with work that was kept on this computer."""
        self.openings.begin(lambda: Document.recover(kept), kept.path, notices, kept)

    def recovery(self, notices: Notices) -> RecoveryDeeds:
        """What can be done with work in trouble, over the window with those notices."""
        from rondo.ui.recovery.deeds import RecoveryDeeds

        shown: list[QWidget] = [window for window in self.windows if window.desk.notices is notices]
        if self.welcome_window is not None:
            shown.append(self.welcome_window)
        return RecoveryDeeds(self, shown[0], notices)

    def look_again(self) -> None:
        """The welcome page shows what can be gone on with now."""
        if self.welcome_window is not None:
            self.welcome_window.page.look_again()

    def welcome(self) -> None:
        """The welcome page is in front."""
        if self.welcome_window is None:
            from rondo.ui.frame.welcome_window import WelcomeWindow

            self.fonts.lend()
            window = self.welcome_window = WelcomeWindow(self)
            window.closed.connect(self._on_welcome_closed)
            window.place()
            self._say_warning(window.notices)
        self.welcome_window.show()
        self.welcome_window.raise_()
        self.welcome_window.activateWindow()

    def show(self, session: Session) -> MainWindow:
        """A window shows the session; the welcome page has done its part."""
        for text in (str(session.path), *(journey.name for journey in session.project.all(Journey))):
            self.fonts.lend_for(text)  # else its panels are the first to need that
        window = self._window(session)
        window.place()
        if session.path is not None:
            self.settings.keep_recent(session.path)
        if self.welcome_window is not None:
            self.welcome_window.close()
        return window

    def choose_language(self, language: str) -> None:
        """Every window speaks that language, with what it shows unchanged."""
        if language == self.words.language:
            return
        self.settings.keep("language", language)
        self.words, self.framework = Words(language), load_framework(language)
        self.fonts.lend()
        self.dialogs.words = self.words
        localise(language)
        for old in tuple(self.windows):
            self._replace(old)
        if self.welcome_window is not None:
            old_page, self.welcome_window = self.welcome_window, None
            self.welcome()
            old_page.leave()

    def desk(self, session: Session) -> Desk:
        """What the rooms of a window with that session work with."""
        return Desk(
            session,
            Selection(session),
            self.words,
            self.framework,
            self.engine,
            self.look,
            self.settings,
            Notices(),
            Actions(self.words),
            lambda: self.helper,
        )

    def quit(self) -> None:
        """Every window is closed, unless a person wants to stay."""
        if all(window.close() for window in tuple(self.windows)) and not self.windows:
            self.leave()

    def leave(self) -> None:
        """Every window is gone without a question, everything is published or kept; the process may end."""
        self.openings.knocking.end()
        for window in tuple(self.windows):
            window.close_quietly()
        if self.welcome_window is not None:
            self.welcome_window.close()
        QCoreApplication.quit()

    def publish(self) -> None:
        """Every file holds its project, as far as that is possible in a moment: the computer is about to end
        the session of the person. What cannot be published is kept."""
        for window in self.windows:
            window.keep_typed()
        wait([window.desk.session.publish_now() for window in self.windows], AT_LOGOUT)

    def settle(self) -> None:
        """What could wait until the first window stood: garbage is looked for, long work is ready, and the
        framework is read as a whole."""
        self.framework.complete()
        self.garbage.begin()
        self.helper.warm()

    def warn(self, sentence: str) -> None:
        """The sentence, where there is one, stands in every window that opens from now on."""
        self._warning = sentence
        if sentence:
            sys.stderr.write(sentence + "\n")

    def say(self, sentence: str, *actions: tuple[str, Callable[[], None]]) -> None:
        """A notice in the window in front; on the standard error where there is no window."""
        front = [window for window in self.windows if window.isActiveWindow()]
        notices = [window.desk.notices for window in (*front, *reversed(self.windows))]
        if self.welcome_window is not None:
            notices.append(self.welcome_window.notices)
        if notices:
            notices[0].say(sentence, "bad", *actions, key="failure")
        else:
            sys.stderr.write(sentence + "\n")

    def _window(self, session: Session) -> MainWindow:
        from rondo.ui.main_window import MainWindow

        window = MainWindow(self.desk(session), self)
        self.windows.append(window)
        window.seen.connect(lambda: QTimer.singleShot(0, self.fonts.lend))  # before its panels come
        window.closed.connect(lambda: self.windows.remove(window))
        session.ended.connect(window.ended)  # of the window, which would otherwise never go
        window.ended.connect(lambda: say_ended(window, self))
        self._say_warning(window.desk.notices)
        return window

    def _say_warning(self, notices: Notices) -> None:
        if self._warning:
            notices.say(self._warning, "bad", key="working-area")

    def _replace(self, old: MainWindow) -> None:
        """Another window on the same session, exactly where the old one was."""
        session = old.desk.session
        old.keep()
        session.part()
        window = self._window(session)
        window.restoreGeometry(old.saveGeometry())
        window.memory.restore_docks(window)
        window.show()
        self.windows.remove(old)
        old.leave_session()

    def _on_welcome_closed(self) -> None:
        self.welcome_window = None


def localise(language: str) -> None:
    """Dates, numbers and the direction of writing are those of the language."""
    locale = QLocale(language)
    QLocale.setDefault(locale)
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.setLayoutDirection(locale.textDirection())


def run(words: Words, path: Path | None = None, case: str | None = None) -> int:
    """The window is open until the person closes it; answers with the exit code."""
    looked = look_ahead(path)
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    gc.disable()  # nothing that is made while the first window comes up is garbage
    application.setApplicationName("Rondo")
    application.setDesktopFileName("rondo")
    found, settings = found_footing(looked)
    rondo = Application(words, settings)
    rondo.warn(warning_of(found, rondo.words))
    localise(rondo.words.language)
    application.commitDataRequest.connect(lambda _: rondo.publish())
    failures = Failures(rondo)
    with failures, crash_notes(failures.log.parent), Interruptions(rondo.leave):
        if path is not None:
            rondo.open_file(path)
        elif case is not None:
            rondo.open_case(case)
        else:
            rondo.welcome()
        from rondo.ui import main_window  # noqa: F401 - while the document is being opened beside

        QTimer.singleShot(WARM_AFTER, rondo.settle)
        code = application.exec()
        rondo.leave()
        rondo.helper.close()
    return code
