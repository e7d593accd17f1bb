"""What editing and publishing need is loaded once a document stands, or with its first change: not before."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from helpers.house import PACKAGES
from helpers.storage import written

LATE = ("rondofile.writing.publishing", "rondofile.others.reconciling", "rondofile.working.renewal")
OPENED = f"""
import sys
from rondofile.document import Document
from rondofile.kinds import EditKind
from rondofile.records import Step
document = Document.open(sys.argv[1], sys.argv[2])
assert document.refresh() is None and document.status == "saved"
print([name in sys.modules for name in {LATE!r}])
exec(sys.argv[3])
print([name in sys.modules for name in {LATE!r}])
document.close()
"""
CHANGED = """
with document.edit(EditKind.ADD_STEPS) as edit:
    edit.insert(Step(id="new", journey="now", title="New"))
"""
UNDONE = "document.undo()"


@pytest.mark.parametrize("what", ["document.steady()", CHANGED, UNDONE])
def test_an_opened_document_when_it_stands_or_changes_then_has_loaded_what_may_follow(
    what: str, tmp_path: Path
) -> None:
    path = tmp_path / "plan.rondo"
    written(path)
    homes = (str(home.parent) for home in PACKAGES.values())
    done = subprocess.run(
        [sys.executable, "-c", OPENED, str(path), str(tmp_path / "home"), what],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(homes)},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.stderr == ""
    assert done.stdout.splitlines() == [str([False] * len(LATE)), str([True] * len(LATE))]
