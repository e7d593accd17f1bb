"""House: what a window may ask of the application around it."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from rondo.strategy.framework.whole import Framework
from rondo.ui.desk import Desk
from rondo.ui.dress.look import Look
from rondo.ui.notices import Notices
from rondo.ui.settings import Settings
from rondo.ui.sheets.dialogs import Dialogs
from rondo.words import Words
from rondofile.project import Project


class House(Protocol):
    """The application as windows see it. What goes wrong while opening is said to who asked."""

    words: Words
    framework: Framework
    look: Look
    settings: Settings

    dialogs: Dialogs
    """What asks a person for a file or a choice."""

    def new(self) -> None:
        """A window with an empty project."""

    def duplicate(self, project: Project) -> None:
        """A window with a copy that has no file yet."""

    def open_file(self, path: Path, notices: Notices | None = None) -> None:
        """A window with the project in that file; the one that shows it already comes forward."""

    def open_with_sides(self, path: Path, notices: Notices | None = None) -> None:
        """A window with a new project: that file together with what another program left beside it."""

    def welcome(self) -> None:
        """The welcome page is in front."""

    def choose_language(self, language: str) -> None:
        """Every window speaks that language, with what it shows unchanged."""

    def quit(self) -> None:
        """Every window is closed, unless a person wants to stay."""


class Alone:
    """The house of a window that stands alone: it asks on the screen and opens nothing."""

    def __init__(self, desk: Desk) -> None:
        self.words, self.framework = desk.words, desk.framework
        self.look, self.settings = desk.look, desk.settings
        self.dialogs = Dialogs(desk.words, desk.look)

    def new(self) -> None:
        """Nothing happens."""

    def duplicate(self, project: Project) -> None:
        """Nothing happens."""

    def open_file(self, path: Path, notices: Notices | None = None) -> None:
        """Nothing happens."""

    def open_with_sides(self, path: Path, notices: Notices | None = None) -> None:
        """Nothing happens."""

    def welcome(self) -> None:
        """Nothing happens."""

    def choose_language(self, language: str) -> None:
        """Nothing happens."""

    def quit(self) -> None:
        """Nothing happens."""
