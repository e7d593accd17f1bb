"""The sheets of recovery: every word is seen and everything has a name, in every language and text size."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from helpers.desks import clear_away
from helpers.windows import lasting_cuts, quiet
from rondo.ui.dress.look import Look
from rondo.ui.recovery.choice_button import ChoiceButton
from rondo.ui.recovery.sheet import RecoverySheet, choices_of
from rondo.ui.recovery.trash_sheet import TrashSheet
from rondo.ui.settings import Settings
from rondo.ui.sheets.sheet import Sheet
from rondo.words import LANGUAGES, Words
from rondofile.kept.versions import Version, Why
from rondofile.rescuing.glimpse import Trouble
from rondofile.rescuing.recovery import KeptWork
from rondofile.rescuing.trash import Discarded

LONG = "Regionaal ziekenhuis, hartfalen thuis <b>& meer</b> " * 2


def kept(trouble: Trouble, folder: Path) -> KeptWork:
    return KeptWork(folder / "work", "id", folder / f"{LONG[:60]}.rondo", LONG, 4, 0.0, trouble, 2)


@contextmanager
def shown(folder: Path, kind: str, words: Words, theme: str, scale: float) -> Iterator[Sheet]:
    """That sheet, over a window of the usual size."""
    look = Look(Settings(folder / "settings.ini"))
    look.choose(theme)
    look.set_scale(scale)
    look.dress()
    below = QWidget()
    below.resize(1280, 800)
    below.show()
    sheet: Sheet
    if kind == "trash":
        now = time.time()
        one = Discarded(folder, LONG, folder / "plan.rondo", now, now + 86_400)
        sheet = TrashSheet(words, look, [one] * 3, below)
    else:
        sheet = RecoverySheet(words, look, kept(Trouble(kind or "stopped"), folder), below)
        if not kind:
            version = Version(folder / "v", time.time(), 3, Why.HOURLY, LONG, 9)
            sheet.show_versions([version] * 3)
    sheet.show()
    quiet(60)
    try:
        yield sheet
    finally:
        sheet.close()
        below.close()
        below.deleteLater()
        look.choose("light")
        look.set_scale(1.0)
        clear_away()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("theme", "scale"), [("light", 1.0), ("dark", 2.0)])
@pytest.mark.parametrize("kind", ["", "stopped", "trash"])
def test_every_word_is_seen_and_everything_has_a_name(
    kind: str, theme: str, scale: float, language: str, tmp_path: Path, qapp: QApplication
) -> None:
    with shown(tmp_path, kind, Words(language), theme, scale) as sheet:
        cuts, looked = lasting_cuts(sheet)
        assert looked >= 3
        assert cuts == []
        choices = sheet.findChildren(ChoiceButton)
        assert choices or kind == "trash"
        for choice in choices:
            assert choice.height() >= choice.heightForWidth(choice.width()), choice.text()
            assert choice.accessibleDescription()
        for button in sheet.findChildren(QAbstractButton):
            assert button.accessibleName() or button.text()
        assert sheet.height() <= 800 and sheet.width() <= 1280


def test_only_what_can_help_is_offered(tmp_path: Path) -> None:
    assert choices_of(kept(Trouble.STOPPED, tmp_path))[0] == "continue"
    assert "continue" not in choices_of(kept(Trouble.DAMAGED, tmp_path))
    assert "salvage" not in choices_of(kept(Trouble.UNREADABLE, tmp_path))
    untitled = KeptWork(tmp_path / "work", "id", None, "", 4, 0.0, Trouble.DAMAGED)
    assert "saved" not in choices_of(untitled) and "salvage" in choices_of(untitled)
    for trouble in Trouble:
        assert {"export", "trash"} <= set(choices_of(kept(trouble, tmp_path)))
