"""When a bug ended the work on a document: its window says so once, and opens it again when wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rondofile.document import Document
from rondofile.errors import EndedError

if TYPE_CHECKING:
    from rondo.ui.app import Application
    from rondo.ui.main_window import MainWindow


def say_ended(window: MainWindow, application: Application) -> None:
    """The window says that nothing can be changed in it any more, and how to go on."""
    words = application.words
    window.outside.stop()
    window.desk.notices.withdraw("file")
    again = (words("app.open-again"), lambda: open_again(window, application))
    window.desk.notices.say(words(EndedError.key), "bad", again, key="failure")


def open_again(window: MainWindow, application: Application) -> None:
    """The window makes way for another one with everything that was kept."""
    path, doc_id = window.desk.session.path, window.doc_id
    window.close_quietly()
    if path is not None:
        application.open_file(path)
        return
    for kept in Document.kept_work():
        if kept.doc_id == doc_id:
            application.go_on(kept)
            return
    application.welcome()
