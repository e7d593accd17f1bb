"""A damaged file of an older version: what can be read of it is brought to today like a whole one."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable

import pytest

from helpers.ample import ample_project
from helpers.damage import damaged, lost_page, page_size
from rondofile import migrations, schema
from rondofile.errors import DamagedFileError
from rondofile.migrations import Migration
from rondofile.reading import older
from rondofile.reading.reader import read_bytes
from rondofile.records import Step
from rondofile.salvage import salvage
from rondofile.stamp import Stamp, rows_of
from rondofile.writing.canonical import canonical_bytes, filled

Change = Callable[[sqlite3.Connection], None]

PROJECT = ample_project(60)
ROWS = len(list(PROJECT.records()))


def louder(connection: sqlite3.Connection) -> None:
    """What a later version might do."""
    connection.execute("UPDATE step SET title = title || '!'")


@pytest.fixture
def tomorrow(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """The program is one version further; `then`: the statements of the version before."""

    def step(change: Change, then: tuple[str, ...] = ()) -> None:
        monkeypatch.setattr(older, "SCHEMAS", {1: then or (*schema.tables(), *schema.rules())})
        monkeypatch.setattr(migrations, "STEPS", (Migration(1, change),))
        monkeypatch.setattr(schema, "VERSION", 2)

    return step


def test_an_older_file_that_lost_a_page_when_salvaged_then_is_brought_to_today(
    tomorrow: Callable[..., None],
) -> None:
    data = canonical_bytes(PROJECT, Stamp("document", rev=3))[0]
    tomorrow(louder)
    chance, salvaged = random.Random(2), 0
    for _ in range(25):
        broken = lost_page(data, chance)
        try:
            read_bytes(broken)
            continue
        except DamagedFileError:
            salvaged += 1
        found = salvage(broken)
        made = {key for noun, key in found.stand_ins if noun == "step"}
        steps = [step for step in found.project.all(Step) if step.id not in made]
        assert steps and all(step.title.endswith("!") for step in steps)
        assert found.expected == ROWS and found.found >= 0.95 * ROWS
    assert salvaged > 10


def test_an_older_file_with_other_columns_when_salvaged_then_is_brought_to_today(
    tomorrow: Callable[..., None],
) -> None:
    """The version before had no note at a step, and called the title of a step its name."""
    before = schema.table("step").replace("\n  note TEXT NOT NULL,", "").replace("\n  title ", "\n  name ")
    assert before != schema.table("step")
    then = tuple(
        before if one == schema.table("step") else one for one in (*schema.tables(), *schema.rules())
    )

    def change(connection: sqlite3.Connection) -> None:
        connection.execute("ALTER TABLE step RENAME COLUMN name TO title")
        connection.execute("ALTER TABLE step ADD COLUMN note TEXT NOT NULL DEFAULT ''")

    data = _of_then()
    tomorrow(change, then)
    found = salvage(data[: -page_size(data)])
    assert {step.id: step.title for step in found.project.all(Step)} == {
        step.id: step.title for step in PROJECT.all(Step)
    }
    assert not any(step.note for step in found.project.all(Step))


def test_any_damage_to_an_older_file_when_salvaged_then_ends(tomorrow: Callable[..., None]) -> None:
    data = canonical_bytes(PROJECT, Stamp("document", rev=3))[0]
    tomorrow(louder)
    ended = 0
    for name, broken in damaged(data, 24, 5):
        if name != "cut":
            assert salvage(broken).found > 0
            ended += 1
    assert ended > 20


def _of_then() -> bytes:
    """The file as the version before would have written it."""
    connection = filled(rows_of(PROJECT), Stamp("document"))
    connection.execute("ALTER TABLE step DROP COLUMN note")
    connection.execute("ALTER TABLE step RENAME COLUMN title TO name")
    data = connection.serialize()
    connection.close()
    return data
