"""The panel of moves worth a thought: at most five, ranked, each with its rule, its facts and a way there."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QToolButton, QVBoxLayout, QWidget

from rondo.strategy.moves.candidate import Candidate, Rule
from rondo.strategy.moves.ranking import worth_a_thought
from rondo.strategy.moves.telling import Teller
from rondo.ui.desk import Desk
from rondo.ui.fields.field import said
from rondo.ui.inspector.moves.card import MoveCard
from rondo.ui.pieces.rule import rule
from rondo.ui.room import Room
from rondofile.changes import ChangeSet
from rondofile.records import Placement, Record, Step

REST, LONG_REST = 30, 150
"""Milliseconds after an edit before the moves are found anew, and where journeys are long."""
LONG = 3_000
"""From so many steps on, offers are held against journeys that changed only when that is asked for."""
DRAWN = frozenset({"journey", "lane", "step", "step_origin", "step_information", "mark", "link"})
"""Nouns of a journey against which offers are held."""


class MovesPanel(Room):
    """Follows the project. `closing_wanted`: its button was pressed; `view_wanted`: a view is to be shown."""

    closing_wanted = Signal()
    view_wanted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setAccessibleName(desk.words("window.moves"))
        self.moves: tuple[Candidate, ...] = ()
        self.cards: list[MoveCard] = []
        self._open: set[str] = set()
        self._gaps_asked = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._find)
        self._title, self._close = said(desk.words("window.moves"), "heading"), QToolButton()
        self._empty, self._how = said(desk.words("moves.none"), "hint"), said(desk.words("moves.how"), "hint")
        self.gaps = QPushButton()
        self.gaps.setProperty("kind", "link")
        self.gaps.clicked.connect(self._ask_gaps)
        self._scroll, self._holder = QScrollArea(), QWidget()
        self._list, self._head, self._column = QVBoxLayout(self._holder), QHBoxLayout(), QVBoxLayout(self)
        self._lay_out()
        self._close.clicked.connect(self.closing_wanted)

    def refresh(self) -> None:
        self._gaps_asked = False
        self._find()

    def apply(self, changes: ChangeSet) -> None:
        if not DRAWN.isdisjoint(noun for noun, entries in changes.tables.items() if entries):
            self._gaps_asked = False
        many = len(self.desk.session.project.all(Step)) > LONG
        self._rest.start(LONG_REST if many else REST)

    def relook(self) -> None:
        self._dress()
        self.moves = ()
        self._find()

    def sizeHint(self) -> QSize:
        return QSize(self.desk.look.px(288), self.desk.look.px(420))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.desk.look.px(150))

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._rest.isActive():
            self._rest.stop()
            self._stale = True

    def _find(self) -> None:
        """The moves are found anew; where they are the same, nothing is made anew."""
        desk = self.desk
        project = desk.session.project
        steps = len(project.all(Step))
        many = steps > LONG and not self._gaps_asked
        self.gaps.setText(desk.words("moves.gaps", n=desk.words.number(steps)))
        self.gaps.setVisible(many)
        teller = Teller(project, desk.framework, desk.words)
        found = worth_a_thought(project, desk.framework, gaps=not many)
        told = [teller.move(one) for one in found]
        if found == self.moves and [card.told for card in self.cards] == told:
            return
        self.moves = found
        self._show(
            [MoveCard(desk, at + 1, one, told[at], one.key in self._open) for at, one in enumerate(found)]
        )

    def _show(self, cards: list[MoveCard]) -> None:
        for card in self.cards:
            self._list.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = cards
        for at, card in enumerate(cards):
            self._list.insertWidget(at, card)
            card.followed.connect(self._follow)
            card.gone.connect(self._go)
            card.swept.connect(self._sweep)
            card.folded.connect(self._on_card_folded)
        self._empty.setVisible(not cards)
        self._how.setVisible(bool(cards))

    def _go(self, move: Candidate) -> None:
        """The place of the move is chosen: the step that hurts, the offer that lacks, or its first cell."""
        selection = self.desk.selection
        if move.rule is Rule.ORGANISATION:
            self._follow(Step, move.row_pains[0].hurt.step.id)
        elif move.rule in (Rule.GAP, Rule.ONE_SIZE, Rule.SITUATION):
            self.view_wanted.emit("matrix")
            selection.choose(Placement, *(offer.id for offer in move.offers))
        elif move.cells:
            self.view_wanted.emit("matrix")
            selection.choose_cell(move.cells[0])
        else:
            hurt = (*move.row_pains, *move.column_pains)[0].hurt
            self._follow(Step, hurt.step.id)

    def _follow(self, noun: type[Record], key: str) -> None:
        """What a reason speaks of is chosen, in the view that shows it."""
        project, selection = self.desk.session.project, self.desk.selection
        record = project.find(noun, key)
        if record is None:
            return
        if isinstance(record, Step):
            self.view_wanted.emit("journey")
            selection.look_at(record.journey)
        elif isinstance(record, Placement):
            self.view_wanted.emit("matrix")
        selection.choose(noun, key)

    def _sweep(self, move: Candidate) -> None:
        """The cells of the move are thought of one after another, over the whole screen."""
        from rondo.ui.sweep.sweep import sweep

        sweep(self.desk, self.window(), move.cells)

    def _on_card_folded(self, key: str, is_open: bool) -> None:
        """A move stays open or folded when it comes again."""
        (self._open.add if is_open else self._open.discard)(key)
        if is_open:
            QTimer.singleShot(0, self, lambda: self._bring(key))

    def _bring(self, key: str) -> None:
        """What was unfolded is in sight, its title before all."""
        for card in self.cards:
            if card.candidate.key == key:
                self._scroll.ensureWidgetVisible(card, 0, self.desk.look.px(6))
                self._scroll.ensureWidgetVisible(card.head, 0, self.desk.look.px(6))

    def _ask_gaps(self) -> None:
        self._gaps_asked = True
        self._find()

    def _lay_out(self) -> None:
        words = self.desk.words
        self._close.setAccessibleName(words("moves.close"))
        self._close.setToolTip(words("moves.close"))
        self._head.addWidget(self._title, 1)
        self._head.addWidget(self._close)
        for widget in (self._empty, self._how, self.gaps):
            self._list.addWidget(widget)
        self._list.addStretch(1)
        self._scroll.setWidget(self._holder)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._column.setSpacing(0)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(rule())
        self._column.addLayout(self._head)
        self._column.addWidget(self._scroll, 1)
        self._dress()

    def _dress(self) -> None:
        look = self.desk.look
        px = look.px
        self._close.setIcon(look.icon("x"))
        self._close.setFixedSize(px(26), px(26))
        self._head.setContentsMargins(px(12), px(8), px(8), px(4))
        self._list.setContentsMargins(px(8), 0, px(12), px(10))
        self._list.setSpacing(px(6))
        for text in (self._empty, self._how):  # they begin where the heading does
            text.setContentsMargins(px(4), 0, 0, 0)
