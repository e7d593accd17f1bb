"""The inspector follows what is chosen, in place: focus, cursor, scroll and folds stay."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from helpers.answering import answer, enter, focused, named_widgets, press, shown, type_in
from helpers.desks import edited, open_desk, park, settle, wait_for
from helpers.inspecting import field_named, inspecting, unfold
from rondo.ui.fields import ChoiceField, LineField, ScoreField
from rondo.ui.inspector.jump import Jump
from rondo.ui.inspector.panel import Inspector
from rondo.ui.inspector.section import Section
from rondo.words import LANGUAGES, Words
from rondofile import steps
from rondofile.enums import Architecture, Experience, LinkKind, PlacementState
from rondofile.kinds import EditKind
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


def step_called(project: Project, title: str) -> Step:
    return next(step for step in project.all(Step) if step.title == title)


def texts(panel: Inspector) -> str:
    """All the words that are shown."""
    QCoreApplication.processEvents()
    labels = [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]
    jumps = [jump.accessibleName() for jump in panel.findChildren(Jump) if jump.isVisible()]
    return "\n".join([*labels, *jumps])


def jump_to(panel: Inspector, name: str) -> Jump:
    return next(
        jump for jump in panel.findChildren(Jump) if jump.isVisible() and name in jump.accessibleName()
    )


def test_a_change_from_elsewhere_leaves_focus_scroll_and_folds(tmp_path: Path) -> None:
    with inspecting(tmp_path, park()) as (desk, panel):
        step = desk.session.project.all(Step)[0]
        desk.selection.choose(Step, step.id)
        unfold(panel)
        scroll = panel.findChildren(QScrollArea)[0].verticalScrollBar()
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


def test_the_links_of_a_step_lead_to_themselves_and_back(tmp_path: Path) -> None:
    with inspecting(tmp_path, park()) as (desk, panel):
        link = next(one for one in desk.session.project.all(Link) if one.kind is LinkKind.NEXT)
        target = desk.session.project.get(Step, link.target)
        desk.selection.choose(Step, link.source)
        unfold(panel)
        QTest.mouseClick(
            jump_to(panel, desk.words("inspector.link_out", step=target.title)), Qt.MouseButton.LeftButton
        )
        assert desk.selection.ids_of(Link) == (link.id,)
        QTest.mouseClick(jump_to(panel, target.title), Qt.MouseButton.LeftButton)
        assert desk.selection.ids_of(Step) == (target.id,)


def test_a_link_asks_about_learning_only_where_it_learns(tmp_path: Path) -> None:
    with inspecting(tmp_path, park()) as (desk, panel):
        project = desk.session.project
        learns = next(one for one in project.all(Link) if one.kind is LinkKind.LEARNS)
        desk.selection.choose(Link, learns.id)
        level = field_named(panel, desk.words("inspector.link.level"))
        answer(level, 4)
        settle(desk.session)
        assert desk.session.project.get(Link, learns.id).level == 4
        assert desk.framework.level(4).meaning in texts(panel)
        answer(field_named(panel, desk.words("inspector.link.kind")), LinkKind.INFORMATION)
        settle(desk.session)
        now = desk.session.project.get(Link, learns.id)
        assert (now.kind, now.level, now.about) == (LinkKind.INFORMATION, None, None)
        assert not level.isVisible()


def test_a_link_that_may_not_be_so_is_left_as_it_was_and_the_reason_is_said(tmp_path: Path) -> None:
    two = [Step(id=key, journey="j", title=key) for key in ("a", "b")]
    both = [
        Link(id=kind, journey="j", source="a", target="b", kind=kind)
        for kind in (LinkKind.NEXT, LinkKind.MONEY)
    ]
    with inspecting(tmp_path, Project.of([Journey(id="j"), *two, *both])) as (desk, panel):
        project = desk.session.project
        said: list[Any] = []
        desk.notices.said.connect(said.append)
        desk.selection.choose(Link, "next")
        field = field_named(panel, desk.words("inspector.link.kind"))
        answer(field, LinkKind.MONEY)
        settle(desk.session)
        assert desk.session.project == project
        assert field.value() is LinkKind.NEXT
        assert said[0].sentence == desk.words("framework.rules.already_joined")


def test_what_was_found_at_a_step_is_said_and_leads_on(tmp_path: Path) -> None:
    with inspecting(tmp_path, park()) as (desk, panel):
        step = step_called(desk.session.project, "Check in at the desk")
        desk.selection.choose(Step, step.id)
        settle(desk.session)
        assert desk.words("found.stranger_here.title") in texts(panel)
        assert desk.words("found.retold.title") in texts(panel)
        answer(field_named(panel, desk.words("inspector.step.identity")), "carried")
        settle(desk.session)
        assert desk.words("found.stranger_here.title") not in texts(panel)
        desk.session.undo()
        settle(desk.session)
        assert desk.words("found.stranger_here.title") in texts(panel)
        QTest.mouseClick(jump_to(panel, "Book and pay"), Qt.MouseButton.LeftButton)
        assert desk.selection.ids_of(Step) == (step_called(desk.session.project, "Book and pay").id,)


def test_a_cell_says_what_it_means_and_who_is_there(tmp_path: Path) -> None:
    cell = Experience.CURATED_OFFERING, Architecture.CONNECTED_PRODUCER
    with inspecting(tmp_path, park()) as (desk, panel):
        desk.selection.choose_cell(cell)
        text = desk.framework.cell(*cell)
        there = next(
            one for one in desk.session.project.all(Placement) if (one.experience, one.architecture) == cell
        )
        said = texts(panel)
        for part in (text.question, text.incentives, text.information, there.offer, text.examples[0].name):
            assert part in said
        new: list[bool] = []
        desk.actions["strategy.new-offer"].triggered.connect(lambda: new.append(True))
        button = next(
            one
            for one in panel.findChildren(QWidget)
            if one.isVisible() and one.accessibleName() == desk.actions["strategy.new-offer"].text()
        )
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert len(new) == 1 and desk.selection.cell == cell
        QTest.mouseClick(jump_to(panel, there.offer), Qt.MouseButton.LeftButton)
        assert desk.selection.ids_of(Placement) == (there.id,)
        desk.selection.choose_cell((None, Architecture.CROWD_ORCHESTRATOR))
        assert desk.framework.off_grid.meaning in texts(panel) and text.question not in texts(panel)


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


def test_the_scores_of_an_experience_are_kept_for_segment_and_situation_apart(tmp_path: Path) -> None:
    with inspecting(tmp_path, park()) as (desk, panel):
        situation = desk.session.project.all(Situation)[0]
        experience = Experience.COACH_BEHAVIOR
        for noun, key, score in ((Segment, situation.segment, 2), (Situation, situation.id, -2)):
            desk.selection.choose(noun, key)
            unfold(panel)
            fields = [
                one
                for one in panel.findChildren(ScoreField)
                if one.isVisible() and one.question == desk.words("inspector.fit.value")
            ]
            press(fields[list(Experience).index(experience)].pills, score)
            settle(desk.session)
        fits = {
            fit.situation: fit.value
            for fit in desk.session.project.tables["fit"].values()
            if (fit.segment, fit.experience) == (situation.segment, experience)  # type: ignore[attr-defined]
        }
        assert fits[None] == 2 and fits[situation.id] == -2


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


def test_a_long_journey_is_followed_once_for_all_its_steps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from rondo.ui.inspector import found

    followed: list[str] = []
    plain = found.main_path
    monkeypatch.setattr(found, "main_path", lambda project, key: followed.append(key) or plain(project, key))
    long = [Step(id=f"s{n}", journey="j", position=n, title=f"Step {n}", lane="l") for n in range(1000)]
    project = Project.of([Journey(id="j"), Lane(id="l", journey="j"), *long])
    with inspecting(tmp_path, project) as (desk, panel):
        for step in long[:20]:
            desk.selection.choose(Step, step.id)
            QCoreApplication.processEvents()
        assert len(followed) <= 1
        wait_for(lambda: len(followed) == 1)
        answer(field_named(panel, desk.words("inspector.step.feeling")), 2)
        settle(desk.session)
        desk.selection.choose(Step, long[30].id)
        QCoreApplication.processEvents()
        assert followed == ["j"]


def test_a_hidden_panel_builds_nothing_until_it_is_seen(tmp_path: Path) -> None:
    with open_desk(tmp_path, park()) as desk:
        panel = Inspector(desk)
        desk.selection.choose(Step, desk.session.project.all(Step)[0].id)
        assert panel.page is None
        with shown(panel):
            assert field_named(panel, desk.words("inspector.step.title")).value()


def test_an_organisation_can_be_chosen_for_offer_lane_and_journey(tmp_path: Path) -> None:
    with inspecting(tmp_path, park()) as (desk, panel):
        rival = desk.session.project.all(Player)[-1].id
        for noun, question in (
            (Placement, "inspector.offer.player"),
            (Lane, "inspector.lane.player"),
            (Journey, "inspector.journey.player"),
        ):
            key = desk.session.project.all(noun)[0].id
            desk.selection.choose(noun, key)
            field = field_named(panel, desk.words(question))
            assert isinstance(field, ChoiceField)
            answer(field, rival)
            settle(desk.session)
            assert desk.session.project.get(noun, key).player == rival  # type: ignore[attr-defined]


def test_another_segment_takes_the_situation_of_a_journey_along(tmp_path: Path) -> None:
    with inspecting(tmp_path, park()) as (desk, panel):
        project = desk.session.project
        situation = project.all(Situation)[0]
        key = next(one.id for one in project.all(Journey) if one.segment == situation.segment)
        desk.selection.choose(Journey, key)
        answer(field_named(panel, desk.words("inspector.journey.situation")), situation.id)
        settle(desk.session)
        journey = desk.session.project.get(Journey, key)
        assert journey.situation == situation.id
        other = next(one for one in project.all(Segment) if one.id != journey.segment)
        answer(field_named(panel, desk.words("inspector.journey.segment")), other.id)
        settle(desk.session)
        now = desk.session.project.get(Journey, journey.id)
        assert (now.segment, now.situation) == (other.id, None)


def test_state_of_the_offer_is_shown_in_its_line(tmp_path: Path) -> None:
    with inspecting(tmp_path, park()) as (desk, panel):
        offer = next(one for one in desk.session.project.all(Placement) if one.state is PlacementState.NOW)
        desk.selection.choose(Placement, offer.id)
        answer(field_named(panel, desk.words("inspector.offer.state")), PlacementState.TARGET)
        settle(desk.session)
        assert desk.framework.name(PlacementState.TARGET) in texts(panel)
