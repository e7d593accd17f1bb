"""What cannot be imported: one sentence that names the place, and nothing made or changed."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest

from helpers.terminal import Rondo, as_process, everything_in


def document(**parts: Any) -> bytes:
    return json.dumps({"format": "rondo/1", **parts}).encode()


def journey(**parts: Any) -> bytes:
    return document(journeys=[parts])


def raw_step(fields: str) -> bytes:
    return b'{"format": "rondo/1", "journeys": [{"steps": [{"title": "a", %s}]}]}' % fields.encode()


TWO = [{"id": "a", "title": "A"}, {"id": "b", "title": "B"}]
ELSEWHERE = [{"id": "j", "lanes": [{"id": "l"}], "steps": TWO[:1]}]
SEGMENTS = [{"id": "s"}, {"id": "t"}]

BAD: dict[str, tuple[bytes, tuple[str, ...]]] = {
    "empty": (b"", ("empty",)),
    "only blanks": (b" \n\t", ("empty",)),
    "cut off": (b'{"format": "rondo/1"', ("line 1, column 21",)),
    "trailing comma": (b'{\n"format": "rondo/1",\n}', ("line 3",)),
    "something after the end": (b'{"format": "rondo/1"} {}', ("line 1, column 23", "follows")),
    "open quote": (b'{"format": "rondo', ("never ends",)),
    "raw newline in a text": (b'{"format": "rondo/1", "project": {"title": "a\nb"}}', ("raw line break",)),
    "utf-16": ('{"format": "rondo/1"}'.encode("utf-16"), ("UTF-16", "save it as UTF-8")),
    "utf-16 without a mark": ('{"format": "rondo/1"}'.encode("utf-16-le"), ("UTF-16",)),
    "utf-32": ('{"format": "rondo/1"}'.encode("utf-32"), ("UTF-32",)),
    "latin-1": ('{\n"format": "é"}'.encode("latin-1"), ("line 2", "not UTF-8")),
    "a database": (b"SQLite format 3\0" + b"\0" * 100, ("project or another database",)),
    "a PDF": (b"%PDF-1.7\n", ("PDF",)),
    "a ZIP": (b"PK\x03\x04abcd", ("compressed",)),
    "HTML": (b"\n<!doctype html><p>hello", ("HTML",)),
    "Python": (b"{'format': 'rondo/1'}", ("line 1, column 2",)),
    "100,000 levels of lists": (b"[" * 100_000 + b"]" * 100_000, ("nested too deeply",)),
    "100,000 levels of objects": (b'{"a":' * 100_000, ("nested too deeply",)),
    "150 levels": (b'{"a":' * 150 + b"1" + b"}" * 150, ("nested too deeply",)),
    "a list": (b"[]", ("the document", "not an object")),
    "a number": (b"7", ("the document", "not an object")),
    "null": (b"null", ("the document", "not an object")),
    "no format": (b"{}", ('"format" is missing',)),
    "another format": (b'{"format": "rondo/2"}', ("format:", "rondo/2", "rondo/1")),
    "unknown key at the top": (document(jorneys=[]), ('unknown key "jorneys"', '"journeys"?')),
    "unknown key far from any": (document(zzzz=1), ('unknown key "zzzz"', "players, segments")),
    "unknown key in a step": (
        document(journeys=[{}, {"steps": [{"title": "a"}] * 3 + [{"title": "a", "titel": "b"}]}]),
        ('journeys[1].steps[3]: unknown key "titel"; did you mean "title"?',),
    ),
    "unknown key with odd letters": (document(**{"a\u202eb\n": 1}), ("unknown key",)),
    "step without a title": (journey(steps=[{"id": "a"}]), ("journeys[0].steps[0]", '"title" is missing')),
    "link without a target": (
        journey(steps=TWO, links=[{"source": "a"}]),
        ("journeys[0].links[0]", '"target" is missing'),
    ),
    "wrong word": (
        journey(steps=[{"title": "a", "phase": "recognise"}]),
        ("journeys[0].steps[0].phase", '"recognise"', "recognize, request, respond, repeat, null"),
    ),
    "word in capitals": (journey(state="As-is"), ("journeys[0].state", "as-is, to-be")),
    "text for a number": (
        journey(steps=[{"title": "a", "minutes": "5"}]),
        ("journeys[0].steps[0].minutes", "not a number"),
    ),
    "number for a text": (document(project={"title": 3}), ("project.title", "not a text")),
    "number for a flag": (
        journey(steps=[{"title": "a", "locked": 1}]),
        ("steps[0].locked", "true nor false"),
    ),
    "flag for a number": (
        journey(steps=[{"title": "a", "feeling": True}]),
        ("steps[0].feeling", "whole"),
    ),
    "fraction for a whole number": (
        journey(steps=[{"title": "a", "x": 1.5}]),
        ("steps[0].x", "whole"),
    ),
    "null for a text": (journey(steps=[{"title": None}]), ("steps[0].title", "leave the key out")),
    "text for a number, quoted": (
        journey(steps=[{"title": "a", "x": ""}]),
        ('steps[0].x: "" is not a whole number',),
    ),
    "only a byte order mark": (b"\xef\xbb\xbf", ("empty",)),
    "object for a list": (document(players={}), ("players", "not a list")),
    "list for an object": (document(brief=[]), ("brief", "not an object")),
    "score out of range": (
        document(segments=[{"desired_control": 3}]),
        ("segments[0].desired_control", "from -2 to 2"),
    ),
    "share over a hundred": (
        journey(steps=TWO, links=[{"source": "a", "target": "b", "share": 101}]),
        ("journeys[0].links[0].share", "from 0 to 100"),
    ),
    "NaN": (raw_step('"minutes": NaN'), ("journeys[0].steps[0].minutes", "NaN", "finite")),
    "Infinity": (raw_step('"minutes": -Infinity'), ("journeys[0].steps[0].minutes", "-Infinity")),
    "1e999": (raw_step('"minutes": 1e999'), ("journeys[0].steps[0].minutes", "1e999")),
    "5,000 digits": (raw_step('"x": ' + "9" * 5000), ("journeys[0].steps[0].x", "finite")),
    "beyond 64 bits": (raw_step('"x": 99999999999999999999'), ("steps[0].x", "out of range")),
    "doubled key": (
        raw_step('"note": "b", "note": "c"'),
        ("journeys[0].steps[0]", '"note" stands'),
    ),
    "doubled key at the top": (b'{"format": "rondo/1", "format": "rondo/1"}', ("the document", "twice")),
    "title of 501": (document(project={"title": "x" * 501}), ("project.title", "501", "500")),
    "note of 100,001": (
        journey(steps=[{"title": "a", "note": "x" * 100_001}]),
        ("steps[0].note", "100001", "100000"),
    ),
    "bad id": (document(players=[{"id": "a b"}]), ("players[0].id", "A-Z a-z 0-9 _ -")),
    "empty id": (document(players=[{"id": ""}]), ("players[0].id", "not an id")),
    "id of 65": (document(players=[{"id": "a" * 65}]), ("players[0].id", "not an id")),
    "id with a newline": (document(players=[{"id": "a\n"}]), ("players[0].id", "not an id")),
    "id taken": (journey(steps=[TWO[0], TWO[0]]), ("journeys[0].steps[1].id", '"a"', "journeys[0].steps[0]")),
    "id taken in another journey": (
        document(journeys=[*ELSEWHERE, {"steps": TWO[:1]}]),
        ("journeys[1].steps[0].id", "journeys[0].steps[0]"),
    ),
    "link to nowhere": (
        journey(steps=TWO, links=[{"source": "a", "target": "z"}]),
        ("journeys[0].links[0].target", 'no step with the id "z"'),
    ),
    "link into another journey": (
        document(journeys=[*ELSEWHERE, {"steps": TWO[1:], "links": [{"source": "b", "target": "a"}]}]),
        ("journeys[1].links[0].target", "another journey"),
    ),
    "lane that is not there": (journey(steps=[{"title": "a", "lane": "z"}]), ("steps[0].lane", "no lane")),
    "lane of another journey": (
        document(journeys=[*ELSEWHERE, {"steps": [{"title": "b", "lane": "l"}]}]),
        ("journeys[1].steps[0].lane", "another journey"),
    ),
    "origin that is not there": (
        journey(steps=[{"title": "a", "origins": ["z"]}]),
        ("journeys[0].steps[0].origins[0]", "no step"),
    ),
    "origin that is itself": (
        journey(steps=[{"id": "a", "title": "a", "origins": ["a"]}]),
        ("journeys[0].steps[0].origins[0]", "itself"),
    ),
    "item that is not there": (
        journey(steps=[{"title": "a", "information": [{"item": "z"}]}]),
        ("journeys[0].steps[0].information[0].item", "no item"),
    ),
    "stretch over a step that is not there": (
        journey(stretches=[{"steps": ["z"]}]),
        ("journeys[0].stretches[0].steps[0]", "no step"),
    ),
    "stretch with a step twice": (
        journey(steps=TWO, stretches=[{"steps": ["a", "a"]}]),
        ("journeys[0].stretches[0].steps[1]", "already at journeys[0].stretches[0].steps[0]"),
    ),
    "journey based on itself": (
        document(journeys=[{"id": "a", "based_on": "b"}, {"id": "b", "based_on": "a"}]),
        ("journeys[0].based_on", "based on itself"),
    ),
    "journey of nobody": (journey(player="z"), ("journeys[0].player", "no player")),
    "situation without a segment": (document(situations=[{}]), ("situations[0]", '"segment" is missing')),
    "situation of no segment": (
        document(situations=[{"segment": "z"}]),
        ("situations[0].segment", "no seg"),
    ),
    "fit for a situation of another segment": (
        document(
            segments=SEGMENTS,
            situations=[{"id": "x", "segment": "s"}],
            fits=[{"segment": "t", "situation": "x", "experience": "coach-behavior"}],
        ),
        ("fits[0].situation", "another segment"),
    ),
    "fit twice": (
        document(segments=SEGMENTS, fits=[{"segment": "s", "experience": "coach-behavior"}] * 2),
        ("fits[1]", "already at fits[0]"),
    ),
    "card of a segment that is not there": (
        document(placements=[{"card": {"kind": "segment", "ref": "z"}}]),
        ("placements[0].card.ref", "no segment"),
    ),
    "card of a stretch that is a segment": (
        document(segments=SEGMENTS, placements=[{"card": {"kind": "stretch", "ref": "s"}}]),
        ("placements[0].card.ref", "no stretch"),
    ),
    "activity that points somewhere": (
        document(segments=SEGMENTS, placements=[{"card": {"kind": "activity", "ref": "s"}}]),
        ("placements[0].card.ref", "activity"),
    ),
    "unknown key in a card": (
        document(placements=[{"card": {"kinds": "segment"}}]),
        ("placements[0].card", '"kind"?'),
    ),
    "score on no criterion": (
        document(scores=[{"criterion": "z", "architecture": "connected-producer", "score": 1}]),
        ("scores[0].criterion", "no criterion"),
    ),
    "role of no step": (
        document(role_choices=[{"step": "z", "architecture": "connected-producer", "role": "firm"}]),
        ("role_choices[0].step", "no step"),
    ),
    "picture that is not base64": (
        document(assets=[{"id": "0" * 64, "content": "*"}]),
        ("assets[0].content", "base64"),
    ),
    "picture under another name": (
        document(assets=[{"id": "0" * 64, "content": "AAAA"}]),
        ("assets[0].id", "sha256"),
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_document_is_refused_in_one_sentence_and_leaves_everything_as_it_was(
    name: str, rondo: Rondo, tmp_path: Path, working_area: Path
) -> None:
    data, parts = BAD[name]
    source = tmp_path / "in.json"
    source.write_bytes(data)
    before, begun = everything_in(tmp_path), time.monotonic()
    sentence = rondo("import", source, "-o", tmp_path / "out.rondo").sentence()
    assert sentence.startswith(f"{source} was not imported: ")
    assert [part for part in parts if part not in sentence] == [], sentence
    assert everything_in(tmp_path) == before
    assert not any(working_area.rglob("work.db"))
    assert time.monotonic() - begun < 30


def test_refusals_are_the_same_from_a_process_of_its_own(tmp_path: Path) -> None:
    tried = 0
    for name in ("100,000 levels of lists", "unknown key in a step", "utf-16"):
        data, parts = BAD[name]
        source = tmp_path / "in.json"
        source.write_bytes(data)
        sentence = as_process("import", source, "-o", tmp_path / "out.rondo").sentence()
        assert all(part in sentence for part in parts)
        assert everything_in(tmp_path).keys() == {"in.json"}
        tried += 1
    assert tried == 3


def test_more_problems_than_one_are_counted(rondo: Rondo, tmp_path: Path) -> None:
    source = tmp_path / "in.json"
    source.write_bytes(document(player=[], segment=[], project={"titel": ""}))
    sentence = rondo("import", source, "-o", tmp_path / "out.rondo").sentence()
    assert sentence.endswith("(and 2 more problems)")


def test_texts_that_had_to_be_cleaned_are_named_and_imported(rondo: Rondo, tmp_path: Path) -> None:
    source, out = tmp_path / "in.json", tmp_path / "out.rondo"
    source.write_bytes(b'{"format": "rondo/1", "project": {"title": "a\\ud83db\\u0000c\\u0007"}}')
    done = rondo("import", source, "-o", out)
    assert done.code == 0 and done.err.count("\n") == 1 and done.err.startswith("project.title: ")
    rondo("export", out, "-o", tmp_path / "back.json").fine()
    assert json.loads((tmp_path / "back.json").read_bytes())["project"]["title"] == "a\ufffdbc"


def test_a_byte_order_mark_and_other_line_ends_are_welcome(rondo: Rondo, tmp_path: Path) -> None:
    source = tmp_path / "in.json"
    source.write_bytes(b'\xef\xbb\xbf{\r\n"format":\r"rondo/1"}\r\n')
    rondo("import", source, "-o", tmp_path / "out.rondo").fine()
