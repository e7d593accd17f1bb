"""The bar above the table of offers: words to find, what is shown; which columns and how many offers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QPushButton, QSizePolicy, QToolButton, QVBoxLayout

from rondo.figures.matrices.matrix_entries import sentence_case
from rondo.ui.desk import Desk
from rondo.ui.fields.flow import Flow
from rondo.ui.offers.columns import ALWAYS, Column
from rondo.ui.offers.facts import Facts
from rondo.ui.offers.sieve import CHOSEN, Sieve, values_of
from rondo.ui.pieces.ticks_menu import TicksMenu
from rondofile.enums import Architecture, Evidence, Experience, PlacementState
from rondofile.records import Placement, Player, Segment

_ENUMS = {
    "experience": Experience,
    "architecture": Architecture,
    "state": PlacementState,
    "evidence": Evidence,
}


class Bar(QFrame):
    """Says what the person wants to see; it changes nothing itself.

    `columns` and `count` stand wherever the room puts them."""

    wanted = Signal(object)
    """A Sieve."""
    column_wanted = Signal(object, bool)
    """A Column, and whether it shall be shown."""

    def __init__(self, desk: Desk, facts: Facts) -> None:
        super().__init__()
        self._desk, self._facts, self._sieve = desk, facts, Sieve()
        self.setAccessibleName(desk.words("offers.bar"))
        self.sought = QLineEdit()
        self.sought.setPlaceholderText(desk.words("offers.find"))
        self.sought.setAccessibleName(desk.words("offers.find"))
        self.sought.setClearButtonEnabled(True)
        self.sought.textChanged.connect(lambda text: self.wanted.emit(self._sieve.with_text(text)))
        self.buttons = {name: self._menu_button() for name in CHOSEN}
        self.columns = self._menu_button()
        self.count = QLabel()
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self.count.setProperty("kind", "caption")
        self.every = QPushButton(desk.words("offers.show_all"))
        self.every.setProperty("kind", "link")
        self.every.clicked.connect(self.open_all)
        self._flow = Flow()
        for widget in (self.sought, *self.buttons.values(), self.every):
            self._flow.addWidget(widget)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._flow)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for name, button in self.buttons.items():
            button.menu().aboutToShow.connect(lambda name=name: self._fill(name))
        self.relook()

    def relook(self) -> None:
        """Sizes are those of the look."""
        px = self._desk.look.px
        self._flow.setSpacing(px(4))
        self._column.setContentsMargins(px(12), px(6), px(12), px(6))
        self.sought.setFixedWidth(px(190))
        for widget in (self.count, self.every):
            widget.setMinimumHeight(px(28))

    def tell(self, sieve: Sieve, shown: int, columns: frozenset[Column]) -> None:
        """The bar says what is shown."""
        self._sieve = sieve
        words, offers = self._desk.words, self._desk.session.project.all(Placement)
        if self.sought.text() != sieve.text:
            self.sought.blockSignals(True)
            self.sought.setText(sieve.text)
            self.sought.blockSignals(False)
        for name, button in self.buttons.items():
            chosen = sieve.only.get(name)
            said = words(f"offers.by_{name}")
            if chosen is not None:
                names = [self._name(name, key) for key in self._values(name) if key in chosen]
                said = words("offers.by_some", what=said, names=words("list.comma").join(names))
            button.setText(_short(said).replace("&", "&&"))
            button.setAccessibleName(said)
        every = shown == len(offers)
        key = "offers.count" if every else "offers.count_some"
        self.count.setText(words.count(key, len(offers), shown=words.number(shown)))
        self.every.setVisible(not sieve.is_open)
        self._tell_columns(columns)

    def open_all(self) -> None:
        """Every offer is shown."""
        self.wanted.emit(self._sieve.opened())

    def _tell_columns(self, columns: frozenset[Column]) -> None:
        words, menu = self._desk.words, self.columns.menu()
        if not menu.actions():
            for column in Column:
                tick = menu.addAction(words(f"offers.{column.key}").replace("&", "&&"))
                tick.setCheckable(True)
                tick.setEnabled(column is not ALWAYS)
                tick.triggered.connect(lambda on, column=column: self.column_wanted.emit(column, on))
        for column, tick in zip(Column, menu.actions(), strict=True):
            tick.setChecked(column in columns)
        said = words("offers.columns", n=words.number(len(columns)), of=words.number(len(Column)))
        self.columns.setText(said)
        self.columns.setAccessibleName(said)

    def _fill(self, name: str) -> None:
        """The list of a button holds what there is to choose from now."""
        menu = self.buttons[name].menu()
        menu.clear()
        values = self._values(name)
        for key in values:
            tick = menu.addAction(self._name(name, key).replace("&", "&&"))
            tick.setCheckable(True)
            tick.setChecked(key in self._sieve.only.get(name, frozenset()))
            tick.triggered.connect(
                lambda _=False, key=key: self.wanted.emit(self._sieve.toggled(name, key, values))
            )

    def _values(self, name: str) -> Sequence[str]:
        """What can be chosen: the framework's values that occur, the project's own in their order."""
        project = self._desk.session.project
        there = set(values_of(name, project.all(Placement), self._facts))
        there |= self._sieve.only.get(name, frozenset())
        if name in _ENUMS:
            order = [str(member) for member in _ENUMS[name]]
        else:
            order = [record.id for record in project.all(Player if name == "player" else Segment)]
        return [key for key in (*order, "") if key in there]

    def _name(self, name: str, key: str) -> str:
        words, framework, project = self._desk.words, self._desk.framework, self._desk.session.project
        if name == "player":
            player = project.find(Player, key)
            return f"{framework.mark(player.kind)}  {player.name}" if player else words("offers.own")
        if name == "segment":
            segment = project.find(Segment, key)
            return segment.name if segment else words("offers.no_segment")
        if not key:
            return sentence_case(framework.name(None) if name == "experience" else words(f"offers.no_{name}"))
        member = _ENUMS[name](key)
        return sentence_case(framework.short(member) if name == "architecture" else framework.name(member))

    def _menu_button(self) -> QToolButton:
        button = QToolButton()
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(TicksMenu(button))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button


def _short(text: str) -> str:
    """At most so much of a text as a button says."""
    return text if len(text) <= 44 else f"{text[:43]}…"
