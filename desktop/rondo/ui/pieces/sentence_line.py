"""The sentence of an offer, typed where it stands. Return keeps it, Esc leaves it as it was."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QVBoxLayout

from rondo.ui.desk import Desk
from rondo.ui.fields.text_box import TextBox
from rondofile.kinds import EditKind
from rondofile.nouns import placements
from rondofile.records import Placement

Place = Callable[[], QRect]
"""Where the offer lies in the viewport now; an empty rectangle where it is not shown."""
ROOM, LEAST = 6, 44
"""Pixels at 100 %: white around the sentence; how high the editor is at least where its offer is as high."""


class SentenceLine:
    """At most one sentence at a time over a painted area; it is one edit, made at the end, and without a
    change there is none. `spread`: pixels at 100 % by which it is larger than a small offer, to each side and
    above."""

    def __init__(self, area: QAbstractScrollArea, desk: Desk, spread: tuple[int, int] = (0, 0)) -> None:
        self._area, self._desk, self._spread = area, desk, spread
        self._key: str | None = None
        self._place: Place = QRect
        # Beside the area, not in it: what is inside a painted table is hidden from a screen reader.
        self._room = area.parentWidget() or area
        self._frame = QFrame(self._room)
        self._frame.setObjectName("offer-sentence")
        self.box = TextBox(True, self._frame)
        self.box.setAccessibleName(desk.words("matrix.sentence"))
        self.box.setPlaceholderText(desk.words("matrix.sentence_hint"))
        self._column = QVBoxLayout(self._frame)
        self._column.addWidget(self.box)
        self._frame.hide()
        self.box.typed.connect(self.follow)
        for signal in (self.box.done, self.box.left, self.box.history_wanted):
            signal.connect(lambda: self.end(keep=True))
        self.box.escaped.connect(self._on_escaped)

    @property
    def is_open(self) -> bool:
        """Whether a sentence is being typed."""
        return self._key is not None

    def begin(self, key: str, place: Place) -> None:
        """The sentence of that offer can be typed there; all of it is chosen."""
        self.end(keep=True)
        look, offer = self._desk.look, self._desk.session.project.find(Placement, key)
        if offer is None or self._desk.session.read_only or place().isEmpty():
            return
        self._key, self._place = key, place
        side = look.px(ROOM)
        self._column.setContentsMargins(side, side, side, side)
        self.box.setFont(look.font(12, QFont.Weight.DemiBold))
        self._frame.setStyleSheet(
            f"#offer-sentence {{ background: {look.theme['surface']};"
            f" border: 2px solid {look.theme['accent']}; border-radius: {look.px(6)}px; }}"
        )
        self.box.put(offer.offer)
        self.box.selectAll()
        self._frame.show()
        self.follow()
        self._frame.raise_()
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def follow(self) -> None:
        """The editor lies over its offer, as high as its text needs; without the offer it is gone."""
        if self._key is None:
            return
        if self._desk.session.project.find(Placement, self._key) is None:
            self.end(keep=False)
            return
        box, px = self._place(), self._desk.look.px
        if not self._area.viewport().rect().intersects(box):
            self.end(keep=True)
            return
        across, above = (px(one) for one in self._spread)
        wide = box.width() + 2 * across
        self._frame.setFixedWidth(wide)
        self.box.relook()
        high = max(self.box.minimumHeight() + 2 * px(ROOM) + 4, min(box.height() + 2 * above, px(LEAST)))
        at = self._area.viewport().mapTo(self._room, box.topLeft())
        self._frame.setGeometry(at.x() - across, at.y() - above, wide, high)

    def end(self, keep: bool) -> None:
        """What was typed is kept, or not."""
        if self._key is None:
            return
        key, self._key = self._key, None
        text = self.box.said().strip()
        self.box.composing = False
        if self.box.hasFocus():
            self._area.setFocus(Qt.FocusReason.OtherFocusReason)
        self._frame.hide()
        offer = self._desk.session.project.find(Placement, key)
        if keep and offer is not None and offer.offer != text:
            self._desk.session.edit(
                EditKind.SET_OFFER, lambda edit: placements.set_fields(edit, (key,), offer=text)
            )

    def _on_escaped(self, event: QKeyEvent) -> None:
        event.accept()
        self.end(keep=False)
