"""The inbox: a line to type step after step into, and the steps that wait for a phase or a lane."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from rondo.ui.fields.placeholder import tell_placeholder
from rondofile.enums import Phase
from rondofile.kinds import EditKind
from rondofile.nouns import steps
from rondofile.records import Lane, Step

if TYPE_CHECKING:
    from rondo.ui.canvas.capture.waiting import Waiting
    from rondo.ui.canvas.workplace import Workplace

_BREAKS = ("\n", "\r", "\u2028", "\u2029")


def waits(step: Step) -> bool:
    """Whether a step waits in the inbox: it lacks a phase or a lane; our own learning work needs no lane."""
    return step.phase is not Phase.REPEAT and (step.phase is None or step.lane is None)


class CaptureLine(QLineEdit):
    """Enter makes what was typed a step; pasted lines become a step each."""

    taken = Signal()
    """Something was said that will wait."""

    def __init__(self, work: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self.setClearButtonEnabled(True)
        self.textChanged.connect(self._on_text_changed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        tell_placeholder(self)

    def event(self, event: QEvent) -> bool:
        """Tab goes on to the next field here, and adds no step to the map."""
        own = (Qt.Key.Key_Tab, Qt.Key.Key_Escape)
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and event.key() in own:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self.text().splitlines())
        elif event.key() == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
            else:
                self._work.hands.surface.setFocus()
        elif event.key() == Qt.Key.Key_Down:
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def _on_text_changed(self, text: str) -> None:
        if any(mark in text for mark in _BREAKS):
            from rondo.ui.canvas.acting.clipboard import lines_of

            self._take(lines_of(text))

    def _take(self, lines: list[str]) -> None:
        from rondo.ui.canvas.editing.gestures import title_of

        titles = [title for line in lines if (title := title_of(line))]
        self.clear()
        if titles:
            self.taken.emit()
            self._work.edits.capture(titles)


class Inbox(QFrame):
    """A bar under the canvas that folds the list open."""

    def __init__(self, work: Workplace) -> None:
        super().__init__()
        hands = work.hands
        self._work, self._hands, self._open, self._many = work, hands, False, 0
        self._waiting: Waiting | None = None
        words = hands.desk.words
        self.setProperty("kind", "surface")
        self.setAccessibleName(words("canvas_tools.inbox"))
        self._button = QToolButton()
        self._button.setProperty("kind", "fold")
        self._button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._button.setIcon(hands.desk.look.icon("inbox"))
        self._button.clicked.connect(self.toggle)
        self.line = CaptureLine(work)
        self.line.setAccessibleName(words("canvas_tools.capture"))
        self.line.setPlaceholderText(words("canvas_tools.capture_hint"))
        self.line.taken.connect(self._on_line_taken)
        self._column = QVBoxLayout(self)
        self._lay_out()
        hands.scene.planned.connect(self.refresh)
        hands.desk.session.changed.connect(self._on_session_changed)
        hands.desk.selection.changed.connect(self._on_selection_changed)
        self.refresh()

    @property
    def waiting(self) -> Waiting:
        """What the list is folded open to; it is made when it first is."""
        if self._waiting is None:
            from rondo.ui.canvas.capture.waiting import Waiting

            self._waiting = inner = Waiting(self._work)
            inner.list.chosen.connect(lambda keys: self._hands.desk.selection.choose(Step, *keys))
            inner.list.renamed.connect(self._rename_to)
            inner.list.focused.connect(self._ask)
            self._column.addWidget(inner)
            self.setTabOrder(self.line, inner.list)
            self.setTabOrder(inner.list, inner.path)
            self.refresh()
        return self._waiting

    def is_open(self) -> bool:
        """Whether the list is shown."""
        return self._open

    def toggle(self) -> None:
        """The list is shown, and keys go to the line; or it is folded away."""
        self.fold(self._open)
        (self.line if self._open else self._hands.surface).setFocus()

    def fold(self, away: bool) -> None:
        """The list is folded away, or shown."""
        self._open = not away
        self._hands.desk.actions["journey.inbox"].setChecked(self._open)
        self.refresh()

    def rename(self, key: str) -> None:
        """The title of a step that waits is being written in the list."""
        if not self._open:
            self.fold(False)
        self.waiting.list.write(key)

    def refresh(self) -> None:
        """What waits now is shown, with how much it is."""
        hands, words = self._hands, self._hands.desk.words
        journey = hands.journey if hands.can_edit else None
        there = [step for step in hands.project.steps_of(journey) if waits(step)] if journey else []
        self._many = len(there)
        if self.parentWidget() is not None:  # without one it would be a window of its own
            self.setVisible(journey is not None)
        self._button.setText(words("canvas_tools.inbox_count", count=words.number(len(there))))
        self._button.setAccessibleName(words("canvas_tools.inbox"))
        self._button.setAccessibleDescription(words.count("canvas_tools.waiting_count", len(there)))
        if self._open or self._waiting is not None:
            self._show_waiting(there, journey)

    def _show_waiting(self, there: list[Step], journey: str | None) -> None:
        """These steps wait, in the list that is folded open or away."""
        hands, inner = self._hands, self.waiting
        if inner.list.hasFocus():
            self._show_placed(inner.list.shown(), journey)
        inner.list.show_steps([(step, self._note(step)) for step in there], hands.chosen)
        if inner.list.hasFocus() and not there:
            hands.surface.setFocus()
        inner.list.setVisible(bool(there))
        inner.sort_keys.setVisible(bool(there))
        self._ask()
        inner.hint.setText(hands.desk.words(self._hint_now(bool(there))))
        inner.path.setVisible(journey is not None and not there and inner.has_gaps(journey))
        inner.setVisible(self._open)

    def _show_placed(self, waited: list[str], journey: str | None) -> None:
        """What was sorted by key is seen where it stands now, once it is drawn there."""
        placed = [
            step.id for step in self._hands.steps(waited) if step.journey == journey and not waits(step)
        ]
        if placed:
            QTimer.singleShot(0, self, lambda: self._hands.surface.reveal(placed[-1:]))

    def _hint_now(self, waiting: bool) -> str:
        """How to sort; once everything is sorted, what is asked for next."""
        if waiting:
            return "canvas_tools.inbox_keys"
        hands = self._hands
        begun = bool(hands.journey and hands.project.steps_of(hands.journey))
        return "canvas_tools.inbox_sorted" if begun else "canvas_tools.inbox_empty"

    def _note(self, step: Step) -> str:
        """What the step has already: its phase, or its lane."""
        if step.phase is not None:
            phase = self._hands.desk.framework.name(step.phase)
            return self._hands.desk.words("canvas_tools.which_lane", phase=phase)
        lane = self._hands.project.find(Lane, step.lane)
        return (lane.name or self._hands.desk.framework.name(lane.role)) if lane else ""

    def _rename_to(self, key: str, text: str) -> None:
        from rondo.ui.canvas.editing.gestures import title_of

        title, step = title_of(text), self._hands.project.find(Step, key)
        if step is not None and title and title != step.title:
            self._hands.edit(EditKind.RENAME_STEP, lambda edit: steps.rename(edit, key, title))
        else:
            self.refresh()

    def _on_session_changed(self, _: object) -> None:
        self.refresh()

    def _on_selection_changed(self) -> None:
        """A step that waits is chosen, wherever that was done: it is seen among those that wait."""
        if not self._open and any(map(waits, self._hands.steps(self._hands.chosen))):
            self.fold(False)
        if self._waiting is not None:
            self._waiting.list.show_chosen(self._hands.chosen)
            self._ask()

    def _on_line_taken(self) -> None:
        """What is said first is seen to wait; who folds the list away meanwhile has it folded."""
        if not self._many:
            self.fold(False)

    def _ask(self) -> None:
        """What the keys sort into now: the lane, where the chosen steps have their phase."""
        chosen = [step for step in self._hands.steps(self._hands.chosen) if waits(step)]
        asks = bool(chosen) and all(step.phase is not None and step.lane is None for step in chosen)
        inner = self.waiting
        said = inner.sort_keys.said()
        inner.list.digits_are_lanes = asks
        inner.sort_keys.refresh(chosen[-1].phase if asks else None, away=not inner.list.hasFocus())
        if inner.sort_keys.said() not in ("", said) and self._open:
            self._hands.announce(inner.sort_keys.said())

    def _lay_out(self) -> None:
        px = self._hands.desk.look.px
        bar = QHBoxLayout()
        bar.setSpacing(px(8))
        bar.addWidget(self._button)
        bar.addWidget(self.line, 1)
        self._column.setContentsMargins(px(8), px(6), px(8), px(6))
        self._column.setSpacing(px(6))
        self._column.addLayout(bar)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
