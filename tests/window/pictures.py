"""Pictures of every view in every look, size, text size and a longer language, to be looked at by people.

From the folder tests: `QT_QPA_PLATFORM=offscreen python -m window.pictures FOLDER [VIEW ...]`.
"""

from __future__ import annotations

import sys
import tempfile
from itertools import product
from pathlib import Path

from PySide6.QtWidgets import QApplication

from helpers.desks import park
from helpers.stretched import StretchedWords
from helpers.windows import VIEWS, open_window, quiet, show
from rondo.words import Words

SIZES = ((1280, 800), (1920, 1080))
THEMES = ("light", "dark", "high-contrast")
SCALES = (1.0, 2.0)
WORDS = {"en": Words("en"), "long": StretchedWords("en")}


def main(folder: Path, views: tuple[str, ...]) -> None:
    """The pictures stand in the folder, named for what they show."""
    QApplication.setStyle("Fusion")
    application = QApplication.instance() or QApplication(sys.argv[:1])
    folder.mkdir(parents=True, exist_ok=True)
    for size, theme, scale, (name, words) in product(SIZES, THEMES, SCALES, WORDS.items()):
        with (
            tempfile.TemporaryDirectory() as place,
            open_window(Path(place), park(), words, size, theme, scale) as window,
        ):
            for view in views:
                show(window, view)
                quiet(2500 if view == "brief" else 300)
                window.grab().save(str(folder / f"{view}-{name}-{theme}-{size[0]}-{round(scale * 100)}.png"))
    del application


if __name__ == "__main__":
    main(Path(sys.argv[1]), tuple(sys.argv[2:]) or VIEWS)
