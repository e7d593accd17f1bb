"""A migration that is killed, or whose power is cut: the version before or the one after, never a half."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest

from helpers import moving_on
from helpers.crash_vfs import CrashVFS
from helpers.dying import spread, without_journal
from helpers.killing import Nursery, needs_fork
from helpers.power_cut import PowerCut
from helpers.storage import memory_folder
from rondofile.migrations import migrate
from rondofile.schema import VERSION
from rondofile.working.connection import promised

KILLS = 100
SOURCES = [step.source for step in moving_on.STEPS]


def killed(nursery: Nursery, source: int, kills: int, script: bool) -> Counter[str]:
    """What killed steps from that version led to: a version, whole, or half of one."""
    with memory_folder() as folder:
        base, database, found = moving_on.base(folder / "base", source), folder / "work.db", Counter[str]()
        shutil.copy(base, database)
        said = nursery.bear(moving_on.move, database, source + 1, script).end()
        operations = spread(said[-1], every=1)
        for number in range(kills):
            without_journal(database)
            shutil.copy(base, database)
            at = operations[number * len(operations) // kills]
            assert nursery.bear(moving_on.move, database, source + 1, script, at).died() == ["begun"]
            try:
                found[f"version {moving_on.version(database)}"] += 1
            except AssertionError as error:
                found[f"half: {error}".splitlines()[0]] += 1
                continue
            moving_on.finish(database)
        return found


@needs_fork
@pytest.mark.parametrize("source", SOURCES)
def test_a_step_killed_at_any_operation_then_has_happened_or_not(nursery: Nursery, source: int) -> None:
    found = killed(nursery, source, KILLS, script=False)
    print(found)
    assert found.total() == KILLS
    assert {*found} <= {f"version {source}", f"version {source + 1}"}
    assert found[f"version {source}"] >= KILLS // 2


@needs_fork
def test_a_step_as_a_script_then_does_not_pass_this_test(nursery: Nursery) -> None:
    found = sum((killed(nursery, source, 25, script=True) for source in SOURCES), Counter[str]())
    print(found)
    assert sum(count for what, count in found.items() if what.startswith("half")) >= 10


def test_a_power_cut_anywhere_in_migrations_then_each_has_happened_or_not() -> None:
    with memory_folder() as folder:
        base = moving_on.base(folder / "base")
        vfs = CrashVFS("migration")
        connection = promised(base, vfs.connect())
        before = {str(base): base.read_bytes()}
        assert migrate(connection, moving_on.STEPS, moving_on.LAST) == tuple(
            range(VERSION + 1, moving_on.LAST + 1)
        )
        vfs.mark("done")
        connection.close()

        def judge(database: Path, marks: list[object], _: bytes | None) -> None:
            found = moving_on.version(database)
            assert not marks or found == moving_on.LAST
            moving_on.finish(database)

        (folder / "image").mkdir()
        tally = PowerCut(folder / "image", judge, seed=1).everywhere(vfs.log, 28, before)
    print(tally)
    assert tally.failures == []
    assert tally.images >= 8_000
    assert tally.judged >= len(moving_on.STEPS) + 1
