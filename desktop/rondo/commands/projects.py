"""Project files as commands use them: kept work first, then the file; new files whole or not at all."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from rondo.commands.sentence import remark_of, sentence_of
from rondo.commands.terminal import Terminal
from rondo.words import Words
from rondofile.errors import RondoFileError, WorkAreaError
from rondofile.project import Project
from rondofile.report import Report


class NotWholeError(RondoFileError):
    """`path` can be read, but not everything in it is as it was saved: `problem`."""

    key = "cli.check.not-whole"


class NoFolderError(RondoFileError):
    """`path` cannot be written, since there is no folder `folder`."""

    key = "cli.no-folder"


def read(path: Path, terminal: Terminal) -> Project:
    """The project in the file, once kept work is in it. What is not as expected is said."""
    from rondofile.headless import Latest, read_latest

    words = terminal.words
    try:
        latest = read_latest(path)
    except (WorkAreaError, OSError) as problem:
        # Without a working area there is no kept work to be had: the file itself can still be read.
        terminal.note(words("cli.no-work-area", problem=_why(problem, words)))
        latest = Latest(*_published(path))
    if latest.held is not None:
        terminal.note(words("cli.held", path=path))
    if latest.kept is not None:
        terminal.note(words("cli.kept-aside", path=path, problem=sentence_of(latest.kept, words)))
    if not latest.report.clean:
        first = remark_of(latest.report.remarks[0], words)
        terminal.note(words("cli.read-with-remark", path=path, problem=first))
    return latest.project


def _published(path: Path) -> tuple[Project, Report]:
    from rondofile.document import Document

    return Document.read_published(path)


def _why(problem: Exception, words: Words) -> str:
    return sentence_of(problem, words) if isinstance(problem, RondoFileError) else str(problem)


def check(path: Path, terminal: Terminal) -> None:
    """The file is whole; it is only read. NotWholeError, or why it cannot be read."""
    from rondofile.verdict import check as verdict_on

    verdict = verdict_on(path)
    if verdict.error is not None:
        raise verdict.error
    if not verdict.whole and verdict.report is not None:
        raise NotWholeError(path=str(path), problem=remark_of(verdict.report.remarks[0], terminal.words))


def create(path: Path, project: Project) -> None:
    """A new file holds the project. FileExistsAlreadyError where there is something at the path."""
    from rondofile.document import Document
    from rondofile.kinds import EditKind

    if not path.parent.is_dir():
        raise NoFolderError(path=str(path), folder=str(path.parent))
    document = Document.create(path)
    try:
        with document.edit(EditKind.IMPORT) as edit:
            edit.insert(*project.records())
        document.publish()
    except BaseException:
        document.discard()
        raise
    document.close()


def replace(path: Path, project: Project, terminal: Terminal) -> None:
    """The project takes the place of the one in the file, which stays as it was where that fails."""
    from rondofile.document import Document
    from rondofile.kinds import EditKind

    document = Document.open(path)
    try:
        document.publish()
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
