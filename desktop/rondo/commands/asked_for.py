"""The one journey or menu that is meant by an id or a name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from rondofile.errors import RondoFileError
from rondofile.records import Journey, Menu

Meant = TypeVar("Meant", Journey, Menu)


def meant(
    records: Sequence[Meant], asked: str, unknown: type[RondoFileError], several: type[RondoFileError]
) -> Meant:
    """The record of that id, else of that name, else of that name in other letters.

    `unknown` where there is none, with the `names` there are; `several` with their `ids`."""
    for match in (_by_id, _by_name, _by_name_in_any_case):
        found = [record for record in records if match(record, asked)]
        if len(found) == 1:
            return found[0]
        if found:
            raise several(asked=asked, ids=", ".join(record.id for record in found))
    raise unknown(asked=asked, names=", ".join(map(named, records)))


def named(record: Journey | Menu) -> str:
    """Its name and id."""
    return f"{record.name} ({record.id})" if record.name else record.id


def _by_id(record: Journey | Menu, asked: str) -> bool:
    return record.id == asked


def _by_name(record: Journey | Menu, asked: str) -> bool:
    return record.name == asked


def _by_name_in_any_case(record: Journey | Menu, asked: str) -> bool:
    return record.name.strip().casefold() == asked.strip().casefold()
