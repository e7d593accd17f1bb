"""The window that holds the welcome page, with the few actions that need no project."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from rondo.ui.actions import Actions
from rondo.ui.frame.file_drop import FileDrop
from rondo.ui.frame.help_deeds import help_deeds, look_deeds
from rondo.ui.frame.notice_bar import NoticeBar
from rondo.ui.frame.window_memory import WindowMemory
from rondo.ui.menus import fill_menus
from rondo.ui.notices import Notices
from rondo.ui.room import Deed
from rondo.ui.welcome.page import WelcomePage

if TYPE_CHECKING:
    from rondo.ui.app import Application
    from rondo.ui.recovery.deeds import RecoveryDeeds


class WelcomeWindow(QMainWindow):
    """Closes when a project opened, or when the person has seen enough."""

    closed = Signal()

    def __init__(self, application: Application) -> None:
        super().__init__()
        self._application, words, look = application, application.words, application.look
        self.notices, self._table = Notices(), Actions(words)
        self.page = WelcomePage(words, look, application.settings)
        self._memory = WindowMemory(application.settings, "welcome")
        self.setWindowTitle(words("window.welcome"))
        self._table.dress(look)
        self._deeds = self._make_deeds()
        fill_menus(
            self.menuBar(),
            self._table,
            words,
            application.settings,
            lambda path: application.open_file(path, self.notices),
            tuple(self._deeds),
        )
        self._connect()
        self._dropped = FileDrop(self, application.open_file, self.notices, words)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.page, 1)
        NoticeBar(self.notices, words, look, lambda: self.page).setParent(middle)
        self.setCentralWidget(middle)

    @cached_property
    def recovery(self) -> RecoveryDeeds:
        """What can be done with work in trouble and with what was discarded."""
        from rondo.ui.recovery.deeds import RecoveryDeeds

        return RecoveryDeeds(self._application, self, self.notices)

    def place(self) -> None:
        """The window stands where it stood last."""
        self._memory.place(self)

    def leave(self) -> None:
        """The window is gone."""
        self.blockSignals(True)
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._memory.keep(self)
        self.closed.emit()
        event.accept()
        self.deleteLater()

    def _make_deeds(self) -> dict[str, Deed]:
        application = self._application
        return {
            "file.new": Deed(application.new),
            "file.open": Deed(self._open),
            "file.close": Deed(self._close),
            "file.quit": Deed(application.quit),
            **look_deeds(application.look),
            **help_deeds(self, application, self._table),
        }

    def _connect(self) -> None:
        for key, deed in self._deeds.items():
            self._table[key].triggered.connect(lambda _=False, deed=deed: self._carry_out(deed))
            self.addAction(self._table[key])
        page, application = self.page, self._application
        page.new_wanted.connect(application.new)
        page.open_wanted.connect(self._open)
        page.file_wanted.connect(lambda path: application.open_file(path, self.notices))
        page.case_wanted.connect(application.open_case)
        page.kept_wanted.connect(lambda kept: application.go_on(kept, self.notices))
        page.trouble_wanted.connect(lambda kept: self.recovery.ask(kept))
        page.trash_wanted.connect(lambda: self.recovery.show_trash())
        application.look.changed.connect(self._update)
        self._update()

    def _close(self) -> None:
        self.close()

    def _carry_out(self, deed: Deed) -> None:
        deed.do()
        self._update()

    def _update(self) -> None:
        self._table.dress(self._application.look)
        for key, deed in self._deeds.items():
            if deed.checked is not None:
                self._table[key].setChecked(deed.checked())

    def _open(self) -> None:
        recent = self._application.settings.recent()
        path = self._application.dialogs.ask_open(self, recent[0].parent if recent else None)
        if path is not None:
            self._application.open_file(path, self.notices)
