"""What Rondo needs around it: the virtual environment, the system libraries, the programs of the tests.

Each `need_...` leaves what it is named for in place, or exits 1 with the command that a person can run.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, NoReturn

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
LOCK = ROOT / "packaging" / "requirements.lock"
WINDOWS = os.name == "nt"
BIN = VENV / ("Scripts" if WINDOWS else "bin")
PYTHON = BIN / ("python.exe" if WINDOWS else "python")

QT_LIBRARIES = (
    "libgl1",
    "libegl1",
    "libxkbcommon0",
    "libglib2.0-0",
    "libfontconfig1",
    "libdbus-1-3",
    "libgssapi-krb5-2",
)
PDF_READERS = ("pdftotext", "pdffonts", "pdftoppm")
QT_PROBE = "import sys; from PySide6.QtGui import QGuiApplication; QGuiApplication(sys.argv[:1])"
QT_SYMPTOMS = ("cannot open shared object", "Could not load the Qt platform plugin")


def prepare() -> None:
    """The environment is there, matches the lock, and Qt starts in it."""
    if sys.version_info < (3, 11):  # noqa: UP036 - the first thing that an older Python gets to run
        stop(f"Rondo needs Python 3.11 or later; this is {sys.version.split()[0]}.")
    if not up_to_date():
        with alone():
            if not up_to_date():
                install()
    need_qt()


def install() -> None:
    """Makes or renews `.venv` from the lock and stamps it. Exits 1 where a step fails."""
    if not usable():
        make_venv()
    stamp_file().unlink(missing_ok=True)
    os.environ.update(PIP_DISABLE_PIP_VERSION_CHECK="1", PIP_NO_INPUT="1", PIP_ROOT_USER_ACTION="ignore")
    say("Installing the locked packages ...")
    pip = (PYTHON, "-m", "pip", "install", "-qq")
    if call(*pip, "--require-hashes", "--only-binary", ":all:", "-r", LOCK):
        stop("The locked packages could not be installed. Is the network there? Then delete .venv.")
    if call(*pip, "--no-deps", "--no-build-isolation", "-e", ROOT):
        stop("Rondo could not be installed into .venv; delete .venv and try again.")
    stamp_file().write_text(stamp(), encoding="utf-8")


def make_venv() -> None:
    """A new `.venv`; Debian splits the part of Python that makes one into a package of its own."""
    try:
        import ensurepip  # noqa: F401
    except ImportError:
        need_packages("python3-venv", why="Python cannot make a virtual environment.")
    say("Making .venv ...")
    creator = getattr(sys, "_base_executable", "") or sys.executable
    if call(creator, "-m", "venv", "--clear", VENV):
        stop("The virtual environment .venv could not be made.")


def usable() -> bool:
    """Whether `.venv` can be brought up to date in place: made here, by this Python, with pip in it."""
    if stamp_file().exists() and stamp_file().read_text(encoding="utf-8").splitlines()[:1] != [str(ROOT)]:
        return False
    wanted = f"{sys.version_info.major}.{sys.version_info.minor}"
    probe = "import pip, sys; print('%d.%d' % sys.version_info[:2])"
    try:
        done = subprocess.run([str(PYTHON), "-c", probe], capture_output=True, text=True)
    except OSError:
        return False
    return done.returncode == 0 and done.stdout.strip() == wanted


def up_to_date() -> bool:
    """Whether `.venv` was finished from this lock by this Python, in this place."""
    return PYTHON.exists() and stamp_file().exists() and stamp_file().read_text(encoding="utf-8") == stamp()


def stamp() -> str:
    """Where `.venv` stands (its scripts name the place), and from what it was made, as one hash."""
    parts = (LOCK.read_bytes(), (ROOT / "pyproject.toml").read_bytes(), sys.version.encode())
    return f"{ROOT}\n{hashlib.sha256(bytes(1).join(parts)).hexdigest()}\n"


def stamp_file() -> Path:
    return VENV / ".rondo-stamp"


def need_qt() -> None:
    """Qt starts without a window; the system libraries it misses are installed, or named."""
    for attempt in (1, 2):
        done = probe_qt()
        if done.returncode == 0:
            return
        if attempt == 2 or sys.platform != "linux" or not any(sign in done.stderr for sign in QT_SYMPTOMS):
            stop(f"Qt does not start:\n{done.stderr.strip()}")
        with alone():
            if probe_qt().returncode:
                need_packages(*QT_LIBRARIES, why="Qt misses system libraries.")


def probe_qt() -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run([str(PYTHON), "-c", QT_PROBE], capture_output=True, text=True, env=environment)


def need_pdf_readers() -> None:
    """The programs with which the tests read PDFs back are there."""
    missing = [name for name in PDF_READERS if shutil.which(name) is None]
    if not missing:
        return
    if sys.platform != "linux":
        stop(f"The tests read PDFs with poppler ({', '.join(missing)}): install it, then try again.")
    with alone():
        need_packages("poppler-utils", why=f"The tests need {', '.join(missing)}.")


def need_packages(*packages: str, why: str) -> None:
    """Installs Debian packages as root; otherwise prints the command that would, and exits 1."""
    by_hand = "sudo apt-get install " + " ".join(packages)
    if shutil.which("apt-get") is None or os.geteuid() != 0:
        stop(f"{why} Run this once, then try again:\n  {by_hand}")
    say(f"{why} Installing {' '.join(packages)} ...")
    install_now = ("apt-get", "install", "-y", "-q", "--no-install-recommends", *packages)
    output = ""
    for command in (install_now, ("apt-get", "update", "-q"), install_now):
        done = apt(command)
        output = done.stdout
        if command is install_now and done.returncode == 0:
            return
    stop(f"{output}\nThe packages could not be installed. Run this once, then try again:\n  {by_hand}")


def apt(command: Sequence[str]) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C.UTF-8"}
    waiting = [command[0], "-o", "DPkg::Lock::Timeout=300", *command[1:]]
    return subprocess.run(
        waiting, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )


@contextlib.contextmanager
def alone() -> Iterator[None]:
    """One process at a time changes the environment; the lock ends with its process, however it ends."""
    with (ROOT / ".venv.lock").open("a") as file:
        wait_for(file)
        yield


def wait_for(file: IO[str]) -> None:
    if not WINDOWS:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX)
        return
    import msvcrt

    while True:
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
            return
        except OSError:
            time.sleep(0.5)


def call(*command: object) -> int:
    """Runs a program in the checkout, its output shown, and answers with its exit code."""
    sys.stdout.flush()
    return subprocess.run([str(part) for part in command], cwd=ROOT).returncode


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def stop(text: str) -> NoReturn:
    """Ends with exit code 1 and one clear sentence."""
    say(text)
    sys.exit(1)
