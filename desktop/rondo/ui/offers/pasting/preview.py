"""A look at a range before it is taken: what each column is about, the offers, what was mended."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QLabel,
    QListWidget,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from rondo.figures.matrices.matrix_entries import sentence_case
from rondo.ui.desk import Desk
from rondo.ui.fields.flow import Flow
from rondo.ui.offers.columns import Column
from rondo.ui.offers.facts import Facts
from rondo.ui.offers.pasting.reading import Found, NewOffer, Range, Repair
from rondo.ui.sheets.sheet import Sheet

SHOWN = 200
"""Lines of a range that are shown; all of them are taken."""
USUAL = (
    Column.OFFER,
    Column.FOR,
    Column.CELL,
    Column.EXPERIENCE,
    Column.ARCHITECTURE,
    Column.STATE,
    Column.PLAYER,
)


class Preview(Sheet):
    """Nothing is in the project until the offers are added."""

    taken = Signal(object)
    """The Range as the person wants it read."""

    def __init__(self, desk: Desk, range_: Range, parent: QWidget) -> None:
        super().__init__(desk.look, desk.words("offers.paste_title"), parent, width=760)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._range, self._facts = desk, range_, Facts(desk)
        self.summary = self.add_text("")
        self.headed = QCheckBox(desk.words("offers.first_is_headings"))
        self.headed.setChecked(range_.headed)
        self.headed.toggled.connect(self._on_headed)
        self.roles = [self._role_box(at) for at in range(len(range_.roles))]
        self.body.addWidget(self.headed)
        self.body.addWidget(self._role_row())
        self.table = self._made_table()
        self.body.addWidget(self.table, 3)
        self.mended = self.add_text("", "section")
        self.repairs = QListWidget()
        self.repairs.setWordWrap(True)
        self.repairs.setMaximumHeight(desk.look.px(132))
        self.repairs.setAccessibleName(desk.words("offers.repairs_name"))
        self.body.addWidget(self.repairs, 1)
        self.add_cancel(desk.words("offers.paste_not"))
        self.add = self.add_button(desk.words("offers.paste_title"), "primary")
        self.add.clicked.connect(self._on_add)
        self.grow_to(900, 640)
        self._show()

    def _show(self) -> None:
        words, found = self._desk.words, self._range.read()
        count = len(found.rows)
        self.summary.setText(words.count("offers.understood", count))
        self.add.setText(words.count("offers.paste_add", count))
        self.add.setEnabled(count > 0)
        for box, role in zip(self.roles, self._range.roles, strict=True):
            box.setCurrentIndex(0 if role is None else role + 1)
        self._fill(found)
        self.mended.setText(words.count("offers.repairs", len(found.repairs)))
        self.mended.setVisible(bool(found.repairs))
        self.repairs.setVisible(bool(found.repairs))
        self.repairs.clear()
        lines = {row.line: row for row in found.rows}
        self.repairs.addItems([self._said(one, lines) for one in found.repairs[:SHOWN]])

    def _fill(self, found: Found) -> None:
        more = [role for role in self._range.roles if role is not None and role not in USUAL]
        columns, table = [*USUAL, *sorted(more)], self.table
        mended = {(repair.line, repair.column) for repair in found.repairs}
        table.setColumnCount(len(columns))
        table.setRowCount(min(len(found.rows), SHOWN))
        table.setHorizontalHeaderLabels([self._desk.words(f"offers.{column.key}") for column in columns])
        for row, new in enumerate(found.rows[:SHOWN]):
            offer = new.placement()
            for at, column in enumerate(columns):
                own = new.new_player if column is Column.PLAYER else ""
                item = QTableWidgetItem(own or self._facts.text(offer, column))
                if (new.line, column) in mended:
                    item.setForeground(self._desk.look["warn"])
                    font = self._desk.look.font()
                    font.setItalic(True)
                    item.setFont(font)
                table.setItem(row, at, item)
        table.setVerticalHeaderLabels([str(new.line) for new in found.rows[:SHOWN]])
        table.resizeColumnsToContents()
        for at in range(len(columns)):
            table.setColumnWidth(at, min(table.columnWidth(at), self._desk.look.px(240)))

    def _said(self, repair: Repair, lines: Mapping[int, NewOffer]) -> str:
        words, became = self._desk.words, repair.became
        if repair.kind == "alike" and repair.column is Column.FOR:
            became = self._facts.text(lines[repair.line].placement(), Column.FOR)
        column = words(f"offers.{repair.column.key}")
        return words(
            f"offers.mended_{repair.kind}", line=repair.line, text=repair.text, became=became, column=column
        )

    def _made_table(self) -> QTableWidget:
        table = QTableWidget()
        table.setAccessibleName(self._desk.words("offers.understood_table"))
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.setShowGrid(False)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        table.horizontalHeader().setDefaultAlignment(left)
        table.horizontalHeader().setHighlightSections(False)
        table.setMinimumHeight(self._desk.look.px(150))
        return table

    def _role_row(self) -> QWidget:
        """One box a column, under what stands at its top."""
        holder = QWidget()
        flow = Flow(holder)
        flow.setSpacing(self._desk.look.px(8))
        for at, box in enumerate(self.roles):
            both = QWidget()
            column = QVBoxLayout(both)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(self._desk.look.px(2))
            top = self._range.rows[0][at] if at < len(self._range.rows[0]) else ""
            label = QLabel(_short(top) or self._desk.words("offers.nth_column", n=at + 1))
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setProperty("kind", "caption")
            label.setBuddy(box)
            for widget in (label, box):
                column.addWidget(widget)
            flow.addWidget(both)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        holder.setSizePolicy(policy)
        return holder

    def _role_box(self, at: int) -> QComboBox:
        words, box = self._desk.words, QComboBox()
        box.addItem(words("offers.leave_out"), None)
        for column in Column:
            box.addItem(sentence_case(words(f"offers.{column.key}")), column)
        box.setAccessibleName(words("offers.about_column", n=at + 1))
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(12)
        box.activated.connect(lambda row: self._on_role(at, Column(row - 1) if row else None))
        return box

    def _on_role(self, at: int, role: Column | None) -> None:
        self._range.set_role(at, role)
        self._show()

    def _on_headed(self, on: bool) -> None:
        self._range.headed = on
        self._show()

    def _on_add(self) -> None:
        self.accept()
        self.taken.emit(self._range)


def _short(text: str) -> str:
    return text if len(text) <= 18 else f"{text[:17]}…"
