"""The sheet of one work that cannot simply be gone on with: what happened, and what each choice leads to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rondo.ui.dress.look import Look
from rondo.ui.pieces.elided import Elided
from rondo.ui.recovery.choice_button import ChoiceButton
from rondo.ui.recovery.said import name_of, why_of
from rondo.ui.sheets.sheet import Sheet
from rondo.ui.versions.said import moment_of, what_for
from rondo.words import Words
from rondofile.kept.versions import Version
from rondofile.rescuing.glimpse import Trouble
from rondofile.rescuing.recovery import KeptWork

WIDTH, HEIGHT, EACH = 520, 215, 74
MOST_VERSIONS = 12


class RecoverySheet(Sheet):
    """Asks only: whoever made it does what is chosen. Skipping changes nothing."""

    chosen = Signal(str)
    """The key of a choice; the sheet is closed."""
    versions_wanted = Signal()
    version_chosen = Signal(object)
    """A Version to open as a copy; the sheet is closed."""

    def __init__(self, words: Words, look: Look, kept: KeptWork, parent: QWidget | None = None) -> None:
        name = name_of(kept.title, words)
        super().__init__(look, words("recovery.title", name=name), parent, WIDTH)
        self._words, self._kept = words, kept
        self.why = self.add_text(why_of(kept, words))
        if kept.path is not None:
            place = Elided("caption")
            place.say(kept.path.name, str(kept.path))
            self.body.addWidget(place)
        self._choices: QVBoxLayout = self.scrolled()
        for key in choices_of(kept):
            self._add(words(f"recovery.{key}"), words(f"recovery.{key}.follows"), key)
        self._choices.addStretch(1)
        self.add_cancel(words("recovery.skip"))
        self.grow_to(WIDTH, HEIGHT + EACH * len(choices_of(kept)))

    def show_versions(self, versions: Sequence[Version]) -> None:
        """The choice is one among these, which open as copies."""
        while (item := self._choices.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.why.setText(self._words("recovery.which-version" if versions else "recovery.no-version"))
        for version in versions[:MOST_VERSIONS]:
            button = ChoiceButton(self.look, what_for(version, self._words), moment_of(version, self._words))
            button.clicked.connect(lambda _=False, version=version: self._take_version(version))
            self._choices.addWidget(button)
        self._choices.addStretch(1)
        self._fit()
        self._focus_first()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._focus_first()

    def _add(self, label: str, follows: str, key: str) -> None:
        button = ChoiceButton(self.look, label, follows)
        button.clicked.connect(lambda: self._take(key))
        self._choices.addWidget(button)

    def _take(self, key: str) -> None:
        if key == "version":
            self.versions_wanted.emit()
            return
        self.accept()
        self.chosen.emit(key)

    def _take_version(self, version: Version) -> None:
        self.accept()
        self.version_chosen.emit(version)

    def _focus_first(self) -> None:
        item = self._choices.itemAt(0)
        first = item.widget() if item is not None else None
        if first is not None:
            first.setFocus()


def choices_of(kept: KeptWork) -> tuple[str, ...]:
    """What can be done, what is most likely wanted first."""
    trying = ("continue",) if kept.trouble in (Trouble.STOPPED, Trouble.NONE, Trouble.UNREADABLE) else ()
    if not kept.folder.name:  # there is no work here: the file itself ends the process
        return trying
    saved = ("saved",) if kept.path is not None else ()
    salvage = () if kept.trouble is Trouble.UNREADABLE else ("salvage",)
    return (*trying, *saved, "version", *salvage, "export", "trash")
