"""What is worth asking next: a line below the inspector, a key that goes there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from helpers.desks import edited, park, settle, wait_for
from helpers.windows import open_window
from rondo.strategy.passes import Ask, passes
from rondo.ui.inspector.panel import Inspector
from rondo.ui.main_window import MainWindow
from rondofile.kinds import EditKind
from rondofile.nouns import steps
from rondofile.records import Journey, Step


@pytest.fixture
def window(tmp_path: Path, qapp: QApplication) -> Iterator[MainWindow]:
    with open_window(tmp_path, park()) as window:
        window.show_view("journey")
        yield window


def unfeel(window: MainWindow) -> tuple[str, ...]:
    """Nobody has said how two steps feel; the two."""
    desk = window.desk
    two = tuple(step.id for step in desk.session.project.steps_of(desk.selection.journey or "")[2:4])
    edited(desk.session, EditKind.SET_STEPS, lambda edit: steps.set_fields(edit, two, feeling=None))
    return two


def said(window: MainWindow) -> str:
    inspector = window.inspector
    assert isinstance(inspector, Inspector)
    return inspector.next.question.text()


def test_the_line_when_something_is_open_then_asks_it_and_the_key_goes_from_step_to_step(
    window: MainWindow,
) -> None:
    two = unfeel(window)
    wait_for(lambda: said(window) == "How does it feel?")
    inspector = window.inspector
    assert isinstance(inspector, Inspector)
    assert inspector.next.done.text() == "9 of 11 answered"
    gone = []
    for _ in range(3):
        window.carry_out("journey.next-question")
        gone += window.desk.selection.ids_of(Step)
    assert gone == [*two, two[0]]


def test_the_line_when_the_last_is_answered_then_asks_what_comes_next(window: MainWindow) -> None:
    two, desk = unfeel(window), window.desk
    wait_for(lambda: said(window) == "How does it feel?")
    edited(desk.session, EditKind.SET_STEPS, lambda edit: steps.set_fields(edit, two, feeling=1))
    journey = desk.session.project.get(Journey, desk.selection.journey or "")
    open_now = [one.ask for one in passes(desk.session.project, journey) if one.open]
    assert Ask.FEELING not in open_now
    inspector = window.inspector
    assert isinstance(inspector, Inspector)
    if open_now:
        wait_for(lambda: said(window) == desk.words(f"asking.{open_now[0]}"))
    else:
        wait_for(lambda: not inspector.next.button.isVisible())
    settle(desk.session)
