"""The brief view: what is set at the left is in the project, and the pages at the right follow from it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from helpers.brief_rooms import brief_view, until_drawn, until_made
from helpers.desks import edited, settle, wait_for
from rondo.ui.brief.choices import choices_of
from rondo.ui.brief.view import BriefView
from rondo.ui.jobs.jobs import Helper
from rondo.words import Words
from rondofile.kinds import EditKind
from rondofile.nouns import conclusions
from rondofile.project import Project
from rondofile.records import Action, BriefSection, Decision, Info

TINY = Project.of([Info(id="p", title="Plan")])
"""A project whose pages are made in no time."""
IN_ORDER = (
    *("cover", "summary", "journeys", "responses", "experiences", "coverage", "matrix"),
    *("moves", "cells", "menus", "permissions", "architectures", "open", "sources"),
)


def kinds(project: Project) -> list[str]:
    return [section.kind for section in project.all(BriefSection)]


def test_the_board_preset_is_kept_in_the_project_and_has_two_pages_and_no_sections(
    tmp_path: Path, helper: Helper
) -> None:
    with brief_view(tmp_path, helper) as (desk, view):
        assert view.panel.groups["sections"].isVisible()
        view.panel.printing.preset.box.pills[0].click()
        settle(desk.session)
        assert desk.session.project.info.brief_preset == "board"
        assert not view.panel.groups["sections"].isVisible()
        until_made(view)
        assert len(view.preview.sheets) == 2
        desk.session.undo()
        settle(desk.session)
        assert view.panel.printing.preset.value() == "working-paper"


def test_paper_and_language_are_choices_of_this_computer_and_change_the_pages(
    tmp_path: Path, helper: Helper
) -> None:
    with brief_view(tmp_path, helper, TINY) as (desk, view):
        before = desk.session.project
        view.panel.printing.paper.box.pills[2].click()
        view.panel.printing.landscape.box.click()
        until_made(view)
        width, height = view.preview.sheets[0].size_in_points
        assert (round(width), round(height)) == (1191, 842)
        assert desk.session.project is before and desk.session.standing is not None
        assert desk.session.standing.next_undo is None
        assert choices_of(desk).paper == "a3" and choices_of(desk).landscape
        assert not choices_of(desk).notes, "notes are internal until someone asks for them"
        view.panel.printing.notes.box.click()
        view.panel.printing.show_on_maps.changed.emit("waits")
        assert choices_of(desk).printed["notes"] is True and choices_of(desk).printed["show"] == "waits"
        assert not choices_of(desk).shade
        view.panel.printing.shade.changed.emit("size")
        assert choices_of(desk).printed["shade"] == "size"
        other = BriefView(desk)
        other.panel.refresh()
        assert other.panel.printing.paper.value() == "a3"
        other.deleteLater()


def test_alt_and_an_arrow_move_a_section_and_the_pages_follow(tmp_path: Path, helper: Helper) -> None:
    with brief_view(tmp_path, helper, TINY) as (desk, view):
        sections = view.panel.sections.list
        assert sections.kinds == IN_ORDER
        sections.setFocus()
        sections.choose("sources")
        for _ in range(len(IN_ORDER)):
            QTest.keyClick(sections, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
            settle(desk.session)
        assert kinds(desk.session.project) == ["cover", "sources", *IN_ORDER[1:-1]]
        assert sections.kind == "sources", "the section that was moved is no longer chosen"
        until_made(view)
        assert Words("en")("brief.sources") in until_drawn(view, 1)
        desk.session.undo()
        settle(desk.session)
        assert sections.kinds[2] == "sources"


def test_a_section_that_is_dragged_stands_where_it_was_dropped(tmp_path: Path, helper: Helper) -> None:
    with brief_view(tmp_path, helper, TINY) as (desk, view):
        sections = view.panel.sections.list
        sections.choose("summary")
        row = sections.visualItemRect(sections.item(IN_ORDER.index("architectures")))
        place = QPointF(row.center().x(), row.bottom() - 2)
        drop = SourcedDrop(place, sections)
        sections.dropEvent(drop)
        settle(desk.session)
        assert kinds(desk.session.project) == [
            *("cover", "journeys", "responses", "experiences", "coverage", "matrix", "moves", "cells"),
            *("menus", "permissions", "architectures", "summary", "open", "sources"),
        ]
        assert drop.dropAction() is Qt.DropAction.CopyAction, "Qt would remove the row by itself"


class SourcedDrop(QDropEvent):
    """A drop that says where it began."""

    def __init__(self, place: QPointF, source: QWidget) -> None:
        self._data, self._source = QMimeData(), source
        keys, buttons = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
        actions = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
        super().__init__(place, actions, self._data, buttons, keys)
        self.setDropAction(Qt.DropAction.MoveAction)

    def source(self) -> QWidget:
        return self._source


def test_a_section_without_its_tick_is_left_out_of_the_pages(tmp_path: Path, helper: Helper) -> None:
    with brief_view(tmp_path, helper) as (desk, view):
        sections, pages = view.panel.sections.list, len(view.preview.sheets)
        sections.item(2).setCheckState(Qt.CheckState.Unchecked)
        settle(desk.session)
        left_out = [
            section.kind for section in desk.session.project.all(BriefSection) if not section.included
        ]
        assert left_out == ["journeys", "experiences", "cells"], "experiences and cells are there on wish"
        until_made(view)
        assert len(view.preview.sheets) <= pages - 4


def test_the_title_and_introduction_of_a_section_stand_on_its_page(tmp_path: Path, helper: Helper) -> None:
    with brief_view(tmp_path, helper, TINY) as (desk, view):
        panel = view.panel.sections
        panel.list.choose("summary")
        QTest.keyClicks(panel.title.box, "Strangers in our own park")
        panel.title.commit()
        QTest.keyClicks(panel.note.box, "Read this first.")
        panel.note.commit()
        settle(desk.session)
        (summary,) = [one for one in desk.session.project.all(BriefSection) if one.kind == "summary"]
        assert (summary.title, summary.note) == ("Strangers in our own park", "Read this first.")
        until_made(view)
        words = until_drawn(view, 1)
        assert "Strangers in our own park" in words and "Read this first." in words
        panel.list.choose("matrix")
        assert (panel.title.value(), panel.note.value()) == ("", "")
        panel.list.choose("summary")
        assert panel.title.value() == "Strangers in our own park"


def test_sections_of_a_later_version_survive_what_is_done_here(tmp_path: Path, helper: Helper) -> None:
    later = BriefSection(id="x", kind="holograms", title="Later", position=0)
    own = BriefSection(id="y", kind="matrix", position=1)
    project = Project.of([Info(id="p"), later, own])
    with brief_view(tmp_path, helper, project, shown=False) as (desk, view):
        view.panel.refresh()
        sections = view.panel.sections.list
        assert sections.kinds[1] == "matrix" and set(sections.kinds) == set(IN_ORDER)
        sections.choose("matrix")
        sections.move(2)
        settle(desk.session)
        found = {section.id: section for section in desk.session.project.all(BriefSection)}
        assert found["x"].title == "Later" and found["y"].kind == "matrix"
        assert sorted(kinds(desk.session.project)) == sorted([*IN_ORDER, "holograms"])


def test_a_decision_is_added_filled_in_and_deleted_each_as_one_step(tmp_path: Path, helper: Helper) -> None:
    with brief_view(tmp_path, helper, Project({}), shown=False) as (desk, view):
        view.panel.refresh()
        view.panel.decisions.add.click()
        settle(desk.session)
        wait_for(lambda: len(view.panel.decisions.cards) == 1)
        (card,) = view.panel.decisions.cards.values()
        QTest.keyClicks(card.fields["text"].box, "a pilot")
        card.fields["text"].commit()
        QTest.keyClicks(card.fields["date"].box, "2027-03")
        card.fields["date"].commit()
        settle(desk.session)
        (decision,) = desk.session.project.all(Decision)
        assert (decision.text, decision.date) == ("a pilot", "2027-03")
        view.panel.refresh()
        card.deleted.emit(decision.id)
        settle(desk.session)
        assert desk.session.project.all(Decision) == ()
        desk.session.undo()
        settle(desk.session)
        assert desk.session.project.all(Decision) == (decision,)


def test_an_undo_of_an_action_shows_where_it_stands(tmp_path: Path, helper: Helper) -> None:
    with brief_view(tmp_path, helper, TINY) as (desk, view):
        assert not view.panel.actions_.isVisible()
        made = edited(
            desk.session, EditKind.SET_ACTIONS, lambda edit: conclusions.add(edit, Action, "Call them")
        )
        desk.session.changed.connect(view.reveal)
        desk.session.undo()
        settle(desk.session)
        assert view.panel.actions_.isVisible()
        assert made.id not in view.panel.actions_.cards
