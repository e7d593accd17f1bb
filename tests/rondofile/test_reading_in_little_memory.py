"""Files that are far too large: refused, and neither process took much memory for it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from helpers.hostile_making import sql
from helpers.hostile_parts import ENDLESS
from helpers.storage import memory_folder, written
from helpers.terminal import environment

MOST = 500 * 1024
"""Kilobytes that opening may take, in each process."""

# what the system says of a process counts what its parent held when it was born, /proc what it held itself
PROGRAM = """
import json, os, resource, sys
from rondofile.apart import lines
from rondofile.document import Document
from rondofile.errors import RondoFileError
place, home = sys.argv[1:]
try:
    Document.open(place, root=home).close()
    became = "opened"
except RondoFileError as error:
    became = type(error).__name__
lines._lines_of(os.getpid()).close()
own = [line.split() for line in open("/proc/self/status") if line.startswith("VmHWM")]
read = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
print(json.dumps([became, int(own[0][1]), read]))
"""


def opened(place: Path) -> tuple[str, int, int]:
    """What became of it, and the most memory that this process and the one that read took, in kilobytes."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(place), str(place.parent / "home")],
        env=environment(),
        capture_output=True,
        text=True,
        timeout=100,
    )
    assert done.returncode == 0, done.stderr
    became, here, there = json.loads(done.stdout)
    print(became, here // 1024, "MB here", there // 1024, "MB there")
    return became, here, there


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux says what a process held at most")
@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "statements"),
    [
        (
            "rows",
            (f"INSERT INTO condition {ENDLESS} SELECT 'c' || n, n, 'x', NULL, '', '' FROM c LIMIT 1000000",),
        ),
        ("bytes", ("UPDATE asset SET content = zeroblob(150000000)",)),
    ],
)
def test_a_million_rows_or_a_huge_value_then_is_refused_in_little_memory(
    name: str, statements: tuple[str, ...]
) -> None:
    with memory_folder() as folder:
        place = folder / "plan.rondo"
        sql("BEGIN", *statements, "COMMIT")(place)
        assert place.stat().st_size > 20_000_000
        became, here, there = opened(place)
        assert became == {"rows": "TooBigError", "bytes": "DamagedFileError"}[name]
        assert 10_000 < here < MOST and 10_000 < there < MOST


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux says what a process held at most")
def test_nine_hundred_megabytes_then_are_refused_unread(tmp_path: Path) -> None:
    place = tmp_path / "plan.rondo"
    written(place)
    with place.open("r+b") as file:
        file.truncate(900_000_000)
    became, here, _ = opened(place)
    assert became == "TooBigError" and here < MOST
