"""Lists of lines that lead somewhere: only what differs is made anew, and each leads where it says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from helpers.answering import shown
from helpers.desks import clear_away, open_desk
from rondo.ui.inspector.pieces.jump import Jump
from rondo.ui.inspector.pieces.jump_list import JumpList, Lead
from rondofile.records import Placement

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def lines(tmp_path: Path) -> Iterator[JumpList]:
    with open_desk(tmp_path) as desk:
        found = JumpList(desk, "nobody here")
        with shown(found):
            yield found


def leads(*keys: str) -> list[Lead]:
    return [Lead(Placement, key, f"Offer {key}", "a note") for key in keys]


def jumps(lines: JumpList) -> dict[str, Jump]:
    """The lines from top to bottom, by what they say."""
    clear_away()
    found = [one for one in lines.findChildren(Jump) if not one.isHidden()]
    found.sort(key=lambda one: one.y())
    return {one.accessibleName(): one for one in found}


def test_one_line_put_between_others_moves_none_of_them(lines: JumpList) -> None:
    lines.show_leads(leads("a", "c"))
    before = jumps(lines)
    before["Offer c"].setFocus(Qt.FocusReason.TabFocusReason)
    lines.show_leads(leads("a", "b", "c"))
    after = jumps(lines)
    assert list(after) == ["Offer a", "Offer b", "Offer c"]
    assert after["Offer a"] is before["Offer a"] and after["Offer c"] is before["Offer c"]
    assert after["Offer c"].hasFocus()


def test_a_line_that_says_something_else_leads_there_and_is_as_high_as_that_needs(lines: JumpList) -> None:
    followed: list[str] = []
    lines.followed.connect(lambda _, key: followed.append(key))
    lines.resize(160, 400)
    lines.show_leads(leads("a"))
    (jump,) = jumps(lines).values()
    low = jump.heightForWidth(160)
    lines.show_leads([Lead(Placement, "z", "An offer said in so many words that they wrap " * 3)])
    ((name, same),) = jumps(lines).items()
    assert same is jump and name.startswith("An offer")
    assert same.heightForWidth(160) > 2 * low
    same.click()
    lines.show_leads([Lead(Placement, "", "only said")])
    same.click()
    assert not same.isEnabled() and followed == ["z"]


def test_an_empty_list_says_so_until_there_is_a_line_again(lines: JumpList) -> None:
    def said() -> list[str]:
        clear_away()
        return [one.text() for one in lines.findChildren(QLabel) if not one.isHidden()]

    lines.show_leads([])
    assert said() == ["nobody here"] and not jumps(lines)
    lines.show_leads(leads("a"))
    assert not said() and list(jumps(lines)) == ["Offer a"]
    lines.show_leads([])
    assert said() == ["nobody here"] and not jumps(lines)
