"""Going to the step that is worth asking about next."""

from __future__ import annotations

from rondo.strategy.passes import next_pass
from rondo.ui.canvas.hands import Hands
from rondo.ui.room import Deed
from rondofile.records import Journey, Step


def asking_deeds(hands: Hands) -> dict[str, Deed]:
    """The next open question is gone to; after the last of them the first comes again."""

    def go() -> None:
        project = hands.desk.session.project
        journey = project.find(Journey, hands.journey)
        found = next_pass(project, journey) if journey is not None else None
        if found is None:
            return
        chosen = hands.desk.selection.ids_of(Step)
        at = found.open.index(chosen[0]) + 1 if len(chosen) == 1 and chosen[0] in found.open else 0
        step = found.open[at % len(found.open)]
        hands.desk.selection.choose(Step, step)
        hands.surface.reveal([step])

    return {"journey.next-question": Deed(go, lambda: hands.can_edit)}
