"""Going on with kept work whose file may have changed while nobody looked."""

from __future__ import annotations

from rondofile.editing import Editing
from rondofile.errors import FileMissingError
from rondofile.kept.keeping import keep_present
from rondofile.kept.versions import Why
from rondofile.others.looking import look
from rondofile.others.outside import Outside
from rondofile.others.taking import adopt, take
from rondofile.place import Place


def taken_up(place: Place) -> bool:
    """The kept work is as far as its file; False where the file is another project by now.

    Work that no file holds stays in front, and `outside` says what stands against it. Otherwise the file
    is what a person asked for: it is shown, one undo away from what was here, which is kept as a version.
    """
    editing = Editing(place)
    finding = look(place, editing.project)
    if finding.outside is Outside.SAME:
        adopt(place, finding, editing.project)
        return True
    if place.state.unpublished:
        place.outside = finding.outside
        return True
    if finding.found is None:
        raise finding.error or FileMissingError(path=str(place.path))
    if finding.outside is Outside.OTHER:
        keep_present(place, editing.project, Why.RELOAD)
        return False
    take(place, editing, finding, Why.RELOAD)
    return True
