"""A journey laid out anew, or some of its steps: the layout finds places for those that are not locked."""

from __future__ import annotations

from msgspec.structs import replace

from rondo.figures.arranging.layout_chosen import Cell, Piece, laid_among
from rondo.figures.arranging.layout_values import NONE, Box
from rondo.figures.maps.canvas_columns import USUAL
from rondo.figures.maps.canvas_plan import MapPlan
from rondo.figures.maps.canvas_planner import SPACING, Planner
from rondo.figures.maps.canvas_tidied import places_of_notes
from rondo.ui.canvas.editing import gestures
from rondo.ui.canvas.editing.aligning import offsets
from rondo.ui.canvas.editing.place import Place
from rondo.ui.canvas.hands import Hands
from rondofile.kinds import EditKind
from rondofile.records import Step

KEY = "canvas.arranged"


def arrange(hands: Hands) -> None:
    """The journey on the canvas is laid out anew in one step of history, and what is chosen stays in sight.

    Where everything stands so already, that is said."""
    journey = hands.journey
    if journey is None:
        return
    pinned = _locked_loosely(hands)
    if not pinned and _is_arranged(hands, journey) and not _tidied(hands, journey, pinned):
        hands.desk.notices.say(hands.desk.words("canvas_arrange.nothing"), key=KEY)
        return
    places = _tidied(hands, journey, pinned)
    hands.edit(
        EditKind.LAY_OUT,
        lambda edit: gestures.arrange(edit, journey, pinned, places),
        then=lambda _: hands.surface.reveal(hands.chosen),
    )


def arrange_chosen(hands: Hands) -> None:
    """The chosen steps are laid out anew among the others, which stay; one step of history."""
    plan = hands.scene.plan
    if plan is None:
        return
    pieces = [piece for key in hands.free(hands.chosen) if (piece := _piece(plan, key))]
    found = laid_among(pieces, _links(plan), _others(hands, plan, pieces), USUAL, SPACING)
    boxes = {key: _inside(plan, key, box) for key, box in found.items()}
    if all(_stands(plan.boxes[key], box) for key, box in boxes.items()):
        hands.desk.notices.say(hands.desk.words("canvas_arrange.chosen_nothing"), key=KEY)
        return
    steps = {step.id: step for step in hands.steps(boxes)}
    at = offsets(
        {key: (box.x, box.y) for key, box in boxes.items()},
        lambda key: plan.origin_of(steps[key].phase, steps[key].lane),
    )
    places = {key: Place(steps[key].phase, steps[key].lane, x, y) for key, (x, y) in at.items()}
    first = hands.first_lane
    hands.edit(
        EditKind.ARRANGE_STEPS,
        lambda edit: gestures.move(edit, places, first),
        then=lambda _: hands.surface.reveal(hands.chosen),
    )


def _piece(plan: MapPlan, key: str) -> Piece | None:
    """The step with what hangs over its card."""
    step, box = plan.steps.get(key), plan.boxes.get(key)
    if step is None or box is None or step.phase not in plan.facts.phases:
        return None
    left, top, right, bottom = plan.over.get(key, NONE)
    whole = Box(box.x - left, box.y - top, left + box.width + right, top + box.height + bottom)
    return Piece(key, plan.facts.phases.index(step.phase), step.lane or 0, whole)


def _inside(plan: MapPlan, key: str, whole: Box) -> Box:
    """The card in what it takes with what hangs over it."""
    left, top, _, _ = plan.over.get(key, NONE)
    return replace(plan.boxes[key], x=whole.x + left, y=whole.y + top)


def _links(plan: MapPlan) -> list[tuple[str, str]]:
    return [(link.source, link.target) for link in plan.facts.links]


def _others(hands: Hands, plan: MapPlan, pieces: list[Piece]) -> dict[Cell, list[Box]]:
    """What stays in every cell: the other steps with their notes, and notes that follow no step."""
    moving = {piece.id for piece in pieces}
    found: dict[Cell, list[Box]] = {}
    for key in plan.boxes:
        if key not in moving and (piece := _piece(plan, key)):
            found.setdefault(piece.cell, []).append(piece.box)
    lanes = [lane.id for lane in plan.facts.lanes]
    for key in hands.scene.picture.notes.ids():
        note = hands.scene.picture.notes.plan(key)
        if note is not None and note.step is None:
            phase, lane = plan.phase_at(note.box.cx, note.box.cy), plan.lane_at(note.box.cy)
            if phase in plan.facts.phases and lane in lanes:
                found.setdefault((plan.facts.phases.index(phase), lanes.index(lane)), []).append(note.box)
    return found


def _stands(before: Box, now: Box) -> bool:
    return abs(before.x - now.x) + abs(before.y - now.y) < 1.5


def _locked_loosely(hands: Hands) -> dict[str, Place]:
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


def _tidied(hands: Hands, journey: str, pinned: dict[str, Place]) -> dict[str, tuple[int, int]]:
    """New places for the notes that would lie on cards once the journey is laid out anew."""
    shown, project = hands.scene.stage.shown, hands.project
    if shown is None or not project.notes_of(journey):
        return {}
    free = {step.id: replace(step, x=None, y=None) for step in project.steps_of(journey) if not step.locked}
    free |= {key: replace(project.get(Step, key), x=place.x, y=place.y) for key, place in pinned.items()}
    return places_of_notes(project, journey, shown.pen, free)
