"""Settings that are damaged: defaults, the file is kept aside, and the application starts."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from helpers.applications import running, window_of
from helpers.desks import wait_for
from rondo.ui.settings import Settings

ROUNDS = 150
STARTS = 3


def whole(path: Path) -> bytes:
    """Settings as a person has them; returns the file."""
    settings = Settings(path)
    settings.keep("look/theme", "dark")
    settings.keep("look/scale", 1.5)
    settings.keep("language", "nl")
    settings.keep_recent(Path("/somewhere/plan.rondo"))
    settings.keep_view("document", {"view": "matrix", "journey": "now"})
    return path.read_bytes()


@pytest.mark.parametrize(
    "content", [b"\0" * 4096, b"half a line", b"\x89PNG\r\n\x1a\n", b"{}", b"[look\ntheme"]
)
def test_a_file_that_makes_no_sense_gives_defaults_and_is_kept_aside(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "settings.ini"
    path.write_bytes(content)
    settings = Settings(path)
    assert settings.text("look/theme", "system") == "system" and settings.recent() == ()
    settings.keep("look/theme", "dark")
    assert Settings(path).text("look/theme") == "dark"
    assert (tmp_path / "settings-damaged.ini").read_bytes() == content


def test_a_whole_file_stays_where_it_is(tmp_path: Path) -> None:
    path = tmp_path / "settings.ini"
    whole(path)
    settings = Settings(path)
    assert settings.text("look/theme") == "dark" and settings.recent() == (Path("/somewhere/plan.rondo"),)
    assert settings.view_of("document") == {"view": "matrix", "journey": "now"}
    assert not (tmp_path / "settings-damaged.ini").exists()


RECENT = ["", "[", "{}", "7", '["a", 7, null, ""]', '["/a\\u0000b"]', "[" * 100_000, json.dumps([["x"]])]


@pytest.mark.parametrize("recent", RECENT)
def test_a_list_of_recent_files_of_any_content_names_files_alone(recent: str, tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.ini")
    settings.keep("files/recent", recent)
    settings.keep("view/document", recent)
    assert set(settings.recent()) <= {Path("a")}
    assert isinstance(settings.view_of("document"), dict)
    settings.keep_recent(tmp_path / "one.rondo")
    assert settings.recent()[0] == tmp_path / "one.rondo"


@pytest.mark.parametrize("number", ["nan", "inf", "-inf", "many", ""])
def test_a_number_that_is_none_is_the_usual_one(number: str, tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.ini")
    settings.keep("look/scale", number)
    assert settings.number("look/scale", 1.25) == 1.25


def test_bytes_changed_by_chance_never_stop_the_settings(tmp_path: Path) -> None:
    chance, path, read = random.Random(71), tmp_path / "settings.ini", 0
    data = whole(path)
    for _ in range(ROUNDS):
        path.write_bytes(changed(chance, data))
        settings = Settings(path)
        settings.recent(), settings.view_of("document"), settings.number("look/scale", 1.0)
        settings.text("look/theme"), settings.yes("look/still"), settings.bytes("window/geometry")
        settings.keep("look/theme", "light")
        assert Settings(path).text("look/theme") == "light"
        read += 1
    assert read == ROUNDS


def test_the_application_starts_with_settings_changed_by_chance(tmp_path: Path, qapp: QApplication) -> None:
    chance, started = random.Random(7), 0
    data = whole(tmp_path / "settings.ini")
    for _ in range(STARTS):
        (tmp_path / "settings.ini").write_bytes(changed(chance, data))
        with running(tmp_path) as application:
            application.welcome()
            wait_for(lambda: application.welcome_window is not None)
            application.new()
            window_of(application).close()
            started += 1
    assert started == STARTS


def changed(chance: random.Random, data: bytes) -> bytes:
    """The data with some of it missing, doubled, or other."""
    at, much = chance.randrange(len(data)), chance.randint(1, 40)
    middle = (chance.randbytes(much), b"", data[at : at + much] * 2, b"@Variant(\\0\\0", b"\n[")[
        chance.randrange(5)
    ]
    return data[:at] + middle + data[at + much :]
