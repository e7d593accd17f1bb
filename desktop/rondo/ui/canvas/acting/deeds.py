"""The actions of the window that the canvas carries out.

Whether one is possible is asked all the time and answered at once; whoever does it comes when it is done.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from rondo.ui.canvas.toolbox import ADD, CONNECT, SELECT
from rondo.ui.journeys.new_journey import begin_journey, can_redesign
from rondo.ui.room import Deed
from rondofile.enums import Phase
from rondofile.records import Journey, Step

if TYPE_CHECKING:
    from rondo.ui.canvas.workplace import Workplace

LINES = ("left", "center", "right", "top", "middle", "bottom")
"""What chosen steps can have in common where they stand."""


def deeds_of(work: Workplace) -> dict[str, Deed]:
    """What can be done on the canvas, by the ids of the action table."""
    tables = (_journey, _tools, _steps, _edit, _choose, _align, _lanes, _notes)
    return {key: deed for table in tables for key, deed in table(work).items()}


def _journey(work: Workplace) -> dict[str, Deed]:
    hands, can = work.hands, work.hands.can
    desk = hands.desk

    def is_curved() -> bool:
        journey = hands.project.find(Journey, hands.journey)
        return journey is not None and journey.curved

    return {
        "journey.new": Deed(lambda: begin_journey(desk), lambda: not desk.session.read_only),
        "journey.redesign": Deed(
            lambda: work.journeys.redesign(),
            lambda: hands.can_edit and can_redesign(desk, hands.journey),
        ),
        "journey.delete": Deed(lambda: work.journeys.delete(), lambda: hands.can_edit),
        "journey.arrange": Deed(lambda: work.journeys.arrange(), lambda: hands.can_edit),
        "journey.arrange-chosen": Deed(lambda: work.journeys.arrange_chosen(), lambda: can.join),
        "journey.curved-links": Deed(
            lambda: work.journeys.toggle_curved(), lambda: hands.can_edit, is_curved
        ),
        "journey.next-question": Deed(lambda: work.journeys.ask_next(), lambda: hands.can_edit),
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
            lambda: hands.can.follow,
        ),
        CONNECT: Deed(box.begin_link, lambda: hands.can_edit, is_used(CONNECT)),
    }


def _steps(work: Workplace) -> dict[str, Deed]:
    can = work.hands.can

    def phase(phase: Phase) -> Deed:
        return Deed(lambda: work.steps.give_phase(phase), lambda: can.change)

    def lane(by: int) -> Deed:
        return Deed(
            lambda: _do(work.lanes.shift(by) or work.steps.shift_lane(by)),
            lambda: can.change or can.change_lane,
        )

    return {
        "journey.write-step": Deed(
            lambda: work.titles.new_step(work.hands.cell_of_keys, None), lambda: work.hands.can_edit
        ),
        "journey.add-next": Deed(lambda: _add_next(work), lambda: can.follow or can.insert),
        **{f"journey.phase-{one}": phase(one) for one in Phase},
        "journey.actor": Deed(lambda: work.steps.give_actor(), lambda: can.change),
        "journey.feel-better": Deed(lambda: work.steps.shift_feeling(1), lambda: can.change),
        "journey.feel-worse": Deed(lambda: work.steps.shift_feeling(-1), lambda: can.change),
        "journey.lane-up": lane(-1),
        "journey.lane-down": lane(1),
        "journey.lock": Deed(
            lambda: work.steps.toggle_lock(), lambda: can.change, lambda: work.hands.all_locked
        ),
        "journey.name-part": Deed(lambda: work.steps.name_part(), lambda: can.change),
        "journey.merge-steps": Deed(lambda: work.joining.merge(), lambda: can.join),
        "journey.split-step": Deed(lambda: work.joining.split(), lambda: can.follow),
        "edit.rename": Deed(
            lambda: work.notes.rename() if can.change_notes else work.steps.rename(),
            lambda: can.rename or can.change_notes,
        ),
        "edit.delete": Deed(lambda: _delete(work), lambda: can.delete or can.change_notes),
    }


def _edit(work: Workplace) -> dict[str, Deed]:
    hands, can = work.hands, work.hands.can

    def change() -> bool:
        return can.change or can.change_notes

    def cut_notes() -> None:
        work.notes.copy()
        work.notes.delete()

    return {
        "edit.copy": Deed(
            lambda: work.notes.copy() if hands.chosen_notes else work.edits.copy(),
            lambda: hands.has_chosen or bool(hands.chosen_notes),
        ),
        "edit.cut": Deed(lambda: cut_notes() if hands.chosen_notes else work.edits.cut(), change),
        "edit.paste": Deed(lambda: work.edits.paste(), lambda: hands.can_edit),
        "edit.duplicate": Deed(
            lambda: work.notes.duplicate() if hands.chosen_notes else work.edits.duplicate(), change
        ),
        "edit.select-all": Deed(
            lambda: hands.desk.selection.choose(Step, *hands.scene.step_ids()),
            lambda: bool(hands.scene.step_ids()),
        ),
    }


def _choose(work: Workplace) -> dict[str, Deed]:
    hands = work.hands
    lane = lambda: hands.has_chosen or hands.chosen_lane is not None  # noqa: E731
    kind = lambda: hands.has_chosen and any(step.kind for step in hands.steps(hands.chosen))  # noqa: E731
    return {
        "journey.select-phase": Deed(lambda: work.choosing.in_phase(), lambda: hands.has_chosen),
        "journey.select-lane": Deed(lambda: work.choosing.in_lane(), lane),
        "journey.select-kind": Deed(lambda: work.choosing.of_kind(), kind),
        "journey.select-actor": Deed(lambda: work.choosing.by_actor(), lambda: hands.has_chosen),
        "journey.select-before": Deed(lambda: work.choosing.before(), lambda: hands.has_chosen),
        "journey.select-after": Deed(lambda: work.choosing.after(), lambda: hands.has_chosen),
    }


def _align(work: Workplace) -> dict[str, Deed]:
    can = work.hands.can

    def align(line: str) -> Deed:
        return Deed(lambda: work.aligning.align(line), lambda: can.join)

    def distribute(across: bool) -> Deed:
        return Deed(
            lambda: work.aligning.distribute(across=across),
            lambda: can.join and work.aligning.can_distribute(across=across),
        )

    return {
        **{f"journey.align-{line}": align(line) for line in LINES},
        "journey.distribute-across": distribute(across=True),
        "journey.distribute-down": distribute(across=False),
        "journey.connect-chosen": Deed(lambda: work.aligning.connect(), lambda: can.join),
    }


def _lanes(work: Workplace) -> dict[str, Deed]:
    hands, can = work.hands, work.hands.can
    seen = lambda: hands.chosen_lane is not None and hands.chosen_lane.seen_by_customer  # noqa: E731
    return {
        "journey.add-lane": Deed(lambda: work.titles.new_lane(), lambda: hands.can_edit),
        "journey.add-lane-above": Deed(lambda: work.titles.new_lane(above=True), lambda: can.change_lane),
        "journey.lane-seen": Deed(lambda: work.lanes.toggle_seen(), lambda: can.change_lane, seen),
        "journey.lane-fit": Deed(lambda: work.lanes.fit(), lambda: can.fit_lane),
    }


def _notes(work: Workplace) -> dict[str, Deed]:
    hands = work.hands
    return {
        "journey.add-note": Deed(lambda: work.notes.add(), lambda: hands.can_edit),
        "journey.next-note": Deed(lambda: work.notes.go_on(), lambda: bool(hands.scene.picture.notes.ids())),
        "journey.free-note": Deed(lambda: work.notes.free(), lambda: hands.can.free_notes),
    }


def _add_next(work: Workplace) -> None:
    """A step is being written: behind the chosen one, or in the middle of the chosen link."""
    link = work.hands.chosen_link
    if link is not None:
        work.titles.insert_step(link.id)
    else:
        work.steps.add_next()


def _delete(work: Workplace) -> None:
    """What is chosen is gone: notes, a lane, or steps and links."""
    can = work.hands.can
    if can.change_notes:
        work.notes.delete()
    elif can.change_lane:
        work.lanes.delete()
    else:
        work.steps.delete()


def _do(_: bool) -> None:
    """The answer of what was done is of no use to an action."""
