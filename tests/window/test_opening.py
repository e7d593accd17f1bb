"""The window opens on a real screen, and a screen reader is told what is in it."""

from __future__ import annotations

from helpers.screen import Screen


def test_the_worked_case_opens_and_ends_when_the_system_asks(screen: Screen) -> None:
    program = screen.start("open", "--from", "theme-park")
    program.find("Journey")
    names = {seen.name for seen in program.look()}
    assert {"File", "Edit", "View", "Journey", "Strategy", "Help"} <= names
    program.quit()
