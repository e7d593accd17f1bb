"""What was discarded or set aside: listed with its days, put back where it was or as a project of its own."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from helpers.storage import add_step, whole_project, written
from rondofile.document import Document
from rondofile.errors import LockedElsewhereError, WorkAreaError
from rondofile.kinds import EditKind
from rondofile.records import Info, Step
from rondofile.rescuing import attempts, trash
from rondofile.working.home import Home, path_key

DAYS = 30 * 86_400


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


def discard_untitled(home: Home, title: str = "Loose") -> None:
    document = Document.create(root=home)
    with document.edit(EditKind.SET_PROJECT) as edit:
        edit.insert(Info(id="project", title=title))
    document.discard()


def discard_work(home: Home, path: Path) -> None:
    if not path.exists():
        written(path)
    document = Document.open(path, root=home)
    add_step(document, "discarded")
    document.discard()


def test_what_was_discarded_is_listed_with_its_days_and_the_last_first(home: Home, tmp_path: Path) -> None:
    discard_untitled(home, "First")
    discard_work(home, tmp_path / "plan.rondo")
    listed = trash.discarded(home)
    assert [(one.title, one.path) for one in listed] == [
        ("Plan", tmp_path / "plan.rondo"),
        ("First", None),
    ]
    for one in listed:
        assert abs(one.at - time.time()) < 60
        assert one.until - one.at == DAYS
    assert Document.kept_work(home) == ()


def test_what_holds_nothing_that_no_file_holds_is_no_clutter(home: Home, tmp_path: Path) -> None:
    Document.create(root=home).close()
    written(tmp_path / "plan.rondo")
    Document.open(tmp_path / "plan.rondo", root=home).discard()
    (home.root / "trash" / "strange").mkdir()
    (home.root / "trash" / "12-file").write_text("a file")
    assert len(list((home.root / "trash").iterdir())) == 4
    assert [one.folder.name for one in trash.discarded(home)] == ["12-file"]


def test_a_discarded_project_comes_back_with_its_history(home: Home) -> None:
    discard_untitled(home)
    (one,) = trash.discarded(home)
    kept = trash.put_back(one, home)
    assert trash.discarded(home) == () and kept.title == "Loose" and kept.path is None
    assert Document.kept_work(home) == (kept,)
    with Document.recover(kept, home) as document:
        assert document.project.info.title == "Loose" and document.can_undo


def test_discarded_work_on_a_file_comes_back_to_its_file(home: Home, tmp_path: Path) -> None:
    path = tmp_path / "plan.rondo"
    discard_work(home, path)
    (one,) = trash.discarded(home)
    kept = trash.put_back(one, home)
    assert kept.path == path
    with Document.open(path, root=home) as document:
        assert document.project.find(Step, "discarded")
    assert Document.read(path).find(Step, "discarded")


@pytest.mark.parametrize("meanwhile", ["open", "worked on"])
def test_where_there_is_other_work_by_now_both_are_there(meanwhile: str, home: Home, tmp_path: Path) -> None:
    path = tmp_path / "plan.rondo"
    discard_work(home, path)
    document = Document.open(path, root=home)
    add_step(document, "newer")
    if meanwhile == "worked on":
        document.close(publish=False)
    (one,) = trash.discarded(home)
    kept = trash.put_back(one, home)
    assert kept.path is None and kept.title == "Plan"
    if meanwhile == "open":
        assert document.project.find(Step, "newer")
        document.close(publish=False)
    with Document.recover(kept, home) as again:
        assert again.project.find(Step, "discarded") and not again.project.find(Step, "newer")
        again.save_as(tmp_path / "apart.rondo")
    with Document.open(path, root=home) as document:
        assert document.project.find(Step, "newer") and not document.project.find(Step, "discarded")


def test_put_back_twice_says_that_it_is_there_no_more(home: Home) -> None:
    discard_untitled(home)
    (one,) = trash.discarded(home)
    trash.put_back(one, home)
    with pytest.raises(WorkAreaError):
        trash.put_back(one, home)
    assert len(Document.kept_work(home)) == 1


def test_kept_work_that_is_thrown_away_can_be_put_back_and_its_attempts_are_forgotten(
    home: Home, tmp_path: Path
) -> None:
    path = tmp_path / "plan.rondo"
    written(path)
    document = Document.open(path, root=home)
    add_step(document, "kept")
    document.close(publish=False)
    for _ in range(2):
        attempts.Attempt(home, path_key(path), attempts.failed(home, path_key(path))).begin()
    (kept,) = Document.kept_work(home)
    assert kept.trouble
    trash.throw_away(kept, home)
    assert Document.kept_work(home) == () and attempts.failed(home, path_key(path)) == 0
    with Document.open(path, root=home) as document:
        assert document.project == whole_project()
    trash.throw_away(trash.described(home.root / "work" / kept.folder.name), home)
    (one,) = trash.discarded(home)
    assert trash.put_back(one, home).path == path


def test_work_that_is_open_is_not_thrown_away(home: Home, tmp_path: Path) -> None:
    path = tmp_path / "plan.rondo"
    written(path)
    document = Document.open(path, root=home)
    add_step(document, "kept")
    document.close(publish=False)
    (kept,) = Document.kept_work(home)
    with Document.open(path, root=home) as document:
        with pytest.raises(LockedElsewhereError):
            trash.throw_away(kept, home)
        add_step(document, "more")
    assert Document.read(path).find(Step, "more")


def test_a_trash_that_cannot_be_looked_into_is_empty(home: Home) -> None:
    assert trash.discarded(home) == ()
    home.root.mkdir(parents=True)
    (home.root / "trash").write_text("no folder")
    assert trash.discarded(home) == ()
