"""The file of an open document, from outside: publish into it, write others, notice what became of it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from rondofile.changes import ChangeSet
from rondofile.digests import sha256_of
from rondofile.editing import Editing
from rondofile.errors import RondoFileError
from rondofile.others.outside import Outside
from rondofile.place import Place
from rondofile.reading.reader import bytes_of
from rondofile.writing.publication import PATIENCE, Publication

if TYPE_CHECKING:
    from rondofile.kept.keeping import Keeping
    from rondofile.others.reconciling import Reconciling
    from rondofile.project import Project
    from rondofile.writing.publishing import Publishing


class DocumentFile:
    """The part of a document that leads to its file and back."""

    _place: Place
    _editing: Editing
    _keeping: Keeping
    _opened: Project | None
    _opened_sha256: str
    """What the file held when it was opened, None where that is not what is here, and by what it is known."""
    _publication: Publication | None

    def publish(self) -> bool:
        """The file holds the document. False where it did already, or where there is no path yet."""
        return self.begin_publishing().complete()

    def begin_publishing(self) -> Publication:
        """The publication of the document as it is now. Its work may be done on any thread, between edits."""
        self._rest()
        self._publication = Publication(self._reconciling.stages(), str(self._place.path or ""))
        return self._publication

    def save_as(self, path: Path | str, overwrite: bool = False) -> None:
        """The document lives at that path from now on, with its history; the old file stays as it was.

        FileExistsAlreadyError where there is something and `overwrite` is not said.
        """
        self._rest()
        self._reconciling.save_as(Path(path), overwrite)

    def save_copy(self, path: Path | str, overwrite: bool = False) -> None:
        """A file with the document as it is now stands at that path; the document stays where it is."""
        self._rest()
        self._publishing.save_copy(self._editing.project, Path(path), overwrite)

    def refresh(self) -> ChangeSet | None:
        """A change of the file from outside is here too, one step that can be undone; None for none.

        What would put work of here aside is not taken: `outside` says what it is, both are kept.
        A publication that is under way notices by itself.
        """
        self._check_idle()
        if self._publication is not None and not self._publication.done:
            return None
        return None if self._as_left() else self._reconciling.refresh()

    @property
    def reconciling(self) -> Reconciling:
        """The ways out where the file is not what was put there: look at it, take it, keep both, put ours."""
        self._rest()
        return self._reconciling

    def reaching(self) -> Callable[[], None]:
        """What any thread may call: it returns once the disk of the file has answered."""
        path, files = self._place.path, self._place.files

        def reach() -> None:
            if path is not None:
                with suppress(RondoFileError):
                    bytes_of(path, files)

        return reach

    @cached_property
    def _publishing(self) -> Publishing:
        from rondofile.writing.publishing import Publishing

        return Publishing(self._place, self._keeping.before_replacing, self._opened, self._opened_sha256)

    @cached_property
    def _reconciling(self) -> Reconciling:
        from rondofile.others.reconciling import Reconciling

        return Reconciling(self._place, self._editing, self._publishing)

    def _as_left(self) -> bool:
        """Whether the file holds the very bytes that we read or wrote last, and nothing is undecided."""
        place = self._place
        if place.path is None or place.outside is not Outside.SAME or place.state.pending_sha256:
            return False
        try:
            return sha256_of(bytes_of(place.path, place.files)) == place.state.base_sha256
        except RondoFileError:
            return False

    def _rest(self, patience: float | None = PATIENCE) -> None:
        """No publication is under way. SlowFileError where one does not end in time."""
        self._check_idle()
        if self._publication is not None:
            self._publication.rest(patience)

    def _check_idle(self) -> None:
        raise NotImplementedError
