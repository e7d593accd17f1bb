"""Side by side: a journey today and redesigned, with the list of everything that changed."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from rondo.figures.three_moments.moments import moments_figure
from rondo.ui.beside.bar import Bar
from rondo.ui.beside.change_panel import ChangePanel
from rondo.ui.beside.comparison import Comparison
from rondo.ui.beside.deeds import BesideDeeds
from rondo.ui.beside.empty import EmptyNote
from rondo.ui.beside.panes import Mode
from rondo.ui.beside.surface import Surface
from rondo.ui.beside.voice import SurfaceVoice
from rondo.ui.desk import Desk
from rondo.ui.journeys.journey_strip import JourneyStrip
from rondo.ui.pieces.figure_view import FigureView
from rondo.ui.room import Deed, Room
from rondofile.changes import ChangeSet
from rondofile.enums import JourneyState
from rondofile.records import Journey, Step

BROAD = 860
"""From so many pixels on, at 100 % text, the list stands beside the maps; below them where it is narrower."""
MOMENTS = 660.0
READABLE = 0.6


class BesideView(Room):
    """Both maps and the list; what is chosen in one is chosen in all."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.strip = JourneyStrip(desk)
        self.comparison = Comparison(desk)
        self.bar = Bar(desk)
        self.surface = Surface(desk)
        self.panel = ChangePanel(desk)
        self.moments = FigureView(desk.engine, desk.look)
        self.page = QWidget()
        self.sheet = QVBoxLayout(self.page)
        self.empty = EmptyNote(desk)
        self.stack = QStackedWidget()
        self.parts = QSplitter()
        self._shown: tuple[str, ...] = ()
        self._deeds = BesideDeeds(self)
        self.voice = SurfaceVoice(desk, self)
        self._build()
        self._connect()

    def deeds(self) -> Mapping[str, Deed]:
        return self._deeds.deeds

    @property
    def mode(self) -> Mode:
        """How both are shown."""
        return self.bar.mode

    def refresh(self) -> None:
        self.comparison.read()
        self._show()

    def apply(self, changes: ChangeSet) -> None:
        self.comparison.read(changes)
        self._show()

    def relook(self) -> None:
        self.refresh()

    def reveal(self, changes: ChangeSet) -> None:
        """The step that an undo or redo changed is chosen and in sight."""
        project = self.desk.session.project
        here = [s for key in sorted(changes.ids(Step)) if (s := project.find(Step, key))]
        mine = [step.id for step in here if step.journey in self.comparison.ids]
        if mine:
            self.choose(mine[0])

    def choose(self, *steps: str) -> None:
        """These steps are chosen and in sight."""
        there = [key for key in steps if self.desk.session.project.find(Step, key)]
        self.desk.selection.choose(Step, *there)
        if there:
            self._bring_forward(there[-1])
            self.surface.reveal(there[-1])

    def choose_made(self, step: str | None) -> None:
        """A step that came back is chosen."""
        if step is not None:
            self.choose(step)
            title = self.desk.session.project.get(Step, step).title
            self.desk.notices.say(self.desk.words("beside.brought", step=title), "good", key="beside.brought")

    def showEvent(self, event: QShowEvent) -> None:
        if self._stale:  # whatever happened meanwhile, a map may have been laid out anew
            self.comparison.forget()
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _build(self) -> None:
        rule = QFrame()
        rule.setProperty("kind", "rule")
        edge = QFrame()
        edge.setProperty("kind", "rule")
        self.stack.addWidget(self.surface)
        self.nothing = QLabel()
        self.nothing.setTextFormat(Qt.TextFormat.PlainText)
        self.nothing.setProperty("kind", "caption")
        self.nothing.setWordWrap(True)
        self.sheet.addWidget(self.nothing)
        self.sheet.addWidget(self.moments, 1)
        self.stack.addWidget(self.page)
        self.parts.addWidget(self.stack)
        self.parts.addWidget(self.panel)
        self.parts.setStretchFactor(0, 1)
        self.parts.setChildrenCollapsible(False)
        self.pages = QStackedWidget()
        both = QWidget()
        inner = QVBoxLayout(both)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(self.bar)
        inner.addWidget(edge)
        inner.addWidget(self.parts, 1)
        self.pages.addWidget(both)
        self.pages.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.strip)
        column.addWidget(rule)
        column.addWidget(self.pages, 1)
        self.setFocusProxy(self.surface)
        self.setTabOrder(self.surface, self.panel.worse)
        self.setTabOrder(self.panel.worse, self.panel.list)

    def _connect(self) -> None:
        desk = self.desk
        self.bar.mode_chosen.connect(self._show)
        self.bar.redesign_chosen.connect(self._on_redesign_chosen)
        self.surface.chosen.connect(lambda step: self.choose(*([step] if step else [])))
        self.surface.opened.connect(self._deeds.open)
        self.surface.menu_wanted.connect(self._deeds.menu)
        self.surface.key_wanted.connect(self._deeds.step_by)
        self.panel.chosen.connect(self._on_line_chosen)
        self.panel.opened.connect(self._deeds.open)
        self.moments.clicked.connect(lambda group: self.choose(group.removeprefix("step-")))
        desk.selection.changed.connect(self._on_selection_changed)
        desk.selection.journey_changed.connect(self._on_journey_changed)

    def _show(self, *_: object) -> None:
        """Everything is that of the comparison."""
        comparison, desk = self.comparison, self.desk
        self.strip.refresh()
        there = bool(comparison.ids)
        self.pages.setCurrentIndex(0 if there else 1)
        self.panel.relook()
        if not there:
            journey = desk.session.project.find(Journey, desk.selection.journey)
            self.empty.show_state(
                journey=journey is not None, today=journey is not None and journey.state is JourneyState.AS_IS
            )
            self.surface.show_maps([], [], "rows")
            self.panel.show_list(None)
            self._shown = ()
            return
        self.bar.show_pair(comparison.pair)
        self.panel.show_list(comparison.list)
        self._show_pictures()
        self._on_selection_changed()

    def _show_pictures(self) -> None:
        comparison, mode = self.comparison, self.mode
        self.stack.setCurrentWidget(self.page if mode == "moments" else self.surface)
        if mode == "moments":
            self._show_moments()
            return
        overlay = mode == "overlay"
        titles = comparison.titles()
        self.surface.setAccessibleName(self.desk.words("beside.surface", today=titles[0], redesign=titles[1]))
        self.surface.standings, self.surface.others = comparison.standings, comparison.others
        self.surface.front = comparison.ids.index(self.desk.selection.journey)
        self.surface.show_maps(comparison.maps(overlay=overlay), titles[1:] if overlay else titles, mode)
        if self._shown != (*comparison.ids, mode):
            self._shown = (*comparison.ids, mode)
            self.surface.fit(READABLE)

    def _show_moments(self) -> None:
        desk, pair = self.desk, self.comparison.pair
        assert pair is not None
        figure = moments_figure(
            desk.session.project,
            pair.today.id,
            pair.redesign.id if pair.redesign else None,
            framework=desk.framework,
            words=desk.words,
            theme=desk.look.theme,
            engine=desk.engine,
            width=MOMENTS,
        )
        margin = desk.look.px(16)
        self.sheet.setContentsMargins(margin, margin, margin, 0)
        self.moments.show_figure(figure)
        if figure is None:
            self.moments.setAccessibleName(desk.words("beside.no_moments"))
        self.nothing.setText(desk.words("beside.no_moments"))
        self.nothing.setVisible(figure is None)

    def _turn(self) -> None:
        """The list stands where there is room for it."""
        broad = self.width() >= self.desk.look.px(BROAD)
        wanted = Qt.Orientation.Horizontal if broad else Qt.Orientation.Vertical
        room = self.width() if broad else self.height()
        if wanted != self.parts.orientation() or sum(self.parts.sizes()) <= 0:
            self.parts.setOrientation(wanted)
            part = self.desk.look.px(300) if broad else round(room * 0.28)
            self.parts.setSizes([max(room - part, 1), part])

    def _bring_forward(self, step: str) -> None:
        """Where one map is seen alone, it is the one of that step."""
        journey = self.desk.session.project.get(Step, step).journey
        if self.surface.alone and journey in self.comparison.ids:
            self.desk.selection.look_at(journey)

    def _on_selection_changed(self) -> None:
        if not self.isVisible():
            return
        chosen = self.desk.selection.ids_of(Step)
        self.surface.mark(frozenset(chosen))
        self.moments.mark(*(f"step-{key}" for key in chosen))
        self.panel.follow(chosen[-1] if chosen else None)
        self.voice.tell()

    def _on_line_chosen(self, steps: tuple[str, ...]) -> None:
        """Lines of one step bring back different things, while the step stays chosen."""
        self.choose(*steps)
        key = "journey.bring-from-today"
        self.desk.actions[key].setEnabled(self.deeds()[key].possible())

    def _on_redesign_chosen(self, key: str) -> None:
        self.comparison.wanted = key
        looked = self.desk.session.project.find(Journey, self.desk.selection.journey)
        if looked is not None and looked.state is JourneyState.TO_BE:
            self.desk.selection.look_at(key)
        self.refresh()

    def _on_journey_changed(self) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True
