"""What differs between the project of a window and the one in its file, as a person would tell it."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct, field
from msgspec.structs import replace

from rondo.words import Words
from rondofile.changes import difference
from rondofile.columns import PART_OF
from rondofile.project import Project
from rondofile.records import NOUNS, Link, Record, Step

MOST = 5
"""Names in one line; the rest is counted."""
LONGEST = 60
"""Letters of a name."""

_NAMELESS = (
    *("step_feeling", "step_origin", "step_information", "mark", "role_choice", "response"),
    *("stretch_step", "note", "fit", "reading", "score"),
    *("segment_role", "permission", "menu_choice", "menu_rule"),
)
_PART_OF = {noun: PART_OF[noun] for noun in _NAMELESS}
"""The field that says what something is part of, and the noun of that: what a person knows by name."""

_NAMES = ("title", "name", "offer", "text", "card_text", "idea", "kind")
GROUPS = tuple(noun for noun in NOUNS if noun not in _PART_OF)


class Differences(Struct):
    """Of one noun, by id: what is only here, only in the file, or not the same in both."""

    noun: str
    here: list[str] = field(default_factory=list)
    there: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    reordered: bool = False

    def __len__(self) -> int:
        return len(self.here) + len(self.there) + len(self.changed) + self.reordered


def differences(here: Project, there: Project) -> tuple[Differences, ...]:
    """What differs, in the order of the nouns; a part that differs is a difference of its whole."""
    found = {noun: Differences(noun) for noun in GROUPS}
    for noun, entries in difference(here, there).items():
        for key, (ours, theirs) in entries.items():
            whole, of = _whole(noun, key, ours or theirs)
            group = found[whole]
            if of in here.tables[whole] and of in there.tables[whole]:
                if whole == noun and _only_order(ours, theirs):
                    group.reordered = True
                elif of not in group.changed:
                    group.changed.append(of)
            elif whole == noun:
                (group.here if theirs is None else group.there).append(key)
    return tuple(group for group in found.values() if len(group))


def told(one: Differences, here: Project, there: Project, words: Words) -> Iterator[str]:
    """A line for each way in which things of one noun differ."""
    for key, ids, project in (
        ("outside.changed", one.changed, here),
        ("outside.only-here", one.here, here),
        ("outside.only-there", one.there, there),
    ):
        if ids:
            names = [_name(project, one.noun, id_, words) for id_ in ids[:MOST]]
            said = words.listed(names) if len(ids) <= MOST else ", ".join(names)
            rest = len(ids) - len(names)
            yield words(key, names=words.count("outside.more", rest, names=said) if rest else said)
    if one.reordered:
        yield words("outside.reordered")


def _whole(noun: str, key: str, record: Record | None) -> tuple[str, str]:
    if noun not in _PART_OF:
        return noun, key
    name, whole = _PART_OF[noun]
    return whole, str(getattr(record, name))


def _only_order(ours: Record | None, theirs: Record | None) -> bool:
    if ours is None or theirs is None or not hasattr(ours, "position"):
        return False
    return replace(ours, position=theirs.position) == theirs  # type: ignore[attr-defined]


def _name(project: Project, noun: str, key: str, words: Words) -> str:
    record = project.find(NOUNS[noun], key)
    if isinstance(record, Link):
        ends = (project.find(Step, end) for end in (record.source, record.target))
        return " → ".join(_cut(end.title) if end else "–" for end in ends)
    said = next((str(text) for name in _NAMES if (text := getattr(record, name, ""))), "")
    return _cut(said) or words("outside.unnamed")


def _cut(name: str) -> str:
    line = " ".join(name.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"
