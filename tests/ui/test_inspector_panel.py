"""The inspector follows what is chosen, in place: focus, cursor, scroll and folds stay."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from helpers.answering import answer, enter, focused, named_widgets, shown, type_in
from helpers.desks import edited, open_desk, park, settle, wait_for
from helpers.inspecting import field_named, inspecting, texts, unfold
from rondo.ui.fields import LineField
from rondo.ui.inspector.panel import Inspector
from rondo.ui.inspector.pieces.section import Section
from rondo.words import LANGUAGES, Words
from rondofile.enums import Architecture, Experience
from rondofile.kinds import EditKind
from rondofile.nouns import steps
from rondofile.project import Project
from rondofile.records import (
    Info,
    Journey,
    Lane,
    Link,
    Placement,
    Player,
    Record,
    Segment,
    Situation,
    Step,
    Stretch,
)

pytestmark = pytest.mark.usefixtures("qapp")

NOUNS: tuple[type[Record], ...] = (
    Step,
    Link,
    Lane,
    Journey,
    Stretch,
    Segment,
    Situation,
    Player,
    Placement,
)


def test_a_change_from_elsewhere_leaves_focus_scroll_and_folds(tmp_path: Path) -> None:
    with inspecting(tmp_path, park()) as (desk, panel):
        step = desk.session.project.all(Step)[0]
        desk.selection.choose(Step, step.id)
        unfold(panel)
        area = next(one for one in panel.findChildren(QScrollArea) if one.isVisible())
        scroll = area.verticalScrollBar()
        field = field_named(panel, desk.words("inspector.step.channel"))
        enter(field)
        scroll.setValue(scroll.maximum() // 2)
        before, focus = scroll.value(), focused()
        edited(
            desk.session,
            EditKind.SET_STEPS,
            lambda edit: steps.set_fields(edit, [step.id], note="x", feeling=1),
        )
        assert before > 0 and scroll.value() == before
        assert focused() is focus is field.box
        assert field_named(panel, desk.words("inspector.note_question")).value() == "x"
        assert all(section.is_open for section in panel.findChildren(Section))


def test_what_unfolds_below_the_edge_comes_into_sight_under_its_heading(tmp_path: Path) -> None:
    with inspecting(tmp_path, park()) as (desk, panel):
        panel.resize(300, 480)
        desk.selection.choose(Step, desk.session.project.all(Step)[0].id)
        scroll = next(one for one in panel.findChildren(QScrollArea) if one.isVisible())
        sections = [one for one in panel.findChildren(Section) if one.isVisible()]
        assert len(sections) > 3
        for section in sections:
            QTest.mouseClick(section.heading, Qt.MouseButton.LeftButton)
            wait_for(partial(within, scroll, section.heading))
            if section.is_open and section.height() < scroll.viewport().height():
                wait_for(partial(within, scroll, section.content))


def within(scroll: QScrollArea, widget: QWidget) -> bool:
    """Whether all of it is in sight."""
    port = scroll.viewport()
    return port.rect().contains(widget.rect().translated(widget.mapTo(port, QPoint(0, 0))))


def test_a_fold_is_open_the_next_time_too(tmp_path: Path) -> None:
    with open_desk(tmp_path, park()) as desk:
        key = desk.session.project.all(Step)[0].id
        for _ in range(2):
            panel = Inspector(desk)
            with shown(panel):
                desk.selection.choose(Step, key)
                time = next(
                    one
                    for one in panel.findChildren(Section)
                    if one.heading.accessibleName() == desk.words("inspector.step.time")
                )
                was_open = time.is_open
                time.heading.setChecked(True)
        assert was_open


def test_what_was_typed_is_kept_for_the_step_it_was_typed_for(tmp_path: Path) -> None:
    with inspecting(tmp_path, park()) as (desk, panel):
        first, second = desk.session.project.all(Step)[:2]
        desk.selection.choose(Step, first.id)
        type_in(field_named(panel, desk.words("inspector.step.title")), "Typed just now")
        desk.selection.choose(Step, second.id)
        settle(desk.session)
        assert desk.session.project.get(Step, first.id).title == "Typed just now"
        assert desk.session.project.get(Step, second.id) == second
        assert field_named(panel, desk.words("inspector.step.title")).value() == second.title


def test_typing_about_a_step_that_is_deleted_meanwhile_is_no_trouble(tmp_path: Path) -> None:
    with inspecting(tmp_path, park()) as (desk, panel):
        troubles: list[object] = []
        desk.session.trouble.connect(troubles.append)
        key = desk.session.project.all(Step)[0].id
        desk.selection.choose(Step, key)
        type_in(field_named(panel, desk.words("inspector.step.title")), "Typed in vain")
        edited(desk.session, EditKind.DELETE_STEPS, lambda edit: steps.delete(edit, key))
        settle(desk.session)
        assert troubles == [] and desk.selection.kind is None
        assert field_named(panel, desk.words("inspector.journey.name")).isVisible()


def test_several_steps_show_what_they_share_and_are_answered_together(tmp_path: Path) -> None:
    with inspecting(tmp_path, park()) as (desk, panel):
        by_channel = {step.channel: step.id for step in desk.session.project.all(Step)}
        several = list(by_channel.values())[:3]
        assert len(several) == 3
        desk.selection.choose(Step, *several)
        unfold(panel)
        channel = field_named(panel, desk.words("inspector.step.channel"))
        assert isinstance(channel, LineField)
        assert channel.box.placeholderText() == desk.words("fields.various")
        answer(channel, "by letter")
        answer(field_named(panel, desk.words("inspector.step.feeling")), -1)
        settle(desk.session)
        found = [desk.session.project.get(Step, key) for key in several]
        assert {(step.channel, step.feeling) for step in found} == {("by letter", -1)}
        assert desk.words.count("inspector.step.several", 3) in texts(panel)
        desk.session.undo()
        desk.session.undo()
        settle(desk.session)
        assert channel.box.said() == "" and channel.box.placeholderText() == desk.words("fields.various")


def test_nothing_chosen_shows_the_journey_that_is_looked_at(tmp_path: Path) -> None:
    with inspecting(tmp_path, park()) as (desk, panel):
        for journey in desk.session.project.all(Journey)[:2]:
            desk.selection.look_at(journey.id)
            assert field_named(panel, desk.words("inspector.journey.name")).value() == journey.name
            assert field_named(panel, desk.words("inspector.journey.state")).value() is journey.state


def test_an_empty_project_is_asked_about_itself(tmp_path: Path) -> None:
    with inspecting(tmp_path, Project.of([Info(id="p")])) as (desk, panel):
        unfold(panel)
        assert desk.words("inspector.project.no_journey") in texts(panel)
        answer(field_named(panel, desk.words("inspector.project.title")), "The first thing said")
        settle(desk.session)
        assert desk.session.project.info.title == "The first thing said"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_page_fits_and_names_everything_one_can_reach(
    tmp_path: Path, language: str, scale: float
) -> None:
    with open_desk(tmp_path, park(), Words(language)) as desk:
        desk.look.set_scale(scale)
        panel = Inspector(desk)
        with shown(panel) as window:
            window.resize(desk.look.px(288), 900)
            for noun in NOUNS:
                desk.selection.choose(noun, desk.session.project.all(noun)[0].id)
                unfold(panel)
                check_page(panel)
            desk.selection.choose_cell((Experience.COACH_BEHAVIOR, Architecture.CONNECTED_RETAILER))
            check_page(panel)


def check_page(panel: Inspector) -> None:
    """No label is cut, nothing that can have the focus is without a name, nothing is wider than the panel."""
    page = panel.page
    assert page is not None
    for _ in range(3):
        QCoreApplication.processEvents()
    assert page.width() <= panel.width()
    unnamed = [type(widget).__name__ for widget, name in named_widgets(page) if not name]
    assert unnamed == []
    labels = [label for label in page.findChildren(QLabel) if label.isVisible() and label.text()]
    assert len(labels) > 1
    cut = [label.text() for label in labels if label.heightForWidth(label.width()) > label.height() + 1]
    assert cut == []
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in labels)


def test_closing_leaves_no_timer_running(tmp_path: Path) -> None:
    with inspecting(tmp_path, park()) as (desk, panel):
        desk.selection.choose(Step, desk.session.project.all(Step)[0].id)
        field = field_named(panel, desk.words("inspector.step.title"))
        type_in(field, "Half a wo")
        panel.hide()
        assert not any(timer.isActive() for timer in panel.findChildren(QTimer))
        settle(desk.session)
        assert desk.session.project.all(Step)[0].title == "Half a wo"


def test_a_hidden_panel_builds_nothing_until_it_is_seen(tmp_path: Path) -> None:
    with open_desk(tmp_path, park()) as desk:
        panel = Inspector(desk)
        desk.selection.choose(Step, desk.session.project.all(Step)[0].id)
        assert panel.page is None
        with shown(panel):
            assert field_named(panel, desk.words("inspector.step.title")).value()
