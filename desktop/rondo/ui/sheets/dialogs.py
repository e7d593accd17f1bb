"""Dialogs that ask: for a file, or for one of a few things to do. Esc and cancel always change nothing."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from rondo.ui.dress.look import Look
from rondo.ui.sheets.sheet import Sheet
from rondo.words import Words

ENDING = ".rondo"


@dataclass(frozen=True, slots=True)
class Choice:
    """A button that says what happens. `kind`: "primary" for what is most likely wanted."""

    key: str
    label: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, in one sentence, and what a person should know for the answer."""

    title: str
    text: str
    choices: tuple[Choice, ...]


class Dialogs:
    """Asks on the screen. Tests answer with a subclass of their own."""

    def __init__(self, words: Words, look: Look) -> None:
        self.words, self.look = words, look

    def ask_open(self, parent: QWidget | None, folder: Path | None) -> Path | None:
        """The file to open; None where the person thought better of it."""
        dialog = self._file_dialog(parent, "dialogs.open", QFileDialog.FileMode.ExistingFile, folder)
        return self._chosen(dialog)

    def ask_save(self, parent: QWidget | None, suggestion: Path) -> Path | None:
        """The file to write, which may be there already; None where the person thought better of it."""
        dialog = self._file_dialog(parent, "dialogs.save", QFileDialog.FileMode.AnyFile, suggestion.parent)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, self.words("dialogs.save.accept"))
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.selectFile(suggestion.name)
        found = self._chosen(dialog)
        if found is None:
            return None
        return found if found.suffix.lower() == ENDING else found.with_name(found.name + ENDING)

    def ask_text(self, parent: QWidget | None, suggestion: Path) -> Path | None:
        """The text file to write, which may be there already; None where the person thought better of it."""
        return self._ask_other(parent, suggestion, "received.save.title", "received.texts")

    def ask_zip(self, parent: QWidget | None, suggestion: Path) -> Path | None:
        """The compressed file to write; one that is there already is replaced only when that was said."""
        return self._ask_other(parent, suggestion, "dialogs.zip", "dialogs.zips")

    def ask_choice(self, parent: QWidget | None, question: Question) -> str:
        """The key of the choice; "" where the person thought better of it."""
        sheet = Sheet(self.look, question.title, parent)
        sheet.add_text(question.text)
        answer: list[str] = []

        def take(key: str) -> None:
            answer.append(key)
            sheet.accept()

        for choice in question.choices:
            button = sheet.add_button(choice.label, choice.kind)
            button.clicked.connect(lambda _=False, key=choice.key: take(key))
        sheet.add_cancel(self.words("dialogs.cancel"))
        sheet.exec()
        sheet.deleteLater()
        return answer[0] if answer else ""

    def tell(self, parent: QWidget | None, title: str, text: str) -> None:
        """The person has read it."""
        sheet = Sheet(self.look, title, parent)
        sheet.add_text(text)
        sheet.add_button(self.words("dialogs.understood"), "primary").clicked.connect(sheet.accept)
        sheet.exec()
        sheet.deleteLater()

    def _ask_other(self, parent: QWidget | None, suggestion: Path, title: str, kinds: str) -> Path | None:
        """A file with the ending of the suggestion, asked for under that title among files of those kinds."""
        dialog = self._file_dialog(parent, title, QFileDialog.FileMode.AnyFile, suggestion.parent)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, self.words("dialogs.save.accept"))
        dialog.setNameFilters([f"{self.words(kinds)} (*{suggestion.suffix})"])
        dialog.setDefaultSuffix(suggestion.suffix[1:])
        dialog.selectFile(suggestion.name)
        return self._chosen(dialog)

    def _file_dialog(
        self, parent: QWidget | None, key: str, mode: QFileDialog.FileMode, folder: Path | None
    ) -> QFileDialog:
        words = self.words
        dialog = QFileDialog(parent, words(key), str(folder or Path.home()))
        dialog.setFileMode(mode)
        kinds = ((words("dialogs.projects"), f"*{ENDING}"), (words("dialogs.all-files"), "*"))
        dialog.setNameFilters([f"{name} ({pattern})" for name, pattern in kinds])
        for label, said in (
            (QFileDialog.DialogLabel.LookIn, "dialogs.look-in"),
            (QFileDialog.DialogLabel.FileName, "dialogs.file-name"),
            (QFileDialog.DialogLabel.FileType, "dialogs.file-type"),
            (QFileDialog.DialogLabel.Accept, "dialogs.open.accept"),
            (QFileDialog.DialogLabel.Reject, "dialogs.cancel"),
        ):
            dialog.setLabelText(label, words(said))
        return dialog

    @staticmethod
    def _chosen(dialog: QFileDialog) -> Path | None:
        accepted = dialog.exec()
        files = dialog.selectedFiles()
        dialog.deleteLater()
        return Path(files[0]) if accepted and files else None
