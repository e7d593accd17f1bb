"""What was found out about a project by reading it, kept until something changes that it was read from."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from functools import wraps
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

from rondofile.records import Record

if TYPE_CHECKING:
    from rondofile.project import Project

T = TypeVar("T")
P = ParamSpec("P")
Changes = Mapping[str, Mapping[str, tuple[Record | None, Record | None]]]
Fields = tuple[str, ...] | None
"""The fields of a noun that are read; None: all of them, and which records there are is always among it."""


class Findings:
    """The findings of one picture of a project, each with what it was read from."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, tuple[Mapping[str, Fields], Any]] = {}

    def find(self, key: Hashable, read_from: Mapping[str, Fields], look: Callable[[], T]) -> T:
        """What was found under that key, or is found now."""
        found = self._kept.get(key)
        if found is None:
            found = self._kept[key] = read_from, look()
        result: T = found[1]
        return result

    def after(self, changes: Changes) -> Findings:
        """Those that are still true after the changes."""
        carried, same = Findings(), dict[tuple[str, Fields], bool]()
        for key, (read_from, found) in list(self._kept.items()):
            for question in read_from.items():
                if question not in same:
                    same[question] = _same(changes.get(question[0], {}), question[1])
            if all(same[question] for question in read_from.items()):
                carried._kept[key] = read_from, found
        return carried


def found_once(
    **read_from: Fields,
) -> Callable[[Callable[Concatenate[Project, P], T]], Callable[Concatenate[Project, P], T]]:
    """Reads a project once: `@found_once(step=("phase",), link=None)` reads steps' phases and all of links.

    The other arguments are hashable; the answer is never mutated."""

    def keep(look: Callable[Concatenate[Project, P], T]) -> Callable[Concatenate[Project, P], T]:
        @wraps(look)
        def found(project: Project, /, *args: P.args, **named: P.kwargs) -> T:
            key = look, args, tuple(named.items())
            return project.findings.find(key, read_from, lambda: look(project, *args, **named))

        return found

    return keep


def _same(entries: Mapping[str, tuple[Record | None, Record | None]], fields: Fields) -> bool:
    """Whether records that were there are, and say the same in those fields."""
    if not entries or fields is None:
        return not entries
    said = attrgetter(*fields)
    return all(
        before is not None and after is not None and (before is after or said(before) == said(after))
        for before, after in entries.values()
    )
