"""Going back: the document becomes an earlier state of itself, in one step that can be undone."""

from __future__ import annotations

from rondofile.document import Document
from rondofile.kept.versions import Version, Why
from rondofile.kinds import EditKind
from rondofile.project import Project


def go_back(document: Document, version: Version) -> None:
    """The document is as that version; what it was before is a version too.

    VersionDamagedError, VersionGoneError or VersionNotKeptError say why not; nothing is changed then.
    """
    _become(document, document.versions.read(version).project)


def revert(document: Document) -> None:
    """The document is as the session found it, also where that session broke off; errors as in `go_back`."""
    _become(document, document.keeping.opened())


def _become(document: Document, project: Project) -> None:
    document.keep_version(Why.REVERT)
    with document.edit(EditKind.REVERT) as edit:
        edit.become(project)
