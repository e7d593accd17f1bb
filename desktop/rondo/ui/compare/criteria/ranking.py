"""The ranking, for those who ask for it: totals as bars, and the sentence that says what they rest on."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from rondo.strategy.comparison import Total, totals
from rondo.ui.compare.page import capital, said
from rondo.ui.desk import Desk
from rondofile.enums import Architecture
from rondofile.project import Project
from rondofile.records import Criterion

SCALE = 10.0


class Ranking(Struct, frozen=True):
    """Totals from high to low, those that have none last in the order of the columns."""

    rows: tuple[Total, ...]
    turns: bool
    """Whether one point on one criterion would change who is first."""

    @property
    def complete(self) -> bool:
        return all(row.value is not None for row in self.rows)


def ranking(project: Project, columns: tuple[Architecture, ...]) -> Ranking:
    """The ranking of those columns."""
    found = [total for total in totals(project) if total.architecture in columns]
    rows = tuple(sorted(found, key=lambda row: -1.0 if row.value is None else -row.value - 100))
    known = [row.value for row in rows if row.value is not None]
    weights = [one.weight for one in project.all(Criterion) if one.weight > 0]
    point = max(weights) / sum(weights) if weights else 0.0
    return Ranking(rows, len(known) > 1 and known[0] - known[1] <= point)


def rests_on(found: Ranking, project: Project, desk: Desk) -> str:
    """What the totals are worth, before anybody reads them."""
    words = desk.words
    weighed = [one for one in project.all(Criterion) if one.weight > 0]
    if not weighed:
        return words("compare_view.rank_none")
    scored = sum(row.scored for row in found.rows)
    of = sum(row.of for row in found.rows)
    said_so = [
        words("compare_view.rank_rests", scored=words.number(scored), of=words.number(of)),
        words("compare_view.rank_several"),
    ]
    if found.turns:
        said_so.insert(1, words("compare_view.rank_turns"))
    if not found.complete:
        said_so.insert(1, words("compare_view.rank_incomplete"))
    return " ".join(said_so)


class RankingPanel(QWidget):
    """One line for each column: its short test, a bar, its total."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._sentence = said("", "caption")
        self._lines = QGridLayout()
        self._lines.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._sentence)
        column.addLayout(self._lines)
        self.setAccessibleName(desk.words("compare_view.ranking"))

    @property
    def sentence(self) -> str:
        """What the totals rest on, as it is said."""
        return self._sentence.text()

    def show_for(self, columns: tuple[Architecture, ...]) -> None:
        """The ranking is that of these columns."""
        project = self._desk.session.project
        found = ranking(project, columns)
        self._sentence.setText(rests_on(found, project, self._desk))
        while item := self._lines.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        px = self._desk.look.px
        self._lines.setHorizontalSpacing(px(12))
        self._lines.setVerticalSpacing(px(6))
        for place, row in enumerate(found.rows if found.rows and found.rows[0].of else ()):
            self._add(place, row)

    def _add(self, place: int, row: Total) -> None:
        words = self._desk.words
        name = capital(self._desk.framework.short(row.architecture))
        label, value = QLabel(name), QLabel(self._valued(row))
        for text in (label, value):
            text.setTextFormat(Qt.TextFormat.PlainText)
        bar = QProgressBar()
        bar.setRange(0, round(SCALE * 10))
        bar.setValue(round((row.value or 0.0) * 10))
        bar.setTextVisible(False)
        bar.setAccessibleName(words("compare_view.total_of", column=name, total=self._valued(row)))
        bar.setVisible(row.value is not None)
        self._lines.addWidget(label, place, 0)
        self._lines.addWidget(bar, place, 1)
        self._lines.addWidget(value, place, 2)

    def _valued(self, row: Total) -> str:
        words = self._desk.words
        if row.value is not None:
            return words.number(row.value)
        return words("compare_view.scored", n=words.number(row.scored), of=words.number(row.of))
