"""No room on the disk, a quota, no files left to open: refused in a sentence, nothing lost, and on."""

from __future__ import annotations

import sys

import pytest

from helpers import no_room
from helpers.killing import Nursery, needs_fork

pytestmark = [needs_fork, pytest.mark.skipif(sys.platform != "linux", reason="limits as Linux has them")]


def test_a_full_disk_then_refuses_the_edit_and_works_again_when_there_is_room(nursery: Nursery) -> None:
    found = nursery.ask(no_room.edits_on_a_small_disk)
    if not found:
        pytest.skip("only root can make a small disk; the next test does the same with a limit")
    assert found.endswith("then file.no-space")


def test_a_quota_then_refuses_the_edit_and_works_again_when_it_is_raised(nursery: Nursery) -> None:
    found = nursery.ask(no_room.edits_in_a_file_that_may_not_grow)
    assert found.split("then ")[1] in ("file.no-space", "file.work-area")


def test_a_migration_without_room_then_changes_nothing_and_is_done_when_there_is(nursery: Nursery) -> None:
    found = nursery.ask(no_room.migrations_on_a_small_disk)
    if not found:
        pytest.skip("only root can make a small disk; a refusing file system is tried elsewhere")
    print(found)


def test_no_files_left_to_open_then_publishing_waits_and_edits_go_on(nursery: Nursery) -> None:
    assert nursery.ask(no_room.edits_without_files_to_open).startswith("file.")
