"""Processes to be killed: one process has everything imported and forks a fresh one for every trial.

A fork takes some milliseconds where an interpreter takes 150. What a process does is a function of a
module in `helpers`; its arguments and its answer are what JSON can say.
"""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = ("storage", "resources", "tests", "desktop")

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork a process")


class Nursery:
    """A process that forks others; they end with it. Use it as a context, or the fixture `nursery`."""

    def __init__(self) -> None:
        ours, theirs = socket.socketpair()
        command = [sys.executable, "-X", "utf8", "-m", "helpers.nursery", str(theirs.fileno())]
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(str(ROOT / room) for room in ROOMS)}
        self._process = subprocess.Popen(command, pass_fds=[theirs.fileno()], env=environment, cwd=ROOT)
        theirs.close()
        self._socket, self._answers = ours, ours.makefile("r", encoding="utf-8")

    def bear(self, act: Callable[..., None], *arguments: object) -> Life:
        """A new process does `act(say, *arguments)`; what it says with `say(line)` can be heard here."""
        reading, writing = os.pipe()
        request = json.dumps([f"{act.__module__}:{act.__qualname__}", arguments], default=str) + "\n"
        socket.send_fds(self._socket, [request.encode()], [writing])
        os.close(writing)
        return Life(self, int(self._answers.readline()), reading)

    def ask(self, act: Callable[..., Any], *arguments: object) -> Any:
        """What `act(*arguments)` answers in a new process. AssertionError with what it raised there."""
        told = self.bear(_answer, f"{act.__module__}:{act.__qualname__}", *arguments).end()
        return json.loads(told[-1])

    def bury(self, pid: int) -> int:
        """The exit status of a process that has ended or is about to: negative for a signal."""
        self._socket.sendall(json.dumps(["", [pid]]).encode() + b"\n")
        return int(self._answers.readline())

    def close(self) -> None:
        self._answers.close()
        self._socket.close()
        self._process.wait(30)

    def __enter__(self) -> Nursery:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.close()


class Life:
    """One process that was forked. `said`: the whole lines heard; `status`: how it ended, if it has."""

    def __init__(self, nursery: Nursery, pid: int, reading: int) -> None:
        self.pid, self.said, self.status = pid, list[str](), 0
        self._nursery, self._ears = nursery, os.fdopen(reading, "r", encoding="utf-8")

    def hear(self, lines: int = 1) -> list[str]:
        """The next lines that it says; fewer where it has ended."""
        before = len(self.said)
        for _ in range(lines):
            line = self._ears.readline()
            if not line:
                break
            self._take(line)
        return self.said[before:]

    def kill(self, after: float = 0.0) -> list[str]:
        """It was killed that many seconds from now, wherever it was; every whole line it ever said."""
        time.sleep(after)
        self.signal(signal.SIGKILL)
        return self._last_words()

    def signal(self, number: int) -> None:
        os.kill(self.pid, number)

    def end(self) -> list[str]:
        """It came to its end by itself; every line it said. AssertionError where it did not."""
        said = self._last_words()
        assert self.status == 0, f"the process ended with {self.status}"
        return said

    def died(self) -> list[str]:
        """It was killed without our doing; every whole line it said."""
        said = self._last_words()
        assert self.status == -signal.SIGKILL, f"the process ended with {self.status}"
        return said

    def _last_words(self) -> list[str]:
        with self._ears:
            for line in self._ears:
                self._take(line)
        self.status = self._nursery.bury(self.pid)
        return self.said

    def _take(self, line: str) -> None:
        """A process that broke says so on a line of its own: a loop over dead ones would prove nothing."""
        if line.startswith("!"):
            raise AssertionError("in the forked process:\n" + json.loads(line[1:]))
        if line.endswith("\n"):
            self.said.append(line[:-1])


def _answer(say: Callable[[str], None], act: str, *arguments: object) -> None:
    from helpers.nursery import found

    say(json.dumps(found(act)(*arguments)))
