"""What a window does itself: history, files, views, panels, look, help."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from rondo.ui.frame.help_deeds import help_deeds, look_deeds
from rondo.ui.frame.round import Round
from rondo.ui.house import House
from rondo.ui.room import Deed
from rondo.ui.rooms import FAMILIES, VIEWS, family_of, focus_in

if TYPE_CHECKING:
    from rondo.ui.main_window import MainWindow
    from rondo.ui.versions.deeds import VersionDeeds


class WindowDeeds:
    """Everything that no room does better."""

    def __init__(self, window: MainWindow, house: House) -> None:
        self._window, self._house, self._desk = window, house, window.desk
        self._round = Round(self._parts)
        window.docks.escaped.connect(self._to_view)

    def deeds(self) -> Mapping[str, Deed]:
        """By the ids of the action table."""
        return {
            **self._history(),
            **self._window.files.deeds(),
            **self._window.received.deeds(),
            **{f"view.{key}": self._show(key) for key in VIEWS if family_of(key) == key},
            **{f"view.{family}": self._show_family(family) for family in FAMILIES},
            **{action: self._show(key) for views in FAMILIES.values() for key, action in views.items()},
            **self._panels(),
            **look_deeds(self._desk.look),
            **help_deeds(self._window, self._house, self._desk.actions),
            "file.close": Deed(self._close),
            "file.project": Deed(self._about_project, lambda: not self._desk.session.read_only),
            "file.export-brief": Deed(self._export),
            "file.versions": Deed(lambda: self._versions().open()),
            "file.name-version": Deed(lambda: self._versions().name_present()),
            "strategy.new-offer": Deed(self._new_offer, lambda: not self._desk.session.read_only),
            "strategy.place": Deed(self._place, self._can_place),
            "strategy.cell-sheets": Deed(lambda: self._sheets(blank=False)),
            "strategy.blank-sheets": Deed(lambda: self._sheets(blank=True)),
            "strategy.sweep": Deed(self._sweep, lambda: not self._desk.session.read_only),
        }

    def _history(self) -> Mapping[str, Deed]:
        session = self._desk.session

        def can(which: str) -> Callable[[], bool]:
            return lambda: bool(session.standing and getattr(session.standing, which))

        return {
            "edit.undo": Deed(session.undo, can("next_undo")),
            "edit.redo": Deed(session.redo, can("next_redo")),
        }

    def _show(self, key: str) -> Deed:
        window = self._window
        return Deed(lambda: window.go_to(key), checked=lambda: window.view_key == key)

    def _show_family(self, family: str) -> Deed:
        """In the way in which it was looked at last."""
        window = self._window
        return Deed(
            lambda: window.go_to(window.seen_last[family]),
            checked=lambda: family_of(window.view_key) == family,
        )

    def _panels(self) -> Mapping[str, Deed]:
        window, docks = self._window, self._window.docks
        return {
            "view.outline": Deed(docks.outline.turn, checked=docks.outline.is_shown),
            "view.inspector": Deed(docks.inspector.turn, checked=docks.inspector.is_shown),
            "view.history": Deed(lambda: docks.turn_lower(docks.history), checked=docks.history.is_shown),
            "view.measures": Deed(lambda: docks.turn_lower(docks.measures), checked=docks.measures.is_shown),
            "view.moves": Deed(lambda: docks.turn_lower(docks.moves), checked=docks.moves.is_shown),
            "view.next-part": Deed(lambda: self._round.go(1)),
            "view.previous-part": Deed(lambda: self._round.go(-1)),
            "view.full-screen": Deed(self._full_screen, checked=window.isFullScreen),
            "view.reset-layout": Deed(docks.reset),
        }

    def _parts(self) -> list[QWidget]:
        """What can be seen of the window, from the view and what is said over it to the right and round."""
        window, docks = self._window, self._window.docks
        parts = [window.view, window.notice_bar if window.notice_bar.sentences() else None]
        panels = [dock.room for dock in (docks.inspector, *docks.lower(), docks.outline) if dock.is_shown()]
        return [*(part for part in parts if part is not None), *panels]

    def _to_view(self) -> None:
        if self._window.view is not None:
            focus_in(self._window.view)

    def _close(self) -> None:
        self._window.close()

    def _full_screen(self) -> None:
        window = self._window
        if window.isFullScreen():
            window.showNormal()
        else:
            window.keep()
            window.showFullScreen()

    def _about_project(self) -> None:
        from rondo.ui.sheets.cover_dialog import CoverDialog

        CoverDialog(self._desk, self._window).exec()

    def _export(self) -> None:
        from rondo.ui.brief.export import export_brief

        export_brief(self._desk, self._window)

    def _versions(self) -> VersionDeeds:
        from rondo.ui.versions.deeds import VersionDeeds

        return VersionDeeds(self._desk, self._house, self._window)

    def _sheets(self, blank: bool) -> None:
        from rondo.ui.brief.sheets_export import export_sheets

        export_sheets(self._desk, self._window, blank)

    def _sweep(self) -> None:
        from rondo.ui.sweep.sweep import sweep

        sweep(self._desk, self._window)

    def _new_offer(self) -> None:
        """Where a view has no place for a new offer, it begins in the matrix."""
        self._window.go_to("matrix")
        self._window.carry_out("strategy.new-offer")

    def _can_place(self) -> bool:
        if self._desk.session.read_only or not self._desk.selection.ids:
            return False
        from rondo.ui.placing import chosen

        return chosen(self._desk) is not None

    def _place(self) -> None:
        from rondo.ui.pieces.place_in import place

        place(self._desk, self._window)
