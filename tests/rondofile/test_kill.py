"""kill -9 at any moment: every edit that was acknowledged is there again, the file is always whole."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

from helpers.storage import memory_folder
from rondofile.document import Document
from rondofile.errors import FileMissingError
from rondofile.verdict import check

KILLS = 200
LEAST_EDITS = 2_000
SEED = 20_261_122

ROOT = Path(__file__).parents[2]
WRITER = ROOT / "tests" / "helpers" / "storage_writer.py"


def killed_run(path: Path, home: Path, first: int, lines: int, pause: float) -> tuple[list[int], int]:
    """The numbers that a writer acknowledged before it was killed, and the last one it had published.

    It is killed that long after it said so many lines: at any point of an edit, an undo or a publication.
    """
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join((str(ROOT / "storage"), str(ROOT / "resources"))),
    }
    command = [sys.executable, "-X", "utf8", str(WRITER), str(path), str(home), str(first)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout is not None
        said = [process.stdout.readline() for _ in range(lines)]
        time.sleep(pause)
        process.kill()
        said += process.stdout.read().splitlines(keepends=True)
    whole = [line.strip() for line in said if line.endswith("\n") and line != "ready\n"]
    edits = [int(line) for line in whole if line.isdigit()]
    return edits, max((int(line[2:]) for line in whole if line.startswith("p ")), default=-1)


def check_after_kill(path: Path, home: Path, acknowledged: int, published: int) -> int:
    """The file is whole and as new as was said; the document holds every acknowledged edit, in pairs."""
    if published >= 0:
        assert path.exists()
    if path.exists():
        assert check(path).whole
        steps = Document.read(path).tables["step"]
        assert all(f"s{number}" in steps for number in range(published + 1))
    try:
        document = Document.open(path, root=home)
    except FileMissingError:
        assert acknowledged < 0
        return 0
    steps = document.project.tables["step"]
    assert all(f"s{number}" in steps for number in range(acknowledged + 1))
    assert {key[1:] for key in steps if key[0] == "s"} == {key[1:] for key in steps if key[0] == "t"}
    assert document._place.work.connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert document._place.work.connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert document.entries()
    there = sum(1 for key in steps if key[0] == "s")
    assert document.undo() is not None and document.redo() is not None
    document.close(publish=False)
    assert sorted(name.name for name in path.parent.iterdir()) in (["home"], ["home", path.name])
    return there


def test_a_writer_killed_at_random_then_nothing_acknowledged_is_lost() -> None:
    chance = random.Random(SEED)
    kills = edits = 0
    while kills < KILLS:
        with memory_folder() as folder:
            path, home, last, published = folder / "plan.rondo", folder / "home", -1, -1
            for _ in range(10):
                numbers, said = killed_run(
                    path, home, last + 1, chance.randint(0, 30), chance.uniform(0, 0.008)
                )
                edits += len(numbers)
                kills += 1
                last, published = max([last, *numbers]), max(published, said)
                last = max(last, check_after_kill(path, home, last, published) - 1)
    assert kills >= KILLS
    assert edits >= LEAST_EDITS
