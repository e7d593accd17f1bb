"""The views of a window. Each is made when it is first shown, so that a window opens at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from rondo.ui.desk import Desk
from rondo.ui.journeys.journey_views import JOURNEY_VIEWS
from rondo.ui.matrices.matrix_views import MATRIX_VIEWS
from rondo.ui.room import Room


def _journey(desk: Desk) -> Room:
    from rondo.ui.canvas.view import JourneyView

    return JourneyView(desk)


def _matrix(desk: Desk) -> Room:
    from rondo.ui.matrix.view import MatrixView

    return MatrixView(desk)


def _architectures(desk: Desk) -> Room:
    from rondo.ui.compare.view import ArchitecturesView

    return ArchitecturesView(desk)


def _review(desk: Desk) -> Room:
    from rondo.ui.review.view import ReviewView

    return ReviewView(desk)


def _brief(desk: Desk) -> Room:
    from rondo.ui.brief.view import BriefView

    return BriefView(desk)


def _steps(desk: Desk) -> Room:
    from rondo.ui.steps.view import StepsView

    return StepsView(desk)


def _responses(desk: Desk) -> Room:
    from rondo.ui.responses.view import ResponsesView

    return ResponsesView(desk)


def _beside(desk: Desk) -> Room:
    from rondo.ui.beside.view import BesideView

    return BesideView(desk)


def _experiences(desk: Desk) -> Room:
    from rondo.ui.experiences.view import ExperiencesView

    return ExperiencesView(desk)


def _coverage(desk: Desk) -> Room:
    from rondo.ui.coverage.view import CoverageView

    return CoverageView(desk)


def _offers(desk: Desk) -> Room:
    from rondo.ui.offers.view import OffersView

    return OffersView(desk)


def _permissions(desk: Desk) -> Room:
    from rondo.ui.permissions.view import PermissionsView

    return PermissionsView(desk)


def _menus(desk: Desk) -> Room:
    from rondo.ui.offer_menus.view import MenusView

    return MenusView(desk)


VIEWS: Mapping[str, Callable[[Desk], Room]] = {
    "journey": _journey,
    "steps": _steps,
    "beside": _beside,
    "responses": _responses,
    "experiences": _experiences,
    "matrix": _matrix,
    "offers": _offers,
    "coverage": _coverage,
    "menus": _menus,
    "permissions": _permissions,
    "architectures": _architectures,
    "review": _review,
    "brief": _brief,
}

FAMILIES: Mapping[str, Mapping[str, str]] = {"journey": JOURNEY_VIEWS, "matrix": MATRIX_VIEWS}
"""Views that show the same in several ways, by the one that stands for them; each with its action."""

HOME_OF = {
    **dict.fromkeys(("placement", "reading", "cell_sheet"), "matrix"),
    **dict.fromkeys(("criterion", "score", "role_choice", "condition"), "architectures"),
    **dict.fromkeys(("brief_section", "decision", "action"), "brief"),
    **dict.fromkeys(("journey", "lane", "step", "link", "mark", "stretch", "stretch_step"), "journey"),
    **dict.fromkeys(("step_information", "step_origin", "step_feeling", "note"), "journey"),
    "response": "responses",
    "fit": "coverage",
    **dict.fromkeys(("menu", "menu_choice", "menu_rule"), "menus"),
    "permission": "permissions",
}
"""The view in which a change of a noun is seen."""


def family_of(key: str) -> str:
    """The view that stands for those to which it belongs; itself where it stands alone."""
    return next((family for family, views in FAMILIES.items() if key in views), key)


class Rooms(Mapping[str, Room]):
    """`rooms["matrix"]` makes the view where it is not there yet; `made` is told of it, once."""

    def __init__(self, desk: Desk, made: Callable[[str, Room], None]) -> None:
        self._desk, self._tell = desk, made
        self._rooms: dict[str, Room] = {}

    def __getitem__(self, key: str) -> Room:
        if key not in self._rooms:
            room = self._rooms[key] = VIEWS[key](self._desk)
            self._tell(key, room)
        return self._rooms[key]

    def __iter__(self) -> Iterator[str]:
        return iter(VIEWS)

    def __len__(self) -> int:
        return len(VIEWS)

    @property
    def there(self) -> Mapping[str, Room]:
        """The views that have been made."""
        return dict(self._rooms)

    def key_of(self, room: object) -> str:
        """The name of a view that has been made; "" for anything else."""
        return next((key for key, other in self._rooms.items() if other is room), "")


def focus_in(room: QWidget) -> None:
    """The keyboard is in what the room is about, past its own bars."""
    proxy = room.focusProxy()
    if proxy is not None and _takes_focus(proxy, room):
        proxy.setFocus(Qt.FocusReason.OtherFocusReason)
        return
    found: list[QWidget] = [child for child in room.findChildren(QWidget) if _takes_focus(child, room)]
    found.sort(key=lambda child: not isinstance(child, QAbstractScrollArea))
    (found[0] if found else room).setFocus(Qt.FocusReason.OtherFocusReason)


def _takes_focus(widget: QWidget, room: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isVisibleTo(room)
