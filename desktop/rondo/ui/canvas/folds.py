"""Which bands below the map are open, kept on this computer and never in the file."""

from __future__ import annotations

from rondo.ui.settings import Settings

USUALLY = {"rail": True, "curve": False, "rhythm": True}
"""The bands, and whether each is open until somebody folds or unfolds it."""


class Folds:
    """Remembers for every canvas of this person what is open."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._open = {part: settings.yes(f"canvas/{part}-open", usual) for part, usual in USUALLY.items()}

    def is_open(self, part: str) -> bool:
        return self._open[part]

    def fold(self, part: str, is_open: bool) -> bool:
        """The band is open or folded from now on. Whether that is new."""
        if self._open[part] == is_open:
            return False
        self._open[part] = is_open
        self._settings.keep(f"canvas/{part}-open", is_open)
        return True
