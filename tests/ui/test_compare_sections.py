"""Side by side and what must be true: what is typed and pressed stands in the project."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QPushButton,
    QToolButton,
)

from helpers.compared import compared, opened
from helpers.desks import open_desk, park, settle
from helpers.resting import come_to_rest
from rondo.strategy.comparison import dimensions
from rondo.ui.compare.conditions.conditions_page import ConditionsPage
from rondo.ui.compare.criteria.criteria_page import CriteriaPage
from rondo.ui.compare.dimensions_page import DimensionsPage
from rondo.ui.compare.view import ArchitecturesView
from rondo.ui.desk import Desk
from rondofile.enums import Architecture, Evidence
from rondofile.project import Project
from rondofile.records import Condition

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
PRODUCER, RETAILER = Architecture.CONNECTED_PRODUCER, Architecture.CONNECTED_RETAILER


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    with open_desk(tmp_path, park()) as desk:
        yield desk


@pytest.fixture
def view(desk: Desk) -> Iterator[ArchitecturesView]:
    with compared(desk) as view:
        yield view


@pytest.fixture
def side(view: ArchitecturesView) -> DimensionsPage:
    return opened(view, "dimensions", DimensionsPage)


@pytest.fixture
def must(view: ArchitecturesView) -> ConditionsPage:
    return opened(view, "conditions", ConditionsPage)


def conditions(desk: Desk) -> list[str]:
    return [one.text for one in desk.session.project.all(Condition)]


def test_the_switch_opens_each_section_and_remembers_the_last(desk: Desk, view: ArchitecturesView) -> None:
    labels = []
    for button in view.switch.findChildren(QToolButton):
        button.click()
        labels.append(button.accessibleName())
        assert view.looking.section == button.objectName()
    assert labels == ["Who could do it", "Side by side", "What must be true", "Criteria"]
    again = ArchitecturesView(desk)
    assert again.looking.section == "criteria"
    again.deleteLater()


def test_every_dimension_is_a_row_and_says_its_text_whole(desk: Desk, side: DimensionsPage) -> None:
    model, said = side.dimensions, 0
    assert model.rowCount() == len(desk.framework.dimensions) - 1
    for row, one in enumerate(model.rows):
        for column, architecture in enumerate(Architecture):
            index = model.index(row, column)
            assert index.data() == one.dimension.text(architecture)
            needed = side.table.cells.high(index, side.table.columnWidth(column))
            assert side.table.rowHeight(row) >= needed
            said += 1
    assert said == model.rowCount() * 5


def test_columns_that_say_the_same_say_so_and_can_be_left_out(desk: Desk, side: DimensionsPage) -> None:
    for architecture in tuple(Architecture)[2:]:
        side.looking.show(architecture, False)
    found = dimensions(desk.framework, (PRODUCER, RETAILER))
    alike = [one.dimension.key for one in found if not one.differs]
    assert alike, "two columns that never agree prove nothing"
    heads = [side.dimensions.headerData(row, Qt.Orientation.Vertical, 257) for row in range(len(found) - 1)]
    assert heads.count("the same in all of these") == len(alike)
    side.differing.click()
    assert not {row.dimension.key for row in side.dimensions.rows} & set(alike)
    assert side.dimensions.rowCount() == len(found) - 1 - len(alike)


def test_our_offers_mark_their_columns(desk: Desk, side: DimensionsPage) -> None:
    interface = QAccessible.queryAccessibleInterface(side.table)
    assert interface is not None and interface.role() == QAccessible.Role.Table
    across = Qt.Orientation.Horizontal
    counts = [side.dimensions.headerData(column, across, 258) for column in range(5)]
    rules = [side.dimensions.headerData(column, across, 259) for column in range(5)]
    assert counts[0] and "we will" in counts[0] and rules[0] == "target"
    assert [bool(count) for count in counts] == [bool(rule) for rule in rules]
    assert not all(counts)


def test_heads_and_names_stay_while_the_table_scrolls(side: DimensionsPage) -> None:
    table = side.table
    before = (table.column_head.geometry(), table.row_head.geometry().left())
    assert table.verticalScrollBar().maximum() > 0 and table.horizontalScrollBar().maximum() > 0
    table.verticalScrollBar().setValue(table.verticalScrollBar().maximum())
    table.horizontalScrollBar().setValue(table.horizontalScrollBar().maximum())
    assert (table.column_head.geometry(), table.row_head.geometry().left()) == before


def test_a_draft_is_added_by_one_press_and_then_offered_no_more(desk: Desk, must: ConditionsPage) -> None:
    before = conditions(desk)
    add = next(one for one in must.drafts.findChildren(QPushButton) if one.isVisible())
    text = add.accessibleName().removeprefix("Add: ")
    add.click()
    settle(desk.session)
    assert conditions(desk) == [*before, text]
    left = [one.accessibleName() for one in must.drafts.findChildren(QPushButton) if one.isVisible()]
    assert left and f"Add: {text}" not in left
    desk.session.undo()
    settle(desk.session)
    assert conditions(desk) == before


def test_a_condition_is_written_edited_moved_and_deleted(desk: Desk, must: ConditionsPage) -> None:
    before = conditions(desk)
    must.new.box.setFocus()
    QTest.keyClicks(must.new.box, "Guests want it")
    QTest.keyClick(must.new.box, Qt.Key.Key_Return)
    settle(desk.session)
    assert conditions(desk) == [*before, "Guests want it"]
    card = must.cards[desk.session.project.all(Condition)[-1].id]
    card.text.box.setFocus()
    QTest.keyClicks(card.text.box, " now")
    card.text.commit()
    card.evidence.changed.emit(Evidence.SEEN)
    card.owner.changed.emit("Ward")
    settle(desk.session)
    kept = desk.session.project.get(Condition, card.key)
    assert (kept.text, kept.evidence, kept.owner) == ("Guests want it now", Evidence.SEEN, "Ward")
    assert not card.down.isEnabled()
    card.up.click()
    settle(desk.session)
    assert conditions(desk).index("Guests want it now") == len(before) - 1
    card.remove.click()
    settle(desk.session)
    assert conditions(desk) == before
    assert card.key not in must.cards


def test_a_half_typed_condition_that_is_undone_leaves_no_edit(desk: Desk, must: ConditionsPage) -> None:
    troubles: list[object] = []
    desk.session.trouble.connect(troubles.append)
    must.add("Short lived")
    settle(desk.session)
    card = must.cards[desk.session.project.all(Condition)[-1].id]
    card.text.box.setFocus()
    QTest.keyClicks(card.text.box, " and half typed")
    desk.session.undo()
    settle(desk.session)
    come_to_rest(must)
    settle(desk.session)
    assert "Short lived" not in conditions(desk)
    assert troubles == []


def test_an_empty_project_offers_criteria_conditions_and_drafts(qapp: QApplication, tmp_path: Path) -> None:
    with open_desk(tmp_path, Project({})) as desk:
        view = ArchitecturesView(desk)
        view.show()
        page = opened(view, "criteria", CriteriaPage)
        assert page.new.isVisible() and not page.table.isVisible() and not page.bar.isVisible()
        must = opened(view, "conditions", ConditionsPage)
        assert must.new.isVisible() and must.cards == {}
        assert len([one for one in must.drafts.findChildren(QPushButton) if one.isVisible()]) >= 15
        view.close()
        view.deleteLater()
