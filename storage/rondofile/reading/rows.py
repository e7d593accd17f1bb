"""Rows from outside become records: every value checked, every row that cannot be kept reported."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import NODEFAULT
from msgspec.structs import replace

from rondofile.coherence import problems
from rondofile.columns import COLUMNS, Column, Kind, defaults_of
from rondofile.errors import InvalidValueError
from rondofile.project import Project
from rondofile.reading.absent import Absent
from rondofile.reading.acceptance import accepted
from rondofile.reading.report import Report
from rondofile.records import NOUN_OF, NOUNS, Journey, Record
from rondofile.schema import UNIQUE
from rondofile.values import RefusedError, accepting, cleaned, record_of

Raw = Mapping[str, Sequence[Sequence[Any]]]
Tables = dict[str, dict[str, Record]]


class _LostRowError(Exception):
    """A row that cannot be kept; the remark on it was made."""


def checked_rows(raw: Raw, report: Report) -> Project:
    """The project of raw rows. What was changed or left out stands in the report.

    A bad optional value is left out, a bad needed one takes its row with it; so does a reference to
    nothing. What remains satisfies every rule of the database.
    """
    tables: Tables = {}
    for noun in NOUNS:
        tables[noun] = _records(noun, raw.get(noun, ()), tables, report)
    _drop_unknown_bases(tables, report)
    _drop_duplicates(tables, report)
    return _coherent(tables, report)


def _records(noun: str, rows: Sequence[Sequence[Any]], tables: Tables, report: Report) -> dict[str, Record]:
    if accepted(noun, rows, tables):
        return {row[0]: record_of(noun, row) for row in rows}
    names = [name for name, _ in accepting(noun)]
    functions = [function for _, function in accepting(noun)]
    kind, found = NOUNS[noun], dict[str, Record]()
    links = [c for c in COLUMNS[noun] if c.kind is Kind.REFERENCE and c.parent != noun]
    for row in rows:
        try:
            try:
                values = [function(value) for function, value in zip(functions, row, strict=True)]
                if values != list(row):
                    raise RefusedError("value.text")
            except RefusedError:
                values = _mended(noun, row, report)
            known = dict(zip(names, values, strict=True))
            for column in links:
                _check_reference(noun, column, known, tables, report)
            _keep(noun, kind(**known), found, report)
        except _LostRowError:
            continue
    return found


def _keep(noun: str, record: Record, found: dict[str, Record], report: Report) -> None:
    if record.id in found:
        report.add("read.duplicate", noun, record.id)
        raise _LostRowError
    try:
        found[record.id] = cleaned(record) if noun == "asset" else record
    except InvalidValueError as error:
        report.add("read.lost-row", noun, record.id, "id", error.facts["problem"])
        raise _LostRowError from error


def _mended(noun: str, row: Sequence[Any], report: Report) -> list[Any]:
    """The values of a row with what is wrong replaced by nothing or by the default, and remarked."""
    columns, id_ = COLUMNS[noun], row[0] if isinstance(row[0], str) else ""
    values: list[Any] = []
    for column, (_, accept), value in zip(columns, accepting(noun), row, strict=True):
        try:
            good = _default(noun, column) if value is Absent.ABSENT else accept(value)
            if good != value and value is not Absent.ABSENT:
                report.add("read.cleaned", noun, id_, column.name, value)
        except RefusedError as refused:
            report.add("read.bad-value", noun, id_, column.name, f"{refused}: {value!r:.120}")
            good = _default(noun, column)
        if good is NODEFAULT:
            report.add("read.lost-row", noun, id_, column.name)
            raise _LostRowError
        values.append(good)
    return values


def _default(noun: str, column: Column) -> Any:
    return defaults_of(NOUNS[noun]).get(column.name, NODEFAULT)


def _check_reference(
    noun: str, column: Column, known: dict[str, Any], tables: Tables, report: Report
) -> None:
    value = known[column.name]
    if value is None or value in tables[column.parent or ""]:
        return
    if not column.optional:
        report.add("read.lost-row", noun, known["id"], column.name, value)
        raise _LostRowError
    report.add("read.no-such", noun, known["id"], column.name, value)
    known[column.name] = None


def _drop_unknown_bases(tables: Tables, report: Report) -> None:
    journeys = tables["journey"]
    for key, journey in journeys.items():
        if isinstance(journey, Journey) and journey.based_on is not None and journey.based_on not in journeys:
            report.add("read.no-such", "journey", key, "based_on", journey.based_on)
            journeys[key] = replace(journey, based_on=None)


def _drop_duplicates(tables: Tables, report: Report) -> None:
    """Of what there can be only one, the first stays."""
    for noun, names in UNIQUE:
        seen: set[tuple[object, ...]] = set()
        for key, record in list(tables[noun].items()):
            mark = tuple(getattr(record, name) for name in names)
            if mark in seen:
                report.add("read.duplicate", noun, key)
                del tables[noun][key]
            seen.add(mark)


def _coherent(tables: Tables, report: Report) -> Project:
    project = Project(tables)
    for record, field in list(problems(project, project.records())):
        noun = NOUN_OF[type(record)]
        column = next(column for column in COLUMNS[noun] if column.name == field)
        report.add("read.no-such", noun, record.id, field, getattr(record, field))
        nothing: dict[str, Any] = {field: None}
        if column.optional and not isinstance(record, _NEEDS_ALL):
            tables[noun][record.id] = replace(record, **nothing)
        else:
            report.add("read.lost-row", noun, record.id, field)
            del tables[noun][record.id]
    return Project(tables)


_NEEDS_ALL = (NOUNS["fit"],)
"""A fit whose situation belongs to another segment says nothing about its own segment."""
