"""What stands at the edge of what a document may hold."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rondo.exchange import json_text
from rondo.exchange.json_reader import read_json
from rondo.exchange.json_writer import write_json
from rondo.exchange.problems import RefusedDocumentError, quoted
from rondo.words import LANGUAGES, Words
from rondofile.project import Project
from rondofile.records import Info, Link, Mark, Player, Record, Step


def document(**parts: Any) -> bytes:
    return json.dumps({"format": "rondo/1", **parts}).encode()


def sentence(data: bytes, language: str = "en") -> str:
    with pytest.raises(RefusedDocumentError) as refused:
        read_json(data)
    return refused.value.sentence(Words(language))


def test_the_smallest_document_is_an_empty_project() -> None:
    read = read_json(b'{"format":"rondo/1"}')
    assert [type(record) for record in read.project.records()] == [Info]


def test_what_is_missing_gets_the_default_of_the_record() -> None:
    steps = [{"id": "a", "title": "A"}, {"id": "b", "title": "B", "marks": [{}]}]
    read = read_json(document(journeys=[{"steps": steps, "links": [{"source": "a", "target": "b"}]}]))
    step, journey = read.project.get(Step, "a"), read.project.get(Step, "a").journey
    assert step == Step(id="a", journey=journey, title="A")
    (link,) = read.project.all(Link)
    assert link == Link(id=link.id, journey=journey, source="a", target="b")
    assert [mark.kind for mark in read.project.all(Mark)] == ["pain"]
    assert read.report.made_ids == 4  # project, journey, link, mark


def test_ids_depend_on_the_bytes_and_the_place() -> None:
    one, same = document(players=[{}, {}]), document(players=[{}, {}])
    other = document(players=[{}, {"name": "x"}])
    ids = [[player.id for player in read_json(data).project.all(Player)] for data in (one, same, other)]
    assert ids[0] == ids[1] and not set(ids[0]) & set(ids[2]) and len(set(ids[0])) == 2


def test_a_document_is_read_up_to_its_largest_size_and_not_beyond(monkeypatch: pytest.MonkeyPatch) -> None:
    data = document(project={"title": "x"})
    monkeypatch.setattr(json_text, "LARGEST", len(data))
    assert read_json(data).project.info.title == "x"
    assert "MB" in sentence(data + b" ")


def test_texts_are_kept_at_their_longest_and_refused_one_letter_later() -> None:
    longest = {"title": "😀" * 500, "purpose": "x" * 100_000}
    assert read_json(document(project=longest)).project.info.purpose == longest["purpose"]
    assert sentence(document(project={"title": "😀" * 501})).startswith("project.title: ")


def test_numbers_are_kept_at_their_bounds_and_refused_beyond() -> None:
    def step(**fields: Any) -> bytes:
        return document(journeys=[{"steps": [{"title": "a", **fields}]}])

    kept = {"x": 2**31 - 1, "y": -(2**31 - 1), "minutes": 1e15, "feeling": -2.0}
    (read,) = read_json(step(**kept)).project.all(Step)
    assert (read.x, read.y, read.minutes, read.feeling) == (2**31 - 1, -(2**31 - 1), 1e15, -2)
    assert type(read.feeling) is int and type(read.minutes) is float
    for name, value in (("x", 2**31), ("minutes", -0.001), ("feeling", 3), ("minutes", 1.1e15)):
        assert f"steps[0].{name}: " in sentence(step(**{name: value}))


def test_minus_zero_and_one_point_zero_are_written_as_whole_numbers() -> None:
    read = read_json(b'{"format":"rondo/1","segments":[{"size":-0.0},{"size":1.0},{"size":1e1}]}')
    sizes = [segment["size"] for segment in json.loads(write_json(read.project))["segments"]]
    assert json.dumps(sizes) == "[0, 1, 10]"


def test_a_hundred_levels_reach_the_schema_and_more_do_not() -> None:
    def nested(levels: int) -> bytes:
        return b'{"format":"rondo/1","players":' + b"[" * levels + b"]" * levels + b"}"

    assert "players[0]: " in sentence(nested(90))
    assert "nested too deeply" in sentence(nested(120))


def test_a_large_project_comes_through_whole() -> None:
    steps = [{"id": f"s{i}", "title": f"Step {i}", "marks": [{"kind": "pain"}]} for i in range(10_000)]
    links = [{"source": f"s{i}", "target": f"s{i + 1}"} for i in range(9_999)]
    read = read_json(document(journeys=[{"steps": steps, "links": links}]))
    assert read.report.counts["step"] == 10_000 and read.report.counts["link"] == 9_999
    assert read_json(write_json(read.project)).project == read.project


def test_a_large_project_with_every_step_wrong_is_refused_with_a_few_problems() -> None:
    steps = [{"id": f"s{i}", "title": 1} for i in range(10_000)]
    with pytest.raises(RefusedDocumentError) as refused:
        read_json(document(journeys=[{"steps": steps}]))
    assert 1 < len(refused.value.problems) <= 20


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_refusal_can_be_said_in_every_language(language: str) -> None:
    said = sentence(document(jorneys=[], journeys=[{"steps": [{"titel": 1}]}]), language)
    assert "jorneys" in said and "journeys" in said


def test_a_value_in_a_sentence_is_short_and_harmless() -> None:
    assert quoted("a\x1b[31m\n\u202e") == "a\ufffd[31m\ufffd\ufffd"
    assert len(quoted("x" * 10_000)) == 60
    assert (quoted([1] * 10**6), quoted({}), quoted(None), quoted(True)) == ("[…]", "{…}", "null", "true")


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=60) | st.text(max_size=60).map(lambda text: text.encode("utf-8", "replace")))
def test_no_bytes_make_the_reader_fall_over(data: bytes) -> None:
    try:
        read_json(data)
    except RefusedDocumentError as refused:
        assert refused.sentence(Words("en"))


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
KEYS = st.sampled_from(["project", "players", "segments", "journeys", "placements", "brief", "assets", "x"])


@settings(max_examples=300, deadline=None)
@given(st.dictionaries(KEYS, VALUES | st.lists(VALUES, max_size=2), max_size=4))
def test_no_document_makes_the_reader_fall_over(parts: dict[str, Any]) -> None:
    try:
        read_json(document(**parts))
    except RefusedDocumentError as refused:
        assert refused.sentence(Words("en"))


@pytest.mark.parametrize("first", [None, "j1999"], ids=["a long line", "a great circle"])
def test_each_journey_that_others_are_based_on_is_visited_once(
    first: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    bases = [first, *(f"j{i}" for i in range(1999))]
    journeys = [{"id": f"j{i}", "based_on": base} for i, base in enumerate(bases)]
    visits, find = [0], Project.find

    def counted(self: Project, kind: type[Record], key: str | None) -> Record | None:
        visits[0] += 1
        return find(self, kind, key)

    monkeypatch.setattr(Project, "find", counted)
    if first is None:
        read_json(document(journeys=journeys))
    else:
        assert "journeys[0].based_on" in sentence(document(journeys=journeys))
    assert 2000 <= visits[0] < 20_000
