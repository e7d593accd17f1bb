"""Somebody else puts a file in the place at the very moment that we do: neither is lost, killed or not."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from helpers.faulty_folder import FaultyFolder
from helpers.storage import add_step, memory_folder, written
from rondofile.document import Document
from rondofile.errors import ChangedOutsideError, FileExistsAlreadyError, FileGoneError
from rondofile.kept.versions import Versions, Why
from rondofile.project import Project
from rondofile.records import Info, Step
from rondofile.working.home import Home
from rondofile.writing.placing import Ways
from rondofile.writing.publish import put_in_place

OLD, NEW, THEIRS = b"old " * 300, b"new " * 400, b"theirs " * 200
KNOWN: set[str | None] = {hashlib.sha256(OLD).hexdigest()}


class KilledError(BaseException):
    """The process ends here: nothing of it runs any more."""


def theirs_before(target: Path, name: str, data: bytes | None = THEIRS) -> Callable[[str, int], None]:
    """Somebody replaces the target right before our first operation of that name; None removes it."""
    met = [False]

    def meet(operation: str, _: int) -> None:
        if operation == name and not met[0]:
            met[0] = True
            if data is None:
                target.unlink()
            else:
                other = target.with_name("other")
                other.write_bytes(data)
                other.replace(target)

    return meet


@pytest.mark.parametrize(("name", "plain"), [("exchange", False), ("open_new", False), ("link", True)])
def test_a_file_that_came_in_between_then_is_kept_and_stays_in_its_place(name: str, plain: bool) -> None:
    kept: list[bytes] = []
    with memory_folder() as folder:
        target = folder / "plan.rondo"
        target.write_bytes(OLD)
        files = FaultyFolder(folder, theirs_before(target, name), plain)
        with pytest.raises(ChangedOutsideError):
            put_in_place(NEW, target, KNOWN, ways=Ways(files, kept.append))
        assert target.read_bytes() == THEIRS and kept == [THEIRS]
        assert list(folder.iterdir()) == [target]


def test_a_file_that_came_while_the_first_was_given_back_then_is_not_lost_either() -> None:
    kept: list[bytes] = []
    with memory_folder() as folder:
        target, exchanges = folder / "plan.rondo", [0]
        target.write_bytes(OLD)

        def meet(name: str, _: int) -> None:
            if name == "exchange":
                exchanges[0] += 1
                (folder / "other").write_bytes(THEIRS * exchanges[0])
                (folder / "other").replace(target)

        with pytest.raises(ChangedOutsideError):
            put_in_place(NEW, target, KNOWN, ways=Ways(FaultyFolder(folder, meet), kept.append))
        assert exchanges[0] == 2
        assert {target.read_bytes(), *kept} == {THEIRS, THEIRS * 2}
        assert list(folder.iterdir()) == [target]


def test_a_file_that_went_in_between_then_is_not_made_again() -> None:
    with memory_folder() as folder:
        target = folder / "plan.rondo"
        target.write_bytes(OLD)
        files = FaultyFolder(folder, theirs_before(target, "exchange", None))
        with pytest.raises(FileGoneError):
            put_in_place(NEW, target, KNOWN, ways=Ways(files))
        assert not list(folder.iterdir())


@pytest.mark.parametrize("plain", [False, True])
def test_a_file_that_came_where_there_was_none_then_stays(plain: bool) -> None:
    with memory_folder() as folder:
        target = folder / "plan.rondo"
        files = FaultyFolder(folder, theirs_before(target, "move_new"), plain)
        with pytest.raises(FileExistsAlreadyError):
            put_in_place(NEW, target, {None}, ways=Ways(files))
        assert target.read_bytes() == THEIRS and list(folder.iterdir()) == [target]


def theirs_in(folder: Path, name: str) -> bytes:
    """A project of the same kind that somebody else wrote; its bytes."""
    return written(folder / name, Project.of([Info(id="project", title="Theirs")]), "other")


@pytest.mark.parametrize("plain", [False, True])
def test_killed_at_any_point_after_somebody_put_a_file_there_then_both_are_there(plain: bool) -> None:
    points = 0
    for at in range(200):
        with memory_folder() as folder:
            place, home = folder / "place", Home(folder / "home")
            place.mkdir()
            plan = place / "plan.rondo"
            written(plan)
            theirs = theirs_in(folder, "theirs.rondo")
            ended = killed_in_a_race(plan, folder / "home", theirs, at, plain)
            with Document.open(plan, root=folder / "home") as again:
                assert again.project.find(Step, "ours")
                with pytest.raises(ChangedOutsideError) if again.changed_outside else memory_folder():
                    again.publish()
                kept = [Versions(home, again.doc_id).data(one) for one in again.versions.all()]
                if not again.changed_outside:
                    assert theirs in kept
                assert theirs in (plan.read_bytes(), *kept)
                again.close(publish=False)
            assert [path.name for path in place.iterdir()] == ["plan.rondo"], at
            points += 1
            if ended:
                break
    assert points >= 10 and ended


def killed_in_a_race(plan: Path, home: Path, theirs: bytes, at: int, plain: bool) -> bool:
    """Publishes, with another file in the place from the exchange on, and ends so many operations later.

    Whether it came to its end before that.
    """
    begun: list[int] = []
    race = theirs_before(plan, "link" if plain else "exchange", theirs)

    def meet(name: str, number: int) -> None:
        if begun and number >= begun[0] + at:
            raise KilledError
        race(name, number)
        if name == ("link" if plain else "exchange") and not begun:
            begun.append(number + 1)

    document = Document.open(plan, root=Home(home, FaultyFolder(plan.parent, meet, plain)))
    add_step(document, "ours")
    try:
        document.publish()
    except KilledError:
        return False
    except ChangedOutsideError:
        return True
    finally:
        document._place.close()
    raise AssertionError("nobody noticed")


def test_theirs_then_is_a_version_of_the_project_called_a_conflict(tmp_path: Path) -> None:
    plan, home = tmp_path / "plan.rondo", tmp_path / "home"
    written(plan)
    theirs = theirs_in(tmp_path, "theirs.rondo")
    files = FaultyFolder(tmp_path, theirs_before(plan, "exchange", theirs))
    document = Document.open(plan, root=Home(home, files))
    add_step(document, "ours")
    with pytest.raises(ChangedOutsideError):
        document.publish()
    found = [version for version in document.versions.all() if version.why is Why.CONFLICT]
    assert len(found) == 1 and document.versions.data(found[0]) == theirs
    assert document.status == "kept" and document.changed_outside
    document.close(publish=False)
