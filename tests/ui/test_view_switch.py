"""The switch between views gives way where there is little room, and says what is shown."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QToolButton

from helpers.desks import clear_away, open_desk, park
from rondo.ui.journeys.journey_views import JOURNEY_VIEWS
from rondo.ui.pieces.view_switch import ViewSwitch

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def test_with_room_every_view_has_a_button_and_without_one_button_lists_them(
    qapp: QApplication, tmp_path: Path
) -> None:
    with open_desk(tmp_path, park()) as desk:
        switch = ViewSwitch(desk, JOURNEY_VIEWS, "menu.journey-views")
        switch.show()
        switch.fit(2000)
        assert [button.isVisible() for button in switch.views.values()] == [True] * len(JOURNEY_VIEWS)
        desk.actions["journey.show-responses"].setChecked(True)
        switch.fit(200)
        assert not any(button.isVisible() for button in switch.views.values())
        (listed,) = [b for b in switch.findChildren(QToolButton) if b.isVisible()]
        assert listed.text() == listed.accessibleName() == "Responses"
        assert [a.objectName() for a in listed.menu().actions()] == list(JOURNEY_VIEWS.values())
        assert switch.minimumSizeHint().width() < 200
        switch.hide()
        switch.deleteLater()
        clear_away()
