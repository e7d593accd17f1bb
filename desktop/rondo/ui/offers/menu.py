"""The menu of a line: what can be done with offers, and with the column that keys go to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from rondo.ui.desk import Desk
from rondo.ui.offers.clipping import Clipping
from rondo.ui.offers.columns import Column
from rondo.ui.offers.doing import Doing
from rondo.ui.offers.filling import MAY_BE_EMPTY
from rondo.ui.offers.model import OFFER
from rondo.ui.offers.sieve import CHOSEN, Sieve, key_of
from rondo.ui.offers.table import OffersTable

LINES = ("edit.rename", "", "edit.copy", "edit.paste", "edit.duplicate", "edit.select-all", "strategy.place")
Line = tuple[str, Callable[[], object]]
"""A name, and what is done."""
LONGEST = 40
_BY = {Column.FOR: "segment", **{column: column.key for column in Column if column.key in CHOSEN}}


def cell_lines(desk: Desk, table: OffersTable, doing: Doing, clipping: Clipping) -> Iterator[Line]:
    """What can be done with the cell that keys go to, and with that column in all chosen lines."""
    words, index, count = desk.words, table.currentIndex(), len(table.chosen())
    if index.data(OFFER) is None:
        return
    if text := str(index.data() or ""):
        yield words("offers.copy_cell", value=shortened(text)), clipping.copy_cell
    if doing.can_change:
        if doing.column in MAY_BE_EMPTY:
            name = words(f"offers.{doing.column.key}")
            yield words.count("offers.empty_cells", count, column=name), doing.empty
        yield words.count("offers.delete_lines", count), doing.delete_lines


def shortened(text: str) -> str:
    """So much of a text as a line of a menu has room for."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"


def line_menu(
    desk: Desk,
    table: OffersTable,
    cells: Iterable[Line],
    sieve: Sieve,
    sift: Callable[[Sieve], None],
    parent: QWidget,
) -> QMenu:
    """Also sorting by the column and showing only what has the same value, for whoever uses keys."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for key in LINES:
        if key:
            menu.addAction(desk.actions[key])
        else:
            menu.addSeparator()
    menu.addSeparator()
    for name, do in cells:
        menu.addAction(name.replace("&", "&&")).triggered.connect(lambda _=False, do=do: do())
    menu.addSeparator()
    index = table.currentIndex()
    if not index.isValid():
        return menu
    column, offer, words = Column(index.column()), index.data(OFFER), desk.words
    name = words(f"offers.{column.key}")
    for down, key in ((False, "offers.sort_up"), (True, "offers.sort_down")):
        action = menu.addAction(words(key, column=name).replace("&", "&&"))
        action.triggered.connect(lambda _=False, down=down: sift(sieve.sorted_by(column, down)))
    action = menu.addAction(words("offers.sort_not"))
    action.setEnabled(sieve.column is not None)
    action.triggered.connect(lambda: sift(sieve.sorted_by(None)))
    if offer is not None and column in _BY:
        menu.addSeparator()
        by = _BY[column]
        shown = table.offers.facts.text(offer, column) or words("offers.nothing")
        if by != "segment" or key_of(by, offer, table.offers.facts):
            action = menu.addAction(words("offers.only", value=shown).replace("&", "&&"))
            action.triggered.connect(lambda: sift(sieve.with_only(by, key_of(by, offer, table.offers.facts))))
    return menu
