"""Run, test and measure Rondo from a fresh checkout: `python3 packaging/dev.py run | test | bench | lock`.

Only the standard library is needed to start. The first run makes `.venv`, installs the locked packages by
hash, and looks whether Qt finds its system libraries; later runs find all that in place.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from screens import need_screen, need_window, tell
from sockets import call_watched
from surroundings import BIN, LOCK, PYTHON, ROOT, VENV, WINDOWS, call, need_pdf_readers, prepare, stop
from swift import kept_bytecode, swift_folders

CASE = "theme-park"
"""The worked case that is shown without being asked for."""

STAGES = (
    ("ruff check", ("ruff", "check", ".")),
    ("ruff format", ("ruff", "format", "--check", ".")),
    ("mypy", ("mypy",)),
    ("import-linter", ("lint-imports",)),
)


TIERS = ("--quick", "--long")
"""How much of the tests is run, where it is not what the continuous integration runs."""


def main(arguments: Sequence[str]) -> int:
    """Carries out one command and answers with its exit code."""
    commands = {"run": run, "test": test, "bench": bench, "lock": lock}
    if not arguments or arguments[0] not in commands:
        print((__doc__ or "").strip(), file=sys.stderr)
        return 0 if arguments and arguments[0] in ("-h", "--help") else 2
    return commands[arguments[0]](list(arguments[1:]))


def run(arguments: list[str]) -> int:  # noqa: RET503 - at the end this process becomes Rondo
    """`rondo ARGUMENTS`; without arguments the worked case in a window, or its brief without a display."""
    prepare()
    if not arguments and not has_display():
        return brief_without_display()
    need_window()
    command = [str(PYTHON), "-m", "rondo", *(arguments or ["open", "--from", CASE])]
    if WINDOWS:
        return subprocess.run(command).returncode
    os.execv(command[0], command)


def brief_without_display() -> int:
    """Writes the brief of the worked case to `brief.pdf` in the current folder."""
    with tempfile.TemporaryDirectory() as folder:
        case = Path(folder) / f"{CASE}.rondo"
        steps = (("new", str(case), "--from", CASE), ("brief", str(case), "-o", "brief.pdf"))
        for step in steps:
            done = subprocess.run([str(PYTHON), "-m", "rondo", *step], stdout=subprocess.DEVNULL)
            if done.returncode:
                return done.returncode
    print("There is no display to open a window on, so the brief of the worked case is now in brief.pdf.")
    return 0


def test(arguments: list[str]) -> int:
    """Every check in order, up to the first that fails; with pytest arguments, only pytest with these.

    `--quick` leaves out what is marked slow, `--long` adds what is marked long. A run of everything is
    watched: it fails where anything opens a socket of a network.
    """
    prepare()
    need_pdf_readers()
    skipped = need_screen()
    tiers = [argument for argument in arguments if argument in TIERS]
    chosen = [argument for argument in arguments if argument not in TIERS]
    command = [PYTHON, "-m", "pytest", *tiers, *(chosen or workers())]
    with kept_bytecode(VENV / "bytecode"):
        if chosen:
            code, unwatched = call(*command), ""
        else:
            check_style()
            with swift_folders():
                code, unwatched = call_watched(command, call)
    if code:
        stop("Stopped: pytest failed.")
    tell(skipped)
    tell(unwatched)
    return 0


def check_style() -> None:
    """Style, types and walls hold, or the first that does not ends the run."""
    for name, command in STAGES:
        if call(BIN / command[0], *command[1:]):
            stop(f"Stopped: {name} failed.")


def bench(arguments: list[str]) -> int:
    """Measures what is built and prints it; `--json OUT` also writes it to a file."""
    parser = argparse.ArgumentParser(prog="dev.py bench", description=bench.__doc__)
    parser.add_argument("--json", type=Path, metavar="OUT", help="write the figures to this file")
    parser.add_argument("names", nargs="*", help="only these benchmarks")
    chosen = parser.parse_args(arguments)
    prepare()
    output = ["--json", str(chosen.json.absolute())] if chosen.json else []
    os.environ["PYTHONPATH"] = str(ROOT / "tests")
    return call(PYTHON, "-m", "bench", *output, *chosen.names)


def lock(arguments: list[str]) -> int:
    """Pins every dependency with its hashes; further arguments go to uv (`--upgrade`)."""
    uv = shutil.which("uv", path=str(BIN)) or shutil.which("uv")
    if uv is None:
        stop("uv is needed to write the lock: run `dev.py test` once, or put uv on the path.")
    before = LOCK.read_text(encoding="utf-8") if LOCK.exists() else ""
    options = "--universal --generate-hashes --python-version 3.11 --no-annotate --no-header --quiet"
    target = ("--group", "dev", "pyproject.toml", "-o", LOCK.relative_to(ROOT))
    if code := call(uv, "pip", "compile", *options.split(), *arguments, *target):
        return code
    pins = LOCK.read_text(encoding="utf-8")
    if "://" in pins:
        LOCK.write_text(before, encoding="utf-8")
        stop("The lock would name an address; it is left as it was.")
    LOCK.write_text("# Written by `python3 packaging/dev.py lock`.\n" + pins, encoding="utf-8")
    return 0


def has_display() -> bool:
    """Whether a window could open here."""
    return sys.platform != "linux" or any(os.environ.get(key) for key in ("DISPLAY", "WAYLAND_DISPLAY"))


def workers() -> list[str]:
    """Three at once on two processors: a test often waits, for a disk, a process or a window.

    Whoever is done first takes half of what another has left.
    """
    return ["-n", "3", "--dist", "worksteal"] if (os.cpu_count() or 1) >= 2 else []


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
