"""Jobs: long work runs in a process of its own, tells how far it is, and ends when it is told to."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtWidgets import QApplication

from bench.maps import project as journey_of_steps
from helpers import engines
from helpers.desks import PATIENCE, clear_away, park, wait_for
from rondo.brief.write import BriefOptions, brief_pdf
from rondo.ui.jobs.jobs import Helper, Job, Result
from rondo.ui.jobs.wire import Frames, ProjectCopy, framed, slices
from rondo.words import Words
from rondofile.project import Project
from rondofile.records import Asset, Info

WORDS = Words("en")
ENDLESS = journey_of_steps(2_000)
"""A project whose brief takes longer than any test waits."""


@pytest.fixture
def helper(qapp: QApplication) -> Iterator[Helper]:
    """A helper whose process has not started."""
    made = Helper()
    yield made
    made.close()
    clear_away()


class Heard:
    """Everything that a job says."""

    def __init__(self, job: Job) -> None:
        self.progress: list[float] = []
        self.results: list[Result] = []
        self.failures: list[str] = []
        self.cancelled = 0
        job.progress.connect(self.progress.append)
        job.done.connect(self.results.append)
        job.failed.connect(self.failures.append)
        job.cancelled.connect(self._on_job_cancelled)

    @property
    def ends(self) -> int:
        return len(self.results) + len(self.failures) + self.cancelled

    def _on_job_cancelled(self) -> None:
        self.cancelled += 1


def ended(job: Job) -> Heard:
    """What the job said until it was over."""
    heard = Heard(job)
    wait_for(lambda: heard.ends > 0)
    assert heard.ends == 1 and job.over
    return heard


def is_there(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def test_the_helper_makes_the_very_bytes_that_this_process_makes(helper: Helper) -> None:
    project = park()
    heard = ended(helper.do("brief", project, WORDS, preset="board", paper="letter"))
    assert heard.failures == []
    pdf = brief_pdf(project, engines.system_engine(), BriefOptions("board", "letter"))
    assert heard.results[0].path.read_bytes() == pdf
    assert len(heard.results[0].facts["pages"]) == 2
    assert len(heard.progress) > 3 and heard.progress == sorted(heard.progress)


def test_the_next_job_is_done_by_the_same_process_on_the_project_as_it_is_then(helper: Helper) -> None:
    before = park()
    ended(helper.do("brief", before, WORDS, preset="board"))
    process, info = helper.process_id, before.info
    assert process
    titled = before.replaced({"project": {info.id: (info, Info(id=info.id, title="Quite another title"))}})
    heard = ended(helper.do("brief", titled, WORDS, preset="board"))
    assert helper.process_id == process
    assert heard.results[0].path.read_bytes() == brief_pdf(
        titled, engines.system_engine(), BriefOptions("board")
    )


def test_a_cancelled_job_leaves_nothing_and_the_next_one_is_done(helper: Helper) -> None:
    job, waiting = helper.do("brief", ENDLESS, WORDS), helper.do("brief", Project({}), WORDS)
    first, second = Heard(job), Heard(waiting)
    wait_for(lambda: helper.process_id != 0)
    process = helper.process_id
    job.cancel()
    assert first.cancelled == 0, "a job ended before the call that ended it did"
    wait_for(lambda: first.cancelled == 1 and second.ends == 1)
    assert len(second.results) == 1 and first.ends == 1
    assert not is_there(process)
    assert [path.name for path in second.results[0].path.parent.iterdir()] == [second.results[0].path.name]


def test_a_job_that_waits_can_be_cancelled_without_disturbing_the_one_that_runs(helper: Helper) -> None:
    running, waiting = helper.do("brief", park(), WORDS), helper.do("brief", ENDLESS, WORDS)
    second = Heard(waiting)
    waiting.cancel()
    first = ended(running)
    assert len(first.results) == 1
    assert second.cancelled == 1 and second.ends == 1


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="the system has no such signal")
def test_a_process_killed_from_outside_is_one_sentence_and_the_next_job_is_done(helper: Helper) -> None:
    job = helper.do("brief", ENDLESS, WORDS)
    wait_for(lambda: helper.process_id != 0)
    os.kill(helper.process_id, signal.SIGKILL)
    assert ended(job).failures == [WORDS("jobs.stopped")]
    assert len(ended(helper.do("brief", Project({}), WORDS)).results) == 1


def test_a_program_that_cannot_be_started_is_one_sentence(qapp: QApplication, tmp_path: Path) -> None:
    helper = Helper([str(tmp_path / "no-such-program")])
    try:
        assert ended(helper.do("brief", Project({}), WORDS)).failures == [WORDS("jobs.not-started")]
    finally:
        helper.close()


def test_a_mistake_of_ours_is_one_sentence_and_the_process_goes_on(
    helper: Helper, capfd: pytest.CaptureFixture[str]
) -> None:
    heard = ended(helper.do("brief", Project({}), WORDS, paper="no such paper"))
    assert heard.failures == [WORDS("jobs.broken")]
    assert "KeyError" in capfd.readouterr().err, "the mistake was swallowed"
    process = helper.process_id
    assert len(ended(helper.do("brief", Project({}), WORDS)).results) == 1
    assert helper.process_id == process


def test_what_the_world_is_at_fault_for_is_said_in_the_language_of_the_window(
    helper: Helper, tmp_path: Path
) -> None:
    words, target = Words("nl"), tmp_path / "none" / "brief.pdf"
    heard = ended(helper.do("export-brief", Project({}), words, target=str(target), own="", name=""))
    assert heard.failures == [words("cli.no-folder", path=target, folder=target.parent)]


def test_closing_ends_the_process_and_takes_its_results_along(qapp: QApplication) -> None:
    helper = Helper()
    result = ended(helper.do("brief", Project({}), WORDS)).results[0]
    process, running = helper.process_id, Heard(helper.do("brief", ENDLESS, WORDS))
    helper.close()
    assert running.cancelled == 1 and running.ends == 1
    assert not is_there(process)
    assert not result.path.parent.exists()
    helper.close()


def test_a_task_that_there_is_none_of_is_refused_before_anything_starts(helper: Helper) -> None:
    with pytest.raises(KeyError):
        helper.do("no such task", Project({}), WORDS)
    assert helper.process_id == 0


PARENT = """
    import sys
    from PySide6.QtCore import QCoreApplication, QTimer
    from bench.maps import project
    from rondo.ui.jobs.jobs import Helper
    from rondo.words import Words

    application, helper = QCoreApplication([]), Helper()
    job = helper.do("brief", project(2_000), Words("en"))
    QTimer.singleShot(1_500, lambda: print(helper.process_id, helper._results(), flush=True))
    application.exec()
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="the system has no such signal")
def test_the_process_and_its_folder_are_gone_when_the_window_is_killed_in_the_middle_of_work() -> None:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    parent = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(PARENT)], stdout=subprocess.PIPE, text=True, env=environment
    )
    try:
        assert parent.stdout is not None
        process, folder = parent.stdout.readline().split(maxsplit=1)
        assert is_there(int(process)) and Path(folder.strip()).is_dir()
    finally:
        parent.kill()
        parent.communicate()
    until = time.monotonic() + PATIENCE / 1000
    while (is_there(int(process)) or Path(folder.strip()).exists()) and time.monotonic() < until:
        time.sleep(0.02)
    assert not is_there(int(process))
    assert not Path(folder.strip()).exists()


