"""Markup in every text of a project: shown as it stands in every view, dialog and tip, and never read."""

from __future__ import annotations

import html
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAction, QImage
from PySide6.QtGui import Qt as Markup
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLabel,
    QMenu,
    QMessageBox,
    QTextBrowser,
    QWidget,
)

from helpers.desks import settle
from helpers.dialogs_shown import DIALOGS
from helpers.opened import watched
from helpers.resting import come_to_rest
from helpers.storage import one_of_everything
from helpers.windows import VIEWS, open_window
from rondo.ui.main_window import MainWindow
from rondofile.columns import COLUMNS, Kind
from rondofile.project import Project
from rondofile.records import NOUN_OF, Link, Placement, Player, Record, Segment, Situation, Step, Stretch
from rondofile.values import cleaned

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux says which files are opened")

SHOWN = (Segment, Situation, Step, Link, Stretch, Player, Placement)


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    """A picture that nobody may look at."""
    picture = QImage(4, 4, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    path = tmp_path / "secret.png"
    assert picture.save(str(path))
    return path


def marked_up(secret: Path) -> Project:
    """A project of everything in which every text is markup that would read the picture."""
    text = f'<img src="{secret}"><b>bold</b> &amp; ]]>'
    return Project.of(_marked(record, text) for record in one_of_everything())


def _marked(record: Record, text: str) -> Record:
    kept = ("language", "brief_preset", "date", "media_type", "kind", "revenue_currency")
    columns = COLUMNS[NOUN_OF[type(record)]]
    fields = {column.name: text for column in columns if column.kind is Kind.TEXT and column.name not in kept}
    return cleaned(replace(record, **fields))  # type: ignore[arg-type]


def read_as_markup(top: QWidget) -> Iterator[str]:
    """Every widget, tip and item that Qt would read markup in."""
    for widget in (top, *top.findChildren(QWidget)):
        where = f"{type(widget).__name__} {widget.objectName()}"
        if isinstance(widget, QLabel) and widget.textFormat() is not Qt.TextFormat.PlainText:
            yield from _live(where, widget.text())
        if isinstance(widget, QMessageBox | QTextBrowser):
            yield f"{where} is not for texts of a project"
        yield from _live(f"{where} tip", widget.toolTip())
        yield from _live(f"{where} explanation", widget.whatsThis())
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            for tip in _tips(widget.model(), QModelIndex()):
                yield from _live(f"{where} item", tip)
    for action in filter(_shows_its_tip, top.findChildren(QAction)):
        yield from _live(f"action {action.objectName()}", action.toolTip())


def _shows_its_tip(action: QAction) -> bool:
    """Menus keep the tips of their actions to themselves unless told otherwise."""
    return any(not isinstance(on, QMenu) or on.toolTipsVisible() for on in action.associatedObjects())


def _live(where: str, text: str) -> Iterator[str]:
    """A text with our markup in it that is still markup."""
    if "<img" in text and Markup.mightBeRichText(text):
        yield f"{where}: {text[:80]}"


def _tips(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[str]:
    for row in range(model.rowCount(parent)):
        columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)
        for column in range(columns):
            index = model.index(row, column, parent)
            yield str(index.data(Qt.ItemDataRole.ToolTipRole) or "")
        if not isinstance(model, QAbstractListModel):
            yield from _tips(model, model.index(row, 0, parent))


def test_markup_in_every_text_then_is_shown_and_never_read(
    tmp_path: Path, secret: Path, qapp: QApplication
) -> None:
    project, looked = marked_up(secret), 0
    found: set[str] = set()
    with watched(secret) as opened, open_window(tmp_path, project) as window:
        for view in VIEWS:
            window.show_view(view)
            for kind in SHOWN:
                window.desk.selection.choose(kind, project.all(kind)[0].id)
                settle(window.desk.session)
                come_to_rest(window)
                found.update(read_as_markup(window))
                looked += 1
        for make in DIALOGS.values():
            found.update(_in_dialog(window, make(window)))
            looked += 1
        assert _is_seen_somewhere(window)
    assert not found, "\n".join(sorted(found))
    assert not opened
    assert looked == len(VIEWS) * len(SHOWN) + len(DIALOGS)


def _in_dialog(window: MainWindow, dialog: QWidget) -> set[str]:
    dialog.show()
    come_to_rest(dialog)
    found = set(read_as_markup(dialog))
    dialog.close()
    dialog.deleteLater()
    settle(window.desk.session)
    return found


def _is_seen_somewhere(window: MainWindow) -> bool:
    """The markup stands there as letters: what is not shown could not be read either."""
    said = [label.text() for label in window.findChildren(QLabel)]
    said += [html.unescape(widget.toolTip()) for widget in window.findChildren(QWidget)]
    return any("<img" in text for text in said)


def test_a_label_that_guesses_then_is_found_and_would_have_read_the_file(
    secret: Path, qapp: QApplication
) -> None:
    """What this test stands on: both ways of noticing have teeth."""
    with watched(secret) as opened:
        label = QLabel(f'<img src="{secret}">')
        label.show()
        assert QTest.qWaitForWindowExposed(label)
        assert [*read_as_markup(label)]
        label.close()
    assert opened
