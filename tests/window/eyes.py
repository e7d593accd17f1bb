"""What a screen reader is told: every accessible thing of Rondo's windows, one JSON object a line.

Run by the system's Python, which has the library that speaks to the accessibility bus.
"""

import json
import sys

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

MOST = 20_000


def tell(thing: "Atspi.Accessible", depth: int, count: list[int], wanted: tuple[str, ...]) -> None:
    """The thing and what is in it; of a menu that is not open, nothing.

    `wanted`: only what has one of these names, or begins with one that ends in *, is told, and nothing of
    what cannot be seen. Every answer costs the program time, so no more is asked than is told."""
    if count[0] >= MOST:
        return
    try:
        states, name = thing.get_state_set(), thing.get_name() or ""
        shown = states.contains(Atspi.StateType.SHOWING)
        if not shown and (wanted or thing.get_role_name() == "popup menu") and depth:
            return
        count[0] += 1
        if not wanted or any(is_meant(name, one) for one in wanted):
            print(json.dumps(line_of(thing, depth, name, states, shown)))
        children = [thing.get_child_at_index(index) for index in range(thing.get_child_count())]
    except gi.repository.GLib.GError:  # gone while we looked
        return
    for child in children:
        if child is not None:
            tell(child, depth + 1, count, wanted)


def is_meant(name: str, wanted: str) -> bool:
    return name.startswith(wanted[:-1]) if wanted.endswith("*") else name == wanted


def line_of(
    thing: "Atspi.Accessible", depth: int, name: str, states: "Atspi.StateSet", shown: bool
) -> dict[str, object]:
    """What is told of a thing; what cannot be seen has no text and no actions."""
    return {
        "depth": depth,
        "name": name,
        "role": thing.get_role_name(),
        "description": thing.get_description() or "",
        "box": box_of(thing),
        "states": sorted(state.value_nick for state in states.get_states()),
        "text": text_of(thing) if shown else "",
        "actions": actions_of(thing) if shown else [],
    }


def box_of(thing: "Atspi.Accessible") -> list[int]:
    component = thing.get_component_iface()
    if component is None:
        return [0, 0, 0, 0]
    found = component.get_extents(Atspi.CoordType.SCREEN)
    return [found.x, found.y, found.width, found.height]


def text_of(thing: "Atspi.Accessible") -> str:
    text = thing.get_text_iface()
    return Atspi.Text.get_text(text, 0, min(Atspi.Text.get_character_count(text), 2000)) if text else ""


def actions_of(thing: "Atspi.Accessible") -> list[str]:
    actions = thing.get_action_iface()
    return [actions.get_action_name(index) for index in range(actions.get_n_actions())] if actions else []


def main() -> None:
    """Tells of the applications whose process is named; of things of the names that follow, if there are."""
    process, wanted = int(sys.argv[1]), tuple(sys.argv[2:])
    desktop = Atspi.get_desktop(0)
    for index in range(desktop.get_child_count()):
        program = desktop.get_child_at_index(index)
        if program is not None and program.get_process_id() == process:
            tell(program, 0, [0], wanted)


main()
