"""The sources speak of the project alone: no folder of one machine, no address of a registry."""

from __future__ import annotations

from pathlib import Path

from helpers.house import files, none_of, place

FOLDERS = ("work", "root", "tmp", "home", "Users", "opt")
BEFORE_A_FOLDER = " \t\n\"'`(=:"
HOSTS = (
    "pypi" + ".org",
    "python" + "hosted",
    "npm" + "js.org",
    "npm" + "js.com",
    "deb.debian" + ".org",
    "local" + "host",
    "127.0" + ".0.1",
)


def texts() -> list[tuple[Path, str]]:
    """Every file that is text."""
    found = []
    for path in files():
        try:
            found.append((path, path.read_bytes().decode("utf-8")))
        except UnicodeDecodeError:
            continue
    assert len(found) > 30
    return found


def machine_paths(text: str) -> list[str]:
    """Absolute folders of one machine: a slash, a top folder, a slash, where a path begins."""
    padded = "\n" + text
    candidates = [f"{before}/{folder}/" for before in BEFORE_A_FOLDER for folder in FOLDERS]
    return [candidate.strip() for candidate in candidates if candidate in padded]


def test_no_file_names_a_folder_of_one_machine() -> None:
    none_of({place(path): found for path, text in texts() if (found := machine_paths(text))}.items())


def test_no_file_names_a_registry_or_a_server_of_its_own() -> None:
    found = {place(path): [host for host in HOSTS if host in text] for path, text in texts()}
    none_of({name: hosts for name, hosts in found.items() if hosts}.items())


def test_a_machine_path_is_seen_when_it_is_there() -> None:
    assert machine_paths("open('/ho" + "me/someone/file')") != []
    assert machine_paths("desktop/home/page and a/tmp/b") == []
