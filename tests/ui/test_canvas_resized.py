"""A canvas of another size looks where it should; a scroll bar that comes or goes is no other size."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from helpers.desks import clear_away, open_desk, park, settle
from helpers.resting import come_to_rest
from rondo.ui.canvas.view import JourneyView

BAR, MOST = 14, 30


def test_a_bar_that_comes_or_goes_with_every_look_does_not_lead_to_another_look(
    qapp: QApplication, tmp_path: Path
) -> None:
    with open_desk(tmp_path, park()) as desk:
        view = JourneyView(desk)
        view.resize(800, 600)
        view.show()
        settle(desk.session)
        come_to_rest(view)
        viewport, looks = view.surface.viewport(), 0

        def take_room() -> None:
            nonlocal looks
            looks += 1
            by = -BAR if looks % 2 else BAR
            if looks < MOST:
                viewport.resize(viewport.width() + by, viewport.height())

        view.surface.zoom_changed.connect(take_room)
        viewport.resize(viewport.width() - BAR, viewport.height())
        assert looks == 0, "the surface is as large as it was"
        view.resize(1000, 640)
        come_to_rest(view)
        assert 0 < looks < 5
        view.surface.zoom_changed.disconnect(take_room)
        view.hide()
        view.deleteLater()
        clear_away()
