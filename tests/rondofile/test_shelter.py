"""The working area that cannot be used: a shelter that is told, and work that comes home from it."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from helpers.storage import FaultyFiles, add_step, whole_project, written
from rondofile.document import Document
from rondofile.errors import WorkAreaError
from rondofile.kept.versions import Why
from rondofile.records import Step
from rondofile.working.home import Home
from rondofile.working.shelter import come_home, footing, probed, usual_shelters


def unusable(tmp_path: Path, how: str) -> Home:
    """A working area in which nothing can be kept."""
    place = tmp_path / "home"
    if how == "file":
        place.write_bytes(b"not a folder")
    elif how == "below a file":
        (tmp_path / "stone").write_bytes(b"")
        place = tmp_path / "stone" / "home"
    elif how == "work is a file":
        place.mkdir()
        (place / "work").write_bytes(b"")
    elif how == "locks is a file":
        place.mkdir()
        (place / "locks").write_bytes(b"")
    number = {"full": errno.ENOSPC, "read-only": errno.EROFS, "over quota": errno.EDQUOT}.get(how)
    if number is None:
        return Home(place)

    def fault() -> None:
        raise OSError(number, os.strerror(number))

    return Home(place, _Here("write" if how != "read-only" else "open_new", fault, place))


class _Here(FaultyFiles):
    """Fails below one folder alone."""

    def __init__(self, name: str, fault: object, place: Path) -> None:
        super().__init__(name, fault)  # type: ignore[arg-type]
        self._place, self._below = place, False

    def open_new(self, path: Path, mode: int | None) -> int:
        self._below = self._place in path.parents
        return super().open_new(path, mode)

    def _meet(self, name: str) -> None:
        if self._below:
            super()._meet(name)


@pytest.mark.parametrize(
    "how", ["file", "below a file", "work is a file", "locks is a file", "full", "read-only", "over quota"]
)
def test_a_working_area_that_cannot_be_used_then_has_a_shelter_and_says_why(tmp_path: Path, how: str) -> None:
    home = unusable(tmp_path, how)
    found = footing(home, [tmp_path / "shelter"])
    assert found.sheltered and found.home.root == tmp_path / "shelter"
    assert isinstance(found.problem, WorkAreaError)
    assert str(home.root) in str(found.problem.facts["path"]) and found.problem.facts["reason"]
    plan = tmp_path / "plan.rondo"
    written(plan)
    with Document.open(plan, root=Home(found.home.root)) as document:
        add_step(document, "sheltered")
    assert Document.read(plan).find(Step, "sheltered")
    if os.name == "posix":
        assert found.home.root.stat().st_mode & 0o077 == 0


def test_a_working_area_that_can_be_used_then_is_used_and_left_without_a_trace(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    found = footing(home, [tmp_path / "shelter"])
    assert (found.home, found.problem, found.sheltered) == (home, None, False)
    assert not (tmp_path / "shelter").exists()
    assert sorted(path.name for path in home.root.iterdir()) == ["locks", "work"]


@pytest.mark.skipif(os.name != "posix", reason="owners and modes are those of this kind of system")
def test_a_shelter_that_others_can_write_to_then_is_not_used(tmp_path: Path) -> None:
    home = unusable(tmp_path, "file")
    (tmp_path / "open").mkdir()
    (tmp_path / "open").chmod(0o777)
    (tmp_path / "real").mkdir(mode=0o700)
    (tmp_path / "link").symlink_to(tmp_path / "real")
    found = footing(home, [tmp_path / "open", tmp_path / "link"])
    assert not found.sheltered and found.problem is not None
    assert list((tmp_path / "real").iterdir()) == [] == list((tmp_path / "open").iterdir())
    assert all(str(os.getuid()) in place.name or "rondo" in place.name for place in usual_shelters())


def left_behind(shelter: Home, path: Path | None) -> Document:
    """Work in a shelter that no file holds, with a version that was named."""
    if path is not None:
        document = Document.open(path, root=shelter)
    else:
        document = Document.create(root=shelter, content=whole_project())
    document.keep_version(Why.NAMED, "From the shelter")
    add_step(document, "waits")
    document.close(publish=False)
    return document


@pytest.mark.parametrize("titled", [True, False])
def test_work_that_waited_in_a_shelter_then_comes_home_with_its_versions(
    tmp_path: Path, titled: bool
) -> None:
    plan = tmp_path / "plan.rondo"
    written(plan)
    shelter, home = Home(tmp_path / "shelter"), Home(tmp_path / "home")
    shelter.root.mkdir(mode=0o700)
    left = left_behind(shelter, plan if titled else None)
    assert footing(home, [shelter.root]).problem is None
    (kept,) = Document.kept_work(home)
    assert kept.doc_id == left.doc_id and kept.path == (plan if titled else None)
    with Document.recover(kept, home) as document:
        assert document.project.find(Step, "waits")
        assert "From the shelter" in [version.name for version in document.versions.all()]
    assert come_home(shelter, home) == 0


def test_work_from_a_shelter_then_stands_beside_other_work_on_the_same_file(tmp_path: Path) -> None:
    plan = tmp_path / "plan.rondo"
    written(plan)
    shelter, home = Home(tmp_path / "shelter"), Home(tmp_path / "home")
    own = Document.open(plan, root=home)
    add_step(own, "own")
    own.close(publish=False)
    left_behind(shelter, plan)
    assert come_home(shelter, home) == 1
    found = Document.kept_work(home)
    assert {kept.path for kept in found} == {plan, None}
    steps = set()
    for kept in found:
        with Document.recover(kept, home) as document:
            steps |= {step.id for step in document.project.all(Step)}
    assert {"own", "waits"} <= steps


def test_what_cannot_come_home_then_stays_in_the_shelter(tmp_path: Path) -> None:
    shelter, home = Home(tmp_path / "shelter"), unusable(tmp_path, "file")
    left_behind(shelter, None)
    assert come_home(shelter, home) == 0
    assert len(Document.kept_work(shelter)) == 1
    held = Document.recover(Document.kept_work(shelter)[0], shelter)
    assert come_home(shelter, Home(tmp_path / "other")) == 0
    held.close()


def test_a_copy_that_fails_halfway_then_leaves_the_work_in_the_shelter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelter, home = Home(tmp_path / "shelter"), Home(tmp_path / "home")
    left_behind(shelter, None)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("rondofile.working.shelter._settle", full)
    assert come_home(shelter, home) == 0
    assert len(Document.kept_work(shelter)) == 1 and Document.kept_work(home) == ()
    assert list((home.root / "coming").iterdir()) == []
    monkeypatch.undo()
    assert come_home(shelter, home) == 1
    assert len(Document.kept_work(home)) == 1 and Document.kept_work(shelter) == ()


def test_a_probe_then_needs_room_and_not_only_a_folder(tmp_path: Path) -> None:
    assert probed(Home(tmp_path / "home")) is None
    problem = probed(unusable(tmp_path / "home", "full"))
    assert problem is not None and problem.facts["reason"] == os.strerror(errno.ENOSPC)
