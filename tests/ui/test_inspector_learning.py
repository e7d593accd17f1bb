"""What the inspector asks about something learned: what, about whom, its level, and which step uses it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from helpers.desks import park, settle
from helpers.inspecting import field_named, inspecting
from rondo.ui.desk import Desk
from rondo.ui.fields import ChoiceField
from rondo.ui.inspector.panel import Inspector
from rondofile.enums import About
from rondofile.records import Link, Step

LEARNED = "n-learn1"


@pytest.fixture
def asked(qapp: QApplication, tmp_path: Path) -> Iterator[tuple[Desk, Inspector]]:
    with inspecting(tmp_path, park()) as (desk, panel):
        desk.selection.look_at("visit-new")
        desk.selection.choose(Link, LEARNED)
        yield desk, panel


def choice(desk: Desk, panel: Inspector, question: str) -> ChoiceField:
    field = field_named(panel, desk.words(f"inspector.link.{question}"))
    assert isinstance(field, ChoiceField)
    return field


def test_which_step_uses_it_is_chosen_from_the_steps_of_the_way(asked: tuple[Desk, Inspector]) -> None:
    desk, panel = asked
    before = desk.session.project
    user = choice(desk, panel, "user")
    assert user.value() == "n-three"
    user.box.picked.emit("n-room")
    settle(desk.session)
    assert desk.session.project.get(Link, LEARNED).target == "n-room" == user.value()
    desk.session.undo()
    settle(desk.session)
    assert desk.session.project == before and user.value() == "n-three"


def test_a_step_that_already_uses_what_is_learned_there_is_refused_in_words(
    asked: tuple[Desk, Inspector],
) -> None:
    desk, panel = asked
    notices: list[str] = []
    desk.notices.said.connect(lambda notice: notices.append(notice.sentence))
    choice(desk, panel, "user").box.picked.emit("n-near")
    settle(desk.session)
    assert desk.session.project.get(Link, LEARNED).target == "n-three"
    assert notices == [desk.words("framework.rules.already_joined")]


def test_whom_it_is_about_and_its_level_are_asked_with_what_the_level_means(
    asked: tuple[Desk, Inspector],
) -> None:
    desk, panel = asked
    about, level = choice(desk, panel, "about"), choice(desk, panel, "level")
    assert {option.value for option in about._options or ()} == {*About, None}
    assert {option.value for option in level._options or ()} == {1, 2, 3, 4, None}
    assert desk.framework.level(2).meaning in [one.text() for one in level.findChildren(type(level.label))]


def test_only_what_is_learned_is_asked_for_its_user(asked: tuple[Desk, Inspector]) -> None:
    desk, panel = asked
    desk.selection.choose(Link, "n-back")
    with pytest.raises(AssertionError):
        choice(desk, panel, "user")
    assert desk.session.project.get(Step, "n-near").title
