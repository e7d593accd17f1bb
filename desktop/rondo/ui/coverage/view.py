"""The coverage view: who would like what, who serves them, and what stands open; scores are set in place."""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QMenu, QVBoxLayout

from rondo.figures.coverage.coverage_measure import written
from rondo.strategy.people.answers import Answer, Answers, Score
from rondo.ui.coverage.cursor import name_of
from rondo.ui.coverage.grid import CoverageGrid
from rondo.ui.coverage.keys import is_offer
from rondo.ui.coverage.plan import NAME
from rondo.ui.coverage.teller import CoverageTeller
from rondo.ui.desk import Desk
from rondo.ui.matrices.matrix_strip import MatrixStrip
from rondo.ui.pieces.accessible import Voice
from rondo.ui.pieces.rule import rule
from rondo.ui.room import Deed, Room
from rondofile.changes import ChangeSet
from rondofile.records import (
    NOUN_OF,
    Fit,
    Journey,
    Placement,
    Player,
    Segment,
    SegmentRole,
    Situation,
    Stretch,
)

SEEN = frozenset(
    NOUN_OF[kind] for kind in (Fit, Journey, Placement, Player, Segment, SegmentRole, Situation, Stretch)
)
"""Nouns of which something is seen here."""
HINTED = 420
"""Pixels at 100 % text from which there is room for a line about the keys."""
WHOLE = 16_777_215
"""Qt's word for no limit: without people the grid is its heads alone, and what to do first stands below."""


class CoverageView(Room):
    """The grid, with a line below about its keys."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setProperty("kind", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.strip, self.grid, self.hint = MatrixStrip(desk), CoverageGrid(desk, self), QLabel()
        self.hint.setTextFormat(Qt.TextFormat.PlainText)
        self.hint.setProperty("kind", "hint")
        self.hint.setWordWrap(True)
        self._voice = Voice(self.grid, lambda: CoverageTeller(self.grid), desk.words("coverage.choose"))
        self.setFocusProxy(self.grid)
        self.menu: QMenu | None = None
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.strip, rule(), self.grid, self.hint):
            column.addWidget(widget, 1 if widget is self.grid else 0)
        self.grid.went.connect(self._on_went)
        self.grid.menu_wanted.connect(self.open_menu)
        desk.selection.changed.connect(self._on_selection_changed)
        self._deeds = self._made_deeds()

    def deeds(self) -> Mapping[str, Deed]:
        return self._deeds

    def refresh(self) -> None:
        self.grid.show_project()
        self._say()

    def apply(self, changes: ChangeSet) -> None:
        if not SEEN.isdisjoint(changes.tables):
            self.refresh()
            self._voice.tell_current()

    def relook(self) -> None:
        self.strip.relook()
        self.grid.relook()
        self._say()

    def reveal(self, changes: ChangeSet) -> None:
        """The score, the offer or the people that an undo or redo changed have the keys."""
        project = self.desk.session.project
        for before, after in changes.of(Fit).values():
            fit = after or before
            if isinstance(fit, Fit) and project.find(Segment, fit.segment) is not None:
                other = before if fit is after else after
                comfort = not isinstance(other, Fit) or other.comfort != fit.comfort
                part = "comfort" if comfort else "value"
                self.grid.go((fit.situation or fit.segment, fit.experience, part))
                return
        for offer in changes.ids(Placement):
            found = self.grid.plan.spot_of(offer)
            if found is not None:
                self.grid.go(found)
                return
        for kind in (Situation, Segment):
            for key in changes.ids(kind):
                if self.grid.plan.line(key) is not None:
                    self.grid.go(name_of(key))
                    return

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._say()

    def open_menu(self, at: QPoint) -> None:
        """What can be done where the keys are."""
        desk, spot, deeds = self.desk, self.grid.spot, self.grid.deeds
        if spot is None:
            return
        self.menu = menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        if deeds.can_score(spot) and deeds.is_own(spot):
            menu.addAction(self._taken_back()).triggered.connect(lambda _=False: deeds.set_score(spot, None))
            menu.addSeparator()
        if deeds.can_offer(spot):
            found = menu.addAction(desk.words("coverage.offer_here"))
            found.triggered.connect(lambda _=False: deeds.offer(spot))
        if spot[2] != NAME:
            found = menu.addAction(desk.words("coverage.matrix_here"))
            found.triggered.connect(lambda _=False: deeds.show_in_matrix(spot))
        else:
            menu.addAction(desk.actions["strategy.new-situation"])
        menu.popup(at)

    def _taken_back(self) -> str:
        """What holds once the score is taken back."""
        words, above = self.desk.words, self._above()
        if above.value is None:
            return words("coverage.forget")
        return words("coverage.own_again", score=written(above))

    def _above(self) -> Answer:
        spot = self.grid.spot
        place = self.grid.plan.place(spot[0], spot[1]) if spot is not None else None
        if spot is None or place is None or place.experience is None:
            return Answer()
        which: Score = "comfort" if spot[2] == "comfort" else "value"
        answers = Answers(self.desk.session.project)
        return answers.score_above(place.segment, place.situation, place.experience, which)

    def _made_deeds(self) -> dict[str, Deed]:
        grid = self.grid
        return {
            "edit.rename": Deed(
                lambda: grid.write(grid.spot[2]) if grid.spot is not None else None,
                lambda: is_offer(grid.spot) and not self.desk.session.read_only,
            ),
            "edit.delete": Deed(
                lambda: grid.deeds.set_score(grid.spot, None) if grid.spot is not None else None,
                lambda: grid.deeds.can_score(grid.spot),
            ),
            "strategy.new-offer": Deed(
                lambda: grid.deeds.offer(grid.spot) if grid.spot is not None else None,
                lambda: grid.deeds.can_offer(grid.spot),
            ),
        }

    def _say(self) -> None:
        """The line about the keys, where there is room; what to do first is always said, and what the signs
        mean where the scores could not be named."""
        words, px = self.desk.words, self.desk.look.px
        anybody = bool(self.grid.plan.lines)
        unnamed = anybody and not self.grid.plan.labelled
        roomy = self.height() >= px(HINTED)
        keys = [words("coverage.keys")] if roomy or not unnamed else []
        said = [words("coverage.signs"), *keys] if unnamed else keys
        self.hint.setText("\n".join(said) if anybody else words("coverage.first"))
        self.hint.setContentsMargins(px(12), px(6), px(12), px(6))
        self.hint.setVisible(unnamed or not anybody or roomy)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._column.setStretchFactor(self.hint, 0 if anybody else 1)
        self.grid.setMaximumHeight(WHOLE if anybody else ceil(self.grid.plan.head) + px(2))

    def _on_went(self) -> None:
        self._voice.tell_current()
        self._voice.tell_chosen()
        self.deeds_changed.emit()

    def _on_selection_changed(self) -> None:
        """People chosen elsewhere are brought into view."""
        selection, grid = self.desk.selection, self.grid
        if not self.isVisible():
            return
        keys = (*selection.ids_of(Segment), *selection.ids_of(Situation))
        if keys and (grid.spot is None or grid.spot[0] not in keys) and grid.plan.line(keys[0]):
            grid.spot = name_of(keys[0])
            grid.bring_into_view(grid.spot)
        grid.viewport().update()
