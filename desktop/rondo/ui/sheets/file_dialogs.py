"""The dialogs of the system in which a file is chosen. Esc and cancel always answer None."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from rondo.ui.sheets.dialogs import ENDING
from rondo.words import Words


def to_open(words: Words, parent: QWidget | None, folder: Path | None) -> Path | None:
    """The project file to open."""
    return _chosen(_dialog(words, parent, "dialogs.open", QFileDialog.FileMode.ExistingFile, folder))


def to_save(words: Words, parent: QWidget | None, suggestion: Path) -> Path | None:
    """The project file to write, which may be there already."""
    dialog = _to_write(words, parent, "dialogs.save", suggestion)
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
    dialog.selectFile(suggestion.name)
    found = _chosen(dialog)
    if found is None:
        return None
    return found if found.suffix.lower() == ENDING else found.with_name(found.name + ENDING)


def to_write(words: Words, parent: QWidget | None, suggestion: Path, title: str, kinds: str) -> Path | None:
    """A file with the ending of the suggestion, asked for under that title among files of those kinds."""
    dialog = _to_write(words, parent, title, suggestion)
    dialog.setNameFilters([f"{words(kinds)} (*{suggestion.suffix})"])
    dialog.setDefaultSuffix(suggestion.suffix[1:])
    dialog.selectFile(suggestion.name)
    return _chosen(dialog)


def _to_write(words: Words, parent: QWidget | None, title: str, suggestion: Path) -> QFileDialog:
    dialog = _dialog(words, parent, title, QFileDialog.FileMode.AnyFile, suggestion.parent)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setLabelText(QFileDialog.DialogLabel.Accept, words("dialogs.save.accept"))
    return dialog


def _dialog(
    words: Words, parent: QWidget | None, key: str, mode: QFileDialog.FileMode, folder: Path | None
) -> QFileDialog:
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


def _chosen(dialog: QFileDialog) -> Path | None:
    accepted = dialog.exec()
    files = dialog.selectedFiles()
    dialog.deleteLater()
    return Path(files[0]) if accepted and files else None
