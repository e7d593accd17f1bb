"""How the brief is looked at and printed here: choices of this computer, never in the file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict, replace

from rondo.commands.write_brief import PAPERS, SHADES, SHOWN
from rondo.ui.desk import Desk
from rondo.words import LANGUAGES

KEY = "brief"
"""Where the choices stand among how a document was looked at."""


class Choices(Struct, frozen=True):
    """An empty language is the project's own. `zoom`: "width", "page", or a share such as "1.25"."""

    paper: str = "a4"
    landscape: bool = False
    language: str = ""
    zoom: str = "width"
    show: str = ""
    notes: bool = False
    shade: str = ""

    @property
    def printed(self) -> Mapping[str, Any]:
        """What of it the brief itself is made from, as its options."""
        return {
            "paper": self.paper,
            "landscape": self.landscape,
            "language": self.language,
            "show": self.show,
            "notes": self.notes,
            "shade": self.shade,
        }


def choices_of(desk: Desk) -> Choices:
    """The choices for the project on the desk; whatever makes no sense is as usual."""
    found = desk.settings.view_of(_doc_id(desk)).get(KEY)
    kept = found if isinstance(found, dict) else {}
    return Choices(
        paper=kept["paper"] if kept.get("paper") in PAPERS else "a4",
        landscape=kept.get("landscape") is True,
        language=kept["language"] if kept.get("language") in LANGUAGES else "",
        zoom=str(kept.get("zoom", "width")),
        show=kept["show"] if kept.get("show") in SHOWN else "",
        notes=kept.get("notes") is True,
        shade=kept["shade"] if kept.get("shade") in SHADES else "",
    )


def choose(desk: Desk, **changes: Any) -> None:
    """The named choices are others, and kept."""
    doc_id = _doc_id(desk)
    view = desk.settings.view_of(doc_id)
    view[KEY] = asdict(replace(choices_of(desk), **changes))
    desk.settings.keep_view(doc_id, view)


def _doc_id(desk: Desk) -> str:
    return desk.session.standing.doc_id if desk.session.standing else ""
