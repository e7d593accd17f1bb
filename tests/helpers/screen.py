"""A real screen that nobody sees: Xvfb, a window manager, a mouse, a keyboard, a screen reader's ear."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from msgspec import Struct

from helpers.house import PACKAGES, ROOT

EYES = ROOT / "tests" / "window" / "eyes.py"
SYSTEM_PYTHON = "/usr/bin/python3"
PATIENCE = 40.0
"""Seconds after which a thing that should appear is missing."""


def missing() -> list[str]:
    """What the machine lacks for a real window."""
    programs = [name for name in ("Xvfb", "openbox", "xdotool", "dbus-daemon") if shutil.which(name) is None]
    ears = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/python3/dist-packages/pyatspi")
    return programs + [path for path in ears if not Path(path).exists()]


class Seen(Struct, frozen=True, dict=True):
    """One thing that a screen reader can tell of. `box`: left, top, width, height on the screen."""

    depth: int
    name: str
    role: str
    description: str
    box: tuple[int, int, int, int]
    states: frozenset[str]
    text: str
    actions: tuple[str, ...]

    @property
    def middle(self) -> tuple[int, int]:
        x, y, width, height = self.box
        return x + width // 2, y + height // 2

    @property
    def showing(self) -> bool:
        return "showing" in self.states and self.box[2] > 0 and self.box[3] > 0


@dataclass
class Program:
    """Rondo in a process of its own."""

    screen: Screen
    process: subprocess.Popen[bytes]
    log: Path

    def look(self, *names: str) -> list[Seen]:
        """Everything a screen reader is told now; with `names`, which is quicker, what of it is on the
        screen and has one of them. One that ends in * is how a name begins."""
        done = subprocess.run(
            [SYSTEM_PYTHON, str(EYES), str(self.process.pid), *names],
            env=self.screen.surroundings,
            capture_output=True,
            timeout=120,
        )
        assert done.returncode == 0, done.stderr.decode()
        return [_seen(json.loads(line)) for line in done.stdout.splitlines()]

    def all(self, name: str, role: str | None = None) -> list[Seen]:
        """The things of that name (and role) that are on the screen."""
        return [t for t in self.look(name) if t.showing and role in (None, t.role)]

    def find(self, name: str, role: str | None = None) -> Seen:
        """The first thing of that name on the screen, waited for. AssertionError with all names if none."""
        found: list[Seen] = []

        def there() -> bool:
            found[:] = self.all(name, role)
            return bool(found)

        self.until(there, lambda: f"no {name!r} ({role}) among {self.names()}")
        return found[0]

    def find_any(self, names: Sequence[str], role: str) -> Seen:
        """The first thing of that role on the screen that has one of these names, waited for."""
        found: list[Seen] = []

        def there() -> bool:
            found[:] = [t for t in self.look(*names) if t.showing and t.role == role]
            return bool(found)

        self.until(there, lambda: f"none of {names} ({role}) among {self.names()}")
        return found[0]

    def names(self) -> list[str]:
        """The names on the screen."""
        return [f"{t.role}: {t.name}" for t in self.look() if t.name and t.showing]

    def until(
        self, true: Callable[[], bool], why: Callable[[], str] = lambda: "it did not come true"
    ) -> None:
        """It became true in time, while the program lived."""
        end = time.monotonic() + PATIENCE
        while not true():
            assert self.process.poll() is None, f"Rondo ended: {self.said()}"
            assert time.monotonic() < end, f"{why()}\n{self.said()}"
            time.sleep(0.1)

    def said(self) -> str:
        """What the program wrote on its standard outputs."""
        return self.log.read_text(errors="replace")

    def kill(self) -> None:
        """As if the power went."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def quit(self) -> None:
        """Asked to end by the system; it ends well."""
        self.process.send_signal(signal.SIGTERM)
        assert self.process.wait(PATIENCE) == 0, self.said()


