"""Where work is kept while the usual place cannot be used, and that every window says so."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from helpers.applications import project_file, running, window_of
from helpers.desks import wait_for
from rondo.ui.files.footing import found_footing, warning_of
from rondo.words import LANGUAGES, Words
from rondofile.working.home import Home


@pytest.fixture
def shelter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("RONDO_HOME", "")  # what is set meanwhile goes when the test ends
    monkeypatch.setattr("rondofile.working.shelter.usual_shelters", lambda: (tmp_path / "shelter",))
    return tmp_path / "shelter"


def test_a_place_that_cannot_be_used_then_is_said_in_every_window(
    shelter: Path,
    tmp_path: Path,
    qapp: QApplication,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = project_file(tmp_path)
    with running(tmp_path) as application:
        (tmp_path / "stone").write_bytes(b"")
        monkeypatch.setenv("RONDO_HOME", str(tmp_path / "stone"))
        found, settings = found_footing()
        assert os.environ["RONDO_HOME"] == str(shelter) == str(Home().root)
        assert settings.folder == shelter
        application.warn(warning_of(found, application.words))
        assert str(shelter) in capsys.readouterr().err
        application.welcome()
        assert application.welcome_window is not None
        application.open_file(path)
        window = window_of(application)
        (said,) = window.notice_bar.sentences()
        assert str(tmp_path / "stone") in said and str(shelter) in said
        application.new()
        assert str(shelter) in window_of(application, 2).notice_bar.sentences()[0]
        wait_for(lambda: (shelter / "work").is_dir() and any((shelter / "work").iterdir()))


def test_a_place_that_can_be_used_then_is_not_spoken_of(
    shelter: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RONDO_HOME", str(tmp_path / "home"))
    found, settings = found_footing()
    assert warning_of(found, Words("en")) == ""
    assert os.environ["RONDO_HOME"] == str(tmp_path / "home") == str(settings.folder)
    assert not shelter.exists()


def test_settings_of_a_person_then_stay_where_they_are(
    shelter: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rondofile.working.home._user_folder", lambda: str(tmp_path / "stone"))
    monkeypatch.setattr("rondo.ui.settings._default_path", lambda: tmp_path / "config" / "settings.ini")
    (tmp_path / "stone").write_bytes(b"")
    found, settings = found_footing()
    assert found.sheltered and settings.folder == tmp_path / "config"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_place_at_all_then_is_said_too(
    language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "stone").write_bytes(b"")
    monkeypatch.setattr("rondofile.working.shelter.usual_shelters", lambda: (tmp_path / "stone" / "below",))
    monkeypatch.setenv("RONDO_HOME", str(tmp_path / "stone"))
    found, _ = found_footing()
    said = warning_of(found, Words(language))
    assert not found.sheltered and str(tmp_path / "stone") in said and "RONDO_HOME" in said
