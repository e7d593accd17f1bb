"""How other customers feel at a step, and what is asked of a link that learns."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from helpers.desks import park, settle
from helpers.inspecting import field_named, inspecting, unfold
from rondo.ui.fields import Field, ScoreField
from rondo.ui.inspector.panel import Inspector
from rondofile.enums import LinkKind
from rondofile.project import Project
from rondofile.records import Journey, Link, Segment, Step


def questions(panel: Inspector) -> list[str]:
    return [field.question for field in panel.findChildren(Field) if field.isVisible()]


def other(project: Project, step: Step) -> Segment:
    """A segment for which the journey is not drawn."""
    own = project.get(Journey, step.journey).segment
    return next(one for one in project.all(Segment) if one.id != own)


def test_another_segment_s_feeling_when_chosen_then_is_kept_and_undone(
    qapp: QApplication, tmp_path: Path
) -> None:
    with inspecting(tmp_path, park()) as (desk, panel):
        before = desk.session.project
        step = before.steps_of("visit")[2]
        segment = other(before, step)
        desk.selection.choose(Step, step.id)
        unfold(panel)
        field = field_named(panel, segment.name)
        assert isinstance(field, ScoreField) and field.value() is None
        field.pills.picked.emit(-2)
        settle(desk.session)
        (felt,) = desk.session.project.feelings_of(step.id)
        assert (felt.segment, felt.feeling) == (segment.id, -2) and field.value() == -2
        desk.selection.choose(Step, before.steps_of("visit")[0].id)
        assert field_named(panel, segment.name).value() is None
        desk.session.undo()
        settle(desk.session)
        assert desk.session.project == before


def test_the_journey_s_own_segment_is_asked_once(qapp: QApplication, tmp_path: Path) -> None:
    with inspecting(tmp_path, park()) as (desk, panel):
        project = desk.session.project
        step = project.steps_of("visit")[2]
        own = project.find(Segment, project.get(Journey, "visit").segment)
        assert own is not None
        desk.selection.choose(Step, step.id)
        unfold(panel)
        asked = questions(panel)
        assert other(project, step).name in asked and own.name not in asked


def test_a_link_that_learns_is_asked_what_is_learned(qapp: QApplication, tmp_path: Path) -> None:
    with inspecting(tmp_path, park()) as (desk, panel):
        seen = set()
        for link in desk.session.project.all(Link):
            if link.kind in seen:
                continue
            seen.add(link.kind)
            desk.selection.choose(Link, link.id)
            asked = questions(panel)
            learns = link.kind is LinkKind.LEARNS
            assert ("What do we learn?" in asked) is learns
            assert ("What stands on it?" in asked) is not learns
        assert {LinkKind.NEXT, LinkKind.LEARNS} <= seen
