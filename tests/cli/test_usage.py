"""Help, wrong usage, languages, and a surrounding that does not play along."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from helpers.terminal import Rondo, as_process, command, environment, everything_in
from rondo import __version__
from rondo.cli import COMMANDS
from rondo.commands import write_brief
from rondo.commands.terminal import one_line

WINDOWS = [[], ["park.rondo"], ["open", "park.rondo"], ["--", "park.rondo"], ["open", "--from", "theme-park"]]


@pytest.mark.parametrize("arguments", WINDOWS, ids=" ".join)
def test_without_a_display_one_sentence_says_so(
    arguments: list[str], rondo: Rondo, park: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(park.parent)
    before = everything_in(park.parent)
    assert "no display" in rondo(*arguments).sentence()
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    if sys.platform == "linux":
        assert "no display" in rondo(*arguments).sentence()
    assert everything_in(park.parent) == before


def test_a_worked_case_that_there_is_none_of_cannot_be_opened(rondo: Rondo) -> None:
    done = rondo("open", "--from", "frobnicate")
    assert done.code == 2 and "theme-park" in done.err


def test_what_is_neither_command_nor_file_is_named(rondo: Rondo) -> None:
    assert "frobnicate" in rondo("frobnicate").sentence()


def test_the_version_is_printed() -> None:
    assert as_process("--version").fine() == f"rondo {__version__}\n"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(name: str, rondo: Rondo) -> None:
    text = rondo(name, "--help").fine()
    assert f"usage: rondo {name}" in text and f"rondo {name} " in text.splitlines()[-1]
    assert name in rondo("--help").fine()


@pytest.mark.parametrize("language, word", [("nl", "gebruik"), ("te", "వాడకం")])
def test_help_and_refusals_speak_the_language_of_the_person(
    language: str, word: str, rondo: Rondo, monkeypatch: pytest.MonkeyPatch
) -> None:
    english = rondo("check", "none.rondo").sentence()
    monkeypatch.setenv("RONDO_LANGUAGE", language)
    assert rondo("--help").fine().startswith(word)
    assert rondo("check", "none.rondo").sentence() != english


@pytest.mark.parametrize(
    "arguments",
    [
        ["--nonsense"],
        ["check"],
        ["export", "park.rondo"],
        ["export", "park.rondo", "--out", "x.json"],
        ["figure", "park.rondo", "curve", "-o", "x.svg"],
        ["figure", "park.rondo", "journey", "-o", "x.gif"],
        ["figure", "park.rondo", "journey", "-o", "x"],
        ["brief", "park.rondo", "-o", "x.pdf", "--paper", "a5"],
        ["brief", "park.rondo", "-o", "x.pdf", "--language", "fr"],
        ["sql", "park.rondo"],
        ["check", "a", "b"],
    ],
)
def test_wrong_usage_ends_with_2_and_makes_nothing(
    arguments: list[str], rondo: Rondo, park: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(park.parent)
    before = everything_in(park.parent)
    done = rondo(*arguments)
    assert done.code == 2 and done.out == "" and "usage: rondo" in done.err and "Traceback" not in done.err
    assert everything_in(park.parent) == before


def test_the_choices_of_the_brief_are_those_of_the_brief_itself() -> None:
    from rondo.brief.sections import PRESETS
    from rondo.brief.setting import PAPERS

    assert set(write_brief.PRESETS) == set(PRESETS)
    assert set(write_brief.PAPERS) == set(PAPERS)


def test_a_reader_that_goes_away_early_is_no_error(park: Path) -> None:
    statement = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 200000) SELECT i FROM n"
    process = subprocess.Popen(
        command("sql", park, statement), env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None and process.stderr is not None
    assert process.stdout.readline() == b"i\n"
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(60) == 1


def test_standard_output_that_takes_no_more_is_one_sentence(park: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            command("sql", park, "SELECT * FROM step"), env=environment(), stdout=full, stderr=subprocess.PIPE
        )
    assert done.returncode == 1 and done.stderr.count(b"\n") == 1 and b"Traceback" not in done.stderr


@pytest.mark.parametrize("arguments", [["--help"], ["new", "--list"]])
def test_help_that_cannot_be_printed_is_one_sentence(arguments: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command(*arguments), env=environment(), stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 1 and done.stderr.count(b"\n") == 1 and b"Traceback" not in done.stderr


def test_an_interrupt_in_the_middle_of_a_question_is_quiet(rondo: Rondo, park: Path) -> None:
    statement = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    ctrl_c = threading.Timer(0.5, lambda: os.kill(os.getpid(), signal.SIGINT))
    ctrl_c.start()
    done = rondo("sql", park, statement)
    ctrl_c.join()
    assert (done.code, done.out, done.err) == (130, "", "")


def test_a_file_name_that_is_no_text_is_spoken_of_all_the_same(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/\xff\n\x1b[31m.rondo"
    done = subprocess.run([*command("check"), name], env=environment(), capture_output=True)
    assert done.returncode == 1 and done.stderr.count(b"\n") == 1 and b"\x1b" not in done.stderr


def test_one_line_keeps_letters_of_every_script_and_drops_what_redraws() -> None:
    assert one_line("క్\u200cష 😀\u200d é\u2028a\nb\x1b[0m") == "క్\u200cష 😀\u200d é a b [0m"


def test_a_working_area_that_cannot_be_used_does_not_keep_a_file_from_being_read(
    rondo: Rondo, park: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where a folder should be")
    monkeypatch.setenv("RONDO_HOME", str(blocked))
    done = rondo("export", park, "-o", tmp_path / "out.json")
    assert done.code == 0 and done.err.count("\n") <= 1
    assert (tmp_path / "out.json").stat().st_size > 1000
    assert "blocked" in rondo("new", tmp_path / "new.rondo").sentence()
    assert not (tmp_path / "new.rondo").exists()


def test_the_module_runs_as_the_command_does() -> None:
    done = subprocess.run(command("new", "--list"), env=environment(), capture_output=True)
    assert done.returncode == 0 and b"theme-park\t" in done.stdout
