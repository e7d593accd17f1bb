"""A power cut at any moment of editing: nothing is damaged, and no acknowledged edit is lost."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from helpers import plans
from helpers.crash_vfs import CrashVFS, Event
from helpers.power_cut import PowerCut, Tally
from helpers.storage import memory_folder
from rondofile.document import Document
from rondofile.fsops import FILES
from rondofile.working.home import Home

ACTS, SAMPLES = 24, 30
SEEDS = (1, 2)
LEAST_IMAGES = 22_000


class Watched(CrashVFS):
    """Notes in its log what stands in the place of the document, whenever that has changed."""

    def __init__(self, path: Path) -> None:
        super().__init__("power-cut", self._look)
        self._path, self._known = path, b""

    def _look(self, _: str) -> None:
        found = self._path.read_bytes() if self._path.exists() else b""
        if found != self._known:
            self._known = found
            self.log.append(Event("place", str(self._path), data=found))


def worked(folder: Path, plan: list[str], *pragmas: str) -> list[Event]:
    """The log of a document in which the acts of a plan were carried out, but for the last."""
    vfs = Watched(folder / "plan.rondo")
    document = Document.create(
        folder / "plan.rondo", root=Home(folder / "home", FILES, vfs.connect(*pragmas))
    )
    for number, name in enumerate(plan[:-1]):
        plans.act(document, name, number)
        vfs.mark(name)
    document.close(publish=False)
    return vfs.log


def judged_by(plan: list[str], folder: Path) -> Callable[[Path, list[object], bytes | None], None]:
    """The document opens from an image, and everything is as the plan says."""
    path, home = folder / "plan.rondo", folder / "after"
    name = next((folder / "home" / "work").iterdir()).name

    def judge(database: Path, marks: list[object], file: bytes | None) -> None:
        shutil.rmtree(home, ignore_errors=True)
        (home / "work" / name).mkdir(parents=True)
        for found in database.parent.glob("work.db*"):
            shutil.copy(found, home / "work" / name / found.name)
        if file is None:
            path.unlink(missing_ok=True)
        else:
            path.write_bytes(file)
        plans.look(str(path), str(home), plan, len(marks))

    return judge


def cut(plan: list[str], samples: int, *pragmas: str) -> Tally:
    """The power was cut everywhere in a plan."""
    with memory_folder() as folder:
        log = worked(folder, plan, *pragmas)
        (folder / "image").mkdir()
        return PowerCut(folder / "image", judged_by(plan, folder), seed=len(plan)).everywhere(log, samples)


def of_everything(seed: int, count: int) -> list[str]:
    """A plan with every kind of act in it."""
    plan = plans.acts(seed, count + 1, plans.OF_EVERYTHING)
    assert {*plan} == {*plans.OF_EVERYTHING}
    return plan


@pytest.mark.parametrize("seed", SEEDS)
def test_a_power_cut_anywhere_in_a_session_then_nothing_is_lost(seed: int) -> None:
    tally = cut(of_everything(seed, ACTS), SAMPLES)
    print(tally)
    assert tally.failures == []
    assert tally.images >= LEAST_IMAGES
    assert tally.distinct >= LEAST_IMAGES * 0.75
    assert tally.torn >= LEAST_IMAGES


@pytest.mark.long
@pytest.mark.parametrize("seed", range(3, 13))
def test_a_power_cut_anywhere_in_longer_sessions_then_nothing_is_lost(seed: int) -> None:
    tally = cut(of_everything(seed, 60), SAMPLES)
    print(tally)
    assert tally.failures == []
    assert tally.images >= 40_000


def test_a_power_cut_in_a_large_edit_then_all_of_it_is_there_or_nothing() -> None:
    """With so little memory, the database writes into its file before the edit is done."""
    tally = cut([plans.EDIT, plans.MANY, plans.UNDO, plans.REDO, plans.EDIT], 4, "cache_size = 12")
    print(tally)
    assert tally.failures == []
    assert tally.images >= 5_000


@pytest.mark.parametrize(
    "weaker", [("synchronous = OFF",), ("journal_mode = DELETE", "locking_mode = NORMAL")]
)
def test_weaker_promises_then_do_not_pass_this_test(weaker: tuple[str, ...]) -> None:
    tally = cut([plans.EDIT] * 8, 6, *weaker)
    print(tally)
    assert tally.images >= 2_000
    assert len(tally.failures) >= 6
