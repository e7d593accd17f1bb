"""What a real window needs: installed where that may be, named exactly where not, never skipped unseen."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Iterator
from typing import Any

import pytest

from helpers.house import ROOT


@pytest.fixture
def screens(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    monkeypatch.delenv("RONDO_SCREEN", raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    yield importlib.import_module("screens")
    for name in ("screens", "surroundings"):
        sys.modules.pop(name, None)


def test_a_library_that_is_not_there_is_named_by_its_package(screens: Any) -> None:
    assert not screens._loads("libsuchathingisnot.so.0")
    assert not screens._is_there("such-a-program-is-not") and not screens._is_there("/no/such/path")
    assert screens._is_there("sh") and screens._is_there("/")


def test_without_root_the_tests_are_skipped_and_the_command_is_named(
    screens: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(screens, "_is_there", lambda program: program != "Xvfb")
    monkeypatch.setattr(screens, "_loads", lambda library: library != "libxcb-shape.so.0")
    monkeypatch.setattr(screens, "_may_install", lambda: False)
    note = screens.need_screen()
    assert "skipped" in note and note.endswith("sudo apt-get install xvfb libxcb-shape0")
    assert "RONDO_SCREEN" not in os.environ


def test_as_root_what_is_missing_is_installed_and_no_test_may_be_skipped(
    screens: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed: list[str] = []
    monkeypatch.setattr(screens, "_is_there", lambda program: program != "xdotool")
    monkeypatch.setattr(screens, "_loads", lambda _: True)
    monkeypatch.setattr(screens, "_may_install", lambda: True)
    monkeypatch.setattr(screens, "need_packages", lambda *packages, why: installed.extend(packages))
    monkeypatch.setenv("RONDO_SCREEN", "")
    assert screens.need_screen() == ""
    assert installed == ["xdotool"]
    assert os.environ["RONDO_SCREEN"] == "needed"


def test_a_display_without_its_libraries_gets_them(screens: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    installed: list[str] = []
    monkeypatch.setattr(screens, "_loads", lambda library: "cursor" not in library)
    monkeypatch.setattr(screens, "need_packages", lambda *packages, why: installed.extend(packages))
    monkeypatch.delenv("DISPLAY", raising=False)
    screens.need_window()
    assert installed == []
    monkeypatch.setenv("DISPLAY", ":1")
    screens.need_window()
    assert installed == ["libxcb-cursor0"]


def test_elsewhere_than_on_linux_the_reason_is_said(screens: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert "Linux" in screens.need_screen()
    assert "RONDO_SCREEN" not in os.environ
