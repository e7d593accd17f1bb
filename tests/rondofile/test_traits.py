"""What a file has beside its bytes stays when another takes its place."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from helpers.faulty_folder import FaultyFolder
from helpers.storage import add_step, written
from rondofile.document import Document
from rondofile.errors import ReadOnlyError
from rondofile.reading.reader import read_bytes
from rondofile.records import Step


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    (tmp_path / "place").mkdir()
    path = tmp_path / "place" / "plan.rondo"
    written(path)
    return path


def published(path: Path, home: Path) -> None:
    with Document.open(path, root=home) as document:
        add_step(document, "ours")
    assert read_bytes(path.read_bytes()).project.find(Step, "ours")


@pytest.mark.skipif(os.name != "posix", reason="permissions are other things elsewhere")
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o755, 0o604])
def test_permissions_then_stay(plan: Path, tmp_path: Path, mode: int) -> None:
    plan.chmod(mode)
    published(plan, tmp_path / "home")
    assert stat.S_IMODE(plan.stat().st_mode) == mode


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may give files away")
def test_owner_and_group_then_stay_where_we_may_give_them(plan: Path, tmp_path: Path) -> None:
    os.chown(plan, 12_345, 23_456)
    plan.chmod(0o640)
    published(plan, tmp_path / "home")
    found = plan.stat()
    assert (found.st_uid, found.st_gid, stat.S_IMODE(found.st_mode)) == (12_345, 23_456, 0o640)


def test_a_group_that_we_may_not_give_then_gives_our_own_no_more_than_everybody(
    plan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise PermissionError(1, "not yours")

    monkeypatch.setattr(os, "fchown", refused, raising=False)
    if os.geteuid() == 0:
        os.chown(plan, -1, 23_456)
    plan.chmod(0o664)
    published(plan, tmp_path / "home")
    wanted = 0o644 if os.geteuid() == 0 else 0o664
    assert stat.S_IMODE(plan.stat().st_mode) == wanted


@pytest.mark.skipif(not hasattr(os, "setxattr"), reason="no attributes that we know how to read")
def test_attributes_then_stay(plan: Path, tmp_path: Path) -> None:
    try:
        os.setxattr(plan, "user.comment", b"for the class")
    except OSError:
        pytest.skip("this file system has no attributes")
    published(plan, tmp_path / "home")
    assert os.getxattr(plan, "user.comment") == b"for the class"


def test_links_to_links_then_stay_links_to_the_same_file(plan: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "first.rondo", plan.with_name("second.rondo")
    first.symlink_to(plan)
    second.symlink_to(first)
    published(second, tmp_path / "home")
    assert second.is_symlink() and first.is_symlink() and not plan.is_symlink()
    assert Document.read(plan).find(Step, "ours")


def test_another_name_of_the_same_file_then_keeps_what_was_there(plan: Path, tmp_path: Path) -> None:
    """As with every program that replaces a file whole: a copy by link is a copy from then on."""
    other, before = plan.with_name("other.rondo"), plan.read_bytes()
    os.link(plan, other)
    published(plan, tmp_path / "home")
    assert other.read_bytes() == before


def test_a_file_that_became_read_only_then_is_not_replaced(
    plan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, files = plan.read_bytes(), FaultyFolder(plan.parent)
    document = Document.open(plan, root=tmp_path / "home", files=files)
    add_step(document, "ours")
    monkeypatch.setattr(files, "writable", lambda _: False)
    with pytest.raises(ReadOnlyError):
        document.publish()
    assert document.status == "kept" and plan.read_bytes() == before
    monkeypatch.undo()
    assert document.publish() and document.status == "saved"
    document.close()
