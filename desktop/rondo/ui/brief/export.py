"""Exporting the brief: the person names a file, the helper writes it whole or not at all."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from rondo.ui.brief.choices import choices_of
from rondo.ui.desk import Desk
from rondo.ui.frame.job_bar import JobBar
from rondo.ui.jobs.jobs import Job, Result
from rondofile.writing.leftovers import temporary_name

FOLDER = "files/brief-folder"
"""Under which key the folder of the last export is kept."""
ENDING = ".pdf"
_UNFIT = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')
_LONGEST = 200
"""Bytes of a name; file systems take 255 with the ending."""


class Question(Struct, frozen=True):
    """What the person is asked: in which window, with which file suggested, under which words."""

    parent: QWidget
    suggested: Path
    title: str
    filter: str


Ask = Callable[[Question], Path | None]
"""Answers with the file, None where the person would rather not. It has asked already whether a file that is
there may be replaced."""


def ask_where(question: Question) -> Path | None:
    """The answer of the system's own dialog."""
    suggested = question.suggested
    while True:
        dialog = QFileDialog(question.parent, question.title, str(suggested.parent), question.filter)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ENDING[1:])
        dialog.selectFile(suggested.name)
        if not dialog.exec() or not dialog.selectedFiles():
            return None
        named = Path(dialog.selectedFiles()[0])
        if named.suffix.lower() == ENDING:
            return named
        suggested = named.with_name(named.name + ENDING)
        if not suggested.exists():
            return suggested


def export_brief(desk: Desk, parent: QWidget, ask: Ask = ask_where) -> Job | None:
    """The brief of the project as it is now is being written into the file that the person names.

    None where the person named none. What came of it is a notice."""
    words = desk.words
    title, kinds = words("brief_view.export.title"), words("brief_view.export.filter")
    target = ask(Question(parent.window(), suggested_file(desk), title, kinds))
    if target is None:
        return None
    desk.settings.keep(FOLDER, str(target.parent))
    name = temporary_name()
    job = desk.helper.do(
        "export-brief",
        desk.session.project,
        words,
        leftover=Path(os.path.realpath(target)).with_name(name),
        target=str(target),
        own=str(desk.session.path or ""),
        name=name,
        **choices_of(desk).printed,
    )
    JobBar(job, words("brief_view.export.running", name=target.name), desk, parent.window())
    job.done.connect(lambda result: _say_done(desk, target, result))
    job.failed.connect(lambda sentence: desk.notices.say(sentence, "bad", key="export-brief"))
    return job


def suggested_file(desk: Desk) -> Path:
    """A file named for the project, where the last brief went, else beside the project, else in Documents."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    own = desk.session.path
    folders = (desk.settings.text(FOLDER), str(own.parent) if own else "", documents, str(Path.home()))
    folder = next((Path(one) for one in folders if one and Path(one).is_dir()), Path.home())
    title = desk.session.project.info.title or (own.stem if own else "")
    name = _as_name(title) or desk.words("brief_view.export.unnamed")
    return folder / f"{name}{ENDING}"


def _as_name(title: str) -> str:
    """The title as every system takes it for a file; empty where nothing of it would do."""
    name = " ".join(_UNFIT.sub(" ", title).split()).encode("utf-8", "ignore")
    return name[:_LONGEST].decode("utf-8", "ignore").strip(" .")


def _say_done(desk: Desk, target: Path, result: Result) -> None:
    words, pages = desk.words, len(result.facts["pages"])
    sentence = words.count("brief_view.export.done", pages, name=target.name)
    missing = ", ".join(result.facts["missing"])
    if missing:
        sentence = f"{sentence} {words('cli.no-font', scripts=missing)}"
    desk.notices.say(
        sentence,
        "good",
        (words("brief_view.export.open"), lambda: _open(target)),
        (words("brief_view.export.show"), lambda: _open(target.parent)),
        key="export-brief",
    )


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
