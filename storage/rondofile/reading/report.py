"""What was met while reading a file: nothing is dropped or changed without an entry here."""

from __future__ import annotations

from msgspec import Struct, field

LIMIT = 10_000
"""Entries kept; more are only counted."""

TAKEN = frozenset(
    (
        "read.active-part",
        "read.bad-value",
        "read.cleaned",
        "read.digest",
        "read.duplicate",
        "read.foreign-part",
        "read.lost-row",
        "read.no-column",
        "read.no-such",
        "read.no-table",
    )
)
"""The keys of what can be met while the rows of a file are taken."""

_JOINERS = "\u200c\u200d"


class Remark(Struct, frozen=True):
    """One thing that was met. `key`: the message; `noun`, `id`, `field`: where; `value`: what stood there."""

    key: str
    noun: str = ""
    id: str = ""
    field: str = ""
    value: str = ""


class Report(Struct):
    """Remarks in the order they were met."""

    remarks: list[Remark] = field(default_factory=list)
    more: int = 0

    def add(self, key: str, noun: str = "", id: str = "", field: str = "", value: object = "") -> None:
        """One remark more; its value is cut to what a person would read."""
        if len(self.remarks) >= LIMIT:
            self.more += 1
            return
        said = "" if value is None else shown(str(value)[:200])
        self.remarks.append(Remark(key, shown(noun[:64]), shown(id[:64]), shown(field[:64]), said))

    @property
    def clean(self) -> bool:
        """Whether there was nothing to remark."""
        return not self.remarks

    def kinds(self) -> frozenset[str]:
        """The kinds of remark that were made."""
        return frozenset(remark.key for remark in self.remarks)


def shown(text: str) -> str:
    """The text as it can stand in a sentence: what steers a terminal or turns a line is written out."""
    if text.isprintable():
        return text
    return "".join(one if one.isprintable() or one in _JOINERS else f"\\u{ord(one):04x}" for one in text)
