"""The welcome page: a new project, a worked case, recent files, work that was kept on this computer."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QVBoxLayout, QWidget

from rondo.ui.dress.look import Look
from rondo.ui.settings import Settings
from rondo.ui.welcome.cases import Cases
from rondo.ui.welcome.head import Head
from rondo.ui.welcome.places import Places
from rondo.ui.welcome.searching import Found, Kept, Searching
from rondo.words import Words
from rondofile.document import Document

WIDEST, SIDE_BY_SIDE = 940, 720
"""Pixels at 100 %: of the page, and from where on its two halves stand beside each other."""


class WelcomePage(QWidget):
    """What a person sees who opened nothing yet. It only asks: whoever made it opens."""

    new_wanted = Signal()
    open_wanted = Signal()
    file_wanted = Signal(object)
    """The Path of a recent file."""
    case_wanted = Signal(str)
    """The name of a worked case."""
    kept_wanted = Signal(object)
    """A KeptWork to go on with."""
    trouble_wanted = Signal(object)
    """A KeptWork that cannot simply be gone on with."""
    trash_wanted = Signal()

    def __init__(
        self,
        words: Words,
        look: Look,
        settings: Settings,
        parent: QWidget | None = None,
        kept: Kept = Document.kept_work,
    ) -> None:
        super().__init__(parent)
        self._words, self._look, self._settings, self._kept = words, look, settings, kept
        self._searching: Searching | None = None
        self.setProperty("kind", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(words("action.file.welcome"))
        self._head, self._places, self._cases = Head(words, look), Places(words, look), Cases(words, look)
        self._lay_out()
        self._connect()
        self.relook()

    def relook(self) -> None:
        """Theme or text size changed."""
        px = self._look.px
        self._page.setMaximumWidth(px(WIDEST))
        self._column.setContentsMargins(px(24), px(36), px(24), px(28))
        self._column.setSpacing(px(28))
        self._halves.setSpacing(px(32))
        for part in (self._head, self._places, self._cases):
            part.relook()
        self._turn()

    def look_again(self) -> None:
        """What can be gone on with is looked for once more."""
        self._search()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._search()
        self._head.first.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowActivate:
            self._search()
        return super().event(event)

    def _lay_out(self) -> None:
        self._page = QWidget()
        self._column = QVBoxLayout(self._page)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.addWidget(self._places, 1, Qt.AlignmentFlag.AlignTop)
        self._halves.addWidget(self._cases, 1, Qt.AlignmentFlag.AlignTop)
        self._column.addStretch(1)
        self._column.addWidget(self._head)
        self._column.addLayout(self._halves)
        self._column.addStretch(2)
        middle = QWidget()
        middle.setProperty("kind", "paper")
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight, middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(self._page, 100)
        row.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(middle)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def _connect(self) -> None:
        self._head.new_wanted.connect(self.new_wanted)
        self._head.open_wanted.connect(self.open_wanted)
        self._places.file_wanted.connect(self.file_wanted)
        self._places.kept_wanted.connect(self.kept_wanted)
        self._places.trouble_wanted.connect(self.trouble_wanted)
        self._places.trash_wanted.connect(self.trash_wanted)
        self._places.forgotten.connect(self._on_forgotten)
        self._cases.wanted.connect(self.case_wanted)
        self._look.changed.connect(self.relook)

    def _turn(self) -> None:
        """The halves stand beside each other where there is room, else below each other."""
        beside = self.width() >= self._look.px(SIDE_BY_SIDE)
        directions = QBoxLayout.Direction
        self._halves.setDirection(directions.LeftToRight if beside else directions.TopToBottom)

    def _search(self) -> None:
        if self._searching is None:
            self._searching = Searching(self._kept)
            self._searching.found.connect(self._on_found)
            self._searching.begin(self._settings.recent())

    def _on_found(self, found: Found) -> None:
        self._searching = None
        self._places.show_found(found)

    def _on_forgotten(self, path: object) -> None:
        self._settings.forget_recent(path)  # type: ignore[arg-type]
        self._search()
