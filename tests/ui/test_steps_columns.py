"""How the columns of the table share the room there is."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from helpers.desks import edited, park
from helpers.steps_room import open_table
from rondo.ui.steps.columns import SIGNED, Column, widths
from rondo.words import LANGUAGES, Words
from rondofile.kinds import EditKind
from rondofile.records import Step

pytestmark = [
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
    pytest.mark.qt_log_ignore("OpenType support missing", extend=True),
]

HEADS = [60, 50, 46, 50, 60, 50, 60, 80]
SAID = [400, 90, 120, 140, 100, 70, 300, 260]


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_columns_in_which_nothing_is_said_give_way_to_the_title(scale: float) -> None:
    bare = [SAID[0], *(0 for _ in SAID[1:-1]), SAID[-1]]
    heads, room = [round(wide * scale) for wide in HEADS], round(740 * scale)
    found = widths(room, scale, heads, [round(wide * scale) for wide in bare])
    assert sum(found) == room
    assert found[1:-1] == heads[1:-1]
    assert found[Column.TITLE] == max(found) and found[Column.TITLE] >= 260 * scale


def test_no_column_is_narrower_than_its_head_and_no_wait_is_cut() -> None:
    rooms = range(0, 2400, 50)
    assert len(rooms) > 40
    before = [0] * len(Column)
    for room in rooms:
        found = widths(room, 1.0, HEADS, SAID)
        assert all(width >= head for width, head in zip(found, HEADS, strict=True))
        assert found[Column.WAIT] == SAID[Column.WAIT]
        assert all(found[c] in (HEADS[c], SAID[c]) for c in SIGNED), (
            "the words are whole or a sign stands alone"
        )
        assert sum(found) == max(room, sum(widths(0, 1.0, HEADS, SAID)))
        assert found[Column.TITLE] >= min(before[Column.TITLE], SAID[Column.TITLE])
        before = found
    assert all(width >= wish for width, wish in zip(before, SAID, strict=True))


@pytest.mark.parametrize("language", LANGUAGES)
def test_heads_and_waits_are_whole_in_a_small_window(
    qapp: QApplication, tmp_path: Path, language: str
) -> None:
    with open_table(tmp_path, park(), (740, 600), Words(language)) as table:
        head, row = (
            table.table.horizontalHeader(),
            table.table.steps.row_of(table.steps()["Stand in line"].id),
        )
        assert row is not None and head.textElideMode() is Qt.TextElideMode.ElideRight
        assert all(head.sectionSize(column) >= head.sectionSizeHint(column) for column in Column)
        waits = table.table.visualRect(table.table.steps.index(row, Column.WAIT))
        assert table.table.tip_at(waits.center()) == ""
        narrow = head.sectionSize(Column.WAIT)
        step = table.steps()["Stand in line"].id
        edited(
            table.desk.session,
            EditKind.SET_STEPS,
            lambda edit: edit.change(Step, step, wait_minutes=123_456_789),
        )
        table.settle()
        assert head.sectionSize(Column.WAIT) > narrow, "a longer wait has the room it needs at once"


@pytest.mark.parametrize("language", ["en", "nl"])
def test_nothing_has_to_be_scrolled_to_beside_both_docks(
    qapp: QApplication, tmp_path: Path, language: str
) -> None:
    with open_table(tmp_path, park(), (790, 600), Words(language)) as table:
        assert table.table.horizontalHeader().length() == table.table.viewport().width()
