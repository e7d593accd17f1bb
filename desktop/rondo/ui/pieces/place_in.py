"""Place in…: the twenty-five places as buttons, for whoever does not drag. Usable from every view."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from rondo.figures.matrices.matrix_entries import cell_name, sentence_case, title_of
from rondo.strategy.rules import Verdict
from rondo.ui.desk import Desk
from rondo.ui.mime import Cards
from rondo.ui.placing import chosen, place_cards, verdict
from rondo.ui.room import Deed
from rondo.ui.selection import Cell
from rondofile.enums import Architecture, Experience
from rondofile.records import Placement, Segment, Situation, Step, Stretch

ROWS: tuple[Experience | None, ...] = (*Experience, None)
_COLUMNS = tuple(Architecture)
MOST_WIDE = 1200
"""Pixels; a screen of a laptop holds it at any text size."""
_ARROWS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


def deed(desk: Desk, parent: QWidget) -> Deed:
    """What the action "Place in…" does: possible while something is chosen that can stand in the matrix."""
    return Deed(lambda: place(desk, parent), lambda: not desk.session.read_only and chosen(desk) is not None)


def place(desk: Desk, parent: QWidget) -> None:
    """The person is asked where what is chosen shall stand; it stands there, or everything is as it was."""
    cards = chosen(desk)
    if cards is not None:
        PlaceIn(desk, cards, parent).open()


class PlaceIn(QDialog):
    """Asks for a place. Arrows go from place to place, Return takes one, Esc none."""

    def __init__(self, desk: Desk, cards: Cards, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._cards = desk, cards
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(desk.words("place_in.title"))
        self._places = {(row, a): self._place_button((row, a)) for row in ROWS for a in Architecture}
        self._says = _label("", "caption")
        self._says.setMinimumHeight(desk.look.px(52))
        self._says.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        column = QVBoxLayout(self)
        margin = desk.look.px(16)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(desk.look.px(12))
        column.addWidget(_label(desk.words("place_in.question", what=_named(desk, cards)), "heading"))
        column.addLayout(self._grid())
        column.addWidget(self._says)
        self.resize(min(desk.look.px(720), MOST_WIDE), 0)
        self._first().setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def go(self, start: _Place, down: int, right: int) -> None:
        """The place beside that one has the focus; at the edge the place itself."""
        row = min(max(ROWS.index(start.cell[0]) + down, 0), len(ROWS) - 1)
        column = min(max(_COLUMNS.index(start.column) + right, 0), len(_COLUMNS) - 1)
        self._places[ROWS[row], _COLUMNS[column]].setFocus(Qt.FocusReason.TabFocusReason)

    def say(self, cell: Cell, verdict: Verdict) -> None:
        """What the place means, or why it does not take this."""
        desk = self._desk
        experience, architecture = cell
        if not verdict.allowed:
            text = desk.words(verdict.reason_key)
        elif experience is None or architecture is None:
            text = desk.framework.meaning(None)
        else:
            found = desk.framework.cell(experience, architecture)
            text = desk.words("place_in.cell", line=sentence_case(found.line), question=found.question)
        self._says.setText(text)
        self._says.setProperty("kind", "caption" if verdict.allowed else "bad")
        self._says.style().polish(self._says)
        self._fit()

    def take(self, cell: Cell) -> None:
        """What is asked for stands there, if the rules allow it."""
        found = place_cards(self._desk, self._cards, cell, then=self._placed)
        if found.allowed:
            self.accept()
        else:
            self.say(cell, found)

    def _fit(self) -> None:
        """No word is cut: where the dialog is narrow it is higher."""
        layout = self.layout()
        if layout is not None:
            self.setMinimumHeight(max(self.minimumHeight(), layout.totalHeightForWidth(self.width())))

    def _placed(self, keys: tuple[str, ...]) -> None:
        desk = self._desk
        desk.selection.choose(Placement, *keys)
        home = desk.session.project.find(Placement, keys[0])
        if home is not None:
            cell = cell_name(home.experience, home.architecture, desk.framework, desk.words)
            desk.notices.say(desk.words("place_in.done", cell=cell), "good", key="place")

    def _grid(self) -> QGridLayout:
        framework, grid = self._desk.framework, QGridLayout()
        grid.setSpacing(self._desk.look.px(4))
        for column, architecture in enumerate(Architecture):
            head = _label(sentence_case(framework.short(architecture)), "section")
            head.setAlignment(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeading)
            grid.addWidget(head, 0, column + 1)
            grid.setColumnStretch(column + 1, 2)
        for row, experience in enumerate(ROWS):
            grid.addWidget(_label(framework.name(experience), "section"), row + 1, 0)
            for column, architecture in enumerate(Architecture):
                grid.addWidget(self._places[experience, architecture], row + 1, column + 1)
        grid.setColumnStretch(0, 2)
        return grid

    def _place_button(self, cell: Cell) -> _Place:
        desk = self._desk
        found = verdict(desk.session.project, self._cards, cell)
        button = _Place(self, cell, found)
        button.setAccessibleName(cell_name(*cell, desk.framework, desk.words))
        if not found.allowed:
            button.setAccessibleDescription(desk.words(found.reason_key))
        count = sum((p.experience, p.architecture) == cell for p in desk.session.project.all(Placement))
        button.setText(desk.words.count("place_in.many_placement", count) if count else "")
        button.setMinimumHeight(desk.look.px(36))
        button.clicked.connect(lambda: self.take(cell))
        return button

    def _first(self) -> QPushButton:
        """Where an offer stands now, else the cell that is chosen, else the first."""
        desk = self._desk
        there = desk.session.project.find(Placement, self._cards.ids[0])
        wanted = (there.experience, there.architecture) if there else desk.selection.cell
        return self._places.get(wanted, self._places[ROWS[0], next(iter(Architecture))])  # type: ignore[arg-type]


class _Place(QPushButton):
    """One place. It tells what it is while it has the focus or the pointer."""

    def __init__(self, dialog: PlaceIn, cell: Cell, verdict: Verdict) -> None:
        super().__init__(dialog)
        self.cell, self._verdict, self._dialog = cell, verdict, dialog
        self.setAutoDefault(True)
        if not verdict.allowed:
            self.setProperty("kind", "quiet")

    @property
    def column(self) -> Architecture:
        """Its column; every place of the dialog has one."""
        assert self.cell[1] is not None
        return self.cell[1]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = _ARROWS.get(Qt.Key(event.key()))
        if by is not None:
            self._dialog.go(self, *by)
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._dialog.say(self.cell, self._verdict)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._dialog.say(self.cell, self._verdict)


def _named(desk: Desk, cards: Cards) -> str:
    """What is placed: its name, or how many there are."""
    project = desk.session.project
    if len(cards.ids) > 1:
        return desk.words.count(f"place_in.many_{cards.kind}", len(cards.ids))
    key = cards.ids[0]
    placement = project.find(Placement, key) if cards.kind == "placement" else None
    if placement is not None:
        return title_of(project, placement, desk.words)
    step = project.find(Step, key) if cards.kind == "step" else None
    if step is not None:
        return step.title
    situation = project.find(Situation, key) if cards.kind == "situation" else None
    if situation is not None:
        whose = project.get(Segment, situation.segment).name
        return desk.words("matrix_figure.situation", segment=whose, situation=situation.name)
    segment, stretch = project.find(Segment, key), project.find(Stretch, key)
    named = segment if cards.kind == "segment" else stretch
    return named.name if named is not None else ""


def _label(text: str, kind: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("kind", kind)
    return label
