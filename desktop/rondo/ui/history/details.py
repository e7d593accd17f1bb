"""What a step changed, in a few words: what is new, what is gone, what is called or is otherwise now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rondo.words import Words
from rondofile.changes import Tables
from rondofile.columns import NAMES
from rondofile.project import Project
from rondofile.records import Link, Record, Step
from rondofile.working.subjects import called

MOST = 4
"""Names in one line."""

_ROOMS = {"player": "organisation", "stretch": "part", "placement": "offer"}
"""Where the inspector's words for the fields of a noun stand."""


def details(words: Words, changes: Tables, about: str, project: Project) -> tuple[str, ...]:
    """Lines; `about`: the noun that comes first; `project`: for names of what did not change."""
    nouns = sorted(changes, key=lambda noun: noun != about)
    told = _Told(words, {noun: changes[noun] for noun in nouns}, project)
    return tuple(told.lines())


class _Told:
    def __init__(self, words: Words, changes: Tables, project: Project) -> None:
        self._words, self._changes, self._project = words, changes, project
        self._came: list[str] = []
        self._gone: list[str] = []
        self._renamed: list[str] = []
        self._changed: list[tuple[str, Record, Record]] = []
        for noun, entries in changes.items():
            for before, after in entries.values():
                self._sort(noun, before, after)

    def lines(self) -> Iterator[str]:
        """What there is to say, the most telling first."""
        for key, names in (("came", self._came), ("gone", self._gone)):
            if names:
                yield self._words(f"history.{key}", names=self._few(names))
        yield from self._renamed[:MOST]
        if len(self._changed) == 1 and (fields := list(self._fields(*self._changed[0]))):
            yield from fields[:MOST]
        elif self._changed:
            names = [self._name(noun, after) for noun, _, after in self._changed]
            yield self._words("history.changed", names=self._few(names))

    def _sort(self, noun: str, before: Record | None, after: Record | None) -> None:
        if before is None and after is not None:
            self._came.append(self._name(noun, after))
        elif after is None and before is not None:
            self._gone.append(self._name(noun, before))
        elif before is not None and after is not None:
            old, new = self._name(noun, before), self._name(noun, after)
            if old != new:
                self._renamed.append(self._words("history.renamed", before=old, after=new))
            else:
                self._changed.append((noun, before, after))

    def _name(self, noun: str, record: Record) -> str:
        if isinstance(record, Link):
            ends = [self._known("step", key) for key in (record.source, record.target)]
            titles = [end.title for end in ends if isinstance(end, Step) and end.title]
            if len(titles) == 2:
                return self._words("history.renamed", before=titles[0], after=titles[1])
        return called(noun, record, self._known)[0] or self._words("history.unnamed")

    def _known(self, noun: str, key: str) -> Record | None:
        before, after = self._changes.get(noun, {}).get(key, (None, None))
        return after or before or self._project.tables[noun].get(key)

    def _few(self, names: Sequence[str]) -> str:
        once = [*dict.fromkeys(names)]
        if len(once) <= MOST:
            return self._words.listed(once)
        first = self._words("list.comma").join(once[:MOST])
        return self._words.count("history.more", len(once) - MOST, names=first)

    def _fields(self, noun: str, before: Record, after: Record) -> Iterator[str]:
        """The fields that have a name on the screen and a value that can be said."""
        for field in NAMES[noun]:
            old, new = getattr(before, field), getattr(after, field)
            key = f"inspector.{_ROOMS.get(noun, noun)}.{field}"
            if old != new and key in self._words:
                values = [self._value(value) for value in (old, new)]
                if None not in values:
                    label = self._words(key)
                    yield self._words("history.field", field=label, before=values[0], after=values[1])

    def _value(self, value: object) -> str | None:
        if value is None or value == "":
            return self._words("history.empty-value")
        if isinstance(value, bool):
            return self._words("inspector.yes" if value else "inspector.no")
        if isinstance(value, int | float):
            return self._words.number(value)
        return str(value) if type(value) is str else None
