"""Feelings as they are changed on the canvas: by dragging on the curve, or by one key up and down."""

from __future__ import annotations

from collections.abc import Mapping

from rondo.strategy.journeys.feelings import LEAST, MOST, feeling_of
from rondo.ui.canvas.hands import Hands
from rondofile.edits import Edit
from rondofile.kinds import EditKind
from rondofile.nouns import feelings, steps
from rondofile.records import Journey


def shift_feeling(hands: Hands, by: int) -> None:
    """The chosen steps feel better or worse by one, on the line that can be changed; where nobody said
    anything yet, a little good or a little bad. Whoever listens hears how the last one feels now."""
    segment, words = hands.scene.picture.segment, hands.desk.words
    wanted: dict[str, int | None] = {}
    said = ""
    for step in hands.steps(hands.chosen):
        now = feeling_of(hands.project, step, segment)
        new = max(LEAST, min(MOST, (now or 0) + by))
        if new != now:
            wanted[step.id] = new
        feels = words(f"journey_figure.feels_{new}")
        said = words("journey_figure.felt", step=step.title, feels=feels)
    if wanted:
        give(hands, wanted, segment)
    if said:
        hands.announce(said)


def give(hands: Hands, wanted: Mapping[str, int | None], segment: str | None) -> None:
    """Those steps feel like that to the segment; None: to the journey's own. One step of history."""
    journey = hands.project.find(Journey, hands.journey)
    own = segment is None or (journey is not None and journey.segment == segment)
    hands.edit(
        EditKind.SET_FEELING,
        lambda edit: _set(edit, wanted, None if own else segment),
    )


def _set(edit: Edit, wanted: Mapping[str, int | None], segment: str | None) -> None:
    for step, value in wanted.items():
        if segment is None:
            steps.set_fields(edit, [step], feeling=value)
        else:
            feelings.put(edit, step, segment, value)
