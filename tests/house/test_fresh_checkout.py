"""One command from a bare machine: the environment, the lock, the order of the checks."""

from __future__ import annotations

import importlib
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pypdf
import pytest

from helpers.house import ROOT

HOLDER = """
import sys; sys.path.insert(0, {packaging!r})
from pathlib import Path
import surroundings
surroundings.ROOT = Path({root!r})
with surroundings.alone():
    print("held", flush=True); sys.stdin.read()
"""


@pytest.fixture
def packaging(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], ModuleType]]:
    """Imports a module of the folder packaging as dev.py's own start does."""
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    yield importlib.import_module
    for name in ("dev", "screens", "surroundings"):
        sys.modules.pop(name, None)


@pytest.fixture
def dev(packaging: Callable[[str], ModuleType], monkeypatch: pytest.MonkeyPatch) -> Any:
    module = packaging("dev")
    monkeypatch.setattr(module, "prepare", lambda: None)
    monkeypatch.setattr(module, "need_pdf_readers", lambda: None)
    monkeypatch.setattr(module, "need_window", lambda: None)
    monkeypatch.setattr(module, "need_screen", lambda: "")
    return module


@pytest.fixture
def surroundings(packaging: Callable[[str], ModuleType]) -> Any:
    return packaging("surroundings")


def calls_of(module: Any, monkeypatch: pytest.MonkeyPatch, failing: str = "") -> list[str]:
    """The programs a module calls from now on, by name; the one named fails."""
    seen: list[str] = []

    def call(*command: object) -> int:
        words = [Path(str(command[0])).name, *(str(part) for part in command[1:])]
        name = "pytest" if "pytest" in words else words[0]
        seen.append(" ".join([name, *words[words.index(name) + 1 :]]))
        return int(name == failing)

    monkeypatch.setattr(module, "call", call)
    return seen


# The lock


def test_the_lock_pins_every_package_by_hash_and_names_no_address() -> None:
    text = (ROOT / "packaging" / "requirements.lock").read_text(encoding="utf-8")
    pins = re.split(r"\n(?=\S)", text.strip())[1:]
    assert len(pins) > 40
    assert "://" not in text
    assert all(re.match(r"[a-z0-9-]+==\S+.* \\\n    --hash=sha256:[0-9a-f]{64}", pin) for pin in pins)


def test_the_lock_holds_what_the_project_declares() -> None:
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    declared = [
        *pyproject["project"]["dependencies"],
        *pyproject["dependency-groups"]["dev"],
        *pyproject["build-system"]["requires"],
    ]
    text = (ROOT / "packaging" / "requirements.lock").read_text(encoding="utf-8")
    pinned = set(re.findall(r"^([a-z0-9-]+)==", text, re.MULTILINE))
    names = {re.split(r"[<>=!~; \[]", requirement)[0].lower() for requirement in declared}
    assert len(names) > 15
    assert names - pinned == set()


