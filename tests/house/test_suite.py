"""The suite itself is strict: what goes wrong beside a test fails that test."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from helpers.house import ROOT

CASES = """
import os, threading, warnings
import pytest
from PySide6.QtCore import qWarning

class Breaking:
    def __del__(self):
        raise ValueError

def test_a_thread_fails():
    thread = threading.Thread(target=lambda: 1 / 0)
    thread.start()
    thread.join()

def test_a_finaliser_fails():
    Breaking()

def test_a_warning_is_given():
    warnings.warn("old", DeprecationWarning)

def test_qt_warns():
    qWarning("wrong use")

def test_a_file_of_somebody_else_is_opened():
    try:
        open("/somebody/else")
    except OSError:
        pass

def test_the_environment_is_left_changed():
    os.environ["LEFT"] = "here"

def test_all_is_well():
    assert "LEFT" not in os.environ

@pytest.mark.slow
def test_a_slow_one_is_run():
    pass

@pytest.mark.long
def test_a_long_one_is_left_out():
    pass
"""


def summary(folder: Path, *arguments: str) -> dict[str, int]:
    """The counts in pytest's last line for the cases above, run under the project's own settings."""
    file = folder / "test_cases.py"
    file.write_text(CASES, encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-c",
        str(ROOT / "pyproject.toml"),
        "-p",
        "conftest",
        str(file),
    ]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "tests")}
    done = subprocess.run([*command, *arguments], capture_output=True, text=True, env=environment, cwd=folder)
    counts = re.findall(r"(\d+) (failed|passed|deselected|error)", done.stdout.splitlines()[-1])
    return {word: int(number) for number, word in counts}


def test_what_goes_wrong_beside_a_test_fails_it(tmp_path: Path) -> None:
    foreign = sys.platform == "linux"
    found = summary(tmp_path)
    assert found.pop("error", 0) == 1 + foreign
    assert found == {"failed": 4, "passed": 4, "deselected": 1}


def test_long_tests_run_when_they_are_asked_for(tmp_path: Path) -> None:
    assert summary(tmp_path, "--long", "-k", "is_well or left_out") == {"passed": 2, "deselected": 7}


def test_quick_runs_then_leave_out_the_slow_tests_too(tmp_path: Path) -> None:
    found = summary(tmp_path, "--quick")
    assert (found["passed"], found["deselected"]) == (3, 2)


def test_application_data_of_a_test_is_in_a_folder_of_its_own(own_folders: Path) -> None:
    assert os.environ["HOME"] == str(own_folders)
    assert Path(os.environ["XDG_DATA_HOME"]).is_relative_to(own_folders)
    assert "RONDO_HOME" not in os.environ
