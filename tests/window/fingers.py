"""Works with Rondo through what a screen reader is told: no keys, no mouse.

Run by the system's Python with a process and one order as JSON; the answer is one line of JSON.
"""

import json
import sys

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402


def program(process: int) -> "Atspi.Accessible":
    """The application of that process."""
    desktop = Atspi.get_desktop(0)
    for index in range(desktop.get_child_count()):
        found = desktop.get_child_at_index(index)
        if found is not None and found.get_process_id() == process:
            return found
    raise LookupError("the program is not there")


def walk(thing: "Atspi.Accessible"):
    """The thing and everything in it, from above."""
    yield thing
    try:
        children = [thing.get_child_at_index(index) for index in range(thing.get_child_count())]
    except GLib.GError:
        return
    for child in children:
        if child is not None:
            yield from walk(child)


def fits(thing: "Atspi.Accessible", name: str, role: str) -> bool:
    try:
        scrolled = role in ("menu item", "list item")
        needed = Atspi.StateType.SENSITIVE if scrolled else Atspi.StateType.VISIBLE
        same = (thing.get_name(), thing.get_role_name()) == (name, role)
        return same and thing.get_state_set().contains(needed)
    except GLib.GError:
        return False


def find(process: int, name: str, role: str) -> "Atspi.Accessible":
    """The first thing of that name and role that is there now."""
    passed = []
    for thing in walk(program(process)):
        if fits(thing, name, role):
            return thing
        passed.append(thing)
    names = [f"{thing.get_role_name()}: {thing.get_name()}" for thing in passed if thing.get_name()]
    raise LookupError(f"no {role} {name!r} among {names}")


def act(thing: "Atspi.Accessible", wanted: str) -> None:
    """Its action of that name is done."""
    actions = thing.get_action_iface()
    names = [actions.get_action_name(at) for at in range(actions.get_n_actions())] if actions else []
    if wanted not in names:
        raise LookupError(f"{thing.get_name()!r} does {names}, not {wanted!r}")
    actions.do_action(names.index(wanted))


def obey(process: int, order: dict) -> object:
    thing = find(process, order["name"], order["role"])
    if "write" in order:
        return thing.get_editable_text_iface().set_text_contents(order["write"])
    if "act" in order:
        return act(thing, order["act"])
    if "choose" in order:
        child = next(t for t in walk(thing) if t.get_name() == order["choose"])
        return thing.get_selection_iface().select_child(child.get_index_in_parent())
    return {"description": thing.get_description(), "actions": thing.get_action_iface().get_n_actions()}


def main() -> None:
    """Tries once: the library remembers what it saw, so every look is a process of its own."""
    try:
        print(json.dumps({"done": obey(int(sys.argv[1]), json.loads(sys.argv[2]))}))
    except (LookupError, GLib.GError) as error:
        print(json.dumps({"failed": str(error)}))


main()
