"""A project under any name that a file system takes: opened, saved, published and opened again as it was."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest

from helpers.storage import add_step, memory_folder, one_of_everything
from rondofile.document import Document
from rondofile.errors import CannotWriteError, RondoFileError
from rondofile.project import Project
from rondofile.reading.reader import read_bytes
from rondofile.records import Step

NAMES = (
    "plain.rondo", "with spaces in it.rondo", " leading space.rondo", "trailing space ", "no ending",
    ".hidden.rondo", "trailing dot.", "dots...rondo", "-dash.rondo", "--flag", "#hash.rondo", "what?.rondo",
    "100%.rondo", "%20.rondo", "a&b;c.rondo", "quote'.rondo", 'double".rondo', "back\\slash.rondo",
    "colon:ads.rondo", "*.rondo", "$HOME.rondo", "~.rondo", "new\nline.rondo", "tab\t.rondo", "a|b<c>.rondo",
    "\U0001f600 plan.rondo", "\U0001f469\u200d\U0001f467.rondo", "خطة.rondo", "\u202egnp.rondo", "計画.rondo",
    unicodedata.normalize("NFD", "Führung é.rondo"), unicodedata.normalize("NFC", "Führung é.rondo"),
    "ప్రణాళిక.rondo", "CON.rondo", "COM1", "undecodable \udcff.rondo", "a.b.c.rondo",
    "n" * 249 + ".rondo", "é" * 124 + ".rondo", ".rondo-00000000-1-0123456789abcdef.tmp",
)  # fmt: skip


def exercised(path: Path, home: Path) -> None:
    """Made, edited, saved under that name, edited, closed, opened, and read: always the same."""
    with Document.create(root=home, content=Project.of(one_of_everything())) as document:
        document.save_as(path)
        add_step(document, "one")
        assert document.publish() and document.status == "saved" and document.path == path
        add_step(document, "two")
    with Document.open(path, root=home) as again:
        assert again.project.find(Step, "two") and again.can_undo
        found = again.project
    assert read_bytes(path.read_bytes()).project == found
    assert [one.name for one in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("name", NAMES, ids=range(len(NAMES)))
def test_a_project_of_any_name_then_is_saved_and_opened_as_it_was(name: str) -> None:
    with memory_folder() as folder:
        place, home = folder / "place", folder / "home"
        place.mkdir()
        path = place / name
        try:
            path.write_bytes(b"")
            path.unlink()
        except OSError:
            pytest.skip("this file system does not take the name")
        exercised(path, home)


def deep(folder: Path, length: int) -> Path:
    """A folder whose path has so many bytes."""
    while length - len(os.fsencode(folder)) > 256:
        folder /= "d" * min(200, length - len(os.fsencode(folder)) - 202)
    folder /= "e" * (length - len(os.fsencode(folder)) - 1)
    folder.mkdir(parents=True)
    assert len(os.fsencode(folder)) == length
    return folder


def test_thirty_names_and_more_are_tried() -> None:
    assert len(set(NAMES)) >= 30


@pytest.mark.skipif(os.name != "posix", reason="paths are shorter elsewhere")
def test_a_path_of_4095_bytes_then_is_saved_and_opened_as_it_was() -> None:
    with memory_folder() as folder:
        place = deep(folder, 3_900)
        path = place / ("n" * 188 + ".rondo")
        assert len(os.fsencode(path)) == 4_095
        exercised(path, folder / "home")


@pytest.mark.skipif(os.name != "posix", reason="paths are shorter elsewhere")
def test_a_folder_so_deep_that_no_new_file_fits_then_is_said_and_the_work_is_kept() -> None:
    with memory_folder() as folder:
        path = deep(folder, 4_085) / "p.rondo"
        document = Document.create(root=folder / "home", content=Project.of(one_of_everything()))
        with pytest.raises(CannotWriteError):
            document.save_as(path)
        add_step(document, "kept")
        with pytest.raises(RondoFileError):
            document.save_as(path.with_name("n" * 300))
        document.close()
        (kept,) = Document.kept_work(folder / "home")
        with Document.recover(kept, folder / "home") as again:
            assert again.project.find(Step, "kept")
