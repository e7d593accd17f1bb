"""Exporting the brief: the bytes of the command line in the named file, or nothing changed at all."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from bench.maps import project as journey_of_steps
from helpers import engines
from helpers.brief_rooms import brief_view
from helpers.desks import clear_away, open_desk, park, settle, wait_for
from rondo.brief.write import BriefOptions, brief_pdf
from rondo.ui.brief.choices import choose
from rondo.ui.brief.export import Ask, Question, export_brief
from rondo.ui.desk import Desk
from rondo.ui.frame.job_bar import JobBar
from rondo.ui.jobs.jobs import Helper, Job
from rondo.ui.notices import Notice
from rondo.words import Words
from rondofile.project import Project
from rondofile.records import Info

OLD = b"an older brief"
WORDS = Words("en")


class Exporting:
    """A desk from which briefs are exported, and what it says of that."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        self.desk, self.window = desk, window
        self.notices: list[Notice] = []
        self.ends: list[str] = []
        desk.notices.said.connect(self.notices.append)

    def begin(self, ask: Ask) -> Job:
        job = export_brief(self.desk, self.window, ask)
        assert job is not None
        for name in ("done", "failed", "cancelled"):
            getattr(job, name).connect(lambda *_, name=name: self.ends.append(name))
        return job

    def until_over(self) -> None:
        wait_for(lambda: len(self.ends) == 1)
        clear_away()
        assert self.bars() == [], "the bar of the job stayed"

    def bars(self) -> list[JobBar]:
        return self.window.findChildren(JobBar)


Start = Callable[[Project], Exporting]


@pytest.fixture
def start(tmp_path: Path, helper: Helper) -> Iterator[Start]:
    """Opens a desk on a project."""
    opened = []

    def start(project: Project) -> Exporting:
        context = open_desk(tmp_path / "desk", project)
        desk = context.__enter__()
        own, desk.helper = desk.helper, helper
        window = QWidget()
        window.resize(900, 600)
        opened.append((context, desk, own, window))
        return Exporting(desk, window)

    yield start
    for context, desk, own, window in opened:
        settle(desk.session)
        desk.helper = own
        window.deleteLater()
        context.__exit__(None, None, None)


def to(path: Path) -> Ask:
    return lambda question: path


def test_an_exported_brief_has_the_bytes_of_the_command_line_and_is_announced(
    start: Start, tmp_path: Path
) -> None:
    exporting, target = start(park()), tmp_path / "out" / "Brief.pdf"
    target.parent.mkdir()
    choose(exporting.desk, paper="letter", language="nl")
    exporting.begin(to(target))
    exporting.until_over()
    pdf = brief_pdf(park(), engines.system_engine(), BriefOptions(paper="letter", language="nl"))
    assert target.read_bytes() == pdf
    assert [path.name for path in target.parent.iterdir()] == ["Brief.pdf"]
    (notice,) = exporting.notices
    assert notice.tone == "good" and notice.sentence.startswith("Brief exported: Brief.pdf · ")
    assert notice.sentence.endswith(" pages")
    assert [label for label, _ in notice.actions] == ["Open", "Show in folder"]


def test_a_brief_that_is_there_is_replaced_whole(start: Start, tmp_path: Path) -> None:
    exporting, target = start(Project({})), tmp_path / "Brief.pdf"
    target.write_bytes(OLD)
    exporting.begin(to(target))
    exporting.until_over()
    assert target.read_bytes() == brief_pdf(Project({}), engines.system_engine())


def test_an_export_that_is_cancelled_leaves_the_old_file_and_nothing_else(
    start: Start, tmp_path: Path
) -> None:
    exporting, target = start(journey_of_steps(2_000)), tmp_path / "out" / "Brief.pdf"
    target.parent.mkdir()
    target.write_bytes(OLD)
    before = target.stat()
    exporting.begin(to(target))
    (bar,) = exporting.bars()
    assert bar.stop.accessibleName() == "Cancel: Exporting Brief.pdf"
    bar.stop.click()
    exporting.until_over()
    assert exporting.ends == ["cancelled"] and exporting.notices == []
    assert target.read_bytes() == OLD and target.stat() == before
    assert [path.name for path in target.parent.iterdir()] == ["Brief.pdf"]


