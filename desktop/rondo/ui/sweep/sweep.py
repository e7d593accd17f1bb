"""The sweep over the whole screen: keys alone lead through it, and it can be left at any time."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from rondo.ui.cells.ideas import Spot, make_offer, sheet_of, write_idea
from rondo.ui.cells.reasons import Reasons
from rondo.ui.desk import Desk
from rondo.ui.fields.field import said
from rondo.ui.sweep.course import Course, empty_cells
from rondo.ui.sweep.foot import Foot
from rondo.ui.sweep.little_map import LittleMap
from rondo.ui.sweep.page import SweepPage
from rondofile.records import NOUN_OF, CellSheet, Placement, Segment

KEPT = "sweep"
"""Where the sweep was left, among what is remembered of a project's views."""


class Sweep(QDialog):
    """Return keeps the line and goes on, Ctrl+Return makes it an offer, Esc leaves; nothing typed is lost."""

    def __init__(self, desk: Desk, parent: QWidget | None = None, cells: tuple[Spot, ...] = ()) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._desk, self._reasons = desk, Reasons(desk)
        self._given, self._segment = cells, None if desk.session.project.all(Segment)[1:] else _only(desk)
        self.course = Course(cells or empty_cells(desk.session.project, None))
        self._typed = ""
        self.setWindowTitle(desk.words("sweep.title"))
        self.setProperty("kind", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.map, self.page = LittleMap(desk), SweepPage(desk)
        self.count, self.whom = said(""), said("")
        self.foot = Foot(
            desk,
            {
                "next": self.next,
                "offer": self.offer,
                "back": self.back,
                "whom": lambda: self.ask_for(1),
                "leave": self.reject,
            },
        )
        self._lay_out()
        self._doings = self._keys_do()
        self.page.box.installEventFilter(self)
        self.page.box.typed.connect(lambda: self.page.tell(""))
        desk.session.changed.connect(self._on_changed)
        desk.look.changed.connect(self._on_look_changed)
        self.course.begin_at(self._remembered())
        self._show()

    @property
    def segment(self) -> str | None:
        """The id of the segment it is asked for; None for everybody."""
        return self._segment

    def next(self) -> None:
        """The line is kept as the idea of its cell, and the next cell is thought of."""
        self.keep()
        self.course.go(1)
        self._show()

    def back(self) -> None:
        """The line is kept, and the cell before is thought of again."""
        self.keep()
        self.course.go(-1)
        self._show()

    def offer(self) -> None:
        """The line stands in its cell as an offer that we could make, and the next cell is thought of."""
        spot, text = self.course.spot, self.page.box.text().strip()
        if spot is None or not text or self.course.offered.get(spot) == text:
            self.next()
            return
        self.keep()
        self.course.offered[spot] = text
        make_offer(self._desk, spot, text, self._segment)
        self.course.go(1)
        self._show()

    def ask_for(self, by: int) -> None:
        """The cells are thought of for the next segment, or for everybody."""
        self.keep()
        keys = [None, *(segment.id for segment in self._desk.session.project.all(Segment))]
        here = keys.index(self._segment) if self._segment in keys else 0
        self._segment = keys[(here + by) % len(keys)]
        spot = self.course.spot
        if not self._given:
            offered = self.course.offered
            self.course = Course(empty_cells(self._desk.session.project, self._segment), offered=offered)
            self.course.begin_at(spot)
        self._show()

    def keep(self) -> None:
        """What was typed is the idea of its cell."""
        spot, text = self.course.spot, self.page.box.text().strip()
        if spot is not None and text != self._typed:
            self._typed = text
            write_idea(self._desk, spot, text)

    def done(self, result: int) -> None:
        """The sweep is left: what was typed is kept, and the cell that was thought of is chosen."""
        self.keep()
        spot, desk = self.course.spot, self._desk
        if spot is not None:
            desk.selection.choose_cell(spot)
        standing = desk.session.standing
        if standing is not None:
            code = desk.framework.cell(*spot).code if spot is not None else ""
            view = desk.settings.view_of(standing.doc_id)
            desk.settings.keep_view(standing.doc_id, {**view, KEPT: code})
        super().done(result)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_buttons()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys that lead through the sweep never reach the line."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._does(event):
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._does(event):
            super().keyPressEvent(event)

    def _does(self, event: QKeyEvent) -> bool:
        """Whether the key leads somewhere; then it did."""
        do = self._doings.get(event.keyCombination())
        if do is None and event.matches(QKeySequence.StandardKey.Undo):
            do = self._undo
        elif do is None and event.matches(QKeySequence.StandardKey.Redo):
            do = self._desk.session.redo
        if do is not None:
            do()
        return do is not None

    def _undo(self) -> None:
        """What was just typed is gone, else what was done last is taken back."""
        if self.page.box.text().strip() != self._typed:
            self.page.box.put(self._typed)
        else:
            self._desk.session.undo()

    def _keys_do(self) -> dict[QKeyCombination, Callable[[], None]]:
        """Keys that the line does not take for itself."""
        control, key = Qt.KeyboardModifier.ControlModifier, Qt.Key
        plain = Qt.KeyboardModifier.NoModifier
        return {
            QKeyCombination(plain, key.Key_PageDown): self.next,
            QKeyCombination(plain, key.Key_PageUp): self.back,
            QKeyCombination(plain, key.Key_Down): self.next,
            QKeyCombination(plain, key.Key_Up): self.back,
            QKeyCombination(plain, key.Key_Return): self.next,
            QKeyCombination(plain, key.Key_Tab): lambda: self.ask_for(1),
            QKeyCombination(Qt.KeyboardModifier.ShiftModifier, key.Key_Backtab): lambda: self.ask_for(-1),
            QKeyCombination(control, key.Key_Return): self.offer,
        }

    def focusNextPrevChild(self, forward: bool) -> bool:
        """The line alone takes the focus; Tab asks for whom."""
        return False

    def _show(self) -> None:
        desk, spot, words = self._desk, self.course.spot, self._desk.words
        self.map.show_spot(spot)
        found = desk.session.project.find(Segment, self._segment)
        who = found.name if found is not None else words("sweep.everybody")
        self.whom.setText(words("sweep.for", who=who))
        self.whom.setVisible(bool(desk.session.project.all(Segment)))
        if spot is None:
            self._show_end()
            return
        at, all_ = words.number(self.course.at + 1), words.number(len(self.course.cells))
        self.count.setText(words.count("sweep.count", self.course.left, at=at, all=all_))
        self._show_buttons()
        like = words("sweep.like", who=who) if found is not None else words("sweep.like.everybody")
        self.page.box.setPlaceholderText(like)
        self._fill(spot)
        self.page.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_buttons(self) -> None:
        segments = self._desk.session.project.all(Segment)
        self.foot.tell(self.course.spot is None, bool(segments), self.height())

    def _fill(self, spot: Spot) -> None:
        sheet = sheet_of(self._desk.session.project, spot)
        self._typed = sheet.idea if sheet is not None else ""
        told = self._desk.words("sweep.offered") if spot in self.course.offered else ""
        self.page.show_cell(spot, self._reasons.of(spot, self._segment), self._typed, told)

    def _show_end(self) -> None:
        words, project = self._desk.words, self._desk.session.project
        cells = set(self.course.cells)
        ideas = [s.idea for s in project.all(CellSheet) if s.idea and (s.experience, s.architecture) in cells]
        self.count.setText(words("sweep.end"))
        self._show_buttons()
        offers = words.count("sweep.end.offers", len(self.course.offered))
        line = words("sweep.end.line", ideas=words.count("sweep.end.ideas", len(ideas)), offers=offers)
        heading = words.count("sweep.end.heading", len(self.course.cells))
        self.page.show_end(heading if cells else words("sweep.none"), line if cells else "", ideas[:8])
        self._typed = ""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remembered(self) -> Spot | None:
        """Where the sweep was left, or the cell that is chosen now."""
        desk = self._desk
        cell = desk.selection.cell
        if cell is not None and cell in self.course.cells:
            return cell  # type: ignore[return-value]
        standing = desk.session.standing
        code = desk.settings.view_of(standing.doc_id).get(KEPT) if standing else ""
        return next(
            ((one.experience, one.architecture) for one in desk.framework.cells if one.code == code), None
        )

    def _lay_out(self) -> None:
        px = self._desk.look.px
        head = QHBoxLayout()
        head.setSpacing(px(20))
        for widget, stretch in ((self.map, 0), (self.count, 1), (self.whom, 1)):
            head.addWidget(widget, stretch, Qt.AlignmentFlag.AlignVCenter)
        self.whom.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(32), px(24), px(32), px(20))
        column.addLayout(head)
        column.addWidget(self.page, 1)
        column.addWidget(self.foot)

    def _on_changed(self, changes: object) -> None:
        """The line shows what the cell says, where nothing else was typed meanwhile."""
        tables = getattr(changes, "tables", ())
        spot = self.course.spot
        if spot is None:
            self._show_end()
        elif NOUN_OF[CellSheet] in tables and self.page.box.text().strip() == self._typed:
            self._fill(spot)
        if NOUN_OF[Placement] in tables:
            self.map.update()
            self._forget_what_was_taken_back()

    def _forget_what_was_taken_back(self) -> None:
        """A line counts as an offer only while that offer stands in its cell."""
        offers = self._desk.session.project.all(Placement)
        there = {(one.experience, one.architecture, one.offer) for one in offers}
        offered = self.course.offered
        for spot, text in tuple(offered.items()):
            if (*spot, text) not in there:
                del offered[spot]
        self.page.tell(self._desk.words("sweep.offered") if self.course.spot in offered else "")

    def _on_look_changed(self) -> None:
        self.page.relook()
        self.map.updateGeometry()


def _only(desk: Desk) -> str | None:
    """The one segment there is."""
    segments = desk.session.project.all(Segment)
    return segments[0].id if segments else None


def sweep(desk: Desk, parent: QWidget, cells: tuple[Spot, ...] = ()) -> Sweep:
    """The sweep is over the whole screen."""
    shown = Sweep(desk, parent, cells)
    shown.showFullScreen()
    return shown
