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


@pytest.mark.skipif(importlib.util.find_spec("rondo.cli") is None, reason="the command line is not built yet")
def test_the_command_line_starts_without_the_heavy_libraries() -> None:
    done = subprocess.run([sys.executable, "-c", PROBE], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == []
