"""Writing what a command made: whole or not at all, and never onto the project it was made from."""

from __future__ import annotations

import stat
from pathlib import Path

from rondo.commands import projects
from rondofile.errors import CannotWriteError, NotAFileError, RondoFileError
from rondofile.reading.quarantine import is_project
from rondofile.working.home import real
from rondofile.writing.leftovers import sweep
from rondofile.writing.publish import put_in_place


class OwnProjectError(RondoFileError):
    """`path` is the project itself, by this or another name; it must not be written over."""

    key = "cli.own-project"


class OtherProjectError(RondoFileError):
    """`path` is some project; an output would be the end of it."""

    key = "cli.other-project"


def check_target(out: Path, project: Path | None) -> None:
    """The output may stand there: RondoFileError where it is a project, no file, or has no folder.

    Asked before the work begins, so that nobody waits for a brief that cannot be kept.
    """
    try:
        if project is not None and out.exists() and project.exists() and out.samefile(project):
            raise OwnProjectError(path=str(out))
        if out.exists() and not stat.S_ISREG(out.stat().st_mode):
            raise NotAFileError(path=str(out))
        if out.exists() and is_project(out):
            raise OtherProjectError(path=str(out))
    except (OSError, ValueError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise CannotWriteError(path=str(out), reason=reason) from error
    projects.check_folder(out)


def write_output(out: Path, data: bytes, project: Path | None, name: str = "") -> None:
    """The file holds exactly those bytes; where that fails, what was there is as it was.

    `name`: of the new file beside it until it takes its place."""
    check_target(out, project)
    sweep(real(out).parent)
    put_in_place(data, out, None, name)
