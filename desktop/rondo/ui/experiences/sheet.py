"""The template of an experience: steps for the customer and for us, to be ticked and reworded in place."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QGridLayout, QLabel, QLineEdit, QWidget

from rondo.strategy.framework.flows import FlowStep
from rondo.strategy.journeys.experiences import Beat, Flow, Side, beat_of
from rondo.ui.desk import Desk
from rondo.ui.experiences.making import Planned
from rondo.ui.sheets.sheet import Sheet
from rondofile.enums import Experience
from rondofile.records import Journey
from rondofile.text import TITLE

WIDTH, HEIGHT = 760, 640


class Chosen(Struct, frozen=True):
    """What was chosen. `part`: a stretch, None = the whole; `course`: a redesign, None = a new one."""

    planned: tuple[Planned, ...]
    part: str | None
    course: str | None


class TemplateSheet(Sheet):
    """Asks what of the template becomes steps, of which part, and in which redesign."""

    def __init__(
        self,
        desk: Desk,
        experience: Experience,
        today: Journey,
        part: str | None,
        then: Callable[[Chosen], None],
        parent: QWidget,
    ) -> None:
        words, framework = desk.words, desk.framework
        title = words("experiences.sheet", experience=framework.name(experience))
        super().__init__(desk.look, title, parent, WIDTH)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._today, self._then = desk, today, then
        self._flow = framework.flows[experience]
        short = framework.short(experience)
        says = f"{short[:1].upper()}{short[1:]}. {words('experiences.sheet_says')}"
        self.add_text(says, "caption")
        self._where = QGridLayout()
        self._where.setHorizontalSpacing(self.look.px(16))
        self._where.setVerticalSpacing(self.look.px(4))
        self.body.addLayout(self._where)
        self.part, self.course = self._parts(part), self._courses()
        column = self.scrolled()
        column.addWidget(self._steps())
        column.addStretch(1)
        self.counts = self.add_text("", "section")
        self.make = self.add_button(words("experiences.make"), "primary")
        self.make.clicked.connect(self._on_make)
        self.add_cancel(words("experiences.cancel"))
        self.course.currentIndexChanged.connect(self._show)
        self.grow_to(WIDTH, HEIGHT)
        self._show()

    def flow(self) -> Flow:
        """What is ticked, as a flow."""
        return Flow(tuple(beat for tick, _, beat in self.rows if tick.isChecked()))

    def planned(self) -> tuple[Planned, ...]:
        """What is ticked, as steps to be made, in their own words."""
        made = []
        for (tick, words, beat), step in zip(self.rows, self._flow, strict=True):
            title = " ".join(words.text().split())[:TITLE].strip() or step.title
            phase = self._desk.framework.step_kind(step.kind).phase
            if tick.isChecked():
                made.append(
                    Planned(title, beat.side, step.kind, phase, beat.known, step.aware_first, step.trigger)
                )
        return tuple(made)

    def _parts(self, part: str | None) -> QComboBox:
        words, project = self._desk.words, self._desk.session.project
        box = _box(self, words("experiences.part"))
        box.addItem(words("experiences.whole"), None)
        for stretch in project.stretches_of(self._today.id):
            box.addItem(stretch.name or words("experiences.part_unnamed"), stretch.id)
        box.setCurrentIndex(max(box.findData(part), 0))
        self._labelled(words("experiences.part"), box)
        return box

    def _courses(self) -> QComboBox:
        words, project = self._desk.words, self._desk.session.project
        box = _box(self, words("experiences.where"))
        box.addItem(words("experiences.own"), None)
        for redesign in project.redesigns_of(self._today.id):
            box.addItem(words("experiences.into", name=redesign.name), redesign.id)
        self._labelled(words("experiences.where"), box)
        return box

    def _labelled(self, name: str, box: QComboBox) -> None:
        label = QLabel(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty("kind", "section")
        label.setBuddy(box)
        column = self._where.count() // 2
        self._where.addWidget(label, 0, column)
        self._where.addWidget(box, 1, column)
        self._where.setColumnStretch(column, 4 + column)

    def _steps(self) -> QWidget:
        """One row a step, in the column of who does it."""
        holder, px, words = QWidget(), self.look.px, self._desk.words
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(px(6))
        for column, side in enumerate((Side.CUSTOMER, Side.FIRM)):
            head = QLabel(words(f"experiences.lane_{side}"))
            head.setTextFormat(Qt.TextFormat.PlainText)
            head.setProperty("kind", "section")
            grid.addWidget(head, 0, column)
            grid.setColumnStretch(column, 1)
        self.rows: list[tuple[QCheckBox, QLineEdit, Beat]] = []
        for row, step in enumerate(self._flow, 1):
            beat = beat_of(step)
            grid.addWidget(self._step(step, beat), row, 0 if beat.side is Side.CUSTOMER else 1)
        return holder

    def _step(self, step: FlowStep, beat: Beat) -> QWidget:
        words, framework, px = self._desk.words, self._desk.framework, self.look.px
        card = QFrame()
        card.setProperty("kind", "card")
        grid = QGridLayout(card)
        grid.setContentsMargins(px(8), px(6), px(8), px(8))
        grid.setVerticalSpacing(px(2))
        tick = QCheckBox(framework.name(step.kind).replace("&", "&&"))
        tick.setChecked(True)
        tick.setAccessibleName(words("experiences.keep", kind=framework.name(step.kind), title=step.title))
        field = QLineEdit(step.title)
        field.setMaxLength(TITLE)
        field.setCursorPosition(0)
        field.setAccessibleName(words("experiences.title_of", title=step.title))
        tick.toggled.connect(field.setEnabled)
        tick.toggled.connect(self._show)
        grid.addWidget(tick, 0, 0)
        grid.addWidget(field, 1, 0)
        if beat.known:
            names = [words("experiences.known", what=n, how=framework.name(how)) for n, how in beat.known]
            known = QLabel(words("experiences.we_know", what=words.listed(names)))
            known.setTextFormat(Qt.TextFormat.PlainText)
            known.setWordWrap(True)
            known.setProperty("kind", "caption")
            grid.addWidget(known, 2, 0)
        self.rows.append((tick, field, beat))
        return card

    def _show(self) -> None:
        """What is ticked is counted; the button says what it does."""
        words, flow = self._desk.words, self.flow()
        own, of = flow.customer_share
        asked = len(flow.needs_permission)
        counts = (
            words("experiences.share", own=words.number(own), of=words.number(of)),
            words.count("experiences.know", len(flow.must_know)),
            words.count("experiences.permission", asked) if asked else words("experiences.no_permission"),
        )
        self.counts.setText(" · ".join(counts))
        self.make.setEnabled(bool(flow.beats))
        into = self.course.currentData() is not None
        self.make.setText(words("experiences.replace" if into else "experiences.make"))

    def _on_make(self) -> None:
        self._then(Chosen(self.planned(), self.part.currentData(), self.course.currentData()))
        self.accept()


def _box(parent: QWidget, name: str) -> QComboBox:
    box = QComboBox(parent)
    box.setAccessibleName(name)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return box
