"""Copy as text for a spreadsheet; paste of a range of a spreadsheet, after a look at what was understood."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from PySide6.QtCore import QPersistentModelIndex
from PySide6.QtGui import QGuiApplication

from rondo.ui.desk import Desk
from rondo.ui.mime import Cards, decode, encode, text_of
from rondo.ui.offers.doing import Doing
from rondo.ui.offers.model import OFFER
from rondo.ui.offers.pasting.preview import Preview
from rondo.ui.offers.pasting.reading import Range
from rondo.ui.offers.pasting.taking import take
from rondo.ui.offers.table import OffersTable
from rondo.ui.ranges.cells import rows_of
from rondofile.kinds import EditKind
from rondofile.records import Placement


class Clipping:
    """Between a table of offers and the clipboard."""

    def __init__(self, desk: Desk, table: OffersTable, doing: Doing) -> None:
        self._desk, self._table, self._doing = desk, table, doing
        self.preview: Preview | None = None

    def copy(self) -> None:
        """The chosen lines are on the clipboard: their offers, and text with headings for a spreadsheet."""
        offers, chosen = self._table.offers, set(self._table.chosen())
        keys = [key for key in offers.keys if key in chosen]
        columns = sorted(self._table.columns)
        lines = io.StringIO(newline="")
        sheet = csv.writer(lines, delimiter="\t", lineterminator="\n")
        sheet.writerow(self._desk.words(f"offers.{column.key}") for column in columns)
        for key in keys:
            offer = self._desk.session.project.get(Placement, key)
            sheet.writerow(offers.facts.text(offer, column) for column in columns)
        standing = self._desk.session.standing
        doc_id = standing.doc_id if standing else ""
        cards = Cards(doc_id, "placement", tuple(keys), text=lines.getvalue())
        QGuiApplication.clipboard().setMimeData(encode(cards))

    def copy_cell(self) -> None:
        """What the cell says that keys go to is on the clipboard, as a text."""
        QGuiApplication.clipboard().setText(str(self._table.currentIndex().data() or ""))

    def paste(self) -> None:
        """Offers of this project are copied; a range of a spreadsheet is shown before it is taken; a single
        text stands in the column that keys go to, in all chosen lines."""
        data, standing = QGuiApplication.clipboard().mimeData(), self._desk.session.standing
        cards = decode(data, standing.doc_id if standing else "")
        if cards is not None and cards.kind == "placement":
            there = [key for key in cards.ids if self._desk.session.project.find(Placement, key)]
            if there:
                self._doing.duplicate(there, EditKind.PASTE)
        else:
            self.take_text(text_of(data) if data.hasText() else "")

    def pour(self, index: QPersistentModelIndex, lines: Sequence[str]) -> None:
        """Lines that were pasted where one sentence is written: new offers, or all in that cell."""
        if index.data(OFFER) is None:
            self.take_text("\n".join(lines))
        else:
            self._table.written.emit(index, " ".join(lines))

    def take_text(self, text: str) -> None:
        """A single line is an offer; a range is shown as it was understood."""
        rows = [row for row in rows_of(text) if any(row)]
        if not rows:
            self._desk.notices.say(self._desk.words("offers.nothing_to_paste"), key="offers.refused")
        elif len(rows) == 1 and "\t" not in text and self._doing.fills:
            self._doing.fill(text.strip())
        elif len(rows) == 1 and len(rows[0]) == 1:
            self._doing.add(rows[0][0], lambda key: self._desk.selection.choose(Placement, key))
        else:
            self.preview = Preview(self._desk, Range(rows, self._desk.session.project), self._table)
            self.preview.taken.connect(self._on_taken)
            self.preview.open()

    def _on_taken(self, range_: Range) -> None:
        found = range_.read()
        count = len(found.rows)
        self._desk.session.edit(
            EditKind.PASTE,
            lambda edit: take(edit, found.rows),
            then=lambda keys: self._say(keys, count),
        )

    def _say(self, keys: tuple[str, ...], count: int) -> None:
        self._desk.selection.choose(Placement, *keys)
        if keys:
            self._table.reveal(keys[-1])
        self._desk.notices.say(self._desk.words.count("offers.taken", count), "good", key="offers.taken")
