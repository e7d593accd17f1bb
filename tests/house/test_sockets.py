"""No test opens a socket of a network: the watch over the whole suite finds every one that is opened."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from helpers.house import ROOT

LOG = """\
11 execve("/usr/bin/python3", ["python3", "-m", "pytest"], 0x7ffc /* 30 vars */) = 0
11 execve("/usr/sbin/nothing", ["nothing"], 0x7ffc /* 30 vars */) = -1 ENOENT (No such file or directory)
11 socket(AF_UNIX, SOCK_STREAM|SOCK_CLOEXEC, 0) = 3
12 execve("/usr/bin/curl", ["curl", "somewhere"], 0x7ffc /* 30 vars */) = 0
12 socket(AF_INET6, SOCK_DGRAM, IPPROTO_IP) = 3
12 socket(AF_INET6, SOCK_DGRAM, IPPROTO_IP) = 4
11 socket(AF_INET, SOCK_STREAM, IPPROTO_TCP) = -1 EACCES (Permission denied)
13 socket(AF_NETLINK, SOCK_RAW, NETLINK_ROUTE) = 3
14 socket(AF_INET, SOCK_STREAM, IPPROTO_IP) = 3
"""

SCRIPT = """
import subprocess, sys
sys.path.insert(0, {packaging!r})
import sockets
if sockets._why_not():
    sys.exit(77)
def call(*command):
    return subprocess.run([str(word) for word in command]).returncode
code, note = sockets.call_watched([sys.executable, "-c", {program!r}], call)
assert not note
sys.exit(code)
"""

CHILD = "import subprocess, sys; subprocess.run([sys.executable, '-c', {0!r}], check=True)"
OPENS = "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).close()"
STAYS = "import socket; socket.socketpair()"


def opened_in(log: str) -> str:
    packaging = str(ROOT / "packaging")
    program = (
        f"import sys; sys.path.insert(0, {packaging!r}); import sockets; print(sockets.opened_in({log!r}))"
    )
    return subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout


def test_a_log_then_names_each_program_that_opened_a_socket_of_a_network() -> None:
    assert opened_in(LOG).splitlines() == [
        str(
            [
                'AF_INET6: "/usr/bin/curl", ["curl", "somewhere"]',
                'AF_INET: "/usr/bin/python3", ["python3", "-m", "pytest"]',
                "AF_INET: a process forked by one of these",
            ]
        )
    ]


def test_a_program_of_the_system_that_windows_need_then_is_not_taken_for_ours() -> None:
    started = (
        '7 execve("/usr/libexec/at-spi-bus-launcher", ["/usr/libexec/at-spi-bus-launcher"], 0x7 /* 9 */) = 0'
    )
    opened = "7 socket(AF_INET, SOCK_DGRAM|SOCK_CLOEXEC, IPPROTO_IP) = 3"
    assert opened_in(f"{started}\n{opened}").strip() == "[]"
    assert "AF_INET" in opened_in(f"{started.replace('at-spi-bus-launcher', 'other')}\n{opened}")


def test_a_run_that_opens_a_socket_then_fails_with_the_program_that_did(tmp_path: Path) -> None:
    if sys.platform != "linux" or not re.search(
        r"^TracerPid:\t0$", Path("/proc/self/status").read_text(), re.M
    ):
        pytest.skip("this run is watched itself; the watch was tried on such a program before it began")
    for program, code in ((STAYS, 0), (OPENS, 1), (CHILD.format(OPENS), 1)):
        script = SCRIPT.format(packaging=str(ROOT / "packaging"), program=program)
        done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, cwd=tmp_path)
        if done.returncode == 77:
            pytest.skip("the system lets no program be watched here")
        assert done.returncode == code, done.stderr
        assert ("AF_INET:" in done.stderr) == bool(code)
