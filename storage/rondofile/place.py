"""Place: the file, the working database and the lock of one open document."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from rondofile.errors import WorkAreaError
from rondofile.fsops import Files
from rondofile.others.outside import Outside
from rondofile.project import Project
from rondofile.reading.report import Report
from rondofile.rescuing.attempts import Attempt, forget
from rondofile.status import Status
from rondofile.working.home import Home
from rondofile.working.locks import Lock, Unlocked
from rondofile.working.state import State
from rondofile.working.workspace import Workspace


class Place(Struct):
    """`path`: None while the document has no file. `outside`: what stood in its place when we looked last.

    `viewing`: somebody else has it open; here it is in memory alone. `saving`: it is being published.
    `filled_with`: what the working database was just filled with, so that it need not be read again.
    """

    home: Home
    path: Path | None
    work: Workspace
    lock: Lock | Unlocked
    report: Report = field(default_factory=Report)
    read_only: bool = False
    viewing: bool = False
    outside: Outside = Outside.SAME
    closed: bool = False
    saving: bool = False
    attempt: Attempt | None = None
    filled_with: Project | None = None

    @property
    def files(self) -> Files:
        """How files are reached."""
        return self.home.files

    @property
    def status(self) -> Status:
        """Where the work is."""
        if self.saving:
            return Status.SAVING
        if self.read_only:
            return Status.READ_ONLY
        return Status.KEPT if self.path is None or self.state.unpublished else Status.SAVED

    @property
    def state(self) -> State:
        """What the working database knows of its file."""
        return self.work.state

    def remember(self, **fields: object) -> None:
        """Those fields of the state are written, on the medium when this returns."""
        self.become(replace(self.work.state, **fields))

    def become(self, state: State) -> None:
        """That is the state, on the medium when this returns."""
        with self.work.transaction():
            self.work.keep(state)
        self.work.state = state

    def settle(self, there: str | None) -> None:
        """A publication that was under way has happened or not; the digest of what is there says which."""
        state = self.work.state
        if state.pending_sha256:
            after = state.settled() if there == state.pending_sha256 else state.without_pending()
            self.become(replace(after, pending_name=state.pending_name))

    def stand(self) -> None:
        """The document stands: opening it came to a good end."""
        attempt, self.attempt = self.attempt, None
        if attempt is not None:
            forget(attempt.home, attempt.key)

    def give_up(self) -> None:
        """Everything is as it was before it was opened, which does not count as an attempt."""
        self.closed = True
        try:
            self.work.close()
        finally:
            if self.attempt is not None:
                self.attempt.take_back()
            self.lock.release()

    def close(self) -> None:
        """The database is closed and the lock is free; an untitled document without content is gone."""
        empty = self.path is None and self.state.rev == 0
        self.closed = True
        try:
            self.work.close()
            if empty:
                with suppress(WorkAreaError):  # an empty project in the way is better than a close that fails
                    self.home.set_aside(self.work.folder)
        finally:
            self.stand()
            self.lock.release()

    def discard(self) -> None:
        """The work is in the trash, the lock free."""
        self.closed = True
        try:
            self.work.close()
            self.home.set_aside(self.work.folder)
        finally:
            self.stand()
            self.lock.release()
