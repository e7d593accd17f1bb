"""What the inbox is folded open to: the steps that wait, the keys that sort them, and what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from rondo.ui.canvas.capture.inbox_keys import SortKeys
from rondo.ui.canvas.capture.inbox_list import InboxList
from rondo.ui.canvas.editing import gestures_path
from rondofile.kinds import EditKind

if TYPE_CHECKING:
    from rondo.ui.canvas.workplace import Workplace


class Waiting(QWidget):
    """Part of one inbox, which says what is in it."""

    def __init__(self, work: Workplace) -> None:
        super().__init__()
        self._hands = work.hands
        words = work.hands.desk.words
        self.list = InboxList(work.drops, work.hands.desk.look)
        self.list.setAccessibleName(words("canvas_tools.waiting"))
        self.list.left.connect(work.hands.surface.setFocus)
        self.list.lane_wanted.connect(work.steps.give_lane_number)
        self.sort_keys = SortKeys(work.hands)
        self.hint = QLabel(words("canvas_tools.inbox_keys"))
        self.hint.setProperty("kind", "hint")
        self.hint.setTextFormat(Qt.TextFormat.PlainText)
        self.hint.setWordWrap(True)
        self.path = QPushButton(words("canvas_tools.connect_in_order"))
        self.path.setProperty("kind", "link")
        self.path.clicked.connect(self._connect_in_order)
        self._lay_out()

    def has_gaps(self, journey: str) -> bool:
        """Whether steps stand there that no way leads from to the next."""
        return bool(gestures_path.missing_links(self._hands.project, journey))

    def _connect_in_order(self) -> None:
        """The steps follow each other as they stand, where nothing else is said. One edit."""
        hands = self._hands
        pairs = gestures_path.missing_links(hands.project, hands.journey) if hands.journey else []
        if pairs and hands.can_edit:
            hands.edit(EditKind.ADD_LINKS, lambda edit: gestures_path.connect(edit, pairs))
            hands.surface.setFocus()

    def _lay_out(self) -> None:
        px = self._hands.desk.look.px
        column, foot = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addWidget(self.list)
        column.addWidget(self.sort_keys)
        foot.setSpacing(px(8))
        foot.addWidget(self.hint, 1)
        foot.addWidget(self.path)
        column.addLayout(foot)
