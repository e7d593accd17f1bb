"""What the process that reads strangers' files hands back: believed only as far as any file is."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from helpers.storage import one_of_everything, whole_project
from rondofile.apart.answer import packed, unpacked
from rondofile.apart.door import read_apart
from rondofile.apart.frames import LineBrokenError
from rondofile.errors import DamagedFileError, RondoFileError
from rondofile.reading.intake import take_in
from rondofile.stamp import Stamp
from rondofile.working.home import Home
from rondofile.writing.canonical import canonical_bytes


@pytest.fixture
def data() -> bytes:
    return canonical_bytes(whole_project(), Stamp("document", rev=3))[0]


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


def answer(data: bytes) -> tuple[dict[str, Any], list[bytes]]:
    """What the room would say, gone over the line."""
    message, parts = packed(take_in(data))
    return json.loads(json.dumps(message)), list(parts)


def test_an_answer_that_is_right_then_is_what_was_taken_in(data: bytes) -> None:
    found = unpacked(*answer(data))
    assert found.report == take_in(data).report
    assert {noun: [tuple(row) for row in rows] for noun, rows in found.raw.items()} == take_in(data).raw
    assert {noun for noun, rows in found.raw.items() if rows} >= {"asset", "step"}


@pytest.mark.parametrize(
    "lie",
    [
        lambda m: m.pop("rows"),
        lambda m: m.update(rows=[]),
        lambda m: m.update(rows={"sqlite_master": [[1]]}),
        lambda m: m["rows"].update(step="text"),
        lambda m: m["rows"]["step"].append({"id": "x"}),
        lambda m: m["rows"]["step"][0].append(1),
        lambda m: m["rows"].pop("asset"),
        lambda m: m["rows"].update(link=[[]] * 250_001),
        lambda m: m.update(version=True),
        lambda m: m.update(version=10**6),
        lambda m: m.update(meta={"doc_id": 3}),
        lambda m: m.update(meta={str(n): "" for n in range(101)}),
        lambda m: m.update(meta={"doc_id": "x" * 30_000}),
        lambda m: m.update(remarks=[["no.such-key", "", "", "", ""]]),
        lambda m: m.update(remarks=[["read.digest", "", "", ""]]),
        lambda m: m.update(remarks=[["read.digest", 1, "", "", ""]]),
        lambda m: m.update(remarks=[["read.digest", "", "", "", ""]] * 10_001),
        lambda m: m.update(remarks=7),
        lambda m: m.update(more=-1),
        lambda m: m.update(refused="file.no-such", facts={}),
        lambda m: m.update(refused=["file.damaged"], facts={}),
        lambda m: m.update(refused="file.damaged", facts=3),
        lambda m: m.update(refused="file.damaged", facts={str(n): n for n in range(11)}),
    ],
)
def test_an_answer_that_lies_then_is_not_believed(data: bytes, lie: Any) -> None:
    message, parts = answer(data)
    lie(message)
    with pytest.raises(LineBrokenError):
        unpacked(message, parts)


def test_an_answer_with_wrong_values_then_they_are_reported_as_from_any_file(
    home: Home, data: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    message, _ = answer(data)
    rows = message["rows"]["step"]
    rows[0][2], rows[1][3] = {"a": []}, float("inf")
    monkeypatch.setattr("rondofile.apart.lines.ask", lambda *_: (message, [b"not the picture"]))
    found = read_apart(data, home)
    assert {"read.digest", "read.lost-row"} <= found.report.kinds()
    assert len(list(found.project.records())) < len(one_of_everything())


def test_a_refusal_with_letters_that_steer_a_terminal_then_they_are_written_out(data: bytes) -> None:
    message = {"refused": "file.too-new", "facts": {"writer": "\x1b]0;x\x07\u202e", "needs": 7}}
    with pytest.raises(RondoFileError) as caught:
        unpacked(message, [])
    assert caught.value.facts == {"writer": "\\u001b]0;x\\u0007\\u202e", "needs": 7}


def test_damage_that_is_found_apart_then_is_named_with_its_place(data: bytes, home: Home) -> None:
    with pytest.raises(DamagedFileError) as caught:
        read_apart(data[:4096] + bytes(2048) + data[6144:], home, Path("plan.rondo"))
    assert caught.value.facts["path"] == "plan.rondo"
