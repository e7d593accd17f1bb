"""The four experiences in the window: a template becomes a redesign in one edit, and designs are compared."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from helpers.desks import clear_away, open_desk, park, settle
from rondo.strategy.journeys.experiences import folded, proposal
from rondo.strategy.journeys.path import main_path
from rondo.ui.desk import Desk
from rondo.ui.experiences.sheet import TemplateSheet
from rondo.ui.experiences.view import DESIGNS, PROPOSED, ExperiencesView
from rondofile.coherence import require_coherent
from rondofile.enums import Actor, AwareFirst, Experience, JourneyState, LinkKind
from rondofile.project import Project
from rondofile.records import Item, Journey, Link, Step

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
D, C, H, A = Experience


class Room:
    """The view, the project behind it, and a person's choices."""

    def __init__(self, desk: Desk, view: ExperiencesView) -> None:
        self.desk, self.view = desk, view

    @property
    def project(self) -> Project:
        return self.desk.session.project

    @property
    def today(self) -> Journey:
        found = self.view.beginning.today()
        assert found is not None
        return found

    def template(self, experience: Experience, part: str | None = None) -> TemplateSheet:
        """The template of that experience, open."""
        self.view.beginning.open(experience, part)
        sheet = self.view.beginning.sheet
        assert sheet is not None
        return sheet

    def make(self, sheet: TemplateSheet) -> Journey:
        """The redesign that was made, which is looked at now."""
        sheet.make.click()
        self.settle()
        return self.project.get(Journey, self.desk.selection.journey or "")

    def titles(self, journey: Journey) -> list[str]:
        return [step.title for step in main_path(self.project, journey.id)]

    def settle(self) -> None:
        settle(self.desk.session)
        settle(self.desk.session)


@pytest.fixture
def room(qapp: QApplication, tmp_path: Path) -> Iterator[Room]:
    with open_desk(tmp_path, park()) as desk:
        window = QWidget()
        view = ExperiencesView(desk)
        view.setParent(window)
        for widget in (window, view):
            widget.resize(1200, 800)
        window.show()
        made = Room(desk, view)
        made.settle()
        try:
            yield made
            made.settle()
        finally:
            window.hide()
            window.deleteLater()
            clear_away()


def test_the_four_stand_below_each_other_and_a_click_opens_the_template(room: Room) -> None:
    figure = room.view.figure
    tops = [figure.box_of(f"experience-{experience}") for experience in Experience]
    assert all(tops) and [box.y() for box in tops if box] == sorted(box.y() for box in tops if box)
    figure.clicked.emit(f"experience-{H}")
    sheet = room.view.beginning.sheet
    assert sheet is not None and len(sheet.rows) == len(room.desk.framework.flows[H])
    sheet.reject()


@pytest.mark.parametrize("experience", list(Experience))
def test_the_whole_template_becomes_the_path_of_a_new_redesign(room: Room, experience: Experience) -> None:
    before = room.project
    made = room.make(room.template(experience))
    flow = room.desk.framework.flows[experience]
    assert room.titles(made) == [step.title for step in flow]
    assert (made.state, made.based_on) == (JourneyState.TO_BE, room.today.id)
    assert made.name == f"{room.today.name} – {room.desk.framework.name(experience)}"
    steps = main_path(room.project, made.id)
    asked = proposal(room.desk.framework, experience)
    assert folded(room.project, made.id).customer_share == asked.customer_share
    assert set(folded(room.project, made.id).must_know) == set(asked.must_know)
    origins = {step.title: [o.title for o in room.project.origins_of(step.id)] for step in steps}
    assert sum(map(bool, origins.values())) >= 3
    tables = {"step": {s.id: (None, s) for s in room.project.steps_of(made.id)}}
    require_coherent(room.project, tables)  # type: ignore[arg-type]
    room.desk.session.undo()
    room.settle()
    assert room.project == before


def test_only_what_is_ticked_is_made_in_its_own_words_and_counted_before(room: Room) -> None:
    sheet = room.template(A)
    said = sheet.counts.text()
    tick, _, _ = sheet.rows[1]
    tick.setChecked(False)
    assert sheet.counts.text() != said and "2 of 6" in sheet.counts.text()
    sheet.rows[0][1].setText("  The band  tells where they are ")
    made = room.make(sheet)
    assert room.titles(made)[0] == "The band tells where they are"
    assert len(room.titles(made)) == len(room.desk.framework.flows[A]) - 1
    first = main_path(room.project, made.id)[0]
    assert (first.actor, first.aware_first) == (Actor.FIRM, AwareFirst.FIRM)
    assert [room.project.get(Item, i.item).name for i in room.project.information_of(first.id)]


def test_a_part_makes_way_and_the_rest_of_the_path_stays(room: Room) -> None:
    part = room.project.stretches_of(room.today.id)[0]
    inside = {step.id for step in room.project.steps_in(part.id)}
    path = main_path(room.project, room.today.id)
    outside = [step.title for step in path if step.id not in inside]
    assert inside and outside
    made = room.make(room.template(C, part.id))
    titles = room.titles(made)
    flow = [step.title for step in room.desk.framework.flows[C]]
    assert [title for title in titles if title not in flow] == outside
    assert [title for title in titles if title in flow] == flow
    stretch = room.project.stretches_of(made.id)[0]
    assert [step.title for step in room.project.steps_in(stretch.id)] == flow
    own = {step.id for step in room.project.steps_of(made.id)}
    assert all({link.source, link.target} <= own for link in room.project.links_of(made.id))


def test_a_second_experience_takes_the_place_of_the_first_in_the_same_redesign(room: Room) -> None:
    part = room.project.stretches_of(room.today.id)[0]
    first = room.make(room.template(C, part.id))
    sheet = room.template(H, part.id)
    sheet.course.setCurrentIndex(sheet.course.findData(first.id))
    second = room.make(sheet)
    assert second.id == first.id
    titles = room.titles(second)
    assert {step.title for step in room.desk.framework.flows[H]} <= set(titles)
    left = {step.title for step in room.desk.framework.flows[C]} & set(titles)
    assert left <= {step.title for step in room.desk.framework.flows[H]}


def test_loops_of_the_part_still_begin_and_end_in_the_redesign(room: Room) -> None:
    redesign = next(j for j in room.project.all(Journey) if j.based_on == room.today.id)
    loops = [x for x in room.project.links_of(redesign.id) if x.kind is LinkKind.LEARNS]
    assert loops
    sheet = room.template(D)
    sheet.course.setCurrentIndex(sheet.course.findData(redesign.id))
    made = room.make(sheet)
    after = [x for x in room.project.links_of(made.id) if x.kind is LinkKind.LEARNS]
    assert after
    assert all(room.project.find(Step, end) for x in after for end in (x.source, x.target))
    assert len({(x.source, x.target, x.kind) for x in room.project.all(Link)}) == len(room.project.all(Link))


def test_designs_stand_beside_today_and_a_step_is_shown_on_the_map(room: Room) -> None:
    made = room.make(room.template(H))
    assert room.view.shown == DESIGNS
    assert room.view.figure.box_of(f"experience-{made.id}") is not None
    step = main_path(room.project, made.id)[0]
    room.view.figure.clicked.emit(f"{made.id}--step-{step.id}")
    assert room.desk.selection.ids_of(Step) == (step.id,)
    room.view.show_as(PROPOSED)
    assert room.view.figure.box_of(f"experience-{A}") is not None


def test_a_project_without_a_journey_says_what_to_do(qapp: QApplication, tmp_path: Path) -> None:
    with open_desk(tmp_path, Project({})) as desk:
        view = ExperiencesView(desk)
        view.show()
        settle(desk.session)
        assert "New journey" in view.hint.text()
        assert not view.begin.isEnabled()
        assert view.figure.box_of(f"experience-{A}") is not None
        view.hide()
        view.deleteLater()
        clear_away()


def test_a_template_that_was_left_with_escape_changes_nothing(room: Room) -> None:
    before, looked_at = room.project, room.desk.selection.journey
    sheet = room.template(D)
    lines = [line for line in sheet.findChildren(QLineEdit) if line.isVisible()]
    assert len(lines) > 2
    QTest.keyClicks(lines[0], "Never")
    QTest.keyClick(lines[0], Qt.Key.Key_Escape)
    room.settle()
    assert room.view.beginning.sheet is None
    assert room.project is before and room.desk.selection.journey == looked_at
