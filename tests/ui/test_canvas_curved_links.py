"""Links drawn as curves: one action, one step of history, and what is clicked is what is seen."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPointF

from helpers.canvas_room import open_canvas
from helpers.desks import park, settle
from rondofile.records import Journey

pytestmark = pytest.mark.usefixtures("qapp")


def test_curved_links_are_switched_on_and_undone_in_one_step(tmp_path: Path) -> None:
    with open_canvas(tmp_path, park()) as canvas:
        key = canvas.scene.journey
        deed = canvas.view.deeds()["journey.curved-links"]
        assert deed.possible() and deed.checked is not None and not deed.checked()
        deed.do()
        settle(canvas.desk.session)
        assert canvas.project.get(Journey, key or "").curved and deed.checked()
        plan = canvas.scene.plan
        assert plan is not None
        ways = [
            way for link in plan.links if (way := canvas.scene.stage.way_of(link)) and len(way.points) > 2
        ]
        assert len(ways) > 1 and all(way is not None and way.bends for way in ways)
        canvas.desk.session.undo()
        settle(canvas.desk.session)
        assert not canvas.project.get(Journey, key or "").curved and not deed.checked()


def test_a_curved_link_is_found_where_it_is_seen(tmp_path: Path) -> None:
    with open_canvas(tmp_path, park()) as canvas:
        canvas.view.deeds()["journey.curved-links"].do()
        settle(canvas.desk.session)
        plan, found = canvas.scene.plan, 0
        assert plan is not None
        for link in plan.links:
            way = canvas.scene.stage.way_of(link)
            if way is not None and way.bends:
                x, y = way.line[len(way.line) // 2]
                found += canvas.scene.link_at(QPointF(x, y)) == link
        assert found > 1
