"""Project files as commands use them: kept work first, then the file; new files whole or not at all."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from rondo.commands.sentence import remark_of, sentence_of
from rondo.commands.terminal import Terminal
from rondo.words import Words
from rondofile.errors import CannotWriteError, RondoFileError, VersionNotKeptError, WorkAreaError
from rondofile.project import Project
from rondofile.reading.report import Report

if TYPE_CHECKING:
    from rondofile.headless import Latest


class NotWholeError(RondoFileError):
    """`path` can be read, but not everything in it is as it was saved: `problem`."""

    key = "cli.check.not-whole"


class NoFolderError(RondoFileError):
    """`path` cannot be written, since there is no folder `folder`."""

    key = "cli.no-folder"


def read(path: Path, terminal: Terminal) -> Project:
    """The project in the file, once kept work is in it. What is not as expected is said."""
    latest = _latest(path, terminal)
    if not latest.report.clean:
        first = remark_of(latest.report.remarks[0], terminal.words)
        terminal.note(terminal.words("cli.read-with-remark", path=path, problem=first))
    return latest.project


def _latest(path: Path, terminal: Terminal) -> Latest:
    """What the file and the work kept on it come to; where that work is now, is said."""
    from rondofile.headless import Latest, read_latest

    words = terminal.words
    try:
        latest = read_latest(path)
    except (WorkAreaError, OSError) as problem:
        # Without a working area there is no kept work to be had: the file itself can still be read.
        terminal.note(words("cli.no-work-area", problem=_why(problem, words)))
        return Latest(*_published(path))
    if latest.recovered:
        terminal.note(words("cli.recovered", path=path))
    if latest.held is not None:
        terminal.note(words("cli.held", path=path))
    if latest.kept is not None:
        terminal.note(words("cli.kept-aside", path=path, problem=sentence_of(latest.kept, words)))
    if latest.left is not None:
        terminal.note(words("cli.work-left", path=path, problem=sentence_of(latest.left, words)))
    return latest


def _published(path: Path) -> tuple[Project, Report]:
    from rondofile.document import Document

    return Document.read_published(path)


def _why(problem: Exception, words: Words) -> str:
    if isinstance(problem, RondoFileError):
        return sentence_of(problem, words)
    return getattr(problem, "strerror", None) or str(problem)


def check(path: Path, terminal: Terminal) -> None:
    """The file is whole, once kept work is in it. NotWholeError, or why it cannot be read."""
    from rondofile.verdict import check as verdict_on

    with suppress(RondoFileError):  # the verdict says it again, and of the file alone
        _latest(path, terminal)
    verdict = verdict_on(path)
    if verdict.error is not None:
        raise verdict.error
    if not verdict.whole and verdict.report is not None:
        raise NotWholeError(path=str(path), problem=remark_of(verdict.report.remarks[0], terminal.words))


def report(path: Path, terminal: Terminal) -> None:
    """Everything that is not as expected in the file is printed; nothing where it is whole."""
    from rondo.commands.received import as_text

    project, found = _published(path)
    if not found.clean:
        terminal.result(as_text(path.name, found, project, terminal.words))


def create(path: Path, project: Project) -> None:
    """A new file holds the project. FileExistsAlreadyError where there is something at the path."""
    from rondofile.headless import write_new

    check_folder(path)
    write_new(path, project)


def check_folder(path: Path) -> None:
    """The folder of the path is there. NoFolderError, or why that cannot be known."""
    try:
        folder = path.resolve().parent
        if folder.is_dir():
            return
    except (OSError, ValueError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise CannotWriteError(path=str(path), reason=reason) from error
    raise NoFolderError(path=str(path), folder=str(folder))


def replace(path: Path, project: Project, terminal: Terminal) -> None:
    """The project takes the place of the one in the file, which stays as it was where that fails."""
    from rondofile.document import Document
    from rondofile.kept.versions import Why
    from rondofile.kinds import EditKind

    document = Document.open(path)
    try:
        if document.publish():
            terminal.note(terminal.words("cli.recovered", path=path))
        try:
            document.keep_version(Why.IMPORT)
        except VersionNotKeptError as problem:
            terminal.note(sentence_of(problem, terminal.words))
        with document.edit(EditKind.IMPORT) as edit:
            edit.become(project)
        try:
            document.publish()
        except BaseException:
            with suppress(RondoFileError):
                document.undo()
            raise
    finally:
        document.close(publish=False)
