"""Roles of segments, the permission ledger, words on cells, menus: what their edits leave behind."""

from __future__ import annotations

from pathlib import Path

from rondofile.document import Document
from rondofile.enums import Architecture, Experience, PermissionState, RoleKind
from rondofile.kinds import EditKind
from rondofile.nouns import cell_sheets, information, menus, permissions, placements, segments
from rondofile.records import CellSheet, MenuRule, Permission, Segment

ROW, COLUMN = Experience.COACH_BEHAVIOR, Architecture.CROWD_ORCHESTRATOR


def test_a_part_when_it_is_given_twice_then_only_the_last_holds(tmp_path: Path) -> None:
    with Document.create(root=tmp_path) as document:
        with document.edit(EditKind.SET_SEGMENT_ROLE) as edit:
            child, parent = segments.add(edit, "Children").id, segments.add(edit, "Parents").id
            segments.set_role(edit, child, RoleKind.PAYER, None)
            segments.set_role(edit, child, RoleKind.PAYER, parent)
            segments.set_role(edit, child, RoleKind.USER, None)
        roles = document.project.roles_of(child)
        assert [(role.kind, role.holder) for role in roles] == [("payer", parent), ("user", None)]
        with document.edit(EditKind.SET_SEGMENT_ROLE) as edit:
            segments.clear_role(edit, child, RoleKind.USER)
        with document.edit(EditKind.DELETE_SEGMENT) as edit:
            segments.delete(edit, parent)
        assert document.project.roles_of(child) == ()
        document.undo()
        assert [role.holder for role in document.project.roles_of(child)] == [parent]


def test_stairs_then_stand_in_their_order_and_go_with_their_information(tmp_path: Path) -> None:
    with Document.create(root=tmp_path) as document:
        with document.edit(EditKind.ADD_PERMISSION) as edit:
            who, place = information.add(edit, "Who").id, information.add(edit, "Where").id
            one, two = permissions.add(edit, who).id, permissions.add(edit, place).id
            permissions.set_fields(edit, two, state=PermissionState.ASKED, gives_back="No queue")
            permissions.set_order(edit, [two, one])
        assert [stair.id for stair in document.project.all(Permission)] == [two, one]
        assert document.project.permissions_of(place)[0].gives_back == "No queue"
        with document.edit(EditKind.DELETE_ITEM) as edit:
            information.delete(edit, place)
        assert [stair.id for stair in document.project.all(Permission)] == [one]


def test_a_cell_on_which_nothing_is_left_then_has_no_sheet(tmp_path: Path) -> None:
    with Document.create(root=tmp_path) as document:
        for text, sheets in (("", 0), ("Walk with a neighbour", 1), ("Walk in pairs", 1), (" ", 0)):
            with document.edit(EditKind.WRITE_CELL) as edit:
                cell_sheets.write(edit, ROW, COLUMN, idea=text)
            found = document.project.all(CellSheet)
            assert [sheet.idea for sheet in found] == [text] * sheets


def test_an_offer_when_it_leaves_a_menu_then_takes_its_rules_along(tmp_path: Path) -> None:
    with Document.create(root=tmp_path) as document:
        with document.edit(EditKind.ADD_MENU) as edit:
            segments.add(edit, "Households")
            alert, switch, third = (
                placements.place(edit, name, (ROW, COLUMN)).id for name in ("Alert", "Switch", "Third")
            )
            menu = menus.add(edit, "As you like it").id
            menus.add_choices(edit, menu, [alert, switch, alert])
            menus.add_choices(edit, menu, [switch, third])
            menus.add_rule(edit, menu, alert, switch, condition="When trust is earned", asks_first=True)
            rule = menus.add_rule(edit, menu, switch, alert).id
            menus.set_rule(edit, rule, condition="Any time")
        project = document.project
        assert [offer.id for offer in project.choices_of(menu)] == [alert, switch, third]
        assert [rule.condition for rule in project.rules_of(menu)] == ["When trust is earned", "Any time"]
        with document.edit(EditKind.SET_CHOICES) as edit:
            menus.remove_choice(edit, menu, switch)
        assert document.project.all(MenuRule) == ()
        document.undo()
        with document.edit(EditKind.DELETE_OFFERS) as edit:
            placements.delete(edit, alert)
        assert document.project.all(MenuRule) == ()
        assert [offer.id for offer in document.project.choices_of(menu)] == [switch, third]
        with document.edit(EditKind.DELETE_MENU) as edit:
            menus.delete(edit, menu)
        assert len(document.project.tables["placement"]) == 2 and document.project.all(Segment)
