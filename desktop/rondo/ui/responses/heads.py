"""The heads of the response grid: the four experiences above, the steps with what hurts there at the left."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from rondo.ui.desk import Desk
from rondo.ui.pieces.wrapping import Wrapping, widest_word
from rondo.ui.responses.model import EXPERIENCES, ResponsesModel

PAD, GAP, BAR = 8, 2, 4
GROUP = 30
"""The height of the row that names a phase."""
PAINS = 3
"""So many pains of a step are named at its row; the others are counted."""
Said = list[tuple[str, QFont, QColor]]


class _Head(QHeaderView):
    def __init__(self, desk: Desk, model: ResponsesModel, way: Qt.Orientation, parent: QWidget) -> None:
        super().__init__(way, parent)
        self._desk, self._look, self._model = desk, desk.look, model
        self._wrapping = Wrapping()
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.setSectionsClickable(True)

    def said(self, section: int) -> Said:
        """What stands in a section, below each other."""
        return []

    def high(self, section: int, width: int) -> int:
        """The height that a section needs at that width."""
        px = self._look.px
        heights = [
            self._wrapping.height(text, font, width - px(2 * PAD)) for text, font, _ in self.said(section)
        ]
        return sum(heights) + px(GAP) * max(len(heights) - 1, 0) + px(2 * PAD)

    def write(self, painter: QPainter, rect: QRect, said: Said) -> None:
        """The texts stand in the rectangle from its top."""
        px = self._look.px
        y = rect.y() + px(PAD)
        for text, font, ink in said:
            at, room = (rect.x() + px(PAD), y), rect.width() - px(2 * PAD)
            y += self._wrapping.paint(painter, text, font, at, room, ink) + px(GAP)


class ExperienceHead(_Head):
    """The plain line first, because it is what the room remembers; the framework's name below it."""

    def __init__(self, desk: Desk, model: ResponsesModel, parent: QWidget) -> None:
        super().__init__(desk, model, Qt.Orientation.Horizontal, parent)

    def said(self, section: int) -> Said:
        framework, look = self._desk.framework, self._look
        short, name = framework.short(EXPERIENCES[section]), framework.name(EXPERIENCES[section])
        return [
            (short[:1].upper() + short[1:], look.font(13, QFont.Weight.DemiBold), look["ink"]),
            (name, look.font(12), look["ink-secondary"]),
        ]

    def narrowest(self) -> int:
        """The width at which no word of a head is broken."""
        words = [
            widest_word((text,), font) for at in range(len(EXPERIENCES)) for text, font, _ in self.said(at)
        ]
        return max(words) + self._look.px(2 * PAD) + 1

    def sizeHint(self) -> QSize:
        heights = [self.high(at, self.sectionSize(at)) for at in range(self.count())]
        return QSize(super().sizeHint().width(), max(heights, default=0))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        painter.save()
        painter.fillRect(rect, self._look["surface"])
        self.write(painter, rect, self.said(section))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, self._look["edge"])
        painter.fillRect(rect.right(), rect.y(), 1, rect.height(), self._look["line"])
        painter.restore()


class StepHead(_Head):
    """The step and its pains, the heaviest first: ideas answer pains."""

    def __init__(self, desk: Desk, model: ResponsesModel, parent: QWidget) -> None:
        super().__init__(desk, model, Qt.Orientation.Vertical, parent)
        self.wide = 0

    def said(self, section: int) -> Said:
        step, look, words = self._model.step_at(section), self._look, self._desk.words
        if step is None:
            return [(self._model.group_name(section), look.font(13, QFont.Weight.DemiBold), look["ink"])]
        said: Said = [(step.title, look.font(13, QFont.Weight.DemiBold), look["ink"])]
        pains = self._model.pains_at(section)
        for pain in pains[:PAINS]:
            text = words("responses.pain", text=pain.text or words("responses.pain_unnamed"))
            said.append((text, look.font(12), look["bad"]))
        if len(pains) > PAINS:
            more = words.count("responses.more_pains", len(pains) - PAINS)
            said.append((more, look.font(12), look["ink-secondary"]))
        return said

    def sizeHint(self) -> QSize:
        return QSize(self.wide, super().sizeHint().height())

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        painter.save()
        look, phase = self._look, self._model.lines[section].phase
        group = self._model.step_at(section) is None
        ground = (f"{phase}-ground" if phase else "paper") if group else "surface"
        painter.fillRect(rect, look[ground])
        bar = look[str(phase)] if phase else look["line"]
        painter.fillRect(rect.x(), rect.y(), look.px(BAR), rect.height(), bar)
        inner = rect.adjusted(look.px(BAR), 0, 0, 0)
        if group:
            (text, font, _) = self.said(section)[0]
            painter.setFont(font)
            painter.setPen(bar if phase else look["ink-secondary"])
            room = inner.adjusted(look.px(PAD), 0, 0, 0)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        else:
            self.write(painter, inner, self.said(section))
            painter.fillRect(rect.right(), rect.y(), 1, rect.height(), look["edge"])
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, look["line"])
        painter.restore()

    def high(self, section: int, width: int) -> int:
        if self._model.step_at(section) is None:
            return self._look.px(GROUP)
        return super().high(section, width - self._look.px(BAR))
