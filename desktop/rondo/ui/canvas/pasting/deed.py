"""Pasting a range: one edit, the steps chosen, and a notice that says what came of it."""

from __future__ import annotations

from rondo.ui.canvas.acting.deeds_align import Aligning
from rondo.ui.canvas.hands import Hands
from rondo.ui.canvas.pasting.said import said_of
from rondo.ui.canvas.pasting.table import StepTable
from rondo.ui.canvas.pasting.taking import Taken, take_table
from rondofile.kinds import EditKind
from rondofile.records import Step


def paste_table(hands: Hands, table: StepTable, after: str | None) -> None:
    """The rows of the table are steps of the journey on the canvas."""
    journey, first_lane = hands.journey, hands.first_lane
    if journey is not None:
        hands.edit(
            EditKind.PASTE,
            lambda edit: take_table(edit, journey, table, after, first_lane),
            then=lambda taken: _say(hands, table, taken),
        )


def _say(hands: Hands, table: StepTable, taken: Taken) -> None:
    words = hands.desk.words
    hands.choose(*taken.steps)
    waiting = sum(hands.box(key) is None for key in taken.steps)
    sentence = said_of(table, taken.lanes, waiting, words)
    tone = "plain" if table.strange else "good"
    several = len(taken.steps) > 1 and not table.linked
    actions = ((words("paste_table.connect"), lambda: _connect(hands, taken.steps)),) if several else ()
    hands.desk.notices.say(sentence, tone, *actions, key="canvas.paste")


def _connect(hands: Hands, steps: tuple[str, ...]) -> None:
    """As far as they are still there, each leads to the next."""
    found = [step.id for step in hands.steps(steps)]
    hands.desk.notices.withdraw("canvas.paste")
    hands.desk.selection.choose(Step, *found)
    Aligning(hands).connect()
