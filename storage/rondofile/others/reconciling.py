"""The open document against what others do to its file: noticed by hash, decided by a person, never lost."""

from __future__ import annotations

from pathlib import Path

from rondofile.changes import ChangeSet
from rondofile.digests import sha256_of
from rondofile.editing import Editing
from rondofile.errors import (
    CannotReadError,
    ChangedOutsideError,
    ChangingFileError,
    FileExistsAlreadyError,
    FileGoneError,
    NotAFileError,
    ReadOnlyError,
    TooBigError,
)
from rondofile.kept.versions import Versions, Why
from rondofile.others.looking import Finding, look
from rondofile.others.outside import Outside
from rondofile.others.same import same_file
from rondofile.others.taking import adopt, show, take
from rondofile.place import Place
from rondofile.writing.naming import beside
from rondofile.writing.publication import Publication, Stages
from rondofile.writing.publishing import Publishing

_TRIES = 5
_NO_ANSWER = (CannotReadError, NotAFileError, TooBigError)
_IN_THE_WAY = (ChangedOutsideError, ChangingFileError, FileExistsAlreadyError, FileGoneError)


class Reconciling:
    """Publishes, and says what stands in the way; each way out keeps both sides."""

    def __init__(self, place: Place, editing: Editing, publishing: Publishing) -> None:
        self._place, self._editing, self._publishing = place, editing, publishing

    def publish(self) -> bool:
        """The file holds the project. False where it did already, or where there is no path yet."""
        return Publication(self.stages()).complete()

    def stages(self) -> Stages:
        """Publishing, in stages. A file that others only wrote anew, or brought back, is no obstacle."""
        try:
            done = yield from self._publishing.stages(self._editing.project)
        except _NO_ANSWER:
            self._place.outside = Outside.UNREADABLE  # asked again, it would answer no sooner
            raise
        except _IN_THE_WAY:
            if self.look().outside is not Outside.SAME:
                raise
            done = yield from self._publishing.stages(self._editing.project)
        if not self._place.state.unpublished:
            self._place.outside = Outside.SAME
        return done

    def look(self) -> Finding:
        """What stands in the place of the file; the document knows it from now on."""
        place, project = self._place, self._editing.project
        finding = look(place, project)
        if finding.outside is Outside.SAME:
            if finding.found is not None or place.outside is not Outside.SAME:
                adopt(place, finding, project)
        elif not place.state.unpublished and not place.read_only:
            place.remember(published=-1)  # our side stands in no file any more
        place.outside = finding.outside
        return finding

    def refresh(self) -> ChangeSet | None:
        """A change of the file is here too, where nothing of here is missing in it and it is whole."""
        if self._place.viewing:
            return self._show()
        settled = not self._place.state.unpublished and self._place.outside is Outside.SAME
        finding = self.look()
        if not settled or finding.outside is not Outside.REPLACED or finding.found is None:
            return None
        if not finding.found.report.clean and not finding.found.newer:
            return None
        return take(self._place, self._editing, finding, Why.RELOAD)

    def _show(self) -> ChangeSet | None:
        """What is only looked at is what the file holds now, unless that is another project."""
        finding = self.look()
        if finding.outside not in (Outside.REPLACED, Outside.OLDER) or finding.found is None:
            return None
        return show(self._place, self._editing, finding.found)

    def take_theirs(self) -> ChangeSet | None:
        """The document is what the file holds. What was here is a version, and one undo away.

        None where there is no difference. ChangedOutsideError for another project, FileGoneError or the error
        of reading where there is none.
        """
        finding = self.look()
        if finding.outside is Outside.OTHER:
            raise ChangedOutsideError(path=str(finding.path))
        if finding.outside is Outside.SAME:
            return None
        if finding.found is None:
            raise finding.error or FileGoneError(path=str(finding.path))
        return take(self._place, self._editing, finding, Why.CONFLICT)

    def keep_both(self, label: str) -> Path:
        """The document lives in a new file beside the other one, which stays as it is. Returns its path."""
        place = self._place
        if place.path is None:
            raise FileGoneError(path="")
        for _ in range(_TRIES):
            target = beside(place.path, label, place.files)
            try:
                self._publishing.save_as(self._editing.project, target, overwrite=False)
            except FileExistsAlreadyError:
                continue  # somebody took the name in between
            return target
        raise FileExistsAlreadyError(path=str(target))

    def put_mine(self) -> bool:
        """The file holds the document. What stood there is a version first.

        The error of reading where it cannot be read, so that it cannot be kept either.
        """
        place, finding = self._place, self.look()
        if place.read_only:
            raise ReadOnlyError(path=str(place.path))
        if finding.outside is Outside.SAME:
            return self.publish()
        if finding.data is None and finding.outside is not Outside.GONE:
            raise finding.error or ChangedOutsideError(path=str(finding.path))
        rev = finding.found.stamp.rev if finding.found is not None else 0
        sha256 = ""
        if finding.data is not None:
            sha256 = sha256_of(finding.data)
            Versions(place.home, place.state.doc_id).keep(finding.data, max(rev, 0), Why.REPLACED)
        place.remember(
            rev=max(place.state.rev, rev + 1 if finding.outside is not Outside.OTHER else 0),
            base_sha256=sha256,
            base_digest="",
            published=-1,
        )
        return self.publish()

    def save_as(self, path: Path, overwrite: bool) -> None:
        """The document lives at that path; at its own, what others put there has to be meant."""
        place = self._place
        if place.path is None or not same_file(path, place.path):
            self._publishing.save_as(self._editing.project, path, overwrite)
            return
        finding = self.look()
        if finding.outside not in (Outside.SAME, Outside.GONE) and not overwrite:
            raise ChangedOutsideError(path=str(path))
        self.put_mine()
