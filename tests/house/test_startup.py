"""Starting is quick because the heavy libraries wait until something needs them."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys

import pytest

HEAVY = ("networkx", "reportlab", "fontTools", "pypdfium2", "jsonschema")
PROBE = f"""
import json, sys
import rondo.cli
print(json.dumps([name for name in {HEAVY!r} if name in sys.modules]))
"""
READING = """
import json, linecache, sys
from rondo.ui.plain_imports import import_plainly
import_plainly()
import rondo.ui.app
ours = [module for name, module in sys.modules.items() if name.partition(".")[0] in ("rondo", "rondofile")]
print(json.dumps([len(ours), [file for file in linecache.cache if "rondo" in file]]))
"""


@pytest.mark.skipif(importlib.util.find_spec("rondo.cli") is None, reason="the command line is not built yet")
def test_the_command_line_starts_without_the_heavy_libraries() -> None:
    done = subprocess.run([sys.executable, "-c", PROBE], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == []


def test_no_source_is_read_while_the_window_is_imported() -> None:
    done = subprocess.run([sys.executable, "-c", READING], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    looked_at, kept = json.loads(done.stdout)
    assert looked_at > 100
    assert kept == []
