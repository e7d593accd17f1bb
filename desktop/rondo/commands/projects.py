"""Project files as commands use them: kept work first, then the file; new files whole or not at all."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from rondo.commands.sentence import remark_of, sentence_of
from rondo.commands.terminal import Terminal
from rondofile.errors import LockedElsewhereError, RondoFileError, WorkAreaError
from rondofile.project import Project

if TYPE_CHECKING:
    from rondofile.document import Document


class NotWholeError(RondoFileError):
    """`path` can be read, but not everything in it is as it was saved: `problem`."""

    key = "cli.check.not-whole"


class NoFolderError(RondoFileError):
    """`path` cannot be written, since there is no folder `folder`."""

    key = "cli.no-folder"


def recover(path: Path, terminal: Terminal) -> None:
    """Work on the project that is kept here and not in the file yet is published.

    What stands in the way of that is said, and the file is left as it is.
    """
    from rondofile.document import Document
    from rondofile.home import Home, path_key
    from rondofile.locks import is_held

    words, home, key = terminal.words, Home(), path_key(path)
    try:
        if is_held(home, key):
            terminal.note(words("cli.held", path=path))
            return
        if not any(home.works(key)):
            return
        _publish(Document.open(path), terminal)
    except LockedElsewhereError:
        terminal.note(words("cli.held", path=path))
    except WorkAreaError as problem:
        terminal.note(sentence_of(problem, words))


def _publish(document: Document, terminal: Terminal) -> None:
    words, path, kept = terminal.words, document.path, document.unpublished
    try:
        document.close()
    except RondoFileError as problem:
        terminal.note(words("cli.kept-aside", path=path, problem=sentence_of(problem, words)))
    else:
        if kept:
            terminal.note(words("cli.recovered", path=path))


def read(path: Path, terminal: Terminal) -> Project:
    """The project in the file, once kept work is in it. What was met while reading is said."""
    from rondofile.document import Document

    recover(path, terminal)
    project, report = Document.read_published(path)
    if not report.clean:
        first = remark_of(report.remarks[0], terminal.words)
        terminal.note(terminal.words("cli.read-with-remark", path=path, problem=first))
    return project


def check(path: Path, terminal: Terminal) -> None:
    """The file is whole; it is only read. NotWholeError, or why it cannot be read."""
    from rondofile.document import Document

    _, report = Document.read_published(path)
    if not report.clean:
        raise NotWholeError(path=str(path), problem=remark_of(report.remarks[0], terminal.words))


def create(path: Path, project: Project) -> None:
    """A new file holds the project. FileExistsAlreadyError where there is something at the path."""
    from rondofile.document import Document
    from rondofile.kinds import EditKind

    if not path.parent.is_dir():
        raise NoFolderError(path=str(path), folder=str(path.parent))
    document = Document.create(path)
    try:
        with document.edit(EditKind.IMPORT) as edit:
            edit.become(project)
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
