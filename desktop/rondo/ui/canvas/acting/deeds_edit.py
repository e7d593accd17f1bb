"""What cut, copy, paste and duplicate do on the canvas, and text that is dropped there."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from rondo.ui.canvas.acting import clipboard
from rondo.ui.canvas.acting.deeds_steps import StepDeeds
from rondo.ui.canvas.editing import gestures, gestures_copy
from rondo.ui.canvas.hands import Hands
from rondo.ui.mime import text_of
from rondofile.kinds import EditKind


class EditDeeds:
    """Copies of steps, within and between projects."""

    def __init__(self, hands: Hands, steps: StepDeeds) -> None:
        self._hands, self.steps = hands, steps

    def copy(self) -> None:
        """The chosen steps are on the clipboard, with the links between them."""
        clipboard.put(self._hands.project, self._hands.chosen)

    def cut(self) -> None:
        """The chosen steps are on the clipboard, and gone here."""
        self.copy()
        self.steps.delete()

    def duplicate(self) -> None:
        """Copies of the chosen steps stand beside them, and are chosen."""
        hands, journey = self._hands, self._hands.journey
        copied, last = gestures_copy.excerpt(hands.project, hands.chosen), hands.current
        if journey is not None:
            hands.edit(
                EditKind.PASTE,
                lambda edit: gestures_copy.paste(edit, copied, journey, last),
                then=lambda keys: hands.choose(*keys),
            )

    def paste(self) -> None:
        """What is on the clipboard becomes steps: copies, or one a line of text."""
        data = QGuiApplication.clipboard().mimeData()
        if data is None or not self.take(data, self._hands.current):
            words = self._hands.desk.words
            self._hands.desk.notices.say(words("canvas_tools.nothing_to_paste"), key="canvas.paste")

    def take(self, data: QMimeData, after: str | None) -> bool:
        """The data becomes steps: after that step, or lines of text in the inbox. Whether it held any."""
        from rondo.ui.canvas.pasting.deed import paste_table
        from rondo.ui.canvas.pasting.table import read_table

        hands, journey = self._hands, self._hands.journey
        copied = clipboard.copied_steps(data)
        text = text_of(data) if copied is None and data.hasText() else ""
        table = read_table(text) if text else None
        lines = clipboard.lines_of(text) if table is None else []
        if journey is None or not (copied or table or lines):
            return False
        if copied is not None:
            hands.edit(
                EditKind.PASTE,
                lambda edit: gestures_copy.paste(edit, copied, journey, after),
                then=lambda keys: hands.choose(*keys),
            )
        elif table is not None:
            paste_table(hands, table, after)
        elif after is not None:
            hands.edit(
                EditKind.PASTE,
                lambda edit: gestures.add_chain(edit, after, lines),
                then=lambda keys: hands.choose(*keys),
            )
        else:
            self.capture(lines)
        if lines and "\t" in text.strip():
            hands.desk.notices.say(hands.desk.words("paste_table.one_column"), key="canvas.paste")
        return True

    def capture(self, titles: list[str]) -> None:
        """The titles are steps that wait in the inbox."""
        hands, journey = self._hands, self._hands.journey
        if journey is None or not hands.can_edit:
            return
        hands.edit(EditKind.ADD_STEPS, lambda edit: gestures.capture(edit, journey, titles))
        if len(titles) > 1:
            words = hands.desk.words
            hands.desk.notices.say(
                words.count("canvas_tools.captured", len(titles)), "good", key="canvas.paste"
            )
