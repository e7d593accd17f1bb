"""The preview: the real pages of the brief, made when something changed and drawn when they are seen."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtTest import QTest

from bench.brief import with_journeys
from helpers import engines
from helpers.brief_rooms import brief_view, entitle, until_drawn, until_made
from helpers.desks import edited, park, settle, wait_for
from helpers.resting import come_to_rest
from rondo.brief.write import brief_pdf
from rondo.ui.brief.choices import choices_of
from rondo.ui.brief.pages import anchor_at, height_of, places
from rondo.ui.jobs.jobs import Helper, Job
from rondo.words import Words
from rondofile.kinds import EditKind
from rondofile.nouns import conclusions
from rondofile.project import Project
from rondofile.records import Info

A4 = (595.0, 842.0)
TINY = Project.of([Info(id="p", title="Plan")])
"""A project whose pages are made in no time."""


def test_the_preview_shows_every_page_of_the_pdf_with_its_name_and_its_words(
    tmp_path: Path, helper: Helper
) -> None:
    with brief_view(tmp_path, helper) as (desk, view):
        pdf = brief_pdf(desk.session.project, engines.system_engine())
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
        come_to_rest(view)
        assert began == [] and desk.helper.jobs == []
        view.show()
        until_made(view)
        assert began == [1]
        assert "One" in until_drawn(view)
        view.hide()
        entitle(desk, "Two")
        come_to_rest(view)
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


def test_the_pages_speak_the_language_that_is_chosen_for_them(tmp_path: Path, helper: Helper) -> None:
    with brief_view(tmp_path, helper, TINY) as (desk, view):
        assert Words("en")("brief.contents") in until_drawn(view)
        view.panel.printing.language.changed.emit("nl")
        until_made(view)
        assert Words("nl")("brief.contents") in until_drawn(view)
        assert desk.session.project == TINY
