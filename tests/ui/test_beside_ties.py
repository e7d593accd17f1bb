"""What ties a step to what became of it, across both maps."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from helpers.beside_room import Beside, open_beside
from helpers.desks import park


def cards(beside: Beside) -> dict[str, QImage]:
    """The inner part of every card in view."""
    picture = beside.surface.viewport().grab().toImage()
    found = {}
    for pane in beside.surface.panes():
        for step, box in pane.picture.within(pane.seen):
            place = pane.place(box).adjusted(4, 12, -4, -4).intersected(pane.body)
            found[step] = picture.copy(QRect(place.toRect()))
    return found


def test_it_runs_behind_the_cards_between_them(qapp: QApplication, tmp_path: Path) -> None:
    with open_beside(tmp_path, park(), "visit", (1500, 1000)) as beside:
        beside.view.bar.modes["columns"].click()
        beside.surface.zoom_to(0.4)
        beside.settle()
        surface, crossed, ties = beside.surface, 0, 0
        surface.mark(frozenset())
        plain, bare = cards(beside), surface.viewport().grab().toImage()
        for step in beside.steps(0).values():
            kin = {step.id, *surface.others.get(step.id, ())}
            kin |= {other for one in kin for other in surface.others.get(one, ())}
            surface.mark(frozenset({step.id}))
            ties += surface.viewport().grab().toImage() != bare
            for other, image in cards(beside).items():
                if other not in kin:
                    assert image == plain[other], (step.title, other)
                    crossed += 1
        assert ties >= 5 and crossed >= 50