def test_the_window_goes_on_while_a_large_project_is_handed_over_and_worked_on(helper: Helper) -> None:
    helper.warm()
    large, gaps = journey_of_steps(20_000), list[int]()
    clock, timer = QElapsedTimer(), QTimer()
    timer.timeout.connect(lambda: gaps.append(clock.restart()))
    clock.start()
    timer.start(1)
    job = helper.do("brief", large, WORDS)
    assert clock.elapsed() < 500, "asking for the work took the time of the work"
    heard, until = Heard(job), time.monotonic() + 2
    wait_for(lambda: time.monotonic() > until or heard.ends > 0)
    timer.stop()
    assert len(gaps) > 100, "the window was not watched"
    assert max(gaps) < 500, "the window stood still while the other process worked"
    job.cancel()
    wait_for(lambda: heard.ends > 0)


def test_a_project_comes_over_as_it_is_and_then_only_what_changed() -> None:
    picture = Asset(id="0" * 64, name="Logo", media_type="image/png", content=bytes(range(256)))
    project = Project.of([*park().records(), picture])
    copy, frames, sent = ProjectCopy(), Frames(), list[int]()

    def send(now: Project, known: Project) -> None:
        data = b"".join(framed(message) for message in slices(now.tables, dict(known.tables)))
        sent.append(len(data))
        for start in range(0, len(data), 1000):
            for message in frames.take(data[start : start + 1000]):
                assert copy.take(message)

    send(project, Project({}))
    assert copy.project == project and copy.project is copy.project
    info = project.info
    changed = project.replaced({"project": {info.id: (info, Info(id=info.id, title="ఉద్యానవనం \ud800"))}})
    send(changed, project)
    assert copy.project == changed
    assert sent[1] < sent[0] / 50
