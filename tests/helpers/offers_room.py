"""The table of offers on a desk of its own, worked with by keys as a person would."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from helpers.alone import Alone, standing_alone
from rondo.ui.desk import Desk
from rondo.ui.offers.columns import Column
from rondo.ui.offers.pasting.preview import Preview
from rondo.ui.offers.view import OffersView
from rondofile.project import Project
from rondofile.records import Placement

NONE = Qt.KeyboardModifier.NoModifier


class Offers(Alone[OffersView]):
    """A table of offers, the project behind it, and a person's hands."""

    def __init__(self, desk: Desk, view: OffersView) -> None:
        super().__init__(desk, view)
        self.table = view.table

    def column(self, column: Column = Column.OFFER) -> list[str]:
        """What stands in a column, from above, without the line for a new offer."""
        model = self.table.offers
        return [str(model.index(row, column).data()) for row in range(len(model.keys))]

    def offer(self, sentence: str) -> Placement:
        """The offer that says that."""
        return next(one for one in self.project.all(Placement) if one.offer == sentence)

    def go(self, sentence: str, column: Column = Column.OFFER) -> None:
        """The keys go to a cell of that offer, and to nothing else."""
        row = self.table.row_of(self.offer(sentence).id)
        assert row is not None
        self.table.setFocus()
        self.table.setCurrentIndex(self.table.offers.index(row, column))

    def choose(self, *sentences: str) -> None:
        """Those offers are chosen."""
        self.desk.selection.choose(Placement, *(self.offer(one).id for one in sentences))

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        """The key goes to whatever has the focus."""
        QTest.keyClick(self.focused(), key, held)
        self.settle()

    def type(self, text: str) -> None:
        QTest.keyClicks(self.focused(), text)

    def pick(self, *names: str) -> None:
        """Those answers of the open list are chosen by key, one list after the other."""
        shown = menu = self.view.doing.shown
        assert shown is not None and menu is not None and shown.isVisible()
        found = None
        for name in names:
            found = next(action for action in menu.actions() if action.text() == name)
            inner = found.menu()
            menu = inner if isinstance(inner, QMenu) else menu
        assert found is not None
        shown.close()
        self.view.window().activateWindow()
        found.trigger()
        self.settle()

    def do(self, deed: str) -> None:
        """The action of the window is carried out, where it can be."""
        found = self.view.deeds()[deed]
        assert found.possible(), deed
        found.do()
        self.settle()

    def paste(self, text: str) -> Preview:
        """A text is pasted; the look at it that opens."""
        QApplication.clipboard().setText(text)
        self.do("edit.paste")
        preview = self.view.clipping.preview
        assert preview is not None
        return preview

    def focused(self) -> QWidget:
        return QApplication.focusWidget() or self.table


@contextmanager
def open_offers(
    folder: Path, project: Project | None, size: tuple[int, int] = (1300, 640)
) -> Iterator[Offers]:
    """The table of the project's offers, with the keys in it."""
    with standing_alone(Offers, OffersView, lambda view: view.table, folder, project, size) as made:
        yield made
