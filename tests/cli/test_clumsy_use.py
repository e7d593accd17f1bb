"""What hurried hands and broken surroundings do to a command: one sentence, and nothing half done."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from helpers.terminal import Rondo, as_process, command, environment, everything_in
from rondo.commands import outputs
from rondofile.document import Document
from rondofile.fsops import FILES, Files
from rondofile.writing.leftovers import temporary_name

LONG_NAME, LONG_WAY = "a" * 256 + ".rondo", "a/" * 3000 + "b.rondo"


@pytest.mark.parametrize("name", [LONG_NAME, LONG_WAY], ids=["name", "way"])
@pytest.mark.parametrize(
    "arguments",
    [
        ("new", "FILE"),
        ("import", "in.json", "-o", "FILE"),
        ("import", "in.json", "-o", "FILE", "--replace"),
        ("open", "FILE"),
        ("check", "FILE"),
        ("export", "FILE", "-o", "out.json"),
    ],
    ids=lambda arguments: " ".join(arguments),
)
def test_a_path_longer_than_the_system_takes_is_one_sentence(
    name: str, arguments: tuple[str, ...], rondo: Rondo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("in.json").write_text('{"format": "rondo/1"}')
    before = everything_in(tmp_path)
    rondo(*(name if argument == "FILE" else argument for argument in arguments)).sentence()
    assert everything_in(tmp_path) == before


@pytest.mark.parametrize(
    "arguments",
    [
        ("new", ""),
        ("check", ""),
        ("",),
        ("import", "", "-o", "x"),
        ("export", "x", "-o", ""),
        ("brief", "x", "-o", ""),
        ("figure", "x", "matrix", "-o", ""),
        ("sql", "", "SELECT 1"),
    ],
    ids=lambda arguments: " ".join(arguments),
)
def test_an_empty_name_is_wrong_usage(arguments: tuple[str, ...], rondo: Rondo) -> None:
    done = rondo(*arguments)
    assert done.code == 2 and "empty file name" in done.err


def test_without_standard_output_a_result_that_nobody_gets_is_no_success(park: Path) -> None:
    done = as_process("check", park, before=lambda: os.close(1))
    assert "stdout cannot be written" in done.sentence()
    done = as_process("export", park, "-o", park.with_suffix(".json"), before=lambda: os.close(1))
    assert (done.code, done.err) == (0, "")


@pytest.mark.parametrize("before", [lambda: os.close(2), lambda: _full(2)], ids=["closed", "full"])
def test_without_standard_error_a_command_goes_on(before: Callable[[], None], tmp_path: Path) -> None:
    source, out = tmp_path / "in.json", tmp_path / "out.rondo"
    source.write_bytes(b'{"format": "rondo/1", "project": {"title": "\\u0001a"}}')
    assert as_process("import", source, "-o", out, before=before).code == 0
    assert as_process("check", tmp_path / "missing", before=before).code == 1


def test_a_locale_of_another_time_adds_nothing_to_standard_error(park: Path) -> None:
    arguments = command("figure", park, "matrix", "-o", park.with_suffix(".svg"))
    done = subprocess.run(arguments, env={**environment(), "LC_ALL": "C"}, capture_output=True, timeout=120)
    assert (done.returncode, done.stderr) == (0, b"")


def test_what_a_killed_command_left_beside_its_output_is_gone_after_the_next(
    rondo: Rondo, park: Path, tmp_path: Path
) -> None:
    asked = [sys.executable, "-c", "from rondofile.writing.leftovers import temporary_name as n; print(n())"]
    name = subprocess.run(asked, env=environment(), capture_output=True, check=True).stdout.decode().strip()
    ours, others = temporary_name(), ".rondo-00000000-1-0123456789abcdef.tmp"
    for left in (name, ours, others, "notes.tmp"):
        (tmp_path / left).write_bytes(b"half")
    rondo("export", park, "-o", tmp_path / "out.json").fine()
    assert not (tmp_path / name).exists()
    assert all((tmp_path / kept).exists() for kept in (ours, others, "notes.tmp"))


def test_a_killed_import_leaves_nothing_in_the_way_of_the_next(tmp_path: Path) -> None:
    source, out = tmp_path / "in.json", tmp_path / "out.rondo"
    source.write_bytes(b'{"format": "rondo/1"}')
    stop = "import os, rondofile.headless as h; h.put_in_place = lambda *_: os.kill(os.getpid(), 9)"
    script = f"{stop}; from rondo.cli import main; main(['import', {str(source)!r}, '-o', {str(out)!r}])"
    assert subprocess.run([sys.executable, "-c", script], env=environment(), timeout=60).returncode == -9
    assert not out.exists()
    done = as_process("import", source, "-o", out)
    assert (done.code, done.err) == (0, "") and out.exists()


def test_an_output_never_replaces_any_project(rondo: Rondo, park: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.pdf"
    rondo("new", other).fine()
    before = everything_in(tmp_path)
    for arguments in (("brief", park), ("export", park), ("figure", park, "matrix")):
        assert "other.pdf is a project" in rondo(*arguments, "-o", other).sentence()
    assert everything_in(tmp_path) == before


@pytest.mark.parametrize("ending", [".docx", ".PPTX", ".json"])
def test_a_brief_is_no_other_kind_of_document(ending: str, rondo: Rondo, park: Path) -> None:
    before = everything_in(park.parent)
    done = rondo("brief", park, "-o", park.with_suffix(ending))
    assert done.code == 2 and "end it with .pdf" in done.err
    assert everything_in(park.parent) == before


def test_import_onto_a_file_says_how_to_replace_it(rondo: Rondo, park: Path, tmp_path: Path) -> None:
    source = tmp_path / "in.json"
    source.write_bytes(b'{"format": "rondo/1"}')
    assert "--replace" in rondo("import", source, "-o", park).sentence()


def test_each_help_names_its_example(rondo: Rondo) -> None:
    said = rondo("brief", "--help").fine()
    assert said.endswith("for example:\n  rondo brief Plan.rondo -o brief.pdf --preset board\n")


def test_an_output_that_another_command_wrote_meanwhile_is_replaced_all_the_same(
    park: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, replace = tmp_path / "out.json", FILES.replace

    def after_another(files: Files, source: Path, target: Path) -> None:
        target.write_bytes(b"of another")
        replace(source, target)

    monkeypatch.setattr(Files, "replace", after_another)
    outputs.write_output(out, b"ours", park)
    assert out.read_bytes() == b"ours"


def test_what_a_file_lacks_is_said_by_every_command_that_reads_it(
    rondo: Rondo, park: Path, tmp_path: Path
) -> None:
    with Document.open(park):
        pass  # a working database is left here, without work
    with closing(sqlite3.connect(park)) as stranger:
        stranger.execute("DELETE FROM action")
        stranger.commit()
    for _ in range(3):
        assert rondo("check", park).code == 1
        done = rondo("export", park, "-o", tmp_path / "out.json")
        assert done.code == 0 and "not what was saved" in done.err


def _full(descriptor: int) -> None:
    os.dup2(os.open("/dev/full", os.O_WRONLY), descriptor)
