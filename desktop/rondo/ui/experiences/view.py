"""The four experiences of a journey: who does what, customer against firm, and a redesign begun with one."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from rondo.figures.experiences import designs, experiences_figure, proposals
from rondo.ui.desk import Desk
from rondo.ui.experiences.beginning import Beginning
from rondo.ui.experiences.options_button import OptionsButton
from rondo.ui.fields.flow import Flow
from rondo.ui.journeys.journey_strip import JourneyStrip
from rondo.ui.journeys.new_journey import begin_journey
from rondo.ui.pieces.figure_view import FigureView
from rondo.ui.pieces.segment import Segment
from rondo.ui.room import Deed, Room
from rondofile.changes import ChangeSet
from rondofile.enums import Experience
from rondofile.records import Journey, Step

PROPOSED, DESIGNS = "proposed", "designs"
POINT, NARROWEST = 1.32, 500.0
"""Pixels a point at 100 % text, and how narrow the picture is drawn, in points."""
TWO = 1080.0
"""So many points wide they stand two by two."""
AROUND = 16
BARS = 3
"""Above what part of the view's height its bars are folded to a button."""
HINTED, LEAST_SEEN = 360, 40
"""Pixels at 100 % text from which there is room for the hint; so much of the picture is always seen."""


class ExperiencesView(Room):
    """What the framework proposes beside today, or today beside its redesigns; the whole or a part."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.shown, self._must_say = PROPOSED, False
        self.strip = JourneyStrip(desk)
        self.beginning = Beginning(desk, self, self._on_made)
        self.switch = {
            key: self._segment(key, place) for key, place in ((PROPOSED, "first"), (DESIGNS, "last"))
        }
        self.part = QComboBox()
        self.part.setAccessibleName(desk.words("experiences.part"))
        self.part.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.part.activated.connect(lambda _: self._draw())
        self.begin = QPushButton(desk.words("experiences.begin_with"))
        self.begin.setProperty("kind", "primary")
        self.begin.setMenu(self.beginning.menu())
        self.options = OptionsButton(desk, self.switch, self.part, self.begin)
        self.strip.add(self.options)
        self.hint = QLabel()
        self.hint.setTextFormat(Qt.TextFormat.PlainText)
        self.hint.setWordWrap(True)
        self.hint.setProperty("kind", "caption")
        self.figure = FigureView(desk.engine, desk.look, press=desk.words("experiences.press"))
        self.figure.clicked.connect(self._on_clicked)
        self.setFocusProxy(self.figure)
        self._build()
        desk.selection.journey_changed.connect(self._on_journey_changed)
        self._deeds = {
            "journey.new": Deed(lambda: begin_journey(desk), lambda: not desk.session.read_only),
            "experiences.begin": Deed(self.begin.showMenu, self.beginning.can_begin),
        }

    def deeds(self) -> Mapping[str, Deed]:
        return self._deeds

    def refresh(self) -> None:
        self.strip.refresh()
        self._fill_parts()
        self._draw()

    def apply(self, changes: ChangeSet) -> None:
        self.refresh()

    def relook(self) -> None:
        self._space()
        self.refresh()

    def show_as(self, key: str) -> None:
        """What is proposed is shown, or what is drawn."""
        self.shown = key
        self._draw()

    def stage(self) -> QWidget:
        return self._ground

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        if self.isVisible() and event.size().width() != event.oldSize().width():
            self._draw()

    def _draw(self) -> None:
        """The picture is as wide as there is room, its words as large as those of the window."""
        desk, journey = self.desk, self._today()
        project, framework, words = desk.session.project, desk.framework, desk.words
        part = self.part.currentData()
        courses = (
            proposals(project, journey, framework, words, part)
            if self.shown == PROPOSED
            else designs(project, journey, words, framework, part)
        )
        zoom = POINT * desk.look.scale
        room = self.figure.maximumViewportSize().width() - desk.look.px(12)
        width = max(room / zoom, NARROWEST)
        self.figure.least = zoom * 0.72
        figure = experiences_figure(
            courses,
            framework=framework,
            words=words,
            theme=desk.look.theme,
            engine=desk.engine,
            width=width,
            columns=2 if width >= TWO else 1,
        )
        self.figure.show_figure(figure if courses else None)
        self._say(bool(courses), journey is not None)

    def _say(self, any_course: bool, any_journey: bool) -> None:
        words = self.desk.words
        key = "hint" if self.shown == PROPOSED else "designs_hint"
        key = key if any_course else "no_designs"
        self.hint.setText(words(f"experiences.{key if any_journey else 'no_journey'}"))
        self._must_say = not (any_course and any_journey)
        self._fit()
        self.begin.setEnabled(self.beginning.can_begin())
        self.part.setVisible(self.part.count() > 1)
        for name, button in self.switch.items():
            button.setChecked(name == self.shown)

    def _fit(self) -> None:
        """Where there is little room, the picture comes first; why there is none is always said."""
        bars = self._row.heightForWidth(self.width()) + self.strip.height()
        folded = bars * BARS > self.height()
        self._bar.setVisible(not folded)
        self.options.setVisible(folded)
        self._under.setVisible(self._must_say or self.height() >= self.desk.look.px(HINTED))

    def _today(self) -> Journey | None:
        return self.beginning.today()

    def _fill_parts(self) -> None:
        words, today, kept = self.desk.words, self._today(), self.part.currentData()
        self.part.clear()
        self.part.addItem(words("experiences.whole"), None)
        for stretch in self.desk.session.project.stretches_of(today.id) if today else ():
            self.part.addItem(stretch.name or words("experiences.part_unnamed"), stretch.id)
        self.part.setCurrentIndex(max(self.part.findData(kept), 0))

    def _on_clicked(self, group: str) -> None:
        """A proposed experience opens its template; a step that is drawn is shown on the map."""
        course, _, step = group.removeprefix("experience-").partition("--step-")
        if course in tuple(Experience):
            self.beginning.open(Experience(course), self.part.currentData())
        elif self.desk.session.project.find(Step, step) is not None:
            self.desk.selection.look_at(course)
            self.desk.selection.choose(Step, step)
            self.desk.actions["journey.show-map"].trigger()

    def _on_made(self) -> None:
        self.show_as(DESIGNS)

    def _segment(self, key: str, place: str) -> Segment:
        button = Segment(place)
        button.setText(self.desk.words(f"experiences.{key}"))
        button.setCheckable(True)
        button.setAutoExclusive(True)
        button.clicked.connect(lambda _=False: self.show_as(key))
        return button

    def _build(self) -> None:
        frame = QFrame()
        frame.setProperty("kind", "switch")
        inner = QHBoxLayout(frame)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.setSpacing(0)
        self._bar = QWidget()
        self._bar.setProperty("kind", "surface")
        self._bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._row = Flow(self._bar)
        for button in self.switch.values():
            inner.addWidget(button)
        for tool in (frame, self.part, self.begin):
            self._row.addWidget(tool)
        self._under = QWidget()
        self._under.setProperty("kind", "surface")
        self._under.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._text = QVBoxLayout(self._under)
        self._text.addWidget(self.hint)
        self._ground = QWidget()
        self._ground.setProperty("kind", "surface")
        self._ground.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._around = QVBoxLayout(self._ground)
        self._around.addWidget(self.figure)
        rules = (QFrame(), QFrame())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.strip, rules[0], self._bar, self._under, rules[1], self._ground):
            column.addWidget(widget, 1 if widget is self._ground else 0)
        for rule in rules:
            rule.setProperty("kind", "rule")
        self._space()

    def _space(self) -> None:
        px = self.desk.look.px
        self._row.setContentsMargins(px(12), px(6), px(12), px(4))
        self._row.setSpacing(px(8))
        self._text.setContentsMargins(px(12), 0, px(12), px(8))
        self.figure.setMinimumHeight(px(LEAST_SEEN))
        self._around.setContentsMargins(px(AROUND), px(8), px(4), 0)

    def _on_journey_changed(self) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True
