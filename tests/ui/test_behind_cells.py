"""A chosen cell shows what stands behind it: in the inspector one click away, in the outline marked."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.desks import edited, open_desk, park, settle
from helpers.inspecting import inspecting
from helpers.matrix_rooms import CURATED, DESIRE, NETWORK, PRODUCER, RETAILER
from rondo.ui.inspector.offers.behind_part import BehindPart
from rondo.ui.inspector.pieces.jump import Jump
from rondo.ui.outline.panel import Outline
from rondofile.enums import StepKind
from rondofile.kinds import EditKind
from rondofile.nouns import placements, steps
from rondofile.records import Placement, Step

pytestmark = pytest.mark.usefixtures("qapp")


def test_the_inspector_leads_from_a_cell_to_journeys_and_to_the_steps_its_row_is_about(
    tmp_path: Path,
) -> None:
    with inspecting(tmp_path, park()) as (desk, panel):
        desk.selection.choose_cell((CURATED, PRODUCER))
        settle(desk.session)
        (part,) = panel.findChildren(BehindPart)
        lines = {jump.accessibleName(): jump for jump in part.findChildren(Jump) if not jump.isHidden()}
        assert "· See three days that fit ages and must-dos" in lines
        assert any(name.startswith("→ Family visit") for name in lines)
        lines["· See three days that fit ages and must-dos"].click()
        (step,) = desk.selection.ids_of(Step)
        record = desk.session.project.get(Step, step)
        assert record.kind in (StepKind.SEARCH, StepKind.DECIDE)
        assert desk.selection.journey == record.journey
        desk.selection.choose_cell((CURATED, RETAILER))
        assert part.isHidden()


def test_the_outline_marks_what_stands_behind_a_cell_or_an_offer_and_nothing_else(tmp_path: Path) -> None:
    with open_desk(tmp_path, park()) as desk:
        outline = Outline(desk)
        outline.refresh()
        segments = outline._shelves["segments"].model
        desk.selection.choose_cell((CURATED, NETWORK))
        marked = {
            entry.key for entry in segments.entries() if segments.is_marked(segments.index_of(entry.key))
        }
        assert marked == {("segment", "families"), ("situation", "home")}
        said = segments.data(segments.index_of(("situation", "home")), 12)
        assert "behind what is chosen" in str(said)
        desk.selection.choose(Placement, "o-tonight")
        assert segments.is_marked(segments.index_of(("segment", "pass")))
        assert not segments.is_marked(segments.index_of(("segment", "families")))
        desk.selection.clear()
        assert not segments.is_marked(segments.index_of(("segment", "pass")))
        outline.deleteLater()


def test_both_follow_at_once_when_the_matrix_or_the_journey_changes(tmp_path: Path) -> None:
    with inspecting(tmp_path, park()) as (desk, panel):
        desk.selection.choose_cell((DESIRE, NETWORK))
        (part,) = panel.findChildren(BehindPart)
        assert part.isHidden()
        edited(
            desk.session,
            EditKind.MOVE_OFFER,
            lambda edit: placements.move(edit, ["o-touch"], (DESIRE, NETWORK)),
        )
        desk.selection.choose_cell((DESIRE, NETWORK))
        before = [jump.accessibleName() for jump in part.findChildren(Jump) if not jump.isHidden()]
        ordered = next(name for name in before if name.startswith("· Book"))
        key = next(s.id for s in desk.session.project.all(Step) if ordered == f"· {s.title}")
        edited(
            desk.session,
            EditKind.SET_STEPS,
            lambda edit: steps.set_fields(edit, (key,), title="Book in one touch"),
        )
        after = [jump.accessibleName() for jump in part.findChildren(Jump) if not jump.isHidden()]
        assert "· Book in one touch" in after and ordered not in after
