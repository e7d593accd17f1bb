"""The questions about a sticky note: what it says, and which step it follows."""

from __future__ import annotations

from collections.abc import Sequence

from rondo.ui.fields import TextField
from rondo.ui.inspector.page import Page
from rondo.ui.inspector.pieces.jump import Jump
from rondofile.edits import Edit
from rondofile.kinds import EditKind
from rondofile.nouns import notes
from rondofile.records import Note, Step


class NotePage(Page):
    """One note or several."""

    noun = Note
    kind = EditKind.SET_NOTE
    room = "note"

    def build(self) -> None:
        """Its text, its step, and that it stays among ourselves."""
        words = self.words
        self.heading = self.name_it()
        self.text = self.ask_so(
            TextField(self.desk, words("inspector.note.text")), self.reader("text"), _write
        )
        self.step = self.put(Jump(self.desk.look, "", words("inspector.note.step"), "→", "ink-tertiary"))
        self.step.clicked.connect(self._go_to_step)
        self.caption(words("inspector.note.internal"))

    def describe(self) -> str:
        """Where it lies."""
        found = self._step()
        if found is None and len(self.ids) == 1:
            return self.words("inspector.note.loose")
        return ""

    def follow(self) -> None:
        """How many they are, and the step of a single one."""
        self.heading.setText(self.words.count("inspector.note.several", len(self.ids)))
        step = self._step()
        self.step.setVisible(step is not None)
        if step is not None:
            self.step.say(step.title or self.words("telling.unnamed.step"))

    def _step(self) -> Step | None:
        note = self.project.find(Note, self.ids[0]) if len(self.ids) == 1 else None
        return self.project.find(Step, note.step) if note else None

    def _go_to_step(self) -> None:
        step = self._step()
        if step is not None:
            self.go(Step, step.id)


def _write(edit: Edit, keys: Sequence[str], text: str) -> None:
    """The notes say that; a note that says nothing stays as it is."""
    for key in keys if text.strip() else ():
        notes.set_fields(edit, key, text=text)
