"""Editing one open document: transactions, undo, redo, and the news of them."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress

from msgspec.structs import replace

from rondofile.changes import ChangeSet, Entry, Origin, Tables, difference
from rondofile.coherence import require_coherent
from rondofile.edits import Edit
from rondofile.errors import NoSpaceError, RondoFileError, WorkAreaError, WorkDamagedError
from rondofile.kinds import EditKind
from rondofile.place import Place
from rondofile.project import Project
from rondofile.working.history import History, Walk
from rondofile.working.state import State

Subscriber = Callable[[ChangeSet], None]

Way = Callable[[History, Project], Walk | None]
"""Back or forth from the project as it is."""


class _NothingChangedError(Exception):
    """An edit came to nothing: the transaction is rolled back, history is as it was."""


class Editing:
    """The project of a place as it is now, and the one way to change it."""

    def __init__(self, place: Place) -> None:
        self.project = _kept(place)
        self._place = place
        self._edit: Edit | None = None
        self._subscribers: list[Subscriber] = []
        self._news: deque[ChangeSet] = deque()

    @property
    def busy(self) -> bool:
        """Whether an edit is open."""
        return self._edit is not None

    @contextmanager
    def edit(self, kind: EditKind, merge_key: str | None, origin: Origin = Origin.EDIT) -> Iterator[Edit]:
        """One transaction; nested ones belong to it."""
        if self._edit is not None:
            try:
                yield self._edit
            except BaseException:
                self._edit.broken = True
                raise
            return
        self.assure()
        work, now = self._place.work, self.project
        tables: Tables = {}
        rev = work.state.rev + 1
        edit = self._edit = Edit(kind, work.connection)
        try:
            with work.transaction():
                work.connection.execute("PRAGMA defer_foreign_keys = ON")
                work.history.begin(kind, merge_key)
                yield edit
                tables, now = self._finished(edit, merge_key)
                state = self._next_rev()
            work.state = state
        except _NothingChangedError:
            return
        except (NoSpaceError, WorkAreaError):
            if not self._happened(rev):
                raise
        finally:
            edit.close()
            self._edit = None
        self.announce(ChangeSet(kind, origin, tables), now)

    def walk(self, way: Way) -> ChangeSet | None:
        """History goes that way, with one ChangeSet however far; None where it leads nowhere."""
        work, walked = self._place.work, None
        rev = work.state.rev + 1
        try:
            with work.transaction():
                walked = way(work.history, self.project)
                if walked is None:
                    return None
                state = self._next_rev()
            work.state = state
        except (NoSpaceError, WorkAreaError):
            if walked is None or not self._happened(rev):
                raise
        origin = Origin.UNDO if walked.back else Origin.REDO
        return self.announce(ChangeSet(walked.kind, origin, walked.changes))

    def attend(self) -> None:
        """The first edit finds its history ready to write; where that cannot be, the edit says why."""
        work = self._place.work
        if self._edit is None and not self._place.read_only:
            with suppress(NoSpaceError, WorkAreaError), work.transaction():
                work.history.attend()

    def assure(self) -> None:
        """Nothing of the working database is in doubt, as far as the disk lets that be; never an error."""
        if self._place.work.in_place and not self._place.work.doubtful:
            return
        self._renew()
        changes = difference(self.project, self._place.work.project())
        if changes:
            self.announce(ChangeSet(EditKind.OPEN, Origin.RELOAD, changes))

    def _renew(self) -> None:
        from rondofile.working.renewal import renew

        with suppress(RondoFileError):
            renew(self._place, self.project)

    def _happened(self, rev: int) -> bool:
        """Whether a change was committed after all, though the disk said otherwise; on the medium by now."""
        if not self._place.work.doubtful:
            return False
        self._renew()
        return not self._place.work.doubtful and self._place.work.state.rev == rev

    def announce(self, changes: ChangeSet, now: Project | None = None) -> ChangeSet:
        """The project is replaced, and every subscriber is told once, in the order of the changes.

        `now` is the project after the changes, where it is known."""
        self.project = now or self.project.replaced(changes.tables)
        self._news.append(changes)
        if len(self._news) > 1:
            return changes  # a subscriber made this change; it is told when its turn comes
        while self._news:
            try:
                for subscriber in tuple(self._subscribers):
                    subscriber(self._news[0])
            finally:
                self._news.popleft()
        return changes

    def subscribe(self, callback: Subscriber) -> Callable[[], None]:
        """The callback hears of every change until the result is called."""
        self._subscribers.append(callback)

        def end() -> None:
            if callback in self._subscribers:
                self._subscribers.remove(callback)

        return end

    def _finished(self, edit: Edit, merge_key: str | None) -> tuple[Tables, Project]:
        if edit.broken:
            raise RuntimeError("an edit inside this one failed, so nothing of it can be kept")
        work = self._place.work
        changes = work.history.finish(edit.kind, merge_key, self.project, work.state.rev + 1)
        tables: dict[str, Mapping[str, Entry]] = dict(changes)
        if edit.assets:
            tables["asset"] = edit.assets
        if not tables:
            raise _NothingChangedError
        project = self.project.replaced(tables)
        require_coherent(project, tables)
        return tables, project

    def _next_rev(self) -> State:
        work = self._place.work
        state = replace(work.state, rev=work.state.rev + 1)
        work.keep(state)
        return state


def _kept(place: Place) -> Project:
    """The project in the working database. WorkDamagedError where what is there can be no project."""
    project, place.filled_with = place.filled_with, None
    if project is not None:
        return project
    try:
        return place.work.project()
    except (ValueError, TypeError, LookupError) as error:
        folder = str(place.work.folder)
        raise WorkDamagedError(path=str(place.path or folder), folder=folder, reason=str(error)) from error
