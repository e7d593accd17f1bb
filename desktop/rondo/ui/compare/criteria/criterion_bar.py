"""The bar below the table of criteria: the chosen criterion's name, its place, and the note of a score."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QToolButton, QVBoxLayout

from rondo.ui.compare.criteria.criteria_model import CriteriaModel
from rondo.ui.compare.page import capital, said
from rondo.ui.desk import Desk
from rondo.ui.fields import LineField
from rondofile.kinds import EditKind
from rondofile.nouns import comparison


class CriterionBar(QFrame):
    """Renames the criterion, moves it, deletes it; says why a score is what it is."""

    move_wanted = Signal(str, int)
    delete_wanted = Signal(str)

    def __init__(self, desk: Desk, criteria: CriteriaModel) -> None:
        super().__init__()
        words = desk.words
        self._desk, self._criteria = desk, criteria
        self._about: tuple[str, int] | None = None
        self.setProperty("kind", "surface")
        self.name = LineField(desk, words("brief.scores.criterion"), needed=True)
        self.note = LineField(desk, words("compare_view.score_note"))
        self._label = said("", "section")
        self.up = self._button("chevron-up", "compare_view.up")
        self.down = self._button("chevron-down", "compare_view.down")
        self.remove = self._button("trash-2", "compare_view.delete_criterion")
        self.up.clicked.connect(lambda: self._ask_to_move(-1))
        self.down.clicked.connect(lambda: self._ask_to_move(1))
        self.remove.clicked.connect(lambda: self._about and self.delete_wanted.emit(self._about[0]))
        self.name.changed.connect(self._on_name_changed)
        self.note.changed.connect(self._on_note_changed)
        self._arrange()
        self.relook()

    def relook(self) -> None:
        """Distances are those of the look."""
        px = self._desk.look.px
        self._grid.setContentsMargins(px(24), px(8), px(24), px(10))
        self._grid.setHorizontalSpacing(px(16))
        self._grid.setVerticalSpacing(px(4))

    def explain(self, index: QModelIndex) -> None:
        """The bar is about that cell; hidden where there is none."""
        there = index.isValid() and index.row() < len(self._criteria.criteria)
        self.setVisible(there)
        if not there:
            self.forget()
            return
        criterion, score = self._criteria.criteria[index.row()], self._criteria.score(index)
        about = (criterion.id, index.column())
        values = ((self.name, criterion.name), (self.note, score.note if score else ""))
        for field, value in values:
            if about == self._about:
                field.set_value(value)
            else:
                field.commit()
        if about != self._about:
            self._about = about
            for field, value in values:
                field.begin(value)
        self._name_note(index)
        self.note.setEnabled(score is not None)
        self.up.setEnabled(index.row() > 0)
        self.down.setEnabled(index.row() < len(self._criteria.criteria) - 1)

    def forget(self) -> None:
        """What was typed and not kept is forgotten: the record is gone."""
        self._about = None
        for field in (self.name, self.note):
            field.begin("")

    def _name_note(self, index: QModelIndex) -> None:
        architecture, words = self._criteria.architecture(index.column()), self._desk.words
        if architecture is None:
            self._label.setText(words("compare_view.weight_about"))
            return
        test = capital(self._desk.framework.short(architecture))
        score = index.data() or words("compare_view.no_score")
        self._label.setText(words("compare_view.score_about", test=test, score=score))

    def _arrange(self) -> None:
        rule = QFrame()
        rule.setProperty("kind", "rule")
        outer, self._grid, buttons = QVBoxLayout(self), QGridLayout(), QHBoxLayout()
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(rule)
        outer.addLayout(self._grid)
        for button in (self.up, self.down, self.remove):
            buttons.addWidget(button)
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(self._label, 0, 0, 1, 3)
        self._grid.addWidget(self.name, 1, 0, top)
        self._grid.addWidget(self.note, 1, 1, top)
        self._grid.addLayout(buttons, 1, 2, Qt.AlignmentFlag.AlignBottom)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)

    def _button(self, icon: str, key: str) -> QToolButton:
        button = QToolButton()
        button.setIcon(self._desk.look.icon(icon))
        button.setToolTip(self._desk.words(key))
        button.setAccessibleName(self._desk.words(key))
        button.setProperty("kind", "quiet")
        return button

    def _ask_to_move(self, by: int) -> None:
        if self._about:
            self.move_wanted.emit(self._about[0], by)

    def _on_name_changed(self, name: str) -> None:
        if self._about is None:
            return
        key = self._about[0]
        self._desk.session.edit(
            EditKind.SET_CRITERION,
            lambda edit: comparison.set_fields(edit, key, name=name),
            merge_key=self.name.focus_stay,
        )

    def _on_note_changed(self, note: str) -> None:
        if self._about is None:
            return
        key, column = self._about
        row = next((i for i, one in enumerate(self._criteria.criteria) if one.id == key), None)
        index = self._criteria.index(row, column) if row is not None else QModelIndex()
        score = self._criteria.score(index) if index.isValid() else None
        if score is not None:
            self._criteria.set_score(index, score.score, note, self.note.focus_stay)
