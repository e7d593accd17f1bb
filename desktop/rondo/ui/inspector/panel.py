"""The inspector: explains what is chosen, in the framework's questions."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from rondo.ui.desk import Desk
from rondo.ui.inspector.page import Page
from rondo.ui.inspector.page_of import page_of
from rondo.ui.inspector.project_page import ProjectPage
from rondo.ui.inspector.steps.next_question import NextQuestion
from rondo.ui.pieces.viewports import give_viewport
from rondo.ui.room import Deed, Room
from rondofile.changes import ChangeSet

WIDTH = 288
NARROWEST = 240


class Inspector(Room):
    """One page per noun, made when first needed; a page keeps its fields from one thing to the next."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._pages: dict[type[Page], Page] = {}
        self._page: Page | None = None
        self._showing = self._missed = False
        self._stack = QStackedWidget(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.next = NextQuestion(desk, self)
        column.addWidget(self.next)
        self.setAccessibleName(desk.words("window.inspector"))
        desk.selection.changed.connect(self._on_selection_changed)
        desk.selection.journey_changed.connect(self._on_selection_changed)
        desk.session.trouble.connect(self._on_session_trouble)

    @property
    def page(self) -> Page | None:
        """The page that is shown."""
        return self._page

    def deeds(self) -> Mapping[str, Deed]:
        """F2 goes to the name of what is chosen."""
        return {
            "edit.rename": Deed(self._rename, lambda: self._page is not None and self._page.head is not None)
        }

    def refresh(self) -> None:
        """The page of what is chosen shows the project as it is."""
        self._show(again=True)

    def apply(self, changes: ChangeSet) -> None:
        """The page follows in place: focus, cursor, scroll and folds stay."""
        self._show(again=False)

    def relook(self) -> None:
        """The pages are made anew in the look in use."""
        if self._page is not None:
            self._page.leave()
        self._drop_pages()
        self._show(again=True)

    def sizeHint(self) -> QSize:
        return QSize(self.desk.look.px(WIDTH), self.desk.look.px(480))

    def minimumSizeHint(self) -> QSize:
        return QSize(NARROWEST, self.desk.look.px(120))

    def hideEvent(self, event: QHideEvent) -> None:
        if self._page is not None:
            self._page.leave()
        super().hideEvent(event)

    def _show(self, again: bool) -> None:
        """`again`: also what was shown before is filled from nothing.

        Leaving a page moves the focus, and what gets it may choose something else: that is shown next."""
        if self._showing:
            self._missed = True
            return
        self._showing, self._missed = True, False
        try:
            self._show_wanted(again)
        finally:
            self._showing = False
        if self._missed:
            self._show(again=False)

    def _show_wanted(self, again: bool) -> None:
        kind, ids = self._wanted()
        page = self._pages.get(kind)
        if page is None:
            page = self._pages[kind] = self._new(kind)
        if page is not self._page:
            self._turn_to(page)
        if again or page.ids != ids:
            top = page.ids != ids
            if again:
                page.forget()
            page.show_things(ids)
            if top:
                self._scroll.verticalScrollBar().setValue(0)
        else:
            page.show_change()

    def _new(self, kind: type[Page]) -> Page:
        """The page grows where it will stand: put there whole, all of it would be dressed again."""
        area = QScrollArea(self._stack)
        give_viewport(area)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = kind(self.desk, area.viewport())
        area.setWidget(page)
        self._stack.addWidget(area)
        return page

    def _wanted(self) -> tuple[type[Page], tuple[str, ...]]:
        selection = self.desk.selection
        if selection.cell is not None:
            from rondo.ui.inspector.cell_page import CellPage

            return CellPage, CellPage.ids_of(selection.cell)
        page = page_of(selection.kind)
        if page is not None:
            return page, selection.ids
        return ProjectPage, ProjectPage.ids_of(selection.journey)

    def _turn_to(self, page: Page) -> None:
        """Each page stays where it scrolls: put elsewhere it would be dressed anew."""
        if self._page is not None:
            self._page.leave()
            self._page.forget()
        self._page = page
        self._stack.setCurrentWidget(self._scroll)

    @property
    def _scroll(self) -> QScrollArea:
        """Where the page scrolls that is shown."""
        return next(area for area in self._areas() if area.widget() is self._page)

    def _areas(self) -> list[QScrollArea]:
        found = [self._stack.widget(at) for at in range(self._stack.count())]
        return [area for area in found if isinstance(area, QScrollArea)]

    def _drop_pages(self) -> None:
        for area in self._areas():
            self._stack.removeWidget(area)
            area.hide()
            area.deleteLater()
        self._pages.clear()
        self._page = None

    def _rename(self) -> None:
        if self._page is not None and self._page.head is not None:
            self._page.head.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_selection_changed(self) -> None:
        if self.isVisible():
            self._show(again=False)
        elif self._page is not None:
            self._stale = True

    def _on_session_trouble(self, _: object) -> None:
        """What was refused is not shown as if it were kept."""
        if self.isVisible():
            self._show(again=True)
