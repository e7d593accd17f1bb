"""What was met while reading a file: nothing is dropped or changed without an entry here."""

from __future__ import annotations

from dataclasses import dataclass, field

LIMIT = 10_000
"""Entries kept; more are only counted."""


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing that was met. `key`: the message; `noun`, `id`, `field`: where; `value`: what stood there."""

    key: str
    noun: str = ""
    id: str = ""
    field: str = ""
    value: str = ""


@dataclass(slots=True)
class Report:
    """Remarks in the order they were met."""

    remarks: list[Remark] = field(default_factory=list)
    more: int = 0

    def add(self, key: str, noun: str = "", id: str = "", field: str = "", value: object = "") -> None:
        """One remark more; its value is cut to what a person would read."""
        if len(self.remarks) >= LIMIT:
            self.more += 1
            return
        self.remarks.append(Remark(key, noun, id[:64], field, "" if value is None else str(value)[:200]))

    @property
    def clean(self) -> bool:
        """Whether there was nothing to remark."""
        return not self.remarks

    def kinds(self) -> frozenset[str]:
        """The kinds of remark that were made."""
        return frozenset(remark.key for remark in self.remarks)
