"""The process behind `helpers.killing`: `-m helpers.nursery FD` forks what is asked for on a socket."""

from __future__ import annotations

import gc
import importlib
import json
import os
import signal
import socket
import sys
import traceback
from collections.abc import Callable
from typing import Any

import rondofile.headless
import rondofile.rescuing.recovery
import rondofile.thread
import rondofile.verdict

LOADED = (rondofile.headless, rondofile.rescuing.recovery, rondofile.thread, rondofile.verdict)
"""What every fork has imported already."""


def found(name: str) -> Callable[..., Any]:
    """The function of that name, as `module:name`."""
    module, _, path = name.partition(":")
    act: Any = importlib.import_module(module)
    for part in path.split("."):
        act = getattr(act, part)
    return act  # type: ignore[no-any-return]


def serve(control: socket.socket) -> None:
    """Every request is answered until the other side is gone; then what still lives is killed."""
    living: set[int] = set()
    while True:
        request, descriptors, _, _ = socket.recv_fds(control, 65_536, 1)
        if not request:
            break
        while not request.endswith(b"\n"):
            request += control.recv(65_536)
        name, arguments = json.loads(request)
        answer = _born(control, name, arguments, descriptors[0]) if name else _buried(arguments[0])
        living ^= {answer if name else arguments[0]}
        control.sendall(b"%d\n" % answer)
    for pid in living:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)


def _born(control: socket.socket, name: str, arguments: list[Any], ears: int) -> int:
    act = found(name)  # imported here, once for all that come after
    pid = os.fork()
    if pid == 0:
        control.close()
        _live(act, arguments, ears)
    os.close(ears)
    return pid


def _live(act: Callable[..., Any], arguments: list[Any], ears: int) -> None:
    try:
        act(lambda line: os.write(ears, f"{line}\n".encode()), *arguments)
    except BaseException:
        os.write(ears, b"!" + json.dumps(traceback.format_exc()[-3_000:]).encode() + b"\n")
        os._exit(1)
    os._exit(0)


def _buried(pid: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


if __name__ == "__main__":
    gc.collect()
    gc.freeze()
    serve(socket.socket(fileno=int(sys.argv[1])))
