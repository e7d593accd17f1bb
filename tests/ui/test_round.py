"""The keyboard goes round the parts of a window and is trapped in none."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from helpers.desks import park
from helpers.windows import open_window, quiet
from rondo.ui.main_window import MainWindow


def part(window: MainWindow) -> str:
    """Where the keyboard is."""
    focused = QApplication.focusWidget()
    rooms = {"view": window.view, "inspector": window.inspector, "outline": window.outline}
    assert focused is not None
    return next((name for name, room in rooms.items() if room and room.isAncestorOf(focused)), "")


def test_f6_goes_from_the_view_through_the_panels_and_back(qapp: QApplication, tmp_path: Path) -> None:
    with open_window(tmp_path, park(), size=(1400, 800)) as window:
        for key in ("journey", "steps", "matrix"):
            window.go_to(key)
            quiet(50)
            seen = [part(window)]
            for _ in range(3):
                window.desk.actions["view.next-part"].trigger()
                seen.append(part(window))
            assert seen == ["view", "inspector", "outline", "view"], key
            window.desk.actions["view.previous-part"].trigger()
            assert part(window) == "outline"
        window.docks.outline.turn()
        window.go_to("steps")
        window.desk.actions["view.previous-part"].trigger()
        assert part(window) == "inspector", "what is hidden is passed over"
