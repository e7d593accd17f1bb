"""Where a command writes: whole or not at all, never onto the project, never onto what is no file."""

from __future__ import annotations

import os
import resource
from collections.abc import Callable
from pathlib import Path

import pytest

from helpers.terminal import Rondo, as_process, everything_in

WRITERS = {
    "export": ["export", "{file}", "-o", "{out}.json"],
    "matrix": ["figure", "{file}", "matrix", "-o", "{out}.svg"],
    "brief": ["brief", "{file}", "-o", "{out}.pdf"],
}


def arguments(name: str, file: Path, out: Path) -> list[str]:
    return [part.format(file=file, out=out) for part in WRITERS[name]]


def target(name: str, out: Path) -> Path:
    return Path(arguments(name, out, out)[-1])


@pytest.mark.parametrize("name", WRITERS)
def test_an_output_is_replaced_whole_and_the_same_project_gives_the_same_bytes(
    name: str, rondo: Rondo, park: Path, tmp_path: Path
) -> None:
    out = target(name, tmp_path / "out")
    out.write_bytes(b"old")
    out.chmod(0o640)
    rondo(*arguments(name, park, tmp_path / "out")).fine()
    first = out.read_bytes()
    assert len(first) > 1000 and out.stat().st_mode & 0o777 == 0o640
    rondo(*arguments(name, park, tmp_path / "out")).fine()
    assert out.read_bytes() == first
    assert everything_in(tmp_path).keys() == {park.name, out.name}


@pytest.mark.parametrize("name", WRITERS)
@pytest.mark.parametrize("kind", ["path", "dots", "symlink", "hardlink"])
def test_the_project_itself_is_never_written_over_whatever_it_is_called(
    name: str, kind: str, rondo: Rondo, park: Path, tmp_path: Path
) -> None:
    ending = target(name, tmp_path / "out").suffix
    file = park.rename(park.with_name(f"park{ending}"))
    out = file
    if kind == "dots":
        (tmp_path / "sub").mkdir()
        out = tmp_path / "sub" / ".." / file.name
    elif kind == "symlink":
        out = tmp_path / f"other{ending}"
        out.symlink_to(file)
    elif kind == "hardlink":
        out = tmp_path / f"other{ending}"
        os.link(file, out)
    before = everything_in(tmp_path)
    sentence = rondo(*arguments(name, file, out.with_suffix(""))).sentence()
    assert str(out) in sentence and "the project itself" in sentence
    assert everything_in(tmp_path) == before


@pytest.mark.parametrize("name", WRITERS)
def test_a_folder_a_pipe_and_a_place_that_is_not_there_are_refused_by_name(
    name: str, rondo: Rondo, park: Path, tmp_path: Path
) -> None:
    folder, pipe = tmp_path / "folder", tmp_path / "pipe"
    target(name, folder).mkdir()
    os.mkfifo(target(name, pipe))
    before = sorted(path.name for path in tmp_path.iterdir())
    for out in (folder, pipe, tmp_path / "none" / "out"):
        assert str(target(name, out)) in rondo(*arguments(name, park, out)).sentence()
    assert sorted(path.name for path in tmp_path.iterdir()) == before


def test_an_output_behind_a_link_is_written_where_it_leads(rondo: Rondo, park: Path, tmp_path: Path) -> None:
    (tmp_path / "real.json").write_bytes(b"old")
    (tmp_path / "link.json").symlink_to("real.json")
    rondo("export", park, "-o", tmp_path / "link.json").fine()
    assert (tmp_path / "link.json").is_symlink()
    assert (tmp_path / "real.json").read_bytes().startswith(b"{")


def test_a_link_that_leads_in_a_circle_is_refused(rondo: Rondo, park: Path, tmp_path: Path) -> None:
    (tmp_path / "a.json").symlink_to("b.json")
    (tmp_path / "b.json").symlink_to("a.json")
    assert "a.json" in rondo("export", park, "-o", tmp_path / "a.json").sentence()


@pytest.mark.parametrize("name", WRITERS)
def test_where_the_disk_is_full_the_old_output_and_the_folder_stay_as_they_were(
    name: str, park: Path, tmp_path: Path
) -> None:
    out = target(name, tmp_path / "out")
    out.write_bytes(b"old")
    before = everything_in(tmp_path)
    done = as_process(*arguments(name, park, tmp_path / "out"), before=no_more_than(2000))
    assert str(out) in done.sentence() and "room" in done.err
    assert everything_in(tmp_path) == before


def test_where_the_disk_is_full_no_half_project_is_made(park: Path, tmp_path: Path) -> None:
    before = everything_in(tmp_path)
    made = [["new", tmp_path / "b.rondo", "--from", "theme-park"]]
    for arguments_ in made:
        for size in (0, 2000, 50_000, 90_000):
            as_process(*arguments_, before=no_more_than(size)).sentence()
            assert everything_in(tmp_path) == before


def test_where_the_disk_is_full_the_project_is_not_replaced(rondo: Rondo, park: Path, tmp_path: Path) -> None:
    rondo("export", park, "-o", tmp_path / "out.json").fine()
    other = tmp_path / "other.rondo"
    rondo("new", other).fine()
    before = everything_in(tmp_path)
    for size in (0, 2000, 50_000, 90_000):
        as_process(
            "import", tmp_path / "out.json", "-o", other, "--replace", before=no_more_than(size)
        ).sentence()
        assert everything_in(tmp_path) == before
    rondo("check", other).fine()


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_folder_that_may_not_be_written_is_named(rondo: Rondo, park: Path, tmp_path: Path) -> None:
    folder = tmp_path / "closed"
    folder.mkdir(mode=0o500)
    assert str(folder) in rondo("export", park, "-o", folder / "out.json").sentence()


def test_a_name_that_is_too_long_is_refused_in_one_sentence(rondo: Rondo, park: Path, tmp_path: Path) -> None:
    for name in ("x" * 300 + ".json", "y/" * 3000 + "out.json"):
        rondo("export", park, "-o", tmp_path / name).sentence()
    rondo("new", tmp_path / ("x" * 300 + ".rondo")).sentence()
    rondo("check", tmp_path / ("x" * 300)).sentence()
    assert everything_in(tmp_path).keys() == {park.name}


def no_more_than(size: int) -> Callable[[], None]:
    """What makes a process fail to write files beyond a size, as a full disk does."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    return limit
