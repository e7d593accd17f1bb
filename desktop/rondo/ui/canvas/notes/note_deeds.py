"""What actions and keys do with notes: write one, rewrite it, go to it, let it stand alone, delete it."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import QPointF, QRectF

from rondo.figures.notes import LEAST, WIDTH
from rondo.ui.canvas.acting.clipboard import put_notes
from rondo.ui.canvas.hands import Hands
from rondo.ui.canvas.notes import gestures_notes
from rondo.ui.canvas.notes.gestures_notes import Spot
from rondo.ui.canvas.notes.note_drag import spot_of
from rondo.ui.canvas.title_editor import Writing
from rondofile.kinds import EditKind
from rondofile.nouns import notes
from rondofile.records import Note

APART = 12.0
COPY = 12
"""Points between a note and its copy."""


class NoteDeeds:
    """Acts on the chosen notes."""

    def __init__(self, hands: Hands) -> None:
        self._hands = hands

    def add(self, pos: QPointF | None = None) -> None:
        """A note is being written: beside the chosen step, where the pointer is, or in the middle."""
        hands, journey = self._hands, self._hands.journey
        step = hands.current if pos is None and hands.current and hands.box(hands.current) else None
        area = self._beside(step) if step else self._around(pos)
        spot = spot_of(hands, area, step)
        if journey is None or spot is None or not hands.can_edit:
            return
        hands.write(
            Writing(
                hands.desk.words("note.text"),
                lambda: area,
                lambda text: hands.edit(
                    EditKind.ADD_NOTE,
                    lambda edit: gestures_notes.add_note(edit, journey, text, spot),
                    then=lambda key: hands.desk.selection.choose(Note, key),
                ),
                hint=hands.desk.words("note.hint"),
                lines=True,
            )
        )

    def write(self, key: str) -> None:
        """The text of that note is being written, where it lies."""
        hands, note = self._hands, self._hands.project.get(Note, key)
        if hands.can_edit:
            hands.write(
                Writing(
                    hands.desk.words("note.text"),
                    lambda: hands.scene.picture.notes.box(key),
                    lambda text: hands.edit(
                        EditKind.SET_NOTE, lambda edit: gestures_notes.write(edit, key, text)
                    ),
                    note.text,
                    lines=True,
                )
            )

    def rename(self) -> None:
        """The note that was chosen last is being written."""
        if self._hands.can.change_notes:
            self.write(self._hands.chosen_notes[-1])

    def go_on(self) -> None:
        """The next note is chosen; from a step, the first one of its own."""
        hands, ids = self._hands, self._hands.scene.picture.notes.ids()
        chosen, own = hands.chosen_notes, [n.id for n in self._notes() if n.step == hands.current]
        at = ids.index(chosen[-1]) + 1 if chosen and chosen[-1] in ids else 0
        found = own[0] if hands.current and own else ids[at % len(ids)]
        hands.desk.selection.choose(Note, found)
        box = hands.scene.picture.notes.box(found)
        if box is not None:
            hands.surface.bring_in(box)
        hands.announce(hands.desk.words("note.title", text=hands.project.get(Note, found).text))

    def free(self) -> None:
        """The chosen notes follow no step any more; they lie where they lay."""
        hands = self._hands
        boxes = {key: hands.scene.picture.notes.box(key) for key in hands.chosen_notes}
        spots = {key: spot for key, box in boxes.items() if box and (spot := spot_of(hands, box, None))}
        hands.edit(EditKind.MOVE_NOTES, lambda edit: gestures_notes.put(edit, spots))

    def shift(self, dx: int, dy: int) -> None:
        """The chosen notes lie so far off."""
        hands = self._hands
        places = {n.id: (n.x + dx, n.y + dy) for n in self._notes() if n.id in hands.chosen_notes}
        hands.edit(EditKind.MOVE_NOTES, lambda edit: notes.move(edit, places))

    def delete(self) -> None:
        """The chosen notes are gone."""
        keys = self._hands.chosen_notes
        self._hands.edit(EditKind.DELETE_NOTES, lambda edit: notes.delete(edit, *keys))

    def copy(self) -> None:
        """The chosen notes are on the clipboard, as they lie on the map, with what they say as text."""
        hands = self._hands
        picture = hands.scene.picture.notes
        spots = {key: spot_of(hands, box, None) for key in hands.chosen_notes if (box := picture.box(key))}
        found = [note for note in self._notes() if spots.get(note.id)]
        if found:
            put_notes(self._alone(note, spots[note.id]) for note in found)

    @staticmethod
    def _alone(note: Note, spot: Spot | None) -> Note:
        """The note as it is told from the map."""
        return replace(note, step=None, x=spot.x, y=spot.y) if spot else note

    def duplicate(self) -> None:
        """Copies of the chosen notes lie beside them, and are chosen."""
        keys, hands = self._hands.chosen_notes, self._hands
        hands.edit(
            EditKind.ADD_NOTE,
            lambda edit: gestures_notes.copy_of(edit, keys, COPY),
            then=lambda made: hands.desk.selection.choose(Note, *made),
        )

    def _notes(self) -> tuple[Note, ...]:
        journey = self._hands.journey
        return self._hands.project.notes_of(journey) if journey else ()

    def _beside(self, step: str) -> QRectF:
        """The first free place around a card: above, below, at its sides."""
        card = self._hands.box(step) or QRectF()
        corners = (
            QPointF(card.left() + 8, card.top() - LEAST - APART),
            QPointF(card.left() + 8, card.bottom() + APART),
            QPointF(card.right() + APART, card.top() - LEAST / 2),
            QPointF(card.left() - WIDTH - APART, card.top()),
        )
        shown, notes_item = self._hands.scene.stage.shown, self._hands.scene.picture.notes
        lying = [box for key in notes_item.ids() if (box := notes_item.box(key))]
        for corner in corners:
            area = QRectF(corner.x(), corner.y(), WIDTH, LEAST)
            cards = shown.cards.within(area.left(), area.top(), area.right(), area.bottom()) if shown else []
            if corner.y() >= self._top and not cards and not any(box.intersects(area) for box in lying):
                return area
        return QRectF(corners[1].x(), corners[1].y(), WIDTH, LEAST)

    @property
    def _top(self) -> float:
        """Where the lanes begin; above stand the names of the phases."""
        plan = self._hands.scene.plan
        return plan.top if plan else 0.0

    def _around(self, pos: QPointF | None) -> QRectF:
        middle = pos or self._hands.surface.middle()
        return QRectF(middle.x() - WIDTH / 2, middle.y() - LEAST / 2, WIDTH, LEAST)
