"""Taking over what the file holds: one step that can be undone, after both sides were kept as versions."""

from __future__ import annotations

from rondofile.changes import ChangeSet, Origin, difference
from rondofile.editing import Editing
from rondofile.kept.keeping import keep_present
from rondofile.kept.versions import Versions, Why
from rondofile.kinds import EditKind
from rondofile.others.looking import Finding
from rondofile.others.outside import Outside
from rondofile.place import Place
from rondofile.project import Project
from rondofile.reading.reader import Published
from rondofile.stamp import content_digest
from rondofile.working.state import base_state


def take(place: Place, editing: Editing, finding: Finding, why: Why) -> ChangeSet:
    """The document is what the file holds; what it was is a version, and one undo away.

    What the file holds is a version too: the next publication replaces it. VersionNotKeptError where either
    could not be kept; then nothing is taken.
    """
    found, data = finding.found, finding.data
    assert found is not None and data is not None
    keep_present(place, editing.project, why)
    Versions(place.home, place.state.doc_id).keep(data, found.stamp.rev, Why.RECEIVED)
    return show(place, editing, found)


def show(place: Place, editing: Editing, found: Published) -> ChangeSet:
    """The document is what the file holds, in one step that can be undone."""
    changes = ChangeSet(EditKind.RELOAD, Origin.RELOAD, difference(editing.project, found.project))
    with editing.edit(changes.kind, None, changes.origin) as edit:
        edit.become(found.project)
    _settle(place, found, all_of_it=True)
    place.report, place.outside = found.report, Outside.SAME
    place.read_only = (
        place.viewing or found.newer or (place.path is not None and not place.files.writable(place.path))
    )
    return changes


def adopt(place: Place, finding: Finding, project: Project) -> None:
    """Nothing stands against us: other bytes with content that we know are the file from now on.

    What was held back while the file was something else is known to be in it where it is.
    """
    state, digest = place.state, content_digest(project)
    if finding.found is not None:
        _settle(place, finding.found, content_digest(finding.found.project) == digest)
    elif state.unpublished and state.base_digest == digest:
        place.remember(published=state.rev)


def _settle(place: Place, found: Published, all_of_it: bool) -> None:
    """Those bytes are the file; `all_of_it`: they hold everything that is here.

    A rev that stands in the file is never used again for something else. A crash before this is harmless:
    the next look finds in the file what is here.
    """
    base = base_state(found)
    rev = max(base.rev if all_of_it else base.rev + 1, place.state.rev)
    place.remember(
        rev=rev,
        published=rev if all_of_it else -1,
        base_sha256=base.base_sha256,
        base_digest=base.base_digest,
        base_rev=base.base_rev,
    )
