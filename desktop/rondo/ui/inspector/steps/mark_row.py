"""One pain, delight or wish of a step: what it is, how heavy, why, and how we know."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from rondo.ui.desk import Desk
from rondo.ui.fields import ChoiceField, EvidenceField, Field, LineField, Option
from rondo.ui.fields.field import said
from rondo.ui.fields.ground import paint_ground
from rondo.ui.inspector.pieces.options import evidence_names
from rondofile.enums import MarkKind, PainCause
from rondofile.kinds import EditKind
from rondofile.nouns import marks
from rondofile.records import Mark

WEIGHTS = (1, 2, 3)


class MarkRow(QWidget):
    """Edits one mark. `moved` (-1 or 1) and `removed` are the list's affair."""

    moved = Signal(int)
    removed = Signal()

    def __init__(self, desk: Desk, kind: MarkKind) -> None:
        super().__init__()
        self._desk, self._kind = desk, kind
        self.mark: Mark | None = None
        words, px = desk.words, desk.look.px
        self.text = LineField(desk, desk.framework.name(kind), quiet=True)
        weights = [Option(n, words(f"inspector.weight.{n}")) for n in WEIGHTS]
        self.weight = ChoiceField(desk, words("inspector.weight"), weights, quiet=True)
        unknown = words("inspector.cause_unknown")
        causes = [Option(cause, desk.framework.cause(cause).name) for cause in PainCause]
        self.cause = ChoiceField(desk, words("inspector.cause"), causes, unknown, folded=True, quiet=True)
        self.evidence = EvidenceField(desk, words("inspector.evidence"), evidence_names(desk.framework))
        self.more = self._more_button()
        column = QVBoxLayout(self)
        column.setContentsMargins(px(8), px(8), px(8), px(8))
        column.setSpacing(px(4))
        first = QHBoxLayout()
        first.setSpacing(px(4))
        first.addWidget(self.text, 1)
        first.addWidget(self.more)
        column.addLayout(first)
        self.known = said("", "hint")
        for widget in (self.weight, self.cause, self.known, self.evidence):
            column.addWidget(widget)
        self.cause.setVisible(kind is MarkKind.PAIN)
        self._connect()

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields of the row."""
        return self.text, self.weight, self.cause, self.evidence

    def begin(self, mark: Mark) -> None:
        """The row is about that mark."""
        self.mark = mark
        for field, value in self._values(mark):
            field.begin(value)
        self._show_evidence(False)
        self._explain(mark)

    def follow(self, mark: Mark) -> None:
        """The row shows the mark as it is."""
        self.mark = mark
        for field, value in self._values(mark):
            field.set_value(value)
        self._explain(mark)

    def paintEvent(self, event: object) -> None:
        paint_ground(self, self._desk.look, False, "surface")

    def menu(self) -> QMenu:
        """What can be done with the mark."""
        words, menu = self._desk.words, QMenu(self)
        for key, do in (
            ("mark_up", lambda: self.moved.emit(-1)),
            ("mark_down", lambda: self.moved.emit(1)),
            ("mark_evidence", lambda: self._show_evidence(self.evidence.isHidden())),
            ("mark_remove", self.removed.emit),
        ):
            action = QAction(words(f"inspector.{key}"), menu)
            action.triggered.connect(lambda _=False, do=do: do())
            menu.addAction(action)
        return menu

    def _values(self, mark: Mark) -> tuple[tuple[Field, Any], ...]:
        return (
            (self.text, mark.text),
            (self.weight, mark.weight),
            (self.cause, mark.cause),
            (self.evidence, (mark.evidence, mark.source)),
        )

    def _explain(self, mark: Mark) -> None:
        """Where the cause points (practice 1.5)."""
        framework = self._desk.framework
        self.cause.set_hint(framework.cause(mark.cause).text if mark.cause is not None else "")
        how = framework.name(mark.evidence) if mark.evidence is not None else ""
        line = self._desk.words("inspector.mark_known", how=how, source=mark.source)
        self.known.setText(line if how and mark.source else how or mark.source)
        self.known.setVisible(self.evidence.isHidden() and bool(self.known.text()))

    def _show_evidence(self, on: bool) -> None:
        self.evidence.setVisible(on)
        self.known.setVisible(not on and bool(self.known.text()))

    def _more_button(self) -> QToolButton:
        button = QToolButton()
        button.setText("⋯")
        button.setAccessibleName(self._desk.words("inspector.mark_more"))
        button.clicked.connect(self._on_more_clicked)
        return button

    def _connect(self) -> None:
        self.text.changed.connect(lambda value: self._keep(self.text, text=value))
        self.weight.changed.connect(lambda value: self._keep(self.weight, weight=value))
        self.cause.changed.connect(lambda value: self._keep(self.cause, cause=value))
        self.evidence.changed.connect(
            lambda value: self._keep(self.evidence, evidence=value[0], source=value[1])
        )

    def _keep(self, field: Field, **values: Any) -> None:
        if self.mark is not None:
            key = self.mark.id
            self._desk.session.edit(
                EditKind.SET_MARK, lambda edit: marks.set_fields(edit, key, **values), field.focus_stay
            )

    def _on_more_clicked(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))