def test_a_lock_that_would_name_an_address_is_refused_and_left_as_it_was(
    dev: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    lock = tmp_path / "requirements.lock"
    lock.write_text("before\n", encoding="utf-8")
    monkeypatch.setattr(dev, "LOCK", lock)
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    monkeypatch.setattr(dev.shutil, "which", lambda *_, **__: "uv")

    def compile_with_address(*_: object) -> int:
        lock.write_text("--index-url https://example.invalid\n", encoding="utf-8")
        return 0

    monkeypatch.setattr(dev, "call", compile_with_address)
    with pytest.raises(SystemExit):
        dev.lock([])
    assert lock.read_text(encoding="utf-8") == "before\n"


# The environment


def test_the_environment_is_renewed_when_the_lock_changes(
    surroundings: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    lock, venv = tmp_path / "requirements.lock", tmp_path / "venv"
    lock.write_text("a==1\n", encoding="utf-8")
    venv.mkdir()
    monkeypatch.setattr(surroundings, "LOCK", lock)
    monkeypatch.setattr(surroundings, "VENV", venv)
    monkeypatch.setattr(surroundings, "PYTHON", Path(sys.executable))
    assert not surroundings.up_to_date()
    (venv / ".rondo-stamp").write_text(surroundings.stamp(), encoding="utf-8")
    assert surroundings.up_to_date()
    lock.write_text("a==2\n", encoding="utf-8")
    assert not surroundings.up_to_date()
    assert surroundings.usable()


def test_an_environment_that_was_moved_is_made_anew(
    surroundings: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / ".rondo-stamp").write_text(surroundings.stamp(), encoding="utf-8")
    monkeypatch.setattr(surroundings, "VENV", tmp_path)
    monkeypatch.setattr(surroundings, "PYTHON", Path(sys.executable))
    assert surroundings.usable()
    monkeypatch.setattr(surroundings, "ROOT", tmp_path)
    assert not surroundings.usable()


def test_a_matching_environment_is_left_alone(surroundings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(surroundings, "up_to_date", lambda: True)
    monkeypatch.setattr(surroundings, "need_qt", lambda: None)
    seen = calls_of(surroundings, monkeypatch)
    surroundings.prepare()
    assert seen == []


def test_two_runs_never_change_the_environment_together(surroundings: Any, tmp_path: Path) -> None:
    fcntl = pytest.importorskip("fcntl")
    script = HOLDER.format(packaging=str(ROOT / "packaging"), root=str(tmp_path))
    holder = subprocess.Popen([sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert holder.stdout is not None
    try:
        assert holder.stdout.readline() == b"held\n"
        with (tmp_path / ".venv.lock").open("a") as file:
            with pytest.raises(BlockingIOError):
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            holder.communicate(b"")
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    finally:
        holder.kill()
        holder.communicate()


# System packages


def test_without_root_the_exact_command_is_printed(
    surroundings: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(surroundings.shutil, "which", lambda _: "/usr/bin/apt-get")
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    with pytest.raises(SystemExit) as ended:
        surroundings.need_packages(*surroundings.QT_LIBRARIES, why="Qt misses system libraries.")
    assert ended.value.code == 1
    assert capsys.readouterr().err.splitlines()[-1] == (
        "  sudo apt-get install libgl1 libegl1 libxkbcommon0 libglib2.0-0 libfontconfig1 libdbus-1-3"
        " libgssapi-krb5-2"
    )


def test_root_fetches_the_package_lists_only_when_the_first_try_fails(
    surroundings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(surroundings.shutil, "which", lambda _: "/usr/bin/apt-get")
    monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)
    codes = iter((0, 100, 0, 0))
    seen = []

    def apt(command: tuple[str, ...]) -> subprocess.CompletedProcess[str]:
        seen.append(command[1])
        return subprocess.CompletedProcess(command, next(codes), stdout="")

    monkeypatch.setattr(surroundings, "apt", apt)
    surroundings.need_packages("one", why="")
    assert seen == ["install"]
    surroundings.need_packages("two", why="")
    assert seen == ["install", "install", "update", "install"]


# The commands


def test_without_a_display_the_brief_of_the_worked_case_is_written(
    dev: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "PYTHON", sys.executable)
    monkeypatch.setattr(dev, "has_display", lambda: False)
    monkeypatch.chdir(tmp_path)
    assert dev.run([]) == 0
    assert len(pypdf.PdfReader(tmp_path / "brief.pdf").pages) > 2
    assert [path.name for path in tmp_path.iterdir()] == ["brief.pdf"]
    (said,) = capsys.readouterr().out.splitlines()
    assert "display" in said
    assert said.endswith("brief.pdf.")


def test_arguments_go_to_rondo_as_they_are(dev: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[list[str]] = []
    monkeypatch.setattr(dev, "WINDOWS", False)
    monkeypatch.setattr(dev, "has_display", lambda: False)
    monkeypatch.setattr(os, "execv", lambda _, command: seen.append(command))
    dev.run(["brief", "a b.rondo", "-o", "out.pdf"])
    assert seen == [[str(dev.PYTHON), "-m", "rondo", "brief", "a b.rondo", "-o", "out.pdf"]]


def test_with_a_display_and_no_arguments_the_worked_case_opens(
    dev: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[list[str]] = []
    monkeypatch.setattr(dev, "WINDOWS", False)
    monkeypatch.setattr(dev, "has_display", lambda: True)
    monkeypatch.setattr(os, "execv", lambda _, command: seen.append(command))
    dev.run([])
    assert seen == [[str(dev.PYTHON), "-m", "rondo", "open", "--from", "theme-park"]]


@pytest.mark.parametrize("variable", ["DISPLAY", "WAYLAND_DISPLAY"])
def test_a_display_is_seen_where_there_is_one(
    dev: Any, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    assert not dev.has_display()
    monkeypatch.setenv(variable, ":1")
    assert dev.has_display()


def test_the_checks_run_in_order_and_pytest_last(dev: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = calls_of(dev, monkeypatch)
    monkeypatch.setattr(dev, "workers", lambda: ["-n", "2"])
    assert dev.test([]) == 0
    assert seen == ["ruff check .", "ruff format --check .", "mypy", "lint-imports", "pytest -n 2"]


@pytest.mark.parametrize(("failing", "ran"), [("ruff", 1), ("mypy", 3), ("lint-imports", 4), ("pytest", 5)])
def test_the_first_check_that_fails_ends_the_run_and_is_named_last(
    dev: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], failing: str, ran: int
) -> None:
    seen = calls_of(dev, monkeypatch, failing)
    with pytest.raises(SystemExit) as ended:
        dev.test([])
    assert (ended.value.code, len(seen)) == (1, ran)
    assert re.fullmatch(r"Stopped: .+ failed\.", capsys.readouterr().err.splitlines()[-1])


def test_with_pytest_arguments_only_pytest_runs(dev: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = calls_of(dev, monkeypatch)
    assert dev.test(["--long", "-k", "name"]) == 0
    assert seen == ["pytest --long -k name"]


def test_long_alone_runs_everything_with_the_long_tests(dev: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = calls_of(dev, monkeypatch)
    monkeypatch.setattr(dev, "workers", list)
    dev.test(["--long"])
    assert len(seen) == 5
    assert seen[-1] == "pytest --long"


def test_an_unknown_command_says_what_there_is(dev: Any, capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["dance"]) == 2
    assert dev.main([]) == 2
    assert "run | test | bench | lock" in capsys.readouterr().err


def test_ci_runs_exactly_the_command_that_the_readme_gives() -> None:
    lines = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert lines[-1] == "python3 packaging/dev.py test"
    assert lines[-1] in (ROOT / "README.md").read_text(encoding="utf-8")
    assert os.name == "nt" or os.access(ROOT / ".ci" / "run", os.X_OK)
