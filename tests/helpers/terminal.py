"""Running `rondo` as a person would: in this process, or as a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path

import pytest
from msgspec import Struct

from helpers.house import PACKAGES
from rondo.cli import main


class Done(Struct, frozen=True, dict=True):
    """What a command left behind."""

    code: int
    out: str
    err: str

    def sentence(self) -> str:
        """The one sentence on standard error of a command that failed by the world's fault."""
        assert self.code == 1, self
        assert "Traceback" not in self.err, self.err
        lines = self.err.splitlines()
        assert len(lines) == 1 and lines[0].strip(), self.err
        return lines[0]

    def fine(self) -> str:
        """What a command that went well, and had nothing to remark, printed."""
        assert (self.code, self.err) == (0, ""), self
        return self.out


Rondo = Callable[..., Done]


def in_process(capsys: pytest.CaptureFixture[str]) -> Rondo:
    """`rondo(*arguments)` in this process."""

    def rondo(*arguments: object) -> Done:
        capsys.readouterr()
        code = main([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return Done(code, said.out, said.err)

    return rondo


def environment(**more: str) -> Mapping[str, str]:
    """The surroundings of a process that finds this checkout and speaks English."""
    paths = os.pathsep.join(str(path.parent) for path in PACKAGES.values())
    return {**os.environ, "PYTHONPATH": paths, "LC_ALL": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen", **more}


def command(*arguments: object) -> list[str]:
    return [sys.executable, "-m", "rondo", *map(str, arguments)]


def as_process(*arguments: object, before: Callable[[], None] | None = None) -> Done:
    """`rondo` as a process of its own; `before` runs in it first."""
    done = subprocess.run(
        command(*arguments), env=environment(), capture_output=True, preexec_fn=before, timeout=120
    )
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode())


def everything_in(folder: Path) -> dict[str, str]:
    """Every file under a folder with the digest of its bytes."""
    return {
        str(path.relative_to(folder)): sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
        for path in sorted(folder.rglob("*"))
    }
