"""Whether anything that the tests run opens a socket to a network, whatever program or library does it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from surroundings import alone, need_packages, say, stop

NEEDED = "RONDO_SOCKETS"
"""Set to "needed" where the watch is known to work: a run that cannot be watched then fails."""

WATCH = ("strace", "-f", "--seccomp-bpf", "-qq", "-e", "trace=socket,execve", "-e", "signal=none", "-o")
OLDEST = (5, 3)
"""The first strace that lets every other call of the system pass at its usual speed."""

PROBE = "import socket; socket.socket().close(); socket.socket(socket.AF_INET6).close()"

NOT_OURS = ("at-spi-bus-launcher",)
"""Programs of the system that the tests of the real window start: the bus of screen readers looks for a
network by itself."""

_SOCKET = re.compile(r"(\d+) +socket\((AF_INET6?)\b")
_STARTED = re.compile(r"(\d+) +execve\((.*?)(?:, 0x[0-9a-f]+ .*)?\) += 0$")


Call = Callable[..., int]
"""Runs a program, given word by word, and answers with its exit code."""


def call_watched(command: Sequence[object], call: Call) -> tuple[int, str]:
    """Runs a program and answers with its exit code, and why it could not be watched.

    Exits 1 where it, or a program that it ran, opened a socket of a network, and says which.
    """
    if why := _why_not():
        if os.environ.get(NEEDED) == "needed":
            stop(f"Stopped: {why}")
        return call(*command), why
    code, opened = watched(command, call)
    if opened:
        stop("Stopped: sockets of a network were opened, by\n  " + "\n  ".join(opened))
    return code, ""


def watched(command: Sequence[object], call: Call) -> tuple[int, list[str]]:
    """The exit code of a program, and every program of it that opened a socket of a network."""
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "log"
        code = call(*WATCH, log, *command)
        return code, opened_in(log.read_text(encoding="utf-8", errors="replace") if log.exists() else "")


def opened_in(log: str) -> list[str]:
    """The programs in a log that opened a socket of a network, once each, with the family of it."""
    running: dict[str, str] = {}
    found: dict[str, None] = {}
    for line in log.splitlines():
        if started := _STARTED.match(line):
            running[started[1]] = started[2]
        elif opened := _SOCKET.match(line):
            program = running.get(opened[1], "a process forked by one of these")
            if _is_ours(program):
                found[f"{opened[2]}: {program}"] = None
    return list(found)


def _is_ours(program: str) -> bool:
    path = re.match(r'"([^"]*)"', program)
    return path is None or Path(path[1]).name not in NOT_OURS


def _why_not() -> str:
    """Why nothing can be watched here; empty where a program that opens two sockets was found out."""
    if sys.platform != "linux":
        return "Whether the tests open a socket was not looked at: that is done on Linux."
    _need_strace()
    if _version() < OLDEST:
        return "Whether the tests open a socket was not looked at: that needs strace 5.3 or later."
    if _traced() or len(_probed()) != 2:
        return (
            "Whether the tests open a socket was not looked at: the system lets no program be watched here."
        )
    return ""


def _need_strace() -> None:
    if shutil.which("strace") is None and shutil.which("apt-get") and os.geteuid() == 0:
        with alone():
            if shutil.which("strace") is None:
                need_packages("strace", why="The tests are watched for sockets.")


def _version() -> tuple[int, ...]:
    if shutil.which("strace") is None:
        return (0,)
    said = subprocess.run(["strace", "-V"], capture_output=True, text=True).stdout
    found = re.search(r"version (\d+)\.(\d+)", said)
    return (int(found[1]), int(found[2])) if found else (0,)


def _traced() -> bool:
    """Whether this process is watched already; nobody can be watched twice."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    return re.search(r"^TracerPid:\t0$", status, re.MULTILINE) is None


def _probed() -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "log"
        subprocess.run([*WATCH, str(log), sys.executable, "-c", PROBE], capture_output=True)
        return opened_in(log.read_text(encoding="utf-8", errors="replace")) if log.exists() else []


if __name__ == "__main__":
    say(_why_not() or "Every socket that the tests opened would be found.")
