"""Side by side after any edits of what steps say: what a comparison from nothing shows, steps and lines."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from PySide6.QtWidgets import QApplication

from helpers.beside_room import open_beside
from helpers.desks import edited
from helpers.pairs import kept_pair
from rondo.ui.beside.change_model import ChangeModel
from rondo.ui.beside.comparison import Comparison
from rondofile.kinds import EditKind
from rondofile.records import Step

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
TURNS = 24


@pytest.mark.parametrize("name", ["theme-park", "heart"])
def test_after_every_edit_steps_stand_as_in_a_comparison_from_nothing(
    qapp: QApplication, tmp_path: Path, name: str
) -> None:
    pair, chance, followed = kept_pair(name), Random(3), 0
    with open_beside(tmp_path, pair.project, pair.to_be) as beside:
        comparison, desk = beside.view.comparison, beside.desk
        for turn in range(TURNS):
            steps = [step for key in comparison.ids for step in desk.session.project.steps_of(key)]
            step, other = chance.choice(steps), chance.choice(steps)
            fields: list[dict[str, object]] = [
                {"title": f"{other.title} {turn % 2}"},
                {"feeling": chance.choice([-2, 1])},
                {"wait_minutes": chance.choice([None, 40.0])},
            ]
            said = chance.choice(fields)
            edited(
                desk.session,
                EditKind.SET_STEPS,
                lambda edit, key=step.id, said=said: edit.change(Step, key, **said),  # type: ignore[misc]
            )
            fresh = Comparison(desk)
            fresh.wanted = comparison.wanted
            fresh.read()
            assert comparison.list == fresh.list, f"turn {turn}"
            assert dict(comparison.standings) == dict(fresh.standings), f"turn {turn}"
            there, found = dict(comparison.others), dict(fresh.others)
            assert {k: set(v) for k, v in there.items()} == {k: set(v) for k, v in found.items()}
            model = ChangeModel(desk.words)
            model.show(fresh.list)
            assert beside.rows(beside.panel.list) == model.rows
            followed += comparison.kept.touched is not None
    assert followed > 3
