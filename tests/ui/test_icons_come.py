"""The icons of actions: those of the tool bar with the first picture, those of the menus right after it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from helpers.desks import clear_away, open_desk, park, wait_for
from rondo.ui.frame.action_table import SPEC
from rondo.ui.frame.tool_bar import IN_BAR
from rondo.ui.main_window import MainWindow


def test_the_bar_has_its_icons_at_once_and_the_menus_when_the_window_stands(
    tmp_path: Path, qapp: QApplication
) -> None:
    with open_desk(tmp_path, park()) as desk:
        window = MainWindow(desk)
        bare = {spec.id for spec, action in desk.actions.items() if spec.icon and action.icon().isNull()}
        assert len(bare) > 10 and not bare.intersection(IN_BAR)
        assert sum(bool(SPEC[key].icon) for key in IN_BAR) > 10
        window.show()
        wait_for(lambda: not any(desk.actions[key].icon().isNull() for key in bare))
        window.leave_session()
        clear_away()
