"""Taking steps out of a journey: the way stays whole, and whoever wants the gap can have it."""

from __future__ import annotations

from rondo.ui.canvas.editing.bridging import bridges
from rondo.ui.canvas.editing.gestures_links import delete_whole, undo_bridges
from rondo.ui.canvas.hands import Hands
from rondofile.kinds import EditKind
from rondofile.records import Step

NOTICE = "canvas.deleted"


def delete_steps(hands: Hands, keys: tuple[str, ...]) -> None:
    """The steps are gone; a chain that led through them leads on, which a notice says."""
    journey = hands.journey
    if journey is None or not keys:
        return
    joined = bridges(hands.project, journey, keys)
    said = _said(hands, joined)
    hands.edit(
        EditKind.DELETE_STEPS,
        lambda edit: delete_whole(edit, keys, joined),
        then=lambda made: _say(hands, said, made),
    )


def _said(hands: Hands, joined: dict[str, str]) -> str:
    words, project = hands.desk.words, hands.project
    if len(joined) != 1:
        return words.count("delete_steps.whole_many", len(joined))
    ((before, after),) = joined.items()
    titles = project.get(Step, before).title, project.get(Step, after).title
    return words("delete_steps.whole", before=titles[0], after=titles[1])


def _say(hands: Hands, said: str, made: list[str]) -> None:
    if made:
        leave = hands.desk.words("delete_steps.leave_gap"), lambda: _leave_gap(hands, made)
        hands.desk.notices.say(said, "plain", leave, key=NOTICE, lasts=False)


def _leave_gap(hands: Hands, made: list[str]) -> None:
    hands.desk.notices.withdraw(NOTICE)
    hands.edit(EditKind.DELETE_LINKS, lambda edit: undo_bridges(edit, made))
