"""The bar below the table of steps: why somebody does the chosen step there, and whether it must stay."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout

from rondo.strategy.journeys.recast import Assignment
from rondo.ui.compare.page import capital, said
from rondo.ui.compare.roles.performers import why
from rondo.ui.desk import Desk
from rondo.ui.fields import LineField, TickField
from rondofile.enums import Architecture
from rondofile.kinds import EditKind
from rondofile.nouns import steps
from rondofile.records import Step


class StepBar(QFrame):
    """Explains one step under one architecture, and keeps it with us or lets it go."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        words = desk.words
        self._desk = desk
        self._step: str | None = None
        self.setProperty("kind", "surface")
        self.setObjectName("step-bar")
        self._title, self._why = said("", "section"), said("")
        self.stays = TickField(desk, words("compare_view.stays_question"))
        self.reason = LineField(
            desk,
            words("compare_view.stays_reason"),
            placeholder=words("compare_view.stays_reason_like"),
            quiet=True,
        )
        self.stays.changed.connect(self._on_stays_changed)
        self.reason.changed.connect(self._on_reason_changed)
        rule = QFrame()
        rule.setProperty("kind", "rule")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(rule)
        self._grid = QGridLayout()
        outer.addLayout(self._grid)
        self._grid.addWidget(self._title, 0, 0)
        self._grid.addWidget(self._why, 1, 0)
        self._grid.addWidget(self.stays, 0, 1)
        self._grid.addWidget(self.reason, 1, 1)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        self._grid.setRowStretch(1, 1)
        self.relook()

    def relook(self) -> None:
        """Distances are those of the look."""
        px = self._desk.look.px
        self._grid.setContentsMargins(px(24), px(8), px(24), px(10))
        self._grid.setHorizontalSpacing(px(24))
        self._grid.setVerticalSpacing(px(2))

    def explain(self, step: Step | None, architecture: Architecture | None, one: Assignment | None) -> None:
        """The bar is about that step; without an architecture about the step alone."""
        self.setVisible(step is not None)
        if step is None:
            self._step = None
            return
        framework, words = self._desk.framework, self._desk.words
        if architecture is not None and one is not None:
            who, test = framework.name(one.role), capital(framework.short(architecture))
            self._title.setText(words("compare_view.under", step=step.title, test=test, who=who))
            self._why.setText(why(self._desk, one, architecture))
        else:
            self._title.setText(step.title)
            self._why.setText(words("compare_view.choose_cell"))
        fields = ((self.stays, step.must_stay), (self.reason, step.must_stay_reason))
        for field, value in fields:
            if step.id == self._step:
                field.set_value(value)
            else:
                field.commit()
        if step.id != self._step:
            self._step = step.id
            for field, value in fields:
                field.begin(value)
        self.reason.setVisible(step.must_stay)

    def _on_stays_changed(self, stays: bool) -> None:
        step = self._step
        if step is not None:
            self._desk.session.edit(
                EditKind.SET_STEPS, lambda edit: steps.set_fields(edit, [step], must_stay=stays)
            )

    def _on_reason_changed(self, reason: str) -> None:
        step = self._step
        if step is not None:
            self._desk.session.edit(
                EditKind.SET_STEPS,
                lambda edit: steps.set_fields(edit, [step], must_stay_reason=reason),
                merge_key=self.reason.focus_stay,
            )