def test_an_export_cancelled_while_its_file_is_being_written_takes_that_along(
    start: Start, tmp_path: Path
) -> None:
    exporting, target = start(journey_of_steps(2_000)), tmp_path / "out" / "Brief.pdf"
    target.parent.mkdir()
    job = exporting.begin(to(target))
    half_written = target.with_name(job.request["options"]["name"])
    half_written.write_bytes(b"%PDF-1.4 half of")
    job.cancel()
    exporting.until_over()
    assert list(target.parent.iterdir()) == []


def test_somebody_who_names_no_file_changes_nothing(start: Start) -> None:
    exporting = start(Project({}))
    assert export_brief(exporting.desk, exporting.window, lambda question: None) is None
    assert exporting.bars() == [] and exporting.desk.helper.jobs == []


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="the system has no such signal")
def test_an_export_whose_process_is_killed_is_one_sentence_and_the_old_file_stays(
    start: Start, tmp_path: Path
) -> None:
    exporting, target = start(journey_of_steps(2_000)), tmp_path / "out" / "Brief.pdf"
    target.parent.mkdir()
    target.write_bytes(OLD)
    exporting.begin(to(target))
    os.kill(exporting.desk.helper.process_id, signal.SIGKILL)
    exporting.until_over()
    assert [notice.sentence for notice in exporting.notices] == [WORDS("jobs.stopped")]
    assert [path.name for path in target.parent.iterdir()] == ["Brief.pdf"]
    assert target.read_bytes() == OLD


def test_a_folder_that_is_gone_is_one_sentence(start: Start, tmp_path: Path) -> None:
    exporting, target = start(Project({})), tmp_path / "gone" / "Brief.pdf"
    exporting.begin(to(target))
    exporting.until_over()
    (notice,) = exporting.notices
    assert notice.tone == "bad"
    assert notice.sentence == WORDS("cli.no-folder", path=target, folder=target.parent)


def test_a_project_is_never_written_over(start: Start, tmp_path: Path) -> None:
    from rondo.commands.projects import create

    other = tmp_path / "other.rondo"
    create(other, Project({}))
    before = other.read_bytes()
    exporting = start(Project({}))
    exporting.begin(to(other))
    exporting.until_over()
    assert other.read_bytes() == before
    assert exporting.notices[0].sentence == WORDS("cli.other-project", path=other)


def test_the_next_export_is_suggested_where_the_last_one_went(start: Start, tmp_path: Path) -> None:
    exporting, folder = start(Project({})), tmp_path / "briefs"
    folder.mkdir()
    exporting.begin(to(folder / "One.pdf"))
    exporting.until_over()
    asked: list[Question] = []
    assert export_brief(exporting.desk, exporting.window, lambda question: asked.append(question)) is None
    assert asked[0].suggested.parent == folder and asked[0].parent is exporting.window


class Opened(QObject):
    """Notes what the system was asked to open."""

    def __init__(self) -> None:
        super().__init__()
        self.urls: list[str] = []

    @Slot(QUrl)
    def note(self, url: QUrl) -> None:
        self.urls.append(url.toLocalFile())


def test_the_notice_opens_the_brief_and_its_folder(start: Start, tmp_path: Path) -> None:
    exporting, target, opened = start(Project({})), tmp_path / "Brief.pdf", Opened()
    exporting.begin(to(target))
    exporting.until_over()
    QDesktopServices.setUrlHandler("file", opened, "note")
    try:
        for _, act in exporting.notices[0].actions:
            act()
    finally:
        QDesktopServices.unsetUrlHandler("file")
    assert opened.urls == [str(target), str(tmp_path)]


def test_the_export_after_the_preview_writes_the_very_pages_that_were_shown(
    tmp_path: Path, helper: Helper, monkeypatch: pytest.MonkeyPatch
) -> None:
    import rondo.ui.brief.view as view_of_briefs

    target = tmp_path / "Brief.pdf"
    monkeypatch.setattr(
        view_of_briefs,
        "export_brief",
        lambda desk, parent: jobs.append(export_brief(desk, parent, to(target))),
    )
    jobs: list[Job | None] = []
    with brief_view(tmp_path / "desk", helper, Project.of([Info(id="p", title="Plan")])) as (desk, view):
        progress: list[float] = []
        view.deeds()["file.export-brief"].do()
        assert jobs[0] is not None
        jobs[0].progress.connect(progress.append)
        wait_for(lambda: jobs[0] is not None and jobs[0].over)
        assert target.read_bytes() == brief_pdf(desk.session.project, engines.system_engine())
        assert progress == [], "the pages were made a second time"
