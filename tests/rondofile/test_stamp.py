"""The stamp of a file says how much of everything there was, and is believed only where it makes sense."""

from __future__ import annotations

import pytest

from helpers.storage import whole_project
from rondofile.ids import fresh_id
from rondofile.project import Project
from rondofile.reading.reader import read_bytes
from rondofile.records import NOUNS, Player
from rondofile.stamp import Stamp, content_digest, digest_of, noun_digest, rows_of, seal_holds
from rondofile.writing.canonical import canonical_bytes


def test_a_file_then_counts_the_rows_of_every_noun() -> None:
    project = whole_project()
    data, stamp = canonical_bytes(project, Stamp("d"))
    assert read_bytes(data).stamp == stamp
    assert stamp.counts == {noun: len(project.all(kind)) for noun, kind in NOUNS.items()}
    assert canonical_bytes(Project({}), Stamp("d"))[1].counts == {}


def test_counts_when_changed_then_the_seal_is_broken() -> None:
    rows = dict(Stamp("d", counts={"step": 3}).rows())
    assert seal_holds(rows)
    assert not seal_holds({**rows, "rows": '{"step":4}'})


@pytest.mark.parametrize(
    "text", ["", "[]", "3", '{"step":-1}', '{"step":1.5}', '{"step":true}', "[" * 9_000, "1" * 20_000]
)
def test_counts_that_make_no_sense_then_the_stamp_is_none(text: str) -> None:
    rows = {**dict(Stamp("d").rows()), "rows": text}
    with pytest.raises(ValueError):
        Stamp.of_rows(rows)


def test_the_digest_of_a_project_is_made_of_the_digests_of_its_nouns() -> None:
    project = whole_project()
    digests = {noun: noun_digest(noun, table) for noun, table in rows_of(project).items()}
    assert digest_of(digests) == content_digest(project)
    more = Project.of([*project.records(), Player(id=fresh_id(), name="More")])
    changed = {noun: noun_digest(noun, table) for noun, table in rows_of(more).items()}
    assert [noun for noun in NOUNS if digests[noun] != changed[noun]] == ["player"]
