"""A journey laid out anew: the layout finds a place for every step that is not locked."""

from __future__ import annotations

from collections.abc import Mapping

from rondo.figures.layout_kept import KeptOrder
from rondo.figures.layout_values import Box
from rondo.ui.canvas import gestures
from rondo.ui.canvas.hands import Hands
from rondofile.kinds import EditKind

KEY = "canvas.arranged"


def arrange(hands: Hands) -> None:
    """The journey on the canvas is laid out anew, and what is chosen stays in sight.

    Steps with places of their own lose them in one step of history. Where none has any, only the picture
    changes, and a notice offers to put it back."""
    journey = hands.journey
    if journey is None:
        return
    pinned = _locked_loosely(hands)

    def made(changed: int) -> None:
        if not changed and hands.journey == journey:
            _arrange_picture(hands, journey)
        hands.surface.reveal(hands.chosen)

    hands.edit(EditKind.LAY_OUT, lambda edit: gestures.arrange(edit, journey, pinned), then=made)


def _locked_loosely(hands: Hands) -> dict[str, gestures.Place]:
    """Where the locked steps stand that have no place of their own."""
    loose = [step for step in hands.steps(hands.scene.step_ids()) if step.locked and step.x is None]
    boxes = {step: box for step in loose if (box := hands.box(step.id))}
    return {step.id: hands.place_at(box.center(), step.id, step) for step, box in boxes.items()}


def _arrange_picture(hands: Hands, journey: str) -> None:
    """Where no step has a place of its own there is nothing to record: the order alone is a fresh one."""
    scene, desk = hands.scene, hands.desk
    memory = scene.picture.orders.memory
    before, seen = memory.of(journey), _boxes(hands)
    memory.put(journey, KeptOrder())
    scene.show_moved()
    if _boxes(hands) == seen:
        desk.notices.say(desk.words("canvas_arrange.nothing"), key=KEY)
        return

    def put_back() -> None:
        memory.put(journey, before)
        if hands.journey == journey:
            scene.show_moved()
        desk.notices.withdraw(KEY)

    words = desk.words
    desk.notices.say(
        words("canvas_arrange.done"), "plain", (words("canvas_arrange.put_back"), put_back), key=KEY
    )


def _boxes(hands: Hands) -> Mapping[str, Box]:
    return hands.scene.plan.boxes if hands.scene.plan else {}
