"""Cell sheets as a PDF for paper: the person names a file, the helper writes all twenty, one a page."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from rondo.ui.brief.export import FOLDER, Ask, Question, ask_where, suggested_file
from rondo.ui.desk import Desk
from rondo.ui.frame.job_bar import JobBar
from rondo.ui.jobs.jobs import Job
from rondofile.writing.leftovers import temporary_name


def export_sheets(desk: Desk, parent: QWidget, blank: bool, ask: Ask = ask_where) -> Job | None:
    """The twenty sheets are being written into the file that the person names; `blank`: to be filled by hand.

    None where the person named none. What came of it is a notice."""
    words = desk.words
    title = words("action.strategy.blank-sheets" if blank else "action.strategy.cell-sheets").rstrip("…")
    brief = suggested_file(desk)
    suggested = brief.with_stem(words("cell_sheet.blank_file") if blank else words("cell_sheet.file"))
    target = ask(Question(parent.window(), suggested, title, words("brief_view.export.filter")))
    if target is None:
        return None
    desk.settings.keep(FOLDER, str(target.parent))
    name = temporary_name()
    job = desk.helper.do(
        "cell-sheets",
        desk.session.project,
        words,
        leftover=Path(os.path.realpath(target)).with_name(name),
        target=str(target),
        own=str(desk.session.path or ""),
        name=name,
        blank=blank,
        language=words.language,
    )
    JobBar(job, words("brief_view.export.running", name=target.name), desk, parent.window())
    job.done.connect(lambda _: _say_done(desk, target))
    job.failed.connect(lambda sentence: desk.notices.say(sentence, "bad", key="cell-sheets"))
    return job


def _say_done(desk: Desk, target: Path) -> None:
    words = desk.words
    desk.notices.say(
        words("cell_sheet.done", name=target.name),
        "good",
        (words("brief_view.export.open"), lambda: _open(target)),
        key="cell-sheets",
    )


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
