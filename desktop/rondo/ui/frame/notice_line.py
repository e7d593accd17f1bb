"""One notice as it floats over a view: its sign, its sentence, its deeds, and a button that puts it away."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QLabel, QPushButton, QToolButton, QWidget

from rondo.ui.dress.look import Look
from rondo.ui.fields.flow import Flow
from rondo.ui.notices import Notice
from rondo.words import Words

SECONDS, LONGER = 8, 20
"""How long a notice stays that asks for nothing and is not bad news; and one that offers something to do
which is not worth more than that."""
LEAST_SAID = 220
"""Pixels that a sentence has beside what can be done; with less, that stands below it."""

_SIGNS = {"plain": ("info", "accent"), "good": ("circle-check", "ok"), "bad": ("triangle-alert", "bad")}


class NoticeLine(QFrame):
    """Goes by itself, by its button, by Esc while the keyboard is in it, or when something is done."""

    def __init__(self, notice: Notice, words: Words, look: Look, drop: Callable[[NoticeLine], None]) -> None:
        super().__init__()
        self.notice, self._look, self._drop = notice, look, drop
        self.setProperty("kind", "notice")
        self.setProperty("tone", notice.tone)
        self.setAccessibleName(notice.sentence)
        self._grid, self._sign, self._deeds = QGridLayout(self), QLabel(), QWidget(self)
        self._sentence = QLabel(notice.sentence)
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setWordWrap(True)
        self._flow = Flow(self._deeds)
        for label, deed in notice.actions:
            self._flow.addWidget(self._button(label, deed))
        self._away = QToolButton()
        self._away.setText(words("window.put-away"))
        self._away.setToolTip(words("window.put-away"))
        self._away.clicked.connect(lambda: drop(self))
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(self._sign, 0, 0, top)
        self._grid.addWidget(self._sentence, 0, 1)
        self._grid.addWidget(self._away, 0, 3, top)
        self._grid.setColumnStretch(1, 1)
        self.relook()
        if notice.tone != "bad" and not (notice.actions and notice.lasts):
            self._wait = (LONGER if notice.actions else SECONDS) * 1000
            QTimer.singleShot(self._wait, self, self._on_time_passed)

    def relook(self) -> None:
        """Sign and distances are those of the look."""
        px = self._look.px
        sign, role = _SIGNS.get(self.notice.tone, _SIGNS["plain"])
        self._sign.setPixmap(self._look.icon(sign, role).pixmap(QSize(px(16), px(16))))
        self._sign.setContentsMargins(0, px(6), 0, 0)
        self._away.setIcon(self._look.icon("x"))
        self._flow.setSpacing(px(4))
        self._grid.setContentsMargins(px(12), px(4), px(6), px(4))
        self._grid.setHorizontalSpacing(px(8))
        self._grid.setVerticalSpacing(0)

    def wish(self) -> int:
        """So many pixels wide it says everything in one line."""
        return self._beside() + self._said() + self._done()

    def stand(self, width: int) -> int:
        """The notice fits that width. Its height in pixels."""
        beside = width - self._beside() - self._done() >= min(self._said(), self._look.px(LEAST_SAID))
        self._grid.removeWidget(self._deeds)
        if not self.notice.actions:
            self._deeds.hide()
        elif beside:
            self._deeds.setMinimumWidth(self._done())
            self._grid.addWidget(self._deeds, 0, 2, Qt.AlignmentFlag.AlignVCenter)
        else:
            self._deeds.setMinimumWidth(0)
            self._grid.addWidget(self._deeds, 1, 0, 1, 4)
        self._grid.activate()
        return max(self._grid.heightForWidth(width), self._grid.minimumSize().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._drop(self)
        else:
            super().keyPressEvent(event)

    def _said(self) -> int:
        return self._sentence.fontMetrics().horizontalAdvance(self.notice.sentence) + self._look.px(4)

    def _done(self) -> int:
        """The width of what can be done, in one line."""
        buttons = self._deeds.findChildren(QPushButton)
        gaps = self._flow.spacing() * max(len(buttons) - 1, 0)
        return sum(button.sizeHint().width() for button in buttons) + gaps

    def _beside(self) -> int:
        """Everything but the sentence and what can be done."""
        around = self._grid.contentsMargins()
        parts = self._sign.sizeHint().width() + self._away.sizeHint().width()
        return around.left() + around.right() + parts + 3 * self._grid.horizontalSpacing() + 2

    def _button(self, label: str, deed: Callable[[], None]) -> QPushButton:
        button = QPushButton(label.replace("&", "&&"))
        button.setProperty("kind", "link")

        def clicked() -> None:
            self._drop(self)
            deed()

        button.clicked.connect(clicked)
        return button

    def _on_time_passed(self) -> None:
        focused = QApplication.focusWidget()
        if self.underMouse() or (focused is not None and self.isAncestorOf(focused)):
            QTimer.singleShot(self._wait, self, self._on_time_passed)
        else:
            self._drop(self)
