"""The brief view: what is set at the left is in the project, and the pages at the right follow from it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QElapsedTimer, QMimeData, QPointF, Qt, QTimer
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from bench.brief import with_journeys
from helpers.brief_rooms import brief_view, entitle, until_drawn, until_made
from helpers.desks import clear_away, edited, park, settle, wait_for
from rondo.brief.write import BriefOptions, brief_pdf
from rondo.text.qt_engine import QtTextEngine
from rondo.ui.brief.choices import choices_of
from rondo.ui.brief.pages import anchor_at, height_of, places
from rondo.ui.brief.view import BriefView
from rondo.ui.jobs import Helper, Job
from rondo.words import Words
from rondofile import conclusions
from rondofile.kinds import EditKind
from rondofile.project import Project
from rondofile.records import Action, BriefSection, Decision, Info

A4 = (595.0, 842.0)
TINY = Project.of([Info(id="p", title="Plan")])
"""A project whose pages are made in no time."""
IN_ORDER = ("cover", "summary", "journeys", "matrix", "architectures", "open", "sources")


@pytest.fixture(scope="module")
def helper(qapp: QApplication) -> Iterator[Helper]:
    """A warm helper."""
    made = Helper()
    made.warm()
    yield made
    made.close()
    clear_away()


def kinds(project: Project) -> list[str]:
    return [section.kind for section in project.all(BriefSection)]


def test_the_preview_shows_every_page_of_the_pdf_with_its_name_and_its_words(
    tmp_path: Path, helper: Helper
) -> None:
    with brief_view(tmp_path, helper) as (desk, view):
        pdf = brief_pdf(desk.session.project, QtTextEngine())
        document = pypdfium2.PdfDocument(pdf)
        total = len(document)
        document.close()
        assert total > 10
        assert len(view.preview.sheets) == total
        names = [sheet.accessibleName() for sheet in view.preview.sheets]
        assert names == [f"Page {number} of {total}" for number in range(1, total + 1)]
        assert view.bar.count.text() == f"1 of {total}"
        assert "Larkmere Park" in until_drawn(view)
        view.preview.show_page(2)
        assert view.bar.count.text() == f"3 of {total}"
        picture = view.preview.sheets[2].grab().toImage()
        wait_for(lambda: bool(view.preview.sheets[2].accessibleDescription()))
        assert view.preview.sheets[2].grab().toImage() != picture, "the page stayed empty"


def test_a_title_that_is_typed_is_in_the_project_and_on_the_page(tmp_path: Path, helper: Helper) -> None:
    with brief_view(tmp_path, helper, TINY) as (desk, view):
        view.panel.groups["cover"].unfold()
        box = view.panel.cover.fields["title"].box
        box.setFocus()
        QTest.keyClicks(box, " in one hand")
        view.panel.cover.fields["title"].commit()
        settle(desk.session)
        assert desk.session.project.info.title.endswith(" in one hand")
        assert view.maker.busy, "nothing new is being made"
        until_made(view)
        assert "in one hand" in until_drawn(view)


def test_pages_that_nothing_changed_are_not_made_again(tmp_path: Path, helper: Helper) -> None:
    with brief_view(tmp_path, helper, TINY) as (_, view):
        began: list[int] = []
        view.maker.began.connect(lambda: began.append(1))
        view.hide()
        view.show()
        view.maker.want(at_once=True)
        until_made(view)
        assert began == []


def test_a_hidden_view_makes_nothing_and_follows_when_it_is_shown(tmp_path: Path, helper: Helper) -> None:
    with brief_view(tmp_path, helper, TINY, shown=False) as (desk, view):
        began: list[int] = []
        view.maker.began.connect(lambda: began.append(1))
        entitle(desk, "One")
        QTest.qWait(800)
        assert began == [] and desk.helper.jobs == []
        view.show()
        until_made(view)
        assert began == [1]
        assert "One" in until_drawn(view)
        view.hide()
        entitle(desk, "Two")
        QTest.qWait(800)
        assert began == [1]


def test_several_changes_in_a_row_are_made_once(tmp_path: Path, helper: Helper) -> None:
    with brief_view(tmp_path, helper, TINY) as (desk, view):
        began: list[int] = []
        view.maker.began.connect(lambda: began.append(1))
        for title in ("One", "Two", "Three"):
            edited(
                desk.session, EditKind.SET_PROJECT, lambda edit, t=title: conclusions.set_cover(edit, title=t)
            )
        until_made(view)
        assert began == [1]
        assert "Three" in until_drawn(view)


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
        for _ in range(9):
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
        row = sections.visualItemRect(sections.item(4))
        place = QPointF(row.center().x(), row.bottom() - 2)
        drop = SourcedDrop(place, sections)
        sections.dropEvent(drop)
        settle(desk.session)
        assert kinds(desk.session.project) == [
            "cover",
            "journeys",
            "matrix",
            "architectures",
            "summary",
            "open",
            "sources",
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
        assert left_out == ["journeys"]
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


def test_the_place_that_is_read_stays_when_pages_come_anew_and_when_the_zoom_changes(
    tmp_path: Path, helper: Helper
) -> None:
    with brief_view(tmp_path, helper) as (desk, view):
        view.preview.show_page(5)
        bar = view.preview.verticalScrollBar()
        bar.setValue(bar.value() + 120)
        before = bar.value()
        edited(desk.session, EditKind.SET_PROJECT, lambda edit: conclusions.set_cover(edit, author="Someone"))
        until_made(view)
        assert bar.value() == before
        view.preview.set_zoom("2.0")
        assert view.preview.page == 5
        view.preview.set_zoom("page")
        assert view.preview.page == 5
        assert choices_of(desk).zoom == "page"


def test_what_stood_in_the_way_is_one_sentence_and_the_last_good_pages_stay(
    tmp_path: Path, helper: Helper, monkeypatch: pytest.MonkeyPatch
) -> None:
    with brief_view(tmp_path, helper, TINY) as (desk, view):
        pages = len(view.preview.sheets)
        begin = desk.helper.do

        def refused(task: str, project: Project, words: Words, **options: object) -> Job:
            return begin(task, project, words, **{**options, "paper": "no such paper"})

        monkeypatch.setattr(desk.helper, "do", refused)
        entitle(desk, "One")
        until_made(view)
        assert view.bar.trouble.isVisible()
        assert view.bar.trouble.text() == Words("en")("jobs.broken")
        assert len(view.preview.sheets) == pages
        monkeypatch.undo()
        entitle(desk, "Two")
        until_made(view)
        assert not view.bar.trouble.isVisible()


def test_the_window_goes_on_while_a_large_brief_is_made_and_drawn(tmp_path: Path, helper: Helper) -> None:
    with brief_view(tmp_path, helper, with_journeys(park(), 10), shown=False) as (desk, view):
        desk.helper.warm()
        view.show()
        gaps: list[int] = []
        clock, work, timer = QElapsedTimer(), QElapsedTimer(), QTimer()
        timer.timeout.connect(lambda: gaps.append(clock.restart()))
        work.start()
        clock.start()
        timer.start(1)
        until_made(view)
        until_drawn(view)
        timer.stop()
        assert len(view.preview.sheets) > 20
        assert len(gaps) > 50, "the window was not watched"
        assert max(gaps) < work.elapsed() / 4, "the window stood still for much of the work"


def test_a_large_page_count_keeps_pictures_only_of_what_is_near(tmp_path: Path, helper: Helper) -> None:
    with brief_view(tmp_path, helper) as (_, view):
        until_drawn(view, 0)
        view.preview.show_page(10)
        wait_for(lambda: bool(view.preview.sheets[10].accessibleDescription()))
        assert view.preview.sheets[0].wants(1, 1.0) and view.preview.sheets[0].wants(0, 0.0) is False


def test_pages_stand_under_each_other_and_fit_their_room() -> None:
    turned = (842.0, 595.0)
    found = places([A4, turned], (500, 400), "width", 10, 1.0)
    assert [place.width for place in found] == [480, 480]
    assert found[1].top == found[0].top + found[0].height + 10
    assert all(place.height <= 380 for place in places([A4, turned], (500, 400), "page", 10, 1.0))
    assert places([A4], (500, 400), "2.0", 10, 1.0)[0].width == 1190
    assert places([A4], (500, 400), "nonsense", 10, 1.0)[0].width == 480


def test_an_anchor_finds_its_place_again_or_the_end_of_what_is_left() -> None:
    small, large = (places([A4] * 5, (room, 400), "width", 10, 1.0) for room in (300, 900))
    anchor = anchor_at(small, small[3].top + small[3].height / 2)
    assert height_of(large, anchor) == round(large[3].top + large[3].height / 2)
    fewer = large[:2]
    assert height_of(fewer, anchor) == fewer[1].top + fewer[1].height
    assert height_of((), anchor) == 0 and height_of(large, anchor_at((), 5)) == 0


def test_the_same_options_as_on_the_command_line_give_the_same_pages(tmp_path: Path, helper: Helper) -> None:
    with brief_view(tmp_path, helper, TINY) as (desk, view):
        results: list[bytes] = []
        view.maker.made.connect(lambda result: results.append(result.path.read_bytes()))
        view.panel.printing.language.changed.emit("nl")
        until_made(view)
        assert results == [brief_pdf(desk.session.project, QtTextEngine(), BriefOptions(language="nl"))]
