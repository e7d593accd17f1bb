"""What a screen reader is told: every accessible thing of Rondo's windows, one JSON object a line.

Run by the system's Python, which has the library that speaks to the accessibility bus.
"""

import json
import sys

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

MOST = 20_000


def tell(thing: "Atspi.Accessible", depth: int, count: list[int]) -> None:
    """The thing and what is in it."""
    if count[0] >= MOST:
        return
    count[0] += 1
    try:
        states = thing.get_state_set()
        line = {
            "depth": depth,
            "name": thing.get_name() or "",
            "role": thing.get_role_name(),
            "description": thing.get_description() or "",
            "box": box_of(thing),
            "states": sorted(state.value_nick for state in states.get_states()),
            "text": text_of(thing),
            "actions": actions_of(thing),
        }
        children = [thing.get_child_at_index(index) for index in range(thing.get_child_count())]
    except gi.repository.GLib.GError:  # gone while we looked
        return
    print(json.dumps(line))
    for child in children:
        if child is not None:
            tell(child, depth + 1, count)


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
    """Tells of the applications whose process is named."""
    wanted = int(sys.argv[1])
    desktop = Atspi.get_desktop(0)
    for index in range(desktop.get_child_count()):
        program = desktop.get_child_at_index(index)
        if program is not None and program.get_process_id() == wanted:
            tell(program, 0, [0])


main()
