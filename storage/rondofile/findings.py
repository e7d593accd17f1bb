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
Entries = Mapping[str, tuple[Record | None, Record | None]]
Changes = Mapping[str, Entries]
Fields = tuple[str, ...] | None
"""The fields of a noun that are read; None: all of them, and which records there are is always among it."""


FEW = 40
"""More changed records at once are not followed."""


class Findings:
    """The findings of one picture of a project, each with what it was read from."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, tuple[Mapping[str, Fields], str, Any]] = {}
        self._before: dict[Hashable, tuple[Any, Entries]] = {}
        """What was true before one change, with the records of the noun that changed."""

    def find(
        self,
        key: Hashable,
        read_from: Mapping[str, Fields],
        look: Callable[[], Any],
        noun: str = "",
        follow: Callable[[Any, Entries], Any] | None = None,
    ) -> Any:
        """What was found under that key, or is found now.

        `follow` tells it from what was found before a few records of `noun` changed; None: by a look."""
        found = self._kept.get(key)
        if found is None:
            before = self._before.pop(key, None)
            made = follow(*before) if follow and before else None
            found = self._kept[key] = read_from, noun, look() if made is None else made
        return found[2]

    def after(self, changes: Changes) -> Findings:
        """Those that are still true after the changes, and what those were that can be followed."""
        carried, same = Findings(), dict[tuple[str, Fields], bool]()
        for key, (read_from, noun, found) in list(self._kept.items()):
            for question in read_from.items():
                if question not in same:
                    same[question] = _same(changes.get(question[0], {}), question[1])
            others = {question[0] for question in read_from.items() if not same[question]}
            if not others:
                carried._kept[key] = read_from, noun, found
            elif others == {noun} and len(changes[noun]) <= FEW:
                carried._before[key] = found, changes[noun]
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
            answer: T = project.findings.find(key, read_from, lambda: look(project, *args, **named))
            return answer

        return found

    return keep


def followed(
    noun: str, follow: Callable[Concatenate[Project, T, Entries, P], T | None], **read_from: Fields
) -> Callable[[Callable[Concatenate[Project, P], T]], Callable[Concatenate[Project, P], T]]:
    """Reads a project once, as `found_once`; after a change of a few records of one noun `follow` tells the
    answer from the one before: follow(project, before, {id: (before, after)}, …). None: by a look."""

    def keep(look: Callable[Concatenate[Project, P], T]) -> Callable[Concatenate[Project, P], T]:
        @wraps(look)
        def found(project: Project, /, *args: P.args, **named: P.kwargs) -> T:
            answer: T = project.findings.find(
                (look, args, tuple(named.items())),
                read_from,
                lambda: look(project, *args, **named),
                noun,
                lambda before, entries: follow(project, before, entries, *args, **named),
            )
            return answer

        return found

    return keep


def _same(entries: Entries, fields: Fields) -> bool:
    """Whether records that were there are, and say the same in those fields."""
    if not entries or fields is None:
        return not entries
    said = attrgetter(*fields)
    return all(
        before is not None and after is not None and (before is after or said(before) == said(after))
        for before, after in entries.values()
    )
