"""The five architectures side by side, and one journey under each."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from rondo.ui.compare.conditions.conditions_page import ConditionsPage
from rondo.ui.compare.criteria.criteria_page import CriteriaPage
from rondo.ui.compare.dimensions_page import DimensionsPage
from rondo.ui.compare.looking import SECTIONS, Looking
from rondo.ui.compare.page import MARGIN, Page
from rondo.ui.compare.roles.roles_page import RolesPage
from rondo.ui.compare.switch import Switch
from rondo.ui.desk import Desk
from rondo.ui.room import Deed, Room
from rondofile.changes import ChangeSet


class ArchitecturesView(Room):
    """Four sections in one switch: who could do it, side by side, what must be true, criteria."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.looking = Looking(desk)
        self.roles = RolesPage(desk, self.looking)
        self.pages: dict[str, Page] = {
            "roles": self.roles,
            "dimensions": DimensionsPage(desk, self.looking),
            "conditions": ConditionsPage(desk, self.looking),
            "criteria": CriteriaPage(desk, self.looking),
        }
        self._fresh: set[str] = set()
        labels = {key: desk.words(f"compare_view.section.{key}") for key in SECTIONS}
        self.switch = Switch(labels, desk.words("compare_view.sections"))
        self._stack = QStackedWidget()
        for page in self.pages.values():
            self._stack.addWidget(page)
        self.setProperty("kind", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._top = QHBoxLayout()
        self._top.addWidget(self.switch)
        self._top.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._top)
        column.addWidget(self._stack, 1)
        self.switch.chosen.connect(self.looking.open)
        self.looking.section_changed.connect(self._show_section)
        self._space()
        self._show_section()

    def deeds(self) -> Mapping[str, Deed]:
        return self.page.deeds()

    def refresh(self) -> None:
        self._fresh.clear()
        self._show_section()

    def relook(self) -> None:
        self._space()
        self._fresh.clear()
        for page in self.pages.values():
            page.relook()
        self._show_section()

    def reveal(self, changes: ChangeSet) -> None:
        for section, page in self.pages.items():
            if page.shows(changes):
                self.looking.open(section)
                page.reveal(changes)
                return

    @property
    def page(self) -> Page:
        """The section that is open."""
        return self.pages.get(self.looking.section, self.roles)

    def _show_section(self) -> None:
        """The open section is in front, and as new as the project."""
        section = self.looking.section
        self.switch.show_chosen(section)
        self._stack.setCurrentWidget(self.page)
        if section not in self._fresh and self.isVisible():
            self._fresh.add(section)
            self.page.refresh()

    def _space(self) -> None:
        px = self.desk.look.px
        self._top.setContentsMargins(px(MARGIN), px(10), px(MARGIN), px(2))
