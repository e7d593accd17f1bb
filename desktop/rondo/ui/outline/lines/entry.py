"""Entry: one line of the outline as plain values, with the lines below it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from rondofile.records import Record

Key = tuple[str, str]
"""What a line stands for: the noun, or "phase", "steps", "inbox", "draft", and an id."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line. `kind` is the record it stands for; None for a group such as a phase.

    `aside` stands at its right end, `facts` below the name, `mark` before it.
    """

    key: Key
    name: str
    kind: type[Record] | None = None
    named: str = ""
    """The name to edit, where it is less than what is shown."""
    said: str = ""
    """What a screen reader says."""
    facts: str = ""
    aside: str = ""
    mark: str = ""
    looked_at: bool = False
    quiet: bool = False
    level: int = 0
    """How far a line of a flat list stands in."""
    children: tuple[Entry, ...] = ()
    more: Callable[[], tuple[Entry, ...]] | None = field(default=None, compare=False)
    """Makes the lines below when they are asked for."""

    @property
    def id(self) -> str:
        return self.key[1]

    @property
    def is_draft(self) -> bool:
        """Whether it stands for something that is only being named."""
        return self.key[0] == "draft"
