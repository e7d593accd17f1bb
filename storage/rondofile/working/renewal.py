"""After the disk failed under the working database: a new file of it, in which nothing is in doubt.

A flush that failed leaves pages of which nobody knows whether they are on the medium, and a commit of which
nobody knows whether it happened. So the database is closed, what can be read of it is written to a new file
and flushed, and the work goes on there.
"""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from pathlib import Path

from rondofile.errors import WorkAreaError
from rondofile.place import Place
from rondofile.project import Project
from rondofile.working.home import Home, write_whole
from rondofile.working.workspace import DAMAGE, DATABASE, Workspace


def renew(place: Place, project: Project) -> None:
    """The place has a working database in which nothing is in doubt; it may be one commit after `project`.

    On any error the place has one in memory, to look at alone: its `doubtful` stays true, and trying again
    is allowed.
    """
    work = place.work
    with suppress(sqlite3.Error):
        work.close()
    try:
        place.work = (work.in_place and _copied(work.folder, place.home)) or _made_anew(place, project)
    except BaseException:
        place.work = Workspace.in_memory(project, work.state, work.folder)
        place.work.doubtful, place.work.identity = True, work.identity
        raise


def _copied(folder: Path, home: Home) -> Workspace | None:
    """The database in a new file of the same name; None where there is none that could be read."""
    try:
        found = Workspace.open(folder, home.connect)
    except WorkAreaError as error:
        if error.facts.get("reason") not in DAMAGE:
            raise
        found = None
    if found is None:
        return None
    found.close()
    _write_again(folder, home)
    return Workspace.open(folder, home.connect)


def _write_again(folder: Path, home: Home) -> None:
    """The journal goes first: it belongs to the old file and must never be taken for one of the new."""
    database, files = folder / DATABASE, home.files
    try:
        data = files.read(database)
        files.remove(folder / f"{DATABASE}-journal")
        files.fsync_folder(folder)
        write_whole(database, data, files)
        files.fsync_folder(folder)
    except OSError as error:
        raise WorkAreaError(path=str(folder), reason=error.strerror or str(error)) from error


def _made_anew(place: Place, project: Project) -> Workspace:
    """What was acknowledged is known here too, without its history; what is left of the old one is kept."""
    work, home = place.work, place.home
    if work.folder.is_dir():
        home.set_aside(work.folder)
    made = Workspace.make(work.folder, project, work.state, home.connect)
    made.bind(place.path)
    return made
