"""The edits of segments, offers, scores and conclusions do what they say, and are taken back whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from helpers.storage import one_of_everything
from rondofile.document import Document
from rondofile.edits import Edit
from rondofile.enums import (
    Actor,
    Architecture,
    Experience,
)
from rondofile.errors import DuplicateError
from rondofile.kinds import EditKind
from rondofile.nouns import comparison, conclusions, placements, players, segments
from rondofile.project import Project
from rondofile.records import (
    Action,
    BriefSection,
    Fit,
    Info,
    Journey,
    Lane,
    Placement,
    RoleChoice,
    Score,
    Segment,
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


def test_segments_situations_and_fits_then_are_set(do: Do) -> None:
    assert do(lambda edit: segments.add(edit, "Couples")).all(Segment)[-1].position == 1
    project = do(lambda edit: segments.add_situation(edit, "families", "In a hurry"))
    hurry = project.situations_of("families")[-1]
    project = do(
        lambda edit: segments.set_fit(edit, "families", hurry.id, Experience.COACH_BEHAVIOR, value=1)
    )
    project = do(lambda edit: segments.set_fit(edit, "families", None, Experience.COACH_BEHAVIOR, comfort=2))
    assert len(project.all(Fit)) == 3
    assert project.get(Fit, "fit2").comfort == 2
    assert len(do(lambda edit: segments.delete_situation(edit, hurry.id)).all(Fit)) == 2
    project = do(lambda edit: segments.delete(edit, "families"))
    assert project.get(Journey, "now").segment is None
    assert project.all(Fit) == ()


def test_players_when_deleted_then_what_they_had_stays(do: Do) -> None:
    assert do(lambda edit: players.add(edit, "Rival", note="n")).own is None
    project = do(lambda edit: players.delete(edit, "us"))
    assert project.get(Placement, "offer").player is None
    assert project.get(Lane, "guest").player is None


def test_offers_then_are_placed_moved_and_read_otherwise(do: Do) -> None:
    cell = (Experience.COACH_BEHAVIOR, Architecture.CONNECTED_PRODUCER)
    project = do(lambda edit: placements.place(edit, "We remind", cell, reason_experience="r"))
    offer = project.all(Placement)[-1]
    assert (offer.experience, offer.architecture) == cell
    moved = do(lambda edit: placements.move(edit, [offer.id], (None, None))).get(Placement, offer.id)
    assert (moved.experience, moved.architecture) == (None, None)
    project = do(
        lambda edit: placements.set_readings(edit, "offer", [(cell, "a", "why"), ((None, None), "b", "")])
    )
    assert [reading.source for reading in project.readings_of("offer")] == ["a", "b"]
    assert do(lambda edit: placements.delete(edit, "offer")).tables["reading"] == {}


def test_scores_and_roles_then_are_one_each_and_can_be_taken_away(do: Do) -> None:
    producer = Architecture.CONNECTED_PRODUCER
    assert do(lambda edit: comparison.set_score(edit, "cost", producer, 3)).get(Score, "score").score == 3.0
    retailer = Architecture.CONNECTED_RETAILER
    assert len(do(lambda edit: comparison.set_score(edit, "cost", retailer, 9)).all(Score)) == 2
    assert len(do(lambda edit: comparison.set_score(edit, "cost", producer, None)).all(Score)) == 1
    assert (
        do(lambda edit: comparison.set_role(edit, "ask", producer, Actor.BOTH)).get(RoleChoice, "role").role
        == "both"
    )
    assert do(lambda edit: comparison.set_role(edit, "ask", producer, None)).all(RoleChoice) == ()
    assert do(lambda edit: comparison.delete(edit, "cost")).all(Score) == ()


def test_the_cover_the_conclusions_and_the_sections_then_are_set(do: Do, document: Document) -> None:
    assert do(lambda edit: conclusions.set_cover(edit, title="New")).info.title == "New"
    project = do(lambda edit: conclusions.add(edit, Action, "Call them", owner="Ann"))
    last = project.all(Action)[-1]
    project = do(lambda edit: conclusions.set_order(edit, Action, [last.id]))
    assert project.all(Action)[0].owner == "Ann"
    sections = [BriefSection(id="cover", kind="cover"), BriefSection(id="section", kind="matrix")]
    project = do(lambda edit: conclusions.set_sections(edit, sections))
    assert [section.kind for section in project.all(BriefSection)] == ["cover", "matrix"]
    with Document.create(root=document._place.home.root / "two") as empty:
        with empty.edit(EditKind.SET_PROJECT) as edit:
            conclusions.set_cover(edit, title="First")
        assert empty.project.info.title == "First"
        with pytest.raises(DuplicateError), empty.edit(EditKind.IMPORT) as edit:
            edit.insert(Info(id="second"))
