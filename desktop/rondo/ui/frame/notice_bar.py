"""The notice bar: what rooms say, above the view, with what can be done about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from rondo.ui.dress.look import Look
from rondo.ui.notices import Notice, Notices
from rondo.words import Words

MOST = 3
"""Notices that are shown at once; the oldest makes way."""
SECONDS = 8
"""How long a notice stays that asks for nothing and is not bad news."""

_SIGNS = {"plain": ("info", "accent"), "good": ("circle-check", "ok"), "bad": ("triangle-alert", "bad")}


class NoticeBar(QWidget):
    """Shows notices until they are read, withdrawn or replaced. Nothing stops for them."""

    def __init__(self, notices: Notices, words: Words, look: Look) -> None:
        super().__init__()
        self._words, self._look = words, look
        self._shown: list[_Line] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(1)
        self.hide()
        notices.said.connect(self.show_notice)
        notices.withdrawn.connect(self.withdraw)
        look.changed.connect(self._on_look_changed)

    def show_notice(self, notice: Notice) -> None:
        """The notice is shown, in the place of an earlier one with its key."""
        self.withdraw(notice.key)
        for line in self._shown[: -MOST + 1]:
            self._drop(line)
        line = _Line(notice, self._words, self._look, self._drop)
        self._shown.append(line)
        self._column.addWidget(line)
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, notice.sentence))

    def withdraw(self, key: str) -> None:
        """No notice with that key is shown."""
        for line in [line for line in self._shown if key and line.notice.key == key]:
            self._drop(line)

    def sentences(self) -> tuple[str, ...]:
        """What is shown now, oldest first."""
        return tuple(line.notice.sentence for line in self._shown)

    def _drop(self, line: _Line) -> None:
        if line in self._shown:
            self._shown.remove(line)
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
            self.setVisible(bool(self._shown))

    def _on_look_changed(self) -> None:
        for line in self._shown:
            line.relook()


class _Line(QFrame):
    """One notice: its sign, its sentence, its deeds, and a button that puts it away."""

    def __init__(self, notice: Notice, words: Words, look: Look, drop: Callable[[_Line], None]) -> None:
        super().__init__()
        self.notice, self._look, self._drop = notice, look, drop
        self.setProperty("kind", "notice")
        self.setProperty("tone", notice.tone)
        self.setAccessibleName(notice.sentence)
        self._sign, self._row = QLabel(), QHBoxLayout(self)
        sentence = QLabel(notice.sentence)
        sentence.setTextFormat(Qt.TextFormat.PlainText)
        sentence.setWordWrap(True)
        self._row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(sentence, 1)
        for label, deed in notice.actions:
            self._row.addWidget(self._button(label, deed), 0, Qt.AlignmentFlag.AlignTop)
        self._away = QToolButton()
        self._away.setText(words("window.put-away"))
        self._away.setToolTip(words("window.put-away"))
        self._away.clicked.connect(lambda: drop(self))
        self._row.addWidget(self._away, 0, Qt.AlignmentFlag.AlignTop)
        self.relook()
        if notice.tone != "bad" and not notice.actions:
            QTimer.singleShot(SECONDS * 1000, self, self._on_time_passed)

    def relook(self) -> None:
        """Sign and distances are those of the look."""
        px = self._look.px
        sign, role = _SIGNS.get(self.notice.tone, _SIGNS["plain"])
        self._sign.setPixmap(self._look.icon(sign, role).pixmap(QSize(px(16), px(16))))
        self._sign.setContentsMargins(0, px(6), 0, 0)
        self._away.setIcon(self._look.icon("x"))
        self._row.setContentsMargins(px(12), px(2), px(6), px(2))
        self._row.setSpacing(px(8))

    def _button(self, label: str, deed: Callable[[], None]) -> QPushButton:
        button = QPushButton(label.replace("&", "&&"))
        button.setProperty("kind", "link")

        def clicked() -> None:
            self._drop(self)
            deed()

        button.clicked.connect(clicked)
        return button

    def _on_time_passed(self) -> None:
        if self.underMouse():
            QTimer.singleShot(SECONDS * 1000, self, self._on_time_passed)
        else:
            self._drop(self)
