"""What the reading room hands back, as plain data: put together there, and checked here before it is used."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec.structs import astuple

from rondofile.apart.frames import LineBrokenError, Message
from rondofile.columns import NAMES
from rondofile.errors import (
    DamagedFileError,
    EmptyFileError,
    NotAProjectError,
    NothingUnfinishedError,
    RondoFileError,
    TooBigError,
    TooNewError,
    UnsafeFileError,
)
from rondofile.reading.intake import LONGEST_META, MOST_META, MOST_ROWS, Intake
from rondofile.reading.report import LIMIT, TAKEN, Report, shown
from rondofile.records import NOUNS

_ERRORS: dict[str, type[RondoFileError]] = {
    error.key: error
    for error in (
        DamagedFileError,
        EmptyFileError,
        NotAProjectError,
        NothingUnfinishedError,
        TooBigError,
        TooNewError,
        UnsafeFileError,
    )
}
_BYTES = NAMES["asset"].index("content")


def packed(found: Intake) -> tuple[Message, list[bytes]]:
    """What was taken in, as a message; the contents of assets are its parts, in order."""
    rows: dict[str, Any] = dict(found.raw)
    assets = rows["asset"]
    rows["asset"] = [[*row[:_BYTES], None, *row[_BYTES + 1 :]] for row in assets]
    remarks = [astuple(remark) for remark in found.report.remarks]
    message: Message = {
        "meta": dict(found.meta),
        "version": found.version,
        "rows": {noun: part for noun, part in rows.items() if part},
        "remarks": remarks,
        "more": found.report.more,
    }
    return message, [row[_BYTES] for row in assets]


def refusal(problem: RondoFileError) -> Message:
    """Why the file cannot be read, as a message."""
    return {"refused": problem.key, "facts": {name: _plain(fact) for name, fact in problem.facts.items()}}


def unpacked(message: Message, parts: Sequence[bytes]) -> Intake:
    """What was taken in. The error that the message tells of is raised; LineBrokenError where it makes no
    sense. The values of the rows are still to be checked.
    """
    if "refused" in message:
        raise _error(message)
    try:
        meta, version, rows = message["meta"], message["version"], message["rows"]
        _expect(isinstance(rows, dict) and rows.keys() <= NOUNS.keys())
        _expect(type(version) is int and 0 < version < 10_000)
        _expect(sum(len(part) for part in rows.values()) <= MOST_ROWS)
        for noun, part in rows.items():
            _expect(isinstance(part, list) and all(type(row) is list for row in part))
            _expect({len(row) for row in part} <= {len(NAMES[noun])})
        raw = {noun: rows.get(noun, []) for noun in NOUNS}
        _expect(len(parts) == len(raw["asset"]))
        for row, content in zip(raw["asset"], parts, strict=True):
            row[_BYTES] = content
        return Intake(_meta(meta), version, raw, _report(message))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise LineBrokenError("answer") from error


def _expect(fine: bool) -> None:
    if not fine:
        raise LineBrokenError("answer")


def _meta(meta: Any) -> dict[str, str]:
    _expect(isinstance(meta, dict) and len(meta) <= MOST_META)
    words = [*meta, *meta.values()]
    _expect(all(isinstance(word, str) and len(word) <= LONGEST_META for word in words))
    return dict(meta)


def _report(message: Message) -> Report:
    report, remarks = Report(), message["remarks"]
    _expect(len(remarks) <= LIMIT and type(message["more"]) is int and message["more"] >= 0)
    for key, noun, id_, field, value in remarks:
        _expect(key in TAKEN and all(isinstance(word, str) for word in (noun, id_, field, value)))
        report.add(key, noun, id_, field, value)
    report.more = message["more"]
    return report


def _error(message: Message) -> RondoFileError:
    error, facts = _ERRORS.get(str(message["refused"])), message.get("facts")
    if error is None or not isinstance(facts, dict) or len(facts) > 10:
        raise LineBrokenError("answer")
    return error(**{str(name)[:20]: _plain(fact) for name, fact in facts.items()})


def _plain(fact: object) -> object:
    return fact if type(fact) is int else shown(str(fact))
