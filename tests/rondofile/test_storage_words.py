"""Storage speaks in keys: every key it can speak has a sentence."""

from __future__ import annotations

import ast
from pathlib import Path

from rondo.words import Words
from rondofile import errors
from rondofile.errors import RondoFileError
from rondofile.kinds import EditKind
from rondofile.status import Status

STORAGE = Path(errors.__file__).parent


def keys_in_code(*leads: str) -> set[str]:
    """Every text constant of the package that begins with one of those words and a dot."""
    found = set()
    for path in STORAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                lead, dot, rest = node.value.partition(".")
                if dot and lead in leads and rest.replace("-", "").isalpha():
                    found.add(node.value)
    return found


def test_every_error_remark_kind_and_status_then_has_a_sentence() -> None:
    words = Words("en")
    keys = keys_in_code("file", "read", "value")
    assert len(keys) > 40
    keys |= {f"edit.{kind}" for kind in EditKind} | {f"status.{status}" for status in Status}
    assert sorted(key for key in keys if key not in words) == []


def test_every_error_then_has_a_key_of_its_own() -> None:
    kinds = [RondoFileError]
    for kind in kinds:
        kinds.extend(kind.__subclasses__())
    ours = [kind for kind in kinds if kind.__module__ == errors.__name__]
    assert len({kind.key for kind in ours}) == len(ours) > 25
