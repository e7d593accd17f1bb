"""The edits of a journey and its parts do what their names say, and each is taken back whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from helpers.storage import one_of_everything, whole_project
from rondofile.document import Document
from rondofile.edits import Edit
from rondofile.enums import (
    InformationHow,
    InformationUse,
    JourneyState,
    LinkKind,
    MarkKind,
    Phase,
)
from rondofile.errors import UnknownRecordError
from rondofile.kinds import EditKind
from rondofile.nouns import information, journeys, lanes, links, marks, steps, stretches
from rondofile.project import Project
from rondofile.records import (
    Info,
    Journey,
    Link,
    Mark,
    Placement,
    Step,
    StepOrigin,
    StretchStep,
)

Do = Callable[[Callable[[Edit], object]], Project]


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    with Document.create(tmp_path / "plan.rondo", root=tmp_path / "home") as document:
        with document.edit(EditKind.IMPORT) as edit:
            edit.insert(*one_of_everything())
        yield document


@pytest.fixture
def do(document: Document) -> Do:
    """Runs an edit, takes it back and does it again; gives the project it leads to."""

    def run(command: Callable[[Edit], object]) -> Project:
        before = document.project
        with document.edit(EditKind.PASTE) as edit:
            command(edit)
        after = document.project
        assert after != before
        document.undo()
        assert document.project == before
        document.redo()
        assert document.project == after
        return after

    return run


def titles(project: Project, journey: str = "now") -> list[str]:
    return [step.title for step in project.steps_of(journey)]


def test_steps_when_added_after_one_then_stand_there(do: Do) -> None:
    project = do(lambda edit: steps.add(edit, "now", "Between", after="ask", phase=Phase.REQUEST))
    assert titles(project) == ["Ask", "Between", "Wait"]
    assert [step.position for step in project.steps_of("now")] == [0, 1, 2]


def test_steps_when_moved_renamed_put_and_ordered_then_are(do: Do) -> None:
    assert do(lambda edit: steps.move(edit, {"ask": (3, 4), "wait": (5, 6)})).get(Step, "wait").x == 5
    assert do(lambda edit: steps.rename(edit, "ask", "e\u0301")).get(Step, "ask").title == "é"
    put = do(lambda edit: steps.put(edit, ["ask"], Phase.RESPOND, None)).get(Step, "ask")
    assert (put.phase, put.lane, put.x) == (Phase.RESPOND, None, None)
    assert titles(do(lambda edit: steps.set_order(edit, "now", ["wait"]))) == ["Wait", "é"]
    assert do(lambda edit: steps.set_fields(edit, ["ask", "wait"], locked=True)).get(Step, "wait").locked


def test_a_step_when_split_then_the_second_leads_on_and_shares_the_origins(do: Do) -> None:
    project = do(lambda edit: steps.split(edit, "ask", "Ask again"))
    second = next(step for step in project.all(Step) if step.title == "Ask again")
    ways = {(link.source, link.target) for link in project.links_of("now")}
    assert ways == {("ask", second.id), (second.id, "wait"), ("wait", "ask")}
    project = do(lambda edit: steps.split(edit, "told", "Is told more"))
    assert len(project.all(StepOrigin)) == 2


def test_steps_when_merged_then_one_has_everything_of_both(do: Do) -> None:
    project = do(lambda edit: steps.merge(edit, "ask", ["wait"]))
    assert titles(project) == ["Ask"]
    assert project.links_of("now") == ()
    assert [mark.text for mark in project.marks_of("ask")] == ["Too long"]
    assert [step.id for step in project.origins_of("told")] == ["ask"]


def test_origins_when_set_then_are_exactly_those(do: Do) -> None:
    project = do(lambda edit: steps.set_origins(edit, "told", ["ask", "wait", "ask"]))
    assert [step.id for step in project.origins_of("told")] == ["ask", "wait"]
    assert do(lambda edit: steps.set_origins(edit, "told", [])).origins_of("told") == ()


def test_a_step_when_put_into_a_link_then_the_way_leads_through_it(do: Do) -> None:
    project = do(lambda edit: links.insert_step(edit, "next", "Queue"))
    queue = next(step for step in project.all(Step) if step.title == "Queue")
    ways = {(link.source, link.target) for link in project.links_of("now") if link.kind is LinkKind.NEXT}
    assert ways == {("ask", queue.id), (queue.id, "wait")}
    assert queue.lane == "guest"
    assert titles(project) == ["Ask", "Queue", "Wait"]


def test_links_then_connect_change_and_go(do: Do) -> None:
    project = do(lambda edit: links.connect(edit, "wait", "ask", LinkKind.LEARNS, level=2))
    learns = next(link for link in project.all(Link) if link.kind is LinkKind.LEARNS)
    assert (learns.journey, learns.level) == ("now", 2)
    do(lambda edit: links.set_fields(edit, [learns.id], level=4))
    other = do(lambda edit: links.set_fields(edit, [learns.id], kind=LinkKind.RETURNS, level=None))
    assert other.get(Link, learns.id).kind is LinkKind.RETURNS
    assert do(lambda edit: links.delete(edit, learns.id)).find(Link, learns.id) is None


def test_a_lane_when_deleted_then_its_steps_go_where_it_is_said(do: Do) -> None:
    assert do(lambda edit: lanes.delete(edit, "guest", into="desk")).get(Step, "ask").lane == "desk"
    assert do(lambda edit: lanes.delete(edit, "desk")).get(Step, "ask").lane is None


def test_lanes_then_are_added_last_and_ordered(do: Do) -> None:
    project = do(lambda edit: lanes.add(edit, "now", "System"))
    last = project.lanes_of("now")[-1]
    assert last.name == "System"
    project = do(lambda edit: lanes.set_order(edit, "now", [last.id]))
    assert [lane.name for lane in project.lanes_of("now")] == ["System", "Guest", "Desk"]


def test_a_redesign_when_derived_then_every_step_comes_from_its_twin(do: Do) -> None:
    project = do(lambda edit: journeys.derive(edit, "now", "Better"))
    better = next(journey for journey in project.all(Journey) if journey.name == "Better")
    assert (better.state, better.based_on) == (JourneyState.TO_BE, "now")
    assert titles(project, better.id) == titles(project)
    for step, twin in zip(project.steps_of(better.id), project.steps_of("now"), strict=True):
        assert [origin.id for origin in project.origins_of(step.id)] == [twin.id]
        assert step.evidence is None and step.source == ""
        assert len(project.marks_of(step.id)) == len(project.marks_of(twin.id))
        assert len(project.information_of(step.id)) == len(project.information_of(twin.id))
    mine = {step.id for step in project.steps_of(better.id)}
    assert {link.source for link in project.links_of(better.id)} <= mine
    assert {step.id for s in project.stretches_of(better.id) for step in project.steps_in(s.id)} <= mine
    assert [lane.name for lane in project.lanes_of(better.id)] == ["Guest", "Desk"]


def test_a_journey_when_copied_then_has_origins_too_and_the_first_is_untouched(do: Do) -> None:
    before = whole_project()
    project = do(lambda edit: journeys.copy(edit, "then", "Other"))
    other = project.all(Journey)[-1]
    assert [step.id for step in project.origins_of(project.steps_of(other.id)[0].id)] == ["wait"]
    for noun, table in before.tables.items():
        assert table.items() <= project.tables[noun].items()


def test_stretches_then_hold_exactly_their_steps(do: Do) -> None:
    project = do(lambda edit: stretches.add(edit, "now", "End", ["wait", "ask"]))
    end = project.stretches_of("now")[-1]
    assert [step.id for step in project.steps_in(end.id)] == ["wait", "ask"]
    project = do(lambda edit: stretches.set_steps(edit, end.id, ["ask"]))
    assert [step.id for step in project.steps_in(end.id)] == ["ask"]
    project = do(lambda edit: stretches.delete(edit, "start"))
    assert project.get(Placement, "offer").card_text == "The start"
    assert {member.stretch for member in project.all(StretchStep)} == {end.id}


def test_marks_and_information_then_stand_on_their_steps(do: Do) -> None:
    project = do(lambda edit: marks.add(edit, "ask", MarkKind.DELIGHT, "Kind voice", weight=2))
    mark = project.marks_of("ask")[0]
    assert do(lambda edit: marks.set_fields(edit, mark.id, step="wait")).marks_of("ask") == ()
    assert do(lambda edit: marks.delete(edit, "pain")).find(Mark, "pain") is None
    how, use = InformationHow.SENSED, InformationUse.GATHERS
    project = do(lambda edit: information.attach(edit, "ask", "need", how, use))
    assert [info.how for info in project.information_of("ask")] == [how]
    item = do(lambda edit: information.add(edit, "Budget")).all(type(project.tables["item"]["need"]))[-1]
    project = do(lambda edit: information.attach(edit, "ask", item.id, how, InformationUse.USES))
    assert len(project.information_of("ask")) == 2
    assert len(do(lambda edit: information.delete(edit, item.id)).information_of("ask")) == 1
    assert do(lambda edit: information.detach(edit, "info")).information_of("ask") == ()


def test_a_document_when_it_becomes_another_project_then_is_that_in_one_step(do: Do) -> None:
    wanted = Project.of(
        [
            Info(id="project", title="Other"),
            Journey(id="now", name="Renamed"),
            Step(id="ask", journey="now", title="Stays", position=4),
            Step(id="new", journey="now", title="New"),
            StepOrigin(id="origin", step="ask", origin="new"),
            *(record for record in one_of_everything() if type(record).__name__ == "Asset"),
        ]
    )
    assert do(lambda edit: edit.become(wanted)) == wanted
    assert do(lambda edit: edit.become(whole_project())) == whole_project()


def test_what_is_not_there_then_is_named(document: Document) -> None:
    for command in (
        lambda edit: steps.rename(edit, "nobody", "x"),
        lambda edit: steps.set_order(edit, "now", ["told"]),
        lambda edit: steps.split(edit, "nobody", "x"),
        lambda edit: edit.update(Journey(id="nowhere")),
    ):
        with pytest.raises(UnknownRecordError), document.edit(EditKind.SET_STEPS) as edit:
            command(edit)
    assert document.project == whole_project()


@pytest.mark.parametrize("text", ["'; DROP TABLE step; --", '"', "%_", "\\", "NULL", "?", "{}", "step.title"])
def test_sql_in_a_text_then_is_kept_as_it_is(document: Document, text: str) -> None:
    with document.edit(EditKind.RENAME_STEP) as edit:
        edit.change(Step, "ask", title=text, note=text, source=text)
    document.publish()
    assert document.path is not None
    assert Document.read(document.path).get(Step, "ask").title == text
