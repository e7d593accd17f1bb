"""The notices: what rooms say, floating over the view, with what can be done about it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt
from PySide6.QtGui import QDragEnterEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QVBoxLayout, QWidget

from rondo.ui.dress.look import Look
from rondo.ui.notices import Notice, Notices
from rondo.words import Words

if TYPE_CHECKING:
    from rondo.ui.frame.notice_line import NoticeLine

MOST = 3
"""Notices that are shown at once; the oldest makes way."""
WIDEST, MARGIN, GAP = 720, 16, 4


class NoticeBar(QWidget):
    """Shows notices until they are read, withdrawn or replaced. Nothing stops or moves for them.

    `stage` tells over what they float, `at_work` where in it the person is at work; they stand over its
    lower edge, or over the upper where that leaves the place of work free."""

    def __init__(
        self,
        notices: Notices,
        words: Words,
        look: Look,
        stage: Callable[[], QWidget | None],
        at_work: Callable[[], QRect | None] = lambda: None,
    ) -> None:
        super().__init__()
        self._words, self._look, self._stage, self._at_work = words, look, stage, at_work
        self._shown: list[NoticeLine] = []
        self._watched: list[QWidget] = []
        self._came_from: QWidget | None = None
        self._upper = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)
        self.setAcceptDrops(True)
        self.hide()
        notices.said.connect(self.show_notice)
        notices.withdrawn.connect(self.withdraw)
        look.changed.connect(self._on_look_changed)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus_changed)

    def show_notice(self, notice: Notice) -> None:
        """The notice is shown, in the place of an earlier one with its key."""
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        from rondo.ui.frame.notice_line import NoticeLine

        self.withdraw(notice.key)
        for line in self._shown[: -MOST + 1]:
            self._drop(line)
        line = NoticeLine(notice, self._words, self._look, self._drop)
        self._shown.append(line)
        self._column.addWidget(line)
        self._upper = self._upper and len(self._shown) > 1
        self.place()
        self.show()
        self.raise_()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, notice.sentence))

    def withdraw(self, key: str) -> None:
        """No notice with that key is shown."""
        for line in [line for line in self._shown if key and line.notice.key == key]:
            self._drop(line)

    def sentences(self) -> tuple[str, ...]:
        """What is shown now, oldest first."""
        return tuple(line.notice.sentence for line in self._shown)

    def place(self) -> None:
        """The notices stand where they are in nobody's way."""
        stage, parent = self._stage(), self.parentWidget()
        self._watch(stage if self._shown else None)
        if stage is None or parent is None or not self._shown:
            return
        from rondo.ui.frame.notice_place import focused_in, spot

        room = QRect(stage.mapTo(parent, stage.rect().topLeft()), stage.size())
        work = self._at_work() or focused_in(stage)
        if work is not None:
            work = work.translated(room.topLeft())
        size = self._size_in(room.width())
        if size.height() * 2 > room.height():  # so small a view that all the width of the window is needed
            room = QRect(0, 0, parent.width(), room.bottom() + 1)
            size = self._size_in(room.width())
        self.setGeometry(spot(room, size, work, self._look.px(MARGIN), upper=self._upper))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The notices follow their stage, and let pass what is dragged over it."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self.place()
        elif event.type() == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            here = self.mapFromGlobal(event.globalPosition().toPoint())
            if event.buttons() & Qt.MouseButton.LeftButton and self.rect().contains(here):
                self._let_pass()
        return False

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """What is dragged is for the view below."""
        self._let_pass()
        event.ignore()

    def _size_in(self, room: int) -> QSize:
        """The size of all notices where so many pixels are free from side to side."""
        px, lines = self._look.px, self._shown
        most = min(px(WIDEST), room - 2 * px(MARGIN))
        width = max(min(max(line.wish() for line in lines), most), 1)
        for line in lines:
            line.setFixedHeight(line.stand(width))
        return QSize(width, sum(line.height() for line in lines) + GAP * (len(lines) - 1))

    def _let_pass(self) -> None:
        self._upper = not self._upper
        self.place()

    def _watch(self, stage: QWidget | None) -> None:
        wanted = [stage] if stage is not None else []
        if isinstance(stage, QAbstractScrollArea):
            wanted.append(stage.viewport())
        if wanted == self._watched:
            return
        for widget in self._watched:
            if shiboken6.isValid(widget):
                widget.removeEventFilter(self)
        self._watched = wanted
        for widget in wanted:
            widget.installEventFilter(self)

    def _drop(self, line: NoticeLine) -> None:
        if line in self._shown:
            had_focus = line.isAncestorOf(QApplication.focusWidget() or self)
            self._shown.remove(line)
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
            self.setVisible(bool(self._shown))
            self.place()
            if had_focus and self._came_from is not None and shiboken6.isValid(self._came_from):
                self._came_from.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        """Whoever comes here by key goes back to where they were; where they are, nothing is covered."""
        if new is not None and self.isAncestorOf(new):
            if old is not None and not self.isAncestorOf(old):
                self._came_from = old
        elif self._shown:
            self.place()

    def _on_look_changed(self) -> None:
        for line in self._shown:
            line.relook()
        self.place()
