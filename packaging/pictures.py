"""Pictures of the window, made without a screen: `.venv/bin/python packaging/pictures.py FOLDER [NAME…]`.

Every picture says what it shows: size, theme, journey, zoom, and what is shown on the map. The same call
makes the same pictures. `--file PROJECT` takes another project than the worked case.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rondo.ui.desk import Desk
    from rondo.ui.main_window import MainWindow
    from rondofile.project import Project

CASE = "theme-park"
PATIENCE, LOOKING = 60_000, 1_500
"""Milliseconds: how long anything may take at most, and until what was made is painted."""


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture. `zoom` None: all of the map. `chosen`: the number of the step that is chosen, `offer`: the
    offer that is chosen in another view than the map."""

    name: str
    theme: str = "light"
    zoom: float | None = None
    show: str = "none"
    size: tuple[int, int] = (1440, 900)
    scale: float = 1.0
    state: str = "as-is"
    chosen: int | None = None
    panels: bool = False
    view: str = "journey"
    offer: str = ""


KINDS = ("work", "known", "strangers", "waits", "learned", "evidence")
SHOTS = (
    Shot("window-journey", zoom=0.8, chosen=5, panels=True),
    Shot("window-matrix", "dark", panels=True, view="matrix", offer="Three days, next ride that fits"),
    Shot("window-coverage", panels=True, view="coverage"),
    Shot("window-brief", view="brief", panels=True),
    Shot("canvas-dark", "dark", zoom=0.8, chosen=5, panels=True),
    *(
        Shot(f"{name}-{theme}", theme, zoom, size=size)
        for theme in ("light", "dark")
        for name, zoom, size in (
            ("near", 0.9, (1440, 900)),
            ("middle", 0.6, (1200, 750)),
            ("far", 0.4, (1040, 650)),
        )
    ),
    *(Shot(f"show-{kind}", zoom=0.75, show=kind) for kind in KINDS),
    *(Shot(f"show-{kind}-dark", "dark", 0.75, kind) for kind in KINDS),
    Shot("show-strangers-contrast", "high-contrast", 0.75, "strangers"),
    Shot("show-waits-middle", zoom=0.55, show="waits"),
    Shot("show-waits-far", zoom=0.3, show="waits"),
    Shot("large-text", zoom=0.5, scale=2.0, size=(1920, 1200)),
)


def main(arguments: Sequence[str]) -> int:
    """Makes the pictures that were asked for, or all of them."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(shot.name for shot in SHOTS))
    parser.add_argument("--file", type=Path, help="a project other than the worked case")
    asked = parser.parse_args(arguments)
    wanted = [shot for shot in SHOTS if not asked.names or shot.name in asked.names]
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    asked.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as work:
        for shot in wanted:
            out = asked.folder / f"{shot.name}.png"
            with window(Path(work) / shot.name, project(asked.file), shot) as shown:
                pose(shown, shot)
                shown.grab().save(str(out))
            print(out)
    return 0


def project(path: Path | None) -> Project:
    """The project to show."""
    from rondo.commands.new_project import read_case
    from rondofile.headless import read_latest

    return read_latest(path).project if path else read_case(CASE)


@contextmanager
def window(folder: Path, content: Project, shot: Shot) -> Iterator[MainWindow]:
    """A window that shows the project in the size and look of the picture."""
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication

    from rondo.ui.main_window import MainWindow

    QApplication.instance() or QApplication([])
    made = MainWindow(desk(folder, content, shot))
    try:
        made.resize(*shot.size)
        made.show()
        made.docks.arrange()
        rest()
        yield made
    finally:
        made.hide()
        made.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        made.desk.helper.close()
        made.desk.session.close(publish=False)


def desk(folder: Path, content: Project, shot: Shot) -> Desk:
    """What a window works with, in English and in the look of the picture."""
    from rondo.strategy.framework.whole import load
    from rondo.text.qt_engine import QtTextEngine
    from rondo.ui.actions import Actions
    from rondo.ui.desk import Desk
    from rondo.ui.dress.look import Look
    from rondo.ui.notices import Notices
    from rondo.ui.selection import Selection
    from rondo.ui.session import Session
    from rondo.ui.settings import Settings
    from rondo.words import Words
    from rondofile.document import Document

    session = Session(lambda: Document.create(root=folder / "area", content=content))
    wait(lambda: session.standing is not None)
    words, settings = Words("en"), Settings(folder / "settings.ini")
    look = Look(settings)
    look.dress()
    look.choose(shot.theme)
    look.set_scale(shot.scale)
    rooms = Selection(session), words, load("en"), QtTextEngine(), look, settings, Notices()
    return Desk(session, *rooms, Actions(words))


def pose(shown: MainWindow, shot: Shot) -> None:
    """The window shows what the picture is of."""
    from rondofile.records import Journey

    desk = shown.desk
    journeys = desk.session.project.all(Journey)
    desk.selection.look_at(next(one.id for one in journeys if one.state == shot.state))
    if not shot.panels:
        for key in ("view.outline", "view.inspector"):
            desk.actions[key].trigger()
    rest()
    if shot.view == "journey":
        pose_map(shown, shot)
    else:
        pose_view(shown, shot)
    rest()


def pose_view(shown: MainWindow, shot: Shot) -> None:
    """The window shows another view than the map, with what is chosen there."""
    from rondofile.records import Placement

    shown.go_to(shot.view)
    for placement in shown.desk.session.project.all(Placement):
        if placement.offer == shot.offer:
            shown.desk.selection.choose(Placement, placement.id)
    rest()
    wait(lambda: not shown.desk.helper.jobs)  # as the pages of a brief are
    rest(LOOKING)


def pose_map(shown: MainWindow, shot: Shot) -> None:
    """The window shows the map at that zoom, with the step that is chosen."""
    from rondofile.records import Step

    desk, room = shown.desk, shown.rooms["journey"]
    if shot.show != "none":
        desk.actions[f"journey.show-{shot.show}"].trigger()
    steps = room.scene.step_ids()
    if shot.chosen is not None:
        desk.selection.choose(Step, steps[shot.chosen])
    room.surface.fit() if shot.zoom is None else room.surface.zoom_to(shot.zoom)
    for bar in (room.surface.horizontalScrollBar(), room.surface.verticalScrollBar()):
        bar.setValue(bar.minimum())
    if shot.chosen is not None:
        room.surface.reveal([steps[shot.chosen]])
    room.setFocus()


def wait(true: Callable[[], bool]) -> None:
    """Events are handled until it is true."""
    from PySide6.QtCore import QCoreApplication, QElapsedTimer

    clock = QElapsedTimer()
    clock.start()
    while not true():
        if clock.elapsed() > PATIENCE:
            raise TimeoutError
        QCoreApplication.processEvents()


def rest(milliseconds: int = 350) -> None:
    """Events are handled for so long."""
    from PySide6.QtCore import QCoreApplication, QElapsedTimer

    clock = QElapsedTimer()
    clock.start()
    while clock.elapsed() < milliseconds:
        QCoreApplication.processEvents()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
