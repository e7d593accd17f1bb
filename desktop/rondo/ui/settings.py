"""Settings: what a person chose and what a window looked like, kept on this computer, never in a file."""

from __future__ import annotations

import json
import math
import os
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray

from rondo.ui.settings_file import read_json, store_at

MOST_RECENT = 12


class Settings:
    """Values by key ("look.theme"), kept in one file of the person's configuration folder."""

    def __init__(self, path: Path | str | None = None) -> None:
        self._store = store_at(Path(path or _default_path()))

    @property
    def folder(self) -> Path:
        """The folder in which the settings are kept."""
        return Path(self._store.fileName()).parent

    def text(self, key: str, otherwise: str = "") -> str:
        """The text kept under the key."""
        return str(self._store.value(key, otherwise))

    def number(self, key: str, otherwise: float) -> float:
        """The number kept under the key."""
        try:
            found = float(str(self._store.value(key, otherwise)))
        except ValueError:
            return otherwise
        return found if math.isfinite(found) else otherwise

    def yes(self, key: str, otherwise: bool = False) -> bool:
        """Whether the key is on."""
        return str(self._store.value(key, otherwise)).lower() == "true"

    def bytes(self, key: str) -> QByteArray:
        """What Qt keeps of a window under the key; empty where there is nothing."""
        found = self._store.value(key)
        return found if isinstance(found, QByteArray) else QByteArray()

    def keep(self, key: str, value: object) -> None:
        """The value is kept under the key, also after a crash."""
        self._store.setValue(key, value)
        self._store.sync()

    def view_of(self, doc_id: str) -> dict[str, Any]:
        """How a document was looked at last: plain values by name."""
        found = read_json(self.text(f"view/{doc_id}", "{}"))
        return found if isinstance(found, dict) else {}

    def keep_view(self, doc_id: str, view: dict[str, Any]) -> None:
        """The document is looked at like this."""
        self.keep(f"view/{doc_id}", json.dumps(view))

    def recent(self) -> tuple[Path, ...]:
        """The files opened last, newest first."""
        found = read_json(self.text("files/recent", "[]"))
        names = found if isinstance(found, list) else []
        return tuple(Path(name) for name in names if isinstance(name, str) and name and "\0" not in name)

    def keep_recent(self, path: Path) -> None:
        """The file was opened now."""
        others = [other for other in self.recent() if other != path]
        self.keep("files/recent", json.dumps([str(one) for one in (path, *others)][:MOST_RECENT]))

    def forget_recent(self, path: Path) -> None:
        """The file is not among the recent ones."""
        self.keep("files/recent", json.dumps([str(one) for one in self.recent() if one != path]))


def _default_path() -> Path:
    return Path(os.environ.get("RONDO_HOME") or _user_folder()) / "settings.ini"


def _user_folder() -> str:
    from platformdirs import user_config_dir

    return user_config_dir("rondo", appauthor=False)
