"""What is done from the table: each of these is one edit of the project."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from rondo.ui.desk import Desk
from rondo.ui.fields.number import read_duration
from rondo.ui.journeys.new_journey import lane_name
from rondo.ui.journeys.step_chooser import StepChooser
from rondo.ui.steps import copies, edits
from rondo.ui.steps.choices import FIELDS, choice_menu
from rondo.ui.steps.columns import Column
from rondo.ui.steps.lines import GROUPS, Group, group_of
from rondo.ui.steps.model import LINE, STEP
from rondo.ui.steps.shifting import shifted
from rondo.ui.steps.table import StepsTable
from rondofile.enums import LaneRole
from rondofile.kinds import EditKind
from rondofile.nouns import steps
from rondofile.records import Step
from rondofile.text import TITLE, clean_text


def title_of(text: str) -> str:
    """A text as a title: one line, clean, without blanks around it; empty for nothing."""
    return " ".join(clean_text(text).split())[:TITLE].strip()


class Doing:
    """Acts on what is chosen in a table."""

    def __init__(self, desk: Desk, table: StepsTable) -> None:
        self._desk, self._table = desk, table
        self.shown: QMenu | None = None
        self.chooser: StepChooser | None = None
        table.written.connect(self._on_written)
        table.poured.connect(self._on_poured)
        table.list_wanted.connect(self.open_list)
        table.move_wanted.connect(self.move)

    @property
    def journey(self) -> str | None:
        """The journey in the table."""
        return self._table.steps.facts.journey

    @property
    def can_edit(self) -> bool:
        """Whether there is a journey that may be changed."""
        return self.journey is not None and not self._desk.session.read_only

    @property
    def can_change(self) -> bool:
        """Whether steps are chosen that may be changed."""
        return self.can_edit and bool(self._table.chosen())

    def add(self, titles: Sequence[str], group: Group) -> None:
        """The titles are steps, last in that group."""
        journey, wanted = self.journey, [title for text in titles if (title := title_of(text))]
        first_lane = lane_name(self._desk, LaneRole.CUSTOMER)
        if journey is not None and wanted:
            self._desk.session.edit(
                EditKind.ADD_STEPS, lambda edit: edits.add_below(edit, journey, wanted, group, first_lane)
            )

    def set(self, keys: Sequence[str], field: str, value: Any) -> None:
        """Those steps have that value."""
        there = self._there(keys)
        free = [step for step in there if field != "lane" or not step.locked]
        if there and not free:
            self._say_locked()
        changed = [step.id for step in free if getattr(step, field) != value]
        kind = EditKind.MOVE_STEPS if field == "lane" else EditKind.SET_STEPS
        if changed:
            self._desk.session.edit(kind, lambda edit: edits.set_field(edit, changed, field, value))

    def move(self, phases: int, lines: int) -> None:
        """The chosen steps stand in another phase, or further up or down in their own."""
        there = self._there(self._table.chosen())
        if not there or not self.can_edit:
            return
        if lines:
            self._shift_lines(there, lines)
        else:
            self._shift_phase(there, phases)

    def delete(self) -> None:
        """The chosen steps are gone; the one beside them is chosen."""
        keys = self._table.chosen()
        heir = self._heir(keys)
        self._desk.session.edit(EditKind.DELETE_STEPS, lambda edit: steps.delete(edit, *keys))
        if heir is not None:
            self._desk.selection.choose(Step, heir)

    def duplicate(self) -> None:
        """Copies of the chosen steps stand below them, and are chosen."""
        keys = self._table.chosen()
        self._desk.session.edit(
            EditKind.PASTE,
            lambda edit: copies.duplicate(edit, keys),
            then=lambda made: self._desk.selection.choose(Step, *made),
        )

    def copy(self) -> None:
        """The chosen lines are on the clipboard, as text that a spreadsheet takes."""
        facts = self._table.steps.facts
        rows = ["\t".join(facts.text(step, column) for column in Column) for step in self._chosen_in_order()]
        QGuiApplication.clipboard().setText("\n".join(rows))

    def paste(self) -> None:
        """Each line of the text on the clipboard is a step, below where the keys are."""
        text = QGuiApplication.clipboard().text()
        line = self._table.currentIndex().data(LINE)
        self.add([row.split("\t")[0] for row in text.splitlines()], line.group if line else None)

    def choose_all(self) -> None:
        """Every step of the journey is chosen."""
        journey = self.journey
        if journey is not None:
            found = self._desk.session.project.steps_of(journey)
            self._desk.selection.choose(Step, *(step.id for step in found))

    def open_list(self, index: QModelIndex) -> QMenu | None:
        """What can be chosen in a cell is listed there; it is chosen for all chosen steps."""
        step, column = index.data(STEP), Column(index.column())
        if step is None or not self.can_edit:
            return None
        if column is Column.GOES_TO:
            self.choose_targets(step.id, index)
            return None
        keys = self._table.chosen()
        about = keys if step.id in keys else (step.id,)
        menu = choice_menu(
            self._desk, step, column, lambda value: self.set(about, FIELDS[column], value), self._table
        )
        self._pop_up(menu, index)
        return menu

    def choose_targets(self, step: str, index: QModelIndex) -> None:
        """The steps that it leads to are chosen from a list, below the cell."""
        self.chooser = StepChooser(self._desk, step, self._table)
        self.chooser.destroyed.connect(self._forget_chooser)
        below = self._table.visualRect(index).bottomLeft()
        self.chooser.open_at(self._table.viewport().mapToGlobal(below + QPoint(0, 1)))

    def _forget_chooser(self) -> None:
        self.chooser = None

    def _pop_up(self, menu: QMenu, index: QModelIndex) -> None:
        self.shown = menu
        menu.aboutToHide.connect(menu.deleteLater)
        menu.destroyed.connect(self._forget)
        rect = self._table.visualRect(index)
        menu.setMinimumWidth(rect.width())
        menu.popup(self._table.viewport().mapToGlobal(rect.bottomLeft() + QPoint(0, 1)))
        ticked = next((action for action in menu.actions() if action.isChecked()), None)
        menu.setActiveAction(ticked or menu.actions()[0])

    def _forget(self) -> None:
        self.shown = None

    def _shift_lines(self, there: Sequence[Step], by: int) -> None:
        """Steps of one group go up or down in it together."""
        if len({group_of(step) for step in there}) > 1:
            return
        everyone = self._desk.session.project.steps_of(there[0].journey)
        found = shifted(everyone, {step.id for step in there}, by)
        if found.positions:
            self._desk.session.edit(EditKind.REORDER, lambda edit: edits.shift(edit, found))

    def _shift_phase(self, there: Sequence[Step], by: int) -> None:
        """Every chosen step one group further; before the first and after the last there is none."""
        first_lane = lane_name(self._desk, LaneRole.CUSTOMER)
        free = [step for step in there if not step.locked]
        if not free:
            self._say_locked()
        wanted: dict[Group, list[str]] = {}
        for step in free:
            at = GROUPS.index(group_of(step)) + by
            if 0 <= at < len(GROUPS):
                wanted.setdefault(GROUPS[at], []).append(step.id)
        if wanted:
            self._desk.session.edit(
                EditKind.MOVE_STEPS, lambda edit: edits.put_in_phases(edit, wanted, first_lane)
            )

    def _on_written(self, index: QPersistentModelIndex, text: str) -> None:
        line, step, column = index.data(LINE), index.data(STEP), Column(index.column())
        if step is None:
            self.add([text], line.group)
        elif column is Column.TITLE:
            title = title_of(text)
            if title and title != step.title:
                self._desk.session.edit(EditKind.RENAME_STEP, lambda edit: steps.rename(edit, step.id, title))
        elif column is Column.WAIT:
            self._set_wait(step, text)
        elif column is Column.PAINS and text.strip() != self._table.steps.facts.written(step, column):
            self._desk.session.edit(
                EditKind.SET_MARK, lambda edit: edits.set_first_pain(edit, step.id, text.strip())
            )

    def _set_wait(self, step: Step, text: str) -> None:
        words = self._desk.words
        try:
            minutes = read_duration(text, words) if text.strip() else None
        except ValueError:
            self._desk.notices.say(words("fields.not_a_duration"), key="steps.refused")
            return
        keys = self._table.chosen()
        self.set(keys if step.id in keys else (step.id,), "wait_minutes", minutes)

    def _on_poured(self, index: QPersistentModelIndex, lines: Sequence[str]) -> None:
        line, step = index.data(LINE), index.data(STEP)
        if step is not None:
            self._on_written(index, " ".join(lines))
        else:
            self.add(lines, line.group)

    def _heir(self, keys: Sequence[str]) -> str | None:
        """The step that is chosen when those are gone: the one below them, else above them."""
        order, gone = [line.step for line in self._table.steps.lines if line.step], set(keys)
        at = [row for row, key in enumerate(order) if key in gone]
        left = [key for key in [*order[at[-1] :], *reversed(order[: at[-1]])] if key not in gone]
        return left[0] if left else None

    def _chosen_in_order(self) -> list[Step]:
        wanted = set(self._table.chosen())
        return self._there([line.step for line in self._table.steps.lines if line.step in wanted])

    def _there(self, keys: Sequence[str]) -> list[Step]:
        project = self._desk.session.project
        return [step for key in keys if (step := project.find(Step, key)) is not None]

    def _say_locked(self) -> None:
        self._desk.notices.say(self._desk.words("canvas_tools.locked"), key="canvas.refused")
