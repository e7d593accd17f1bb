"""The left side of the brief: everything that can be said about it, in groups."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from rondo.ui.brief.cover_panel import CoverPanel
from rondo.ui.brief.entries import ACTIONS, DECISIONS, Entries
from rondo.ui.brief.group import Group
from rondo.ui.brief.print_panel import PrintPanel, preset_of
from rondo.ui.brief.sections_panel import SectionsPanel
from rondo.ui.desk import Desk


class BriefPanel(QWidget):
    """Groups that fold, in a column that scrolls."""

    chosen = Signal()
    """Something that is not in the project became another."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.printing, self.sections, self.cover = PrintPanel(desk), SectionsPanel(desk), CoverPanel(desk)
        self.decisions, self.actions_ = Entries(desk, DECISIONS), Entries(desk, ACTIONS)
        self._parts = (self.printing, self.sections, self.decisions, self.actions_, self.cover)
        names = ("print", "sections", "decision", "action", "cover")
        self.groups = {
            name: self._group(name, part, is_open=name in ("print", "sections", "decision"))
            for name, part in zip(names, self._parts, strict=True)
        }
        self.printing.chosen.connect(self.chosen)
        self._fill()
        self.relook()

    def refresh(self) -> None:
        """Everything shows the project as it is. The board's brief has no sections to choose."""
        for part in self._parts:
            part.refresh()
        self.groups["sections"].setVisible(preset_of(self._desk) != "board")
        for part in self._parts[1:]:
            part.setEnabled(not self._desk.session.read_only)
        self.printing.preset.setEnabled(not self._desk.session.read_only)

    def relook(self) -> None:
        """Distances and type are those of the look."""
        px = self._desk.look.px
        self._column.setContentsMargins(px(12), px(12), px(12), px(12))
        self._column.setSpacing(px(4))
        for group in self.groups.values():
            group.relook()
        for part in self._parts:
            part.relook()

    def _group(self, name: str, part: QWidget, is_open: bool) -> Group:
        words = self._desk.words
        hint = words(f"brief_view.group.{name}.hint") if name in ("decision", "action") else ""
        group = Group(self._desk.look, words(f"brief_view.group.{name}"), hint, is_open)
        group.body.addWidget(part)
        return group

    def _fill(self) -> None:
        inside, area = QWidget(), QScrollArea()
        inside.setProperty("kind", "flow")
        self._column = QVBoxLayout(inside)
        for group in self.groups.values():
            self._column.addWidget(group)
        self._column.addStretch(1)
        area.setWidget(inside)
        area.setWidgetResizable(True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
