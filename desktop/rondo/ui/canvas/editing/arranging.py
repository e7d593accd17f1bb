"""A journey laid out anew: the layout finds a place for every step that is not locked."""

from __future__ import annotations

from rondo.figures.maps.canvas_planner import Planner
from rondo.ui.canvas.editing import gestures
from rondo.ui.canvas.hands import Hands
from rondofile.kinds import EditKind

KEY = "canvas.arranged"


def arrange(hands: Hands) -> None:
    """The journey on the canvas is laid out anew in one step of history, and what is chosen stays in sight.

    Where everything stands so already, that is said."""
    journey = hands.journey
    if journey is None:
        return
    pinned = _locked_loosely(hands)
    if not pinned and _is_arranged(hands, journey):
        hands.desk.notices.say(hands.desk.words("canvas_arrange.nothing"), key=KEY)
        return
    hands.edit(
        EditKind.LAY_OUT,
        lambda edit: gestures.arrange(edit, journey, pinned),
        then=lambda _: hands.surface.reveal(hands.chosen),
    )


def _locked_loosely(hands: Hands) -> dict[str, gestures.Place]:
    """Where the locked steps stand that have no place of their own."""
    loose = [step for step in hands.steps(hands.scene.step_ids()) if step.locked and step.x is None]
    boxes = {step: box for step in loose if (box := hands.box(step.id))}
    return {step.id: hands.place_at(box.center(), step.id, step) for step, box in boxes.items()}


def _is_arranged(hands: Hands, journey: str) -> bool:
    """Whether no step has a place of its own and the layout alone would find the same."""
    plan, shown = hands.scene.plan, hands.scene.stage.shown
    steps = hands.steps(hands.scene.step_ids())
    if plan is None or shown is None or any(not step.locked and step.x is not None for step in steps):
        return False
    return Planner(shown.pen).plan(hands.desk.session.project, journey).boxes == plan.boxes
