"""The actions of the window that the canvas carries out."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from rondo.ui.canvas.acting.choosing import Choosing
from rondo.ui.canvas.acting.deeds_align import align_deeds
from rondo.ui.canvas.acting.deeds_asking import asking_deeds
from rondo.ui.canvas.editing.arranging import arrange, arrange_chosen, has_several
from rondo.ui.canvas.editing.curving import links_are_curved, toggle_curved
from rondo.ui.canvas.editing.feelings import shift_feeling
from rondo.ui.canvas.editing.joining import join_deeds
from rondo.ui.canvas.toolbox import ADD, CONNECT, SELECT
from rondo.ui.journeys.new_journey import begin_journey, begin_redesign, can_redesign
from rondo.ui.room import Deed
from rondofile.enums import Phase
from rondofile.kinds import EditKind
from rondofile.nouns import journeys
from rondofile.records import Step

if TYPE_CHECKING:
    from rondo.ui.canvas.view import JourneyView
    from rondo.ui.canvas.workplace import Workplace


def deeds(view: JourneyView) -> dict[str, Deed]:
    """What can be done on the canvas, by the ids of the action table."""
    return view.work.deeds


def deeds_of(work: Workplace) -> dict[str, Deed]:
    """The same, made once for the workplace of a view."""
    return {
        **_journey(work),
        **_tools(work),
        **_steps(work),
        **_edit(work),
        **asking_deeds(work.hands),
        **_choose(work),
        **align_deeds(work.hands),
        **join_deeds(work.hands, work.titles),
    }


def _journey(work: Workplace) -> dict[str, Deed]:
    hands, desk = work.hands, work.hands.desk

    def on_journey(do: Callable[[str], None]) -> Callable[[], None]:
        return lambda: do(hands.journey) if hands.journey else None

    return {
        "journey.new": Deed(lambda: begin_journey(desk), lambda: not desk.session.read_only),
        "journey.redesign": Deed(
            on_journey(lambda key: begin_redesign(desk, key)),
            lambda: hands.can_edit and can_redesign(desk, hands.journey),
        ),
        "journey.delete": Deed(
            on_journey(
                lambda key: hands.edit(EditKind.DELETE_JOURNEY, lambda edit: journeys.delete(edit, key))
            ),
            lambda: hands.can_edit,
        ),
        "journey.arrange": Deed(
            lambda: arrange(hands),
            lambda: hands.can_edit,
        ),
        "journey.arrange-chosen": Deed(
            lambda: arrange_chosen(hands), lambda: hands.can_edit and has_several(hands)
        ),
        "journey.add-lane": Deed(work.titles.new_lane, lambda: hands.can_edit),
        "journey.add-lane-above": Deed(
            lambda: work.titles.new_lane(above=True), lambda: work.lanes.can_change
        ),
        **work.lanes.deeds(),
        **work.notes.deeds(),
        "journey.curved-links": Deed(
            lambda: toggle_curved(hands), lambda: hands.can_edit, lambda: links_are_curved(hands)
        ),
        "journey.inbox": Deed(work.inbox.toggle, lambda: hands.journey is not None, work.inbox.is_open),
    }


def _tools(work: Workplace) -> dict[str, Deed]:
    hands, box = work.hands, work.toolbox

    def is_used(key: str) -> Callable[[], bool]:
        return lambda: box.current == key

    return {
        SELECT: Deed(lambda: box.use(SELECT), checked=is_used(SELECT)),
        ADD: Deed(lambda: work.use(ADD), lambda: hands.can_edit, is_used(ADD)),
        "journey.learn": Deed(
            lambda: hands.learn_wanted.emit(hands.current) if hands.current else None,
            lambda: work.steps.can_follow,
        ),
        CONNECT: Deed(box.begin_link, lambda: hands.can_edit, is_used(CONNECT)),
    }


def _steps(work: Workplace) -> dict[str, Deed]:
    steps, lanes, notes = work.steps, work.lanes, work.notes

    def phase(phase: Phase) -> Deed:
        return Deed(lambda: steps.give_phase(phase), lambda: steps.can_change)

    def lane(by: int) -> Deed:
        return Deed(
            lambda: _do(lanes.shift(by) or steps.shift_lane(by)), lambda: steps.can_change or lanes.can_change
        )

    return {
        "journey.write-step": Deed(
            lambda: work.titles.new_step(work.hands.cell_of_keys, None), lambda: work.hands.can_edit
        ),
        "journey.add-next": Deed(lambda: _add_next(work), lambda: steps.can_follow or _can_insert(work)),
        **{f"journey.phase-{one}": phase(one) for one in Phase},
        "journey.actor": Deed(steps.give_actor, lambda: steps.can_change),
        "journey.feel-better": Deed(lambda: shift_feeling(work.hands, 1), lambda: steps.can_change),
        "journey.feel-worse": Deed(lambda: shift_feeling(work.hands, -1), lambda: steps.can_change),
        "journey.lane-up": lane(-1),
        "journey.lane-down": lane(1),
        "journey.lock": Deed(steps.toggle_lock, lambda: steps.can_change, lambda: steps.all_locked),
        "journey.name-part": Deed(steps.name_part, lambda: steps.can_change),
        "edit.rename": Deed(
            lambda: notes.rename() if notes.can_change else steps.rename(),
            lambda: steps.can_rename or notes.can_change,
        ),
        "edit.delete": Deed(lambda: _delete(work), lambda: steps.can_delete or notes.can_change),
    }


def _edit(work: Workplace) -> dict[str, Deed]:
    hands, edits, notes = work.hands, work.edits, work.notes

    def either(of_notes: Callable[[], None], of_steps: Callable[[], None]) -> Callable[[], None]:
        return lambda: of_notes() if hands.chosen_notes else of_steps()

    def change() -> bool:
        return work.steps.can_change or notes.can_change

    def cut_notes() -> None:
        notes.copy()
        notes.delete()

    return {
        "edit.copy": Deed(
            either(notes.copy, edits.copy), lambda: hands.has_chosen or bool(hands.chosen_notes)
        ),
        "edit.cut": Deed(either(cut_notes, edits.cut), change),
        "edit.paste": Deed(edits.paste, lambda: hands.can_edit),
        "edit.duplicate": Deed(either(notes.duplicate, edits.duplicate), change),
        "edit.select-all": Deed(
            lambda: hands.desk.selection.choose(Step, *hands.scene.step_ids()),
            lambda: bool(hands.scene.step_ids()),
        ),
    }


def _choose(work: Workplace) -> dict[str, Deed]:
    choosing, hands = Choosing(work.hands), work.hands
    lane = lambda: hands.has_chosen or hands.chosen_lane is not None  # noqa: E731
    return {
        "journey.select-phase": Deed(choosing.in_phase, lambda: hands.has_chosen),
        "journey.select-lane": Deed(choosing.in_lane, lane),
        "journey.select-kind": Deed(choosing.of_kind, lambda: hands.has_chosen and choosing.has_kind),
        "journey.select-actor": Deed(choosing.by_actor, lambda: hands.has_chosen),
        "journey.select-before": Deed(choosing.before, lambda: hands.has_chosen),
        "journey.select-after": Deed(choosing.after, lambda: hands.has_chosen),
    }


def _add_next(work: Workplace) -> None:
    """A step is being written: behind the chosen one, or in the middle of the chosen link."""
    link = work.hands.chosen_link
    if link is not None:
        work.titles.insert_step(link.id)
    else:
        work.steps.add_next()


def _can_insert(work: Workplace) -> bool:
    link, plan = work.hands.chosen_link, work.hands.scene.plan
    return work.hands.can_edit and link is not None and plan is not None and link.id in plan.links


def _delete(work: Workplace) -> None:
    """What is chosen is gone: notes, a lane, or steps and links."""
    if work.notes.can_change:
        work.notes.delete()
    elif work.lanes.can_change:
        work.lanes.delete()
    else:
        work.steps.delete()


def _do(_: bool) -> None:
    """The answer of what was done is of no use to an action."""
