"""Who uses, chooses, pays and consents: themselves, another segment, one made in place, or nobody known."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from helpers.desks import edited, park, settle
from helpers.inspecting import add_by_name, inspecting, texts, unfold
from rondo.strategy.people.roles import holder
from rondo.ui.fields import ChoiceField
from rondo.ui.fields.add_line import AddLine
from rondo.ui.inspector.panel import Inspector
from rondo.ui.inspector.people.roles_part import RoleChoice
from rondofile.enums import RoleKind
from rondofile.kinds import EditKind
from rondofile.nouns import segments
from rondofile.project import Project
from rondofile.records import MenuChoice, MenuRule, Placement, Reading, Segment

pytestmark = [
    pytest.mark.usefixtures("qapp"),
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
]


OF_OFFERS = (Placement, Reading, MenuChoice, MenuRule)


def without_offers() -> Project:
    return Project.of([one for one in park().records() if not isinstance(one, OF_OFFERS)])


def another(panel: Inspector, kind: RoleKind) -> AddLine:
    """The line for the name of another segment, once it was asked for."""
    (found,) = [one for one in panel.findChildren(RoleChoice) if one.isVisible() and one._kind is kind]
    assert not found.line.isVisible()
    QTest.mouseClick(found.another, Qt.MouseButton.LeftButton)
    assert found.line.isVisible()
    return found.line


def choices(panel: Inspector, kind: RoleKind) -> ChoiceField:
    (found,) = [one.field for one in panel.findChildren(RoleChoice) if one.isVisible() and one._kind is kind]
    return found


def test_a_part_is_played_by_themselves_by_another_or_by_nobody_known(tmp_path: Path) -> None:
    with inspecting(tmp_path, without_offers()) as (desk, panel):
        desk.selection.choose(Segment, "families")
        unfold(panel)
        payer = choices(panel, RoleKind.PAYER)
        themselves = next(one.value for one in payer._options or () if one.text == "they themselves")
        for value, becomes in (("pass", (True, "pass")), (themselves, (True, None)), (None, (False, None))):
            payer.box.picked.emit(value)
            settle(desk.session)
            known, other = holder(desk.session.project, "families", RoleKind.PAYER)
            assert (known, other.id if other is not None else None) == becomes
            assert payer.value() == value
        desk.session.undo()
        desk.session.undo()
        settle(desk.session)
        _, other = holder(desk.session.project, "families", RoleKind.PAYER)
        assert other is not None and other.id == "pass"


def test_another_segment_is_made_in_place_in_one_step(tmp_path: Path) -> None:
    with inspecting(tmp_path, without_offers()) as (desk, panel):
        desk.selection.choose(Segment, "families")
        unfold(panel)
        before = desk.session.project
        add_by_name(another(panel, RoleKind.CONSENT_GIVER), "Grandparents")
        settle(desk.session)
        _, other = holder(desk.session.project, "families", RoleKind.CONSENT_GIVER)
        assert other is not None and other.name == "Grandparents"
        desk.selection.choose(Segment, other.id)
        unfold(panel)
        said = desk.words("inspector.role.consent-giver.for", segment="First-visit families")
        assert said in texts(panel)
        desk.session.undo()
        settle(desk.session)
        assert desk.session.project == before


def test_a_name_that_is_there_is_taken_and_not_made_again(tmp_path: Path) -> None:
    with inspecting(tmp_path, without_offers()) as (desk, panel):
        desk.selection.choose(Segment, "families")
        unfold(panel)
        many = len(desk.session.project.all(Segment))
        add_by_name(another(panel, RoleKind.PAYER), "annual pass holders")
        settle(desk.session)
        assert len(desk.session.project.all(Segment)) == many
        _, other = holder(desk.session.project, "families", RoleKind.PAYER)
        assert other is not None and other.id == "pass"


def test_when_the_payer_is_deleted_nobody_is_said_to_pay(tmp_path: Path) -> None:
    with inspecting(tmp_path, without_offers()) as (desk, panel):
        edited(
            desk.session,
            EditKind.SET_SEGMENT_ROLE,
            lambda edit: segments.set_role(edit, "families", RoleKind.PAYER, "pass"),
        )
        desk.selection.choose(Segment, "families")
        unfold(panel)
        assert choices(panel, RoleKind.PAYER).value() == "pass"
        edited(desk.session, EditKind.DELETE_SEGMENT, lambda edit: segments.delete(edit, "pass"))
        assert choices(panel, RoleKind.PAYER).value() is None
        assert holder(desk.session.project, "families", RoleKind.PAYER) == (False, None)
        desk.session.undo()
        settle(desk.session)
        assert choices(panel, RoleKind.PAYER).value() == "pass"
