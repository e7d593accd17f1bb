"""The brief view on a desk, for tests: all of them share one warm helper, as the windows of a program do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtWidgets import QWidget

from helpers.desks import edited, open_desk, park, settle, wait_for
from rondo.ui.brief.view import BriefView
from rondo.ui.desk import Desk
from rondo.ui.jobs.jobs import Helper
from rondofile.kinds import EditKind
from rondofile.nouns import conclusions
from rondofile.project import Project


@contextmanager
def brief_view(
    folder: Path, helper: Helper, project: Project | None = None, shown: bool = True
) -> Iterator[tuple[Desk, BriefView]]:
    """The view of the project (the worked case without one), with its first pages unless told otherwise."""
    with open_desk(folder, project if project is not None else park()) as desk:
        own, desk.helper = desk.helper, helper
        window, view = QWidget(), BriefView(desk)
        for widget in (window, view):
            widget.resize(1000, 700)
        view.setParent(window)
        view.setVisible(shown)
        window.show()
        if shown:
            until_made(view)
        try:
            yield desk, view
            settle(desk.session)
        finally:
            for job in tuple(helper.jobs):
                job.cancel()
            window.close()
            window.deleteLater()
            desk.helper = own


def until_made(view: BriefView) -> None:
    """The pages are those of the project as it is now."""
    wait_for(lambda: not view.maker.busy)


def until_drawn(view: BriefView, page: int = 0) -> str:
    """The words on the page, once it came into sight and was drawn."""
    sheet = view.preview.sheets[page]
    sheet.setAccessibleDescription("")
    sheet.drop_picture()
    view.preview.show_page(page)
    view.preview.relook()
    wait_for(lambda: bool(sheet.accessibleDescription()))
    return sheet.accessibleDescription()


def entitle(desk: Desk, title: str) -> None:
    """The project has that title."""
    edited(desk.session, EditKind.SET_PROJECT, lambda edit: conclusions.set_cover(edit, title=title))
