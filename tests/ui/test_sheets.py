"""Dialogs of the window: what they keep, and that Esc leaves nothing behind."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from helpers.desks import clear_away, open_desk, park, settle
from rondo.ui.house import Alone
from rondo.ui.sheets.about_dialog import AboutDialog
from rondo.ui.sheets.cover_dialog import CoverDialog
from rondo.ui.sheets.settings_dialog import SettingsDialog
from rondo.ui.sheets.sheet import Sheet
from rondo.ui.sheets.words_dialog import WordsDialog
from rondofile.kinds import EditKind


def press(sheet: Sheet, label: str) -> None:
    next(b for b in sheet.findChildren(QPushButton) if b.text() == label).click()


def test_answers_about_the_project_are_one_step(tmp_path: Path, qapp: QApplication) -> None:
    with open_desk(tmp_path, park()) as desk:
        before = desk.session.project
        dialog = CoverDialog(desk)
        dialog.show()
        for name, answer in (("title", "Two parks"), ("author", "The team"), ("date", "2026-11")):
            dialog.fields[name].set_value(answer)
        press(dialog, "Keep these answers")
        settle(desk.session)
        info = desk.session.project.info
        assert (info.title, info.author, info.date) == ("Two parks", "The team", "2026-11")
        assert desk.session.standing is not None
        assert desk.session.standing.next_undo is EditKind.SET_PROJECT
        desk.session.undo()
        settle(desk.session)
        assert desk.session.project == before
        dialog.deleteLater()


def test_esc_leaves_the_project_as_it_was(tmp_path: Path, qapp: QApplication) -> None:
    with open_desk(tmp_path, park()) as desk:
        before = desk.session.project
        dialog = CoverDialog(desk)
        dialog.show()
        dialog.fields["title"].set_value("Two parks")
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        settle(desk.session)
        assert not dialog.isVisible()
        assert desk.session.project is before
        dialog.deleteLater()


def test_a_look_is_seen_at_once_kept_when_wanted_and_gone_with_esc(
    tmp_path: Path, qapp: QApplication
) -> None:
    with open_desk(tmp_path) as desk:
        desk.look.choose("light")
        for button, theme, scale in (("Cancel", "light", 1.0), ("Keep these settings", "dark", 1.5)):
            dialog = SettingsDialog(Alone(desk))
            dialog.theme.changed.emit("dark")
            dialog.text_size.changed.emit(1.5)
            assert desk.look.theme.name == "dark" and desk.look.scale == 1.5
            press(dialog, button)
            assert (desk.look.theme.name, desk.look.scale) == (theme, scale)
            dialog.deleteLater()
        desk.look.choose("light")
        desk.look.set_scale(1.0)
        clear_away()


def test_motion_is_off_when_that_was_chosen(tmp_path: Path, qapp: QApplication) -> None:
    with open_desk(tmp_path) as desk:
        assert desk.look.moves
        dialog = SettingsDialog(Alone(desk))
        dialog.moves.set_value(False)
        press(dialog, "Keep these settings")
        assert not desk.look.moves
        dialog.deleteLater()


def test_every_word_of_the_framework_has_its_meaning_in_the_list(tmp_path: Path, qapp: QApplication) -> None:
    with open_desk(tmp_path) as desk:
        dialog = WordsDialog(Alone(desk))
        assert set(dialog.list.shown()) == {term.key for term in desk.framework.glossary}
        assert len(dialog.list.shown()) > 40
        dialog.list.search("architecture connection")
        assert dialog.list.shown() == ["architecture"]
        assert dialog.meaning.text() == desk.framework.term("architecture").meaning
        dialog.deleteLater()


def test_about_names_the_version_and_what_others_made(tmp_path: Path, qapp: QApplication) -> None:
    from rondo import __version__

    with open_desk(tmp_path) as desk:
        dialog = AboutDialog(Alone(desk))
        assert any(__version__ in label.text() for label in dialog.findChildren(QLabel))
        text = dialog.licences.toPlainText()
        assert "MIT" in text and "Lucide" in text and "PySide6" in text
        dialog.deleteLater()