@dataclass
class Screen:
    """One virtual display with everything on it."""

    surroundings: dict[str, str]
    folder: Path
    started: list[Program] = field(default_factory=list)

    def start(self, *arguments: object, **more: str) -> Program:
        """Rondo is started with these arguments."""
        log = self.folder / f"program-{len(self.started)}.log"
        with log.open("wb") as out:
            process = subprocess.Popen(
                [sys.executable, "-m", "rondo", *map(str, arguments)],
                env={**self.surroundings, **more},
                stdout=out,
                stderr=subprocess.STDOUT,
                cwd=self.folder,
            )
        self.started.append(Program(self, process, log))
        return self.started[-1]

    def hand(self, *words: object) -> None:
        """xdotool does this."""
        subprocess.run(
            ["xdotool", *map(str, words)], env=self.surroundings, check=True, timeout=60, capture_output=True
        )

    def click(self, at: tuple[int, int], *, times: int = 1, button: int = 1) -> None:
        """A click there."""
        self.hand("mousemove", *at, "sleep", 0.1, "click", "--repeat", times, "--delay", 60, button)
        time.sleep(0.25)

    def drag(self, start: tuple[int, int], goal: tuple[int, int]) -> None:
        """Pressed here, moved in steps as a hand does, let go there."""
        way: list[object] = ["mousemove", *start, "sleep", 0.15, "mousedown", 1, "sleep", 0.15]
        for part in range(1, 11):
            x, y = (round(a + (b - a) * part / 10) for a, b in zip(start, goal, strict=True))
            way += ["mousemove", x, y, "sleep", 0.05]
        self.hand(*way, "mousemove", goal[0] + 1, goal[1], "sleep", 0.15, "mouseup", 1)
        time.sleep(0.3)

    def type(self, text: str) -> None:
        """These letters are typed."""
        self.hand("type", "--delay", 15, text)
        time.sleep(0.1)

    def keys(self, *names: str) -> None:
        """These keys are pressed one after the other ("ctrl+z", "Return")."""
        self.hand("key", "--delay", 50, *names)
        time.sleep(0.15)

    def picture(self, path: Path) -> None:
        """The screen as it is, as a PNG."""
        subprocess.run(
            ["import", "-window", "root", str(path)], env=self.surroundings, check=True, timeout=60
        )


@contextmanager
def screen(folder: Path, size: str = "1280x800") -> Iterator[Screen]:
    """A screen of that size with a window manager and an accessibility bus; all of it gone at the end."""
    with _display(size) as display, _bus(folder, display) as bus:
        surroundings = _surroundings(folder, display, bus)
        manager = _quietly("openbox", env=surroundings)
        made = Screen(surroundings, folder)
        try:
            yield made
        finally:
            for program in made.started:
                if program.process.poll() is None:
                    program.kill()
            _end(manager)


@contextmanager
def _display(size: str) -> Iterator[str]:
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{size}x24", "-nolisten", "tcp"],
        pass_fds=(write,),
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    try:
        with os.fdopen(read) as answer:
            number = answer.readline().strip()
        assert number, "Xvfb did not start"
        yield f":{number}"
    finally:
        _end(server)


@contextmanager
def _bus(folder: Path, display: str) -> Iterator[str]:
    """A session bus of its own, on which the accessibility bus starts when it is asked for."""
    runtime = folder / "runtime"
    runtime.mkdir(mode=0o700, exist_ok=True)
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address=1"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "DISPLAY": display, "XDG_RUNTIME_DIR": str(runtime)},
    )
    assert daemon.stdout is not None
    try:
        yield daemon.stdout.readline().decode().strip()
    finally:
        _end(daemon)
        daemon.stdout.close()


def _surroundings(folder: Path, display: str, bus: str) -> dict[str, str]:
    paths = os.pathsep.join(str(path.parent) for path in PACKAGES.values())
    own = {
        "DISPLAY": display,
        "DBUS_SESSION_BUS_ADDRESS": bus,
        "XDG_RUNTIME_DIR": str(folder / "runtime"),
        "HOME": str(folder),
        "RONDO_HOME": str(folder / "rondo"),
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "QT_ACCESSIBILITY": "1",
        "PYTHONPATH": paths,
        "QT_LOGGING_RULES": "qt.accessibility.atspi.warning=false",
        "LC_ALL": "C.UTF-8",
        "RONDO_LANGUAGE": "en",
    }
    return {**{k: v for k, v in os.environ.items() if k not in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY")}, **own}


def _quietly(program: str, env: dict[str, str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen([program], env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _seen(found: dict[str, object]) -> Seen:
    box: Sequence[int] = found["box"]  # type: ignore[assignment]
    return Seen(
        depth=int(str(found["depth"])),
        name=str(found["name"]),
        role=str(found["role"]),
        description=str(found["description"]),
        box=(box[0], box[1], box[2], box[3]),
        states=frozenset(found["states"]),  # type: ignore[call-overload]
        text=str(found["text"]),
        actions=tuple(found["actions"]),  # type: ignore[arg-type]
    )
