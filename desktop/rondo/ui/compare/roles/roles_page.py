"""Who could do it: the sentence, the table of steps under each architecture, and the picture of it."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace
from PySide6.QtCore import QModelIndex, QTimer
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from rondo.figures.multiples import small_multiples
from rondo.figures.shapes import Figure
from rondo.ui.compare.beside import Beside
from rondo.ui.compare.choosers import Choosers
from rondo.ui.compare.columns_button import ColumnsButton
from rondo.ui.compare.looking import Looking
from rondo.ui.compare.page import BETWEEN, MARGIN, Flowing, NextAction, Page, said
from rondo.ui.compare.roles.roles_table import RolesTable
from rondo.ui.compare.roles.step_bar import StepBar
from rondo.ui.compare.subject import explained, headline, subject
from rondo.ui.desk import Desk
from rondo.ui.pieces.figure_view import FigureView
from rondo.ui.room import Deed
from rondofile.changes import ChangeSet
from rondofile.records import Journey, RoleChoice, Step

SCALE, NARROWEST = 1.5, 430.0
"""Pixels a point of the picture at 100 % text, and the least width in points that its heads need."""
MOST = 200
"""Steps of a picture that is still read as one."""


class RolesPage(Page):
    """Opens first. Choosing a row chooses the step; what is chosen elsewhere is chosen here."""

    nouns = (RoleChoice,)

    def __init__(self, desk: Desk, looking: Looking) -> None:
        super().__init__(desk, looking)
        words = desk.words
        self.choosers, self.columns = Choosers(desk, looking), ColumnsButton(desk, looking)
        self.table, self.bar = RolesTable(desk), StepBar(desk)
        self.picture = FigureView(desk.engine, desk.look, whole=True, press=words("compare_view.choose_step"))
        self.headline, self.explained = said("", "title"), said("", "caption")
        self._key = said(words("compare_view.key"), "hint")
        self._flow, self._empty = Flowing(), NextAction(desk)
        self.table.setAccessibleName(words("compare_view.roles_table"))
        self._picture_title = said(words("compare_view.picture"), "heading")
        self._too_long = said(words("compare_view.too_long"), "caption")
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._filled())
        self._stack.addWidget(self._empty)
        self._drawing = QTimer(self)
        self._drawing.setSingleShot(True)
        self._drawing.timeout.connect(self._draw)
        self._connect()
        self._space()

    def refresh(self) -> None:
        project, desk = self.desk.session.project, self.desk
        if self._is_empty():
            return
        self.choosers.refresh()
        part = self.looking.part(project)
        found = subject(project, desk.selection.journey, part, desk.framework)
        self.table.roles.show(found, self.looking.columns)
        self.headline.setText(headline(found, desk.words))
        self.explained.setText(explained(found, desk.words, desk.framework))
        self.explained.setVisible(bool(self.explained.text()))
        self._explain()
        self._drawing.start(0)

    def relook(self) -> None:
        self._space()
        self.choosers.relook()
        self.bar.relook()
        self.table.fit()

    def deeds(self) -> Mapping[str, Deed]:
        table, picture = self.table, self.picture
        return {
            "edit.delete": Deed(lambda: table.choose(None), table.can_clear),
            "edit.select-all": Deed(table.selectAll),
            "view.zoom-in": Deed(picture.zoom_in),
            "view.zoom-out": Deed(picture.zoom_out),
            "view.zoom-100": Deed(picture.own_size),
            "view.fit": Deed(picture.fit),
        }

    def reveal(self, changes: ChangeSet) -> None:
        """The steps of the choices are chosen, even if another journey was looked at."""
        choices = [one for pair in changes.of(RoleChoice).values() for one in pair if one is not None]
        project = self.desk.session.project
        steps = [project.find(Step, one.step) for one in choices if isinstance(one, RoleChoice)]
        found = [step for step in steps if step is not None]
        if not found:
            return
        self.desk.selection.look_at(found[0].journey)
        if self.table.roles.row_of(found[0].id) is None:
            self.looking.look_at(None)
        self.desk.selection.choose(Step, *dict.fromkeys(step.id for step in found))
        self.table.follow()
        self._bring(self.table.currentIndex())

    def _is_empty(self) -> bool:
        project, words = self.desk.session.project, self.desk.words
        journey = self.desk.selection.journey
        if journey is None or project.find(Journey, journey) is None:
            self._say_empty("no_journey", words("action.journey.new"))
        elif not project.steps_of(journey):
            self._say_empty("no_steps", words("compare_view.to_journey"))
        else:
            self._stack.setCurrentIndex(0)
            return False
        self._stack.setCurrentIndex(1)
        return True

    def _say_empty(self, what: str, button: str) -> None:
        words = self.desk.words
        self._empty.say(words(f"compare_view.{what}"), words(f"compare_view.{what}.next"), button)

    def _filled(self) -> QWidget:
        filled = QWidget()
        outer = QVBoxLayout(filled)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        column = self._flow.column
        for widget in (
            self.choosers,
            Beside(self.headline, self.columns),
            self.explained,
            self.table,
            self._key,
            self._picture_title,
            self._too_long,
            self.picture,
        ):
            column.addWidget(widget)
        column.addStretch(1)
        outer.addWidget(self._flow, 1)
        outer.addWidget(self.bar)
        return filled

    def _space(self) -> None:
        px = self.desk.look.px
        self._flow.column.setContentsMargins(px(MARGIN), px(16), px(MARGIN), px(MARGIN))
        self._flow.column.setSpacing(px(BETWEEN))

    def _connect(self) -> None:
        desk, looking = self.desk, self.looking
        desk.selection.journey_changed.connect(self._on_view_changed)
        looking.part_changed.connect(self._on_view_changed)
        looking.columns_changed.connect(self._on_view_changed)
        self.table.current_changed.connect(self._on_current_changed)
        self.picture.clicked.connect(self._on_picture_clicked)
        self._flow.resized.connect(self._on_flow_resized)
        self._empty.wanted.connect(self._on_empty_wanted)

    def _explain(self) -> None:
        index = self.table.currentIndex()
        roles = self.table.roles
        if not index.isValid() or index.row() >= roles.rowCount():
            self.bar.explain(None, None, None)
            return
        one = roles.assigned(index.row(), index.column())
        self.bar.explain(roles.step(index.row()), roles.architecture(index.column()), one)

    def _draw(self) -> None:
        """The picture of the same steps, as large as it can be read."""
        too_long = len(self.table.roles.subject.steps) > MOST
        figure = None if too_long else self._figured()
        self._too_long.setVisible(too_long)
        self._picture_title.setVisible(figure is not None or too_long)
        self.picture.setVisible(figure is not None)
        self.picture.show_figure(figure)

    def _figured(self) -> Figure | None:
        desk, scale = self.desk, SCALE * self.desk.look.scale
        project, journey = desk.session.project, desk.selection.journey
        if journey is None or project.find(Journey, journey) is None:
            return None
        self.picture.least = scale
        figures = small_multiples(
            project,
            journey,
            framework=desk.framework,
            words=desk.words,
            theme=desk.look.theme,
            engine=desk.engine,
            max_width=max(NARROWEST, self.picture.width() / scale),
            stretch_id=self.looking.part(project),
            columns=self.looking.columns,
        )
        title = desk.words("compare_view.picture")
        return replace(figures[0], title=title) if figures else None

    def _bring(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        self.table.scrollTo(index)
        rect = self.table.visualRect(index)
        at = self.table.viewport().mapTo(self._flow.sheet, rect.center())
        self._flow.ensureVisible(at.x(), at.y(), 0, rect.height())

    def _on_view_changed(self) -> None:
        if self.isVisible():
            self.refresh()

    def _on_current_changed(self) -> None:
        self._explain()
        if self.table.hasFocus():
            self._bring(self.table.currentIndex())

    def _on_picture_clicked(self, group: str) -> None:
        architecture, _, step = group.partition("--step-")
        row = self.table.roles.row_of(step)
        columns = [column.value for column in self.looking.columns]
        if row is not None and architecture in columns:
            self.table.setCurrentIndex(self.table.roles.index(row, columns.index(architecture) + 1))

    def _on_flow_resized(self) -> None:
        self.table.page = max(self._flow.viewport().height(), 240)
        self.table.updateGeometry()
        self._drawing.start(60)

    def _on_empty_wanted(self) -> None:
        has_journey = self.desk.selection.journey is not None
        self.desk.actions["view.journey" if has_journey else "journey.new"].trigger()
