"""Which steps lead on to which when a part of the way is taken out: a chain stays a chain."""

from __future__ import annotations

from collections.abc import Collection

from rondofile.enums import LinkKind
from rondofile.project import Project


def bridges(project: Project, journey: str, gone: Collection[str]) -> dict[str, str]:
    """From the step before each gap to the step after it.

    Only where one single link led into a run of the steps and one single link out of it: at a fork nobody
    can know which way was meant. A link that only leads back from further on makes no fork."""
    out: dict[str, list[str]] = {}
    into: dict[str, list[str]] = {}
    for link in project.links_of(journey):
        if link.kind is LinkKind.NEXT and link.source != link.target:
            out.setdefault(link.source, []).append(link.target)
            into.setdefault(link.target, []).append(link.source)
    missing, found = set(gone), {}
    for start in missing:
        before = _ahead(into.get(start, []), start, out)
        if len(before) != 1 or before[0] in missing:
            continue
        after = _through(start, missing, out, into)
        joined = after in out.get(before[0], ()) if after else True
        if after and after != before[0] and not joined:
            found[before[0]] = after
    return found


def _ahead(steps: list[str], of: str, out: dict[str, list[str]]) -> list[str]:
    """Those of the steps that the way does not come to after that one."""
    if len(steps) < 2:
        return steps
    later, todo = set[str](), [of]
    while todo:
        for step in out.get(todo.pop(), ()):
            if step not in later and step != of:
                later.add(step)
                todo.append(step)
    return [step for step in steps if step not in later]


def _through(
    start: str, missing: set[str], out: dict[str, list[str]], into: dict[str, list[str]]
) -> str | None:
    """The first step behind the run of missing ones that begins there; None where the way forks or ends."""
    here, seen = start, set()
    while here in missing:
        seen.add(here)
        onward = out.get(here, [])
        if len(onward) != 1 or onward[0] in seen:
            return None
        if onward[0] in missing and len(_ahead(into.get(onward[0], []), onward[0], out)) != 1:
            return None
        here = onward[0]
    return here
