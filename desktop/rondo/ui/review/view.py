"""Review: what follows from what was drawn, each with the place it speaks of; and what will come here."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from rondo.ui.desk import Desk
from rondo.ui.review.findings import Place, Said, findings
from rondo.ui.review.lines import FindingCard
from rondo.ui.room import Room
from rondofile.changes import ChangeSet
from rondofile.records import Journey, Step

WIDEST = 760
"""Pixels at 100 %."""
PAUSE = 300
"""Milliseconds without a change after which it is looked through again."""
FIRST = 5
"""So many of a kind are shown at first."""
MANY = 1_500
"""Steps of a project from which on it is looked through only when asked: it takes seconds then."""


class ReviewView(Room):
    """Looks the journey through while it is seen, and after it was painted."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setProperty("kind", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(desk.words("action.view.review"))
        self._asked = self._all = False
        self._shown: tuple[Said, ...] | None = None
        self._page = QWidget()
        self._column = QVBoxLayout(self._page)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._look_through)
        self._lay_out()
        desk.selection.journey_changed.connect(self._on_journey_changed)

    def refresh(self) -> None:
        self._pause.start(0)

    def apply(self, changes: ChangeSet) -> None:
        if not (self._pause.isActive() and self._pause.interval() == 0):
            self._pause.start(PAUSE)

    def relook(self) -> None:
        self._shown = None
        self._pause.start(0)

    def _look_through(self) -> None:
        project, desk = self.desk.session.project, self.desk
        if not self.isVisible():
            self._stale = True
        elif len(project.tables["step"]) > MANY and not self._asked:
            self._fill(None)
        else:
            self._asked = False
            found = findings(project, desk.framework, desk.words, desk.selection.journey)
            if found != self._shown:
                self._fill(found)
            self._shown = found

    def _fill(self, found: tuple[Said, ...] | None) -> None:
        words = self.desk.words
        self._clear()
        self._text(self._title(), "title")
        self._text(words("review_view.intro"), "caption")
        self._column.addSpacing(self.desk.look.px(8))
        if found is None:
            self._column.addWidget(self._ask(), 0, Qt.AlignmentFlag.AlignLeft)
        elif not found:
            self._text(words("review_view.nothing"), "")
        first, rest = _first(found or ())
        for said in (*first, *rest) if self._all else first:
            card = FindingCard(words, self.desk.look, said)
            if said.place is not None:
                card.shown.connect(lambda place=said.place: self._show(place))
            self._column.addWidget(card)
        if rest and not self._all:
            self._column.addWidget(self._more(len(rest)), 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addSpacing(self.desk.look.px(8))
        self._text(words("review_view.not_looked_for"), "hint")
        self._column.addStretch(1)

    def _title(self) -> str:
        journey = self.desk.session.project.find(Journey, self.desk.selection.journey)
        if journey is None or not journey.name.strip():
            return self.desk.words("review_view.title")
        return self.desk.words("review_view.title.of", journey=journey.name.strip())

    def _ask(self) -> QPushButton:
        button = QPushButton(self.desk.words("review_view.ask"))
        button.setAutoDefault(True)
        button.clicked.connect(self._on_asked)
        return button

    def _more(self, many: int) -> QPushButton:
        button = QPushButton(self.desk.words.count("review_view.more", many))
        button.setProperty("kind", "link")
        button.setAutoDefault(True)
        button.clicked.connect(self._on_more_wanted)
        return button

    def _show(self, place: Place) -> None:
        """The place is chosen, in the view that shows it, unless it has gone since it was looked through."""
        desk = self.desk
        if any(desk.session.project.find(place.kind, key) is None for key in place.ids):
            return
        if place.kind is Step:
            desk.selection.look_at(desk.session.project.get(Step, place.ids[0]).journey)
        elif place.kind is Journey:
            desk.selection.look_at(place.ids[0])
        desk.selection.choose(place.kind, *place.ids)
        if place.view:
            desk.actions[f"view.{place.view}"].trigger()

    def _text(self, text: str, kind: str) -> None:
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setMinimumWidth(1)
        label.setProperty("kind", kind)
        self._column.addWidget(label)

    def _clear(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        px = self.desk.look.px
        self._page.setMaximumWidth(px(WIDEST))
        self._column.setContentsMargins(px(20), px(24), px(20), px(24))
        self._column.setSpacing(px(8))

    def _lay_out(self) -> None:
        middle = QWidget()
        middle.setProperty("kind", "paper")
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(self._page, 100)
        row.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(middle)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def _on_asked(self) -> None:
        self._asked = True
        self._pause.start(0)

    def _on_more_wanted(self) -> None:
        self._all = True
        self._fill(self._shown)

    def _on_journey_changed(self) -> None:
        self._shown, self._all = None, False
        if self.isVisible():
            self._pause.start(0)
        else:
            self._stale = True


def _first(found: tuple[Said, ...]) -> tuple[tuple[Said, ...], tuple[Said, ...]]:
    """The weightiest of each kind, and the rest."""
    first: list[Said] = []
    for said in found:
        if sum(1 for other in first if other.kind == said.kind) < FIRST:
            first.append(said)
    return tuple(first), tuple(said for said in found if said not in first)
