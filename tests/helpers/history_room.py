"""A whole window with its History panel open, on a project that was worked on before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from helpers.desks import edited, end, park, settle, wait_for
from helpers.engines import engine
from helpers.windows import quiet
from rondo.strategy.framework.whole import load as load_framework
from rondo.ui.actions import Actions
from rondo.ui.desk import Desk
from rondo.ui.dress.look import Look
from rondo.ui.history.panel import HistoryPanel
from rondo.ui.history.rows import Row
from rondo.ui.main_window import MainWindow
from rondo.ui.notices import Notices
from rondo.ui.selection import Selection
from rondo.ui.session import Session
from rondo.ui.settings import Settings
from rondo.words import Words
from rondofile.document import Document
from rondofile.kinds import EditKind
from rondofile.records import Step

HOUR = 3_600


class HistoryRoom(Struct, frozen=True, dict=True):
    """The window, its panel, and the ids of steps to work on."""

    window: MainWindow
    panel: HistoryPanel
    steps: Sequence[str]

    @property
    def session(self) -> Session:
        return self.window.desk.session

    def rename(self, title: str, at: int = 0, merge_key: str | None = None) -> None:
        """A step of the project has another title, as one step of history."""
        key = self.steps[at]
        self.session.edit(EditKind.RENAME_STEP, lambda edit: edit.change(Step, key, title=title), merge_key)
        self.settle()

    def settle(self) -> None:
        """Everything asked for is answered, also what the answers asked for."""
        for _ in range(3):
            settle(self.session)

    def title(self, at: int = 0) -> str:
        return self.session.project.get(Step, self.steps[at]).title

    def rows(self) -> list[str]:
        """What every line says."""
        model = self.panel.model
        return [str(model.data(model.index(row))) for row in range(model.rowCount())]

    def spoken(self, step: int) -> str:
        """What a screen reader says of a step."""
        model = self.panel.model
        return str(model.data(model.index_of(step), Qt.ItemDataRole.AccessibleTextRole))

    def place_of(self, step: int) -> QPoint:
        """The middle of its line, which is in sight then."""
        index = self.panel.model.index_of(step)
        assert index.isValid()
        self.panel.list.scrollTo(index)
        return self.panel.list.visualRect(index).center()

    def click(self, step: int) -> None:
        """A click on that step, and what comes of it."""
        QTest.mouseClick(self.panel.list.viewport(), Qt.MouseButton.LeftButton, pos=self.place_of(step))
        self.settle()

    def here(self) -> Row | None:
        """The line that the keyboard is on."""
        return self.panel.list.current_row()


@contextmanager
def open_history(
    folder: Path, earlier: int = 3, language: str = "en", size: tuple[int, int] = (1280, 800)
) -> Iterator[HistoryRoom]:
    """The worked case with so many steps of yesterday in history, opened again, the panel shown."""
    path, root = folder / "plan.rondo", folder / "area"
    steps = worked_on(path, root, earlier)
    session = Session(lambda: Document.open(path, root=root))
    wait_for(lambda: session.standing is not None)
    words, settings = Words(language), Settings(folder / "settings.ini")
    look = Look(settings)
    look.dress()
    framework, actions = load_framework(language), Actions(words)
    desk = Desk(session, Selection(session), words, framework, engine(), look, settings, Notices(), actions)
    window = MainWindow(desk)
    try:
        window.resize(*size)
        window.show()
        window.activateWindow()
        window.docks.arrange()
        wait_for(lambda: window.isActiveWindow() and len(window.docks.there()) == 2)
        QTest.keyClick(window, Qt.Key.Key_F8)
        panel = window.docks.history.room
        assert isinstance(panel, HistoryPanel)
        room = HistoryRoom(window, panel, steps)
        room.settle()
        quiet(50)
        yield room
        room.settle()
    finally:
        window.leave_session()
        desk.helper.close()
        session.close(publish=False)
        end(desk)


def worked_on(path: Path, root: Path, count: int) -> tuple[str, ...]:
    """A file with the worked case and so many steps of history, all of a day ago; ids of its steps."""
    with Document.create(path, root=root, content=park()) as document:
        steps = tuple(step.id for step in document.project.all(Step))
        for number in range(count):
            with document.edit(EditKind.RENAME_STEP) as edit:
                edit.change(Step, steps[0], title=f"Earlier {number}")
        work = document._place.work.connection
        for table in ("history", "history_session"):
            work.execute(f"UPDATE {table} SET at = at - ?", (24 * HOUR,))
    return steps


__all__ = ["HistoryRoom", "edited", "open_history", "worked_on"]
