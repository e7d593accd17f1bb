"""The walls that the import contracts in pyproject.toml cannot express, read from the sources themselves."""

from __future__ import annotations

import re
import tomllib

from helpers.house import PACKAGES, ROOT, imported, imports, none_of, place, product, room, standard_library

QT_ROOMS = ("rondo.text", "rondo.ui", "rondo.cli", "rondo.__main__")
QT_FREE_IN_TEXT = ("rondo.text", "rondo.text.shaped")
NETWORK = ("socket", "ssl", "http", "urllib.request", "ftplib", "smtplib", "xmlrpc", "asyncio", "requests")
IMPORT_NAMES = {
    "pyside6-essentials": {"PySide6", "shiboken6"},
    "fonttools": {"fontTools"},
    "sqlite-utils": {"sqlite_utils"},
}


def within(path_room: str, *rooms: str) -> bool:
    return any(path_room == name or path_room.startswith(name + ".") for name in rooms)


def test_every_room_but_text_ui_and_the_command_line_is_free_of_qt() -> None:
    outside = [path for path in product() if not within(room(path), *QT_ROOMS)]
    assert len(outside) > 10
    none_of([line for path in outside for line in imported(path, "PySide6", "shiboken6")])


def test_the_values_of_the_text_room_are_free_of_qt() -> None:
    values = [path for path in product() if room(path) in QT_FREE_IN_TEXT]
    assert len(values) == len(QT_FREE_IN_TEXT)
    none_of([line for path in values for line in imported(path, "PySide6")])


def test_widgets_are_known_to_ui_alone() -> None:
    outside = [path for path in product() if not within(room(path), "rondo.ui")]
    widgets = ("PySide6.QtWidgets", "PySide6.QtPrintSupport", "PySide6.QtSvgWidgets")
    none_of([line for path in outside for line in imported(path, *widgets)])


def test_no_file_of_the_product_can_reach_a_network() -> None:
    paths = product()
    assert len(paths) > 10
    doors = (*NETWORK, "PySide6.QtNetwork", "PySide6.QtWebEngineCore", "PySide6.QtWebSockets")
    none_of([line for path in paths for line in imported(path, *doors)])


def test_sql_is_spoken_in_the_project_file_alone() -> None:
    outside = [path for path in product() if not within(room(path), "rondofile")]
    sql = ("sqlite3", "sqlite_utils", "apsw", "PySide6.QtSql")
    none_of([line for path in outside for line in imported(path, *sql)])


def test_every_package_that_is_imported_is_declared() -> None:
    declared = {name for requirement in dependencies() for name in import_names(requirement)}
    known = declared | set(PACKAGES) | standard_library()
    strangers = {
        f"{place(path)} imports {name}"
        for path in product()
        for _, name in imports(path)
        if name.split(".")[0] not in known
    }
    none_of(strangers)


def dependencies() -> list[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return [re.split(r"[<>=!~; \[]", requirement)[0].lower() for requirement in project["dependencies"]]


def import_names(requirement: str) -> set[str]:
    return IMPORT_NAMES.get(requirement, {requirement.replace("-", "_")})
