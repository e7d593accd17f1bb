"""Look: readable in every theme, at every size, and it changes while windows are open."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QIcon, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton

from helpers.contrast import contrast
from helpers.house import none_of
from rondo.figures.theme import load as load_theme
from rondo.ui.dress.look import SCALES, Look
from rondo.ui.dress.palette import derived
from rondo.ui.dress.style_sheet import style_sheet
from rondo.ui.settings import Settings

THEMES = ("light", "dark", "high-contrast")


@pytest.fixture
def look(tmp_path: Path, qapp: QApplication) -> Iterator[Look]:
    made = Look(Settings(tmp_path / "settings.ini"))
    made.dress()
    yield made
    made.choose("light")
    made.set_scale(1.0)


@pytest.mark.parametrize("name", THEMES)
def test_states_of_widgets_can_be_read_in_every_theme(name: str) -> None:
    theme = load_theme(name)
    roles = {**theme.colours, **derived(theme)}
    pairs = [
        *(("ink", ground) for ground in ("field", "hover", "pressed", "surface", "paper")),
        *(("ink-secondary", ground) for ground in ("surface", "paper", "hover")),
        *(("accent", ground) for ground in ("surface", "accent-ground")),
        ("on-chosen", "chosen"),
        *(("surface", ground) for ground in ("accent", "accent-hover", "accent-pressed")),
        ("bad", "bad-ground"),
        ("ink", "bad-ground"),
    ]
    weak = {pair: contrast(roles[pair[0]], roles[pair[1]]) for pair in pairs}
    assert len(weak) == 16
    none_of({pair: ratio for pair, ratio in weak.items() if ratio < 4.5}.items())
    assert contrast(roles["accent"], roles["surface"]) >= 3, "the ring of focus must be seen"


@pytest.mark.parametrize("name", THEMES)
def test_the_sheet_names_only_what_there_is(name: str, look: Look) -> None:
    look.choose(name)
    sheet = style_sheet(look)
    assert "$" not in sheet and sheet.count("{") == sheet.count("}") > 80
    files = [part.split('"')[0] for part in sheet.split('url("')[1:]]
    assert len(files) > 8
    none_of(file for file in files if not Path(file).read_text().startswith("<!-- @license"))


@pytest.mark.parametrize("name", THEMES)
def test_the_mark_of_a_menu_is_seen_on_a_filled_button(name: str, look: Look) -> None:
    look.choose(name)
    button = QPushButton("Begin")
    button.setProperty("kind", "primary")
    button.setMenu(QMenu(button))
    button.resize(160, 32)
    image = button.grab().toImage()
    ground = image.pixelColor(120, 16).name()
    assert ground == look["accent"].name()
    side = [image.pixelColor(x, y).name() for x in range(136, 156) for y in range(8, 24)]
    assert max(contrast(colour, ground) for colour in side) >= 4.5


def test_sizes_grow_with_the_text(look: Look, qapp: QApplication) -> None:
    heights = []
    for scale in (1.0, 1.5, 2.0):
        look.set_scale(scale)
        button = QPushButton("Carry identity")
        button.ensurePolished()
        heights.append(button.sizeHint().height())
        assert button.font().pixelSize() == round(13 * scale)
    assert heights[0] >= 28 and heights[1] > heights[0] * 1.3 and heights[2] > heights[0] * 1.8


def test_text_grows_and_shrinks_step_by_step_and_stops_at_the_ends(look: Look) -> None:
    seen = []
    for _ in range(10):
        look.step_scale(1)
        seen.append(look.scale)
    assert seen[-1] == SCALES[-1] == 2.0 and seen[:2] == [1.1, 1.25]
    for _ in range(12):
        look.step_scale(-1)
    assert look.scale == SCALES[0]


def test_the_palette_is_explicit_whatever_the_platform_says(look: Look, qapp: QApplication) -> None:
    changed: list[str] = []
    look.changed.connect(lambda: changed.append(look.theme.name))
    look.choose("dark")
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == load_theme("dark")["surface"]
    assert qapp.palette().color(QPalette.ColorRole.WindowText).name() == load_theme("dark")["ink"]
    look.choose("high-contrast")
    assert changed == ["dark", "high-contrast"]
    assert qapp.style().objectName().lower() == "fusion" or qapp.styleSheet()


def test_a_label_that_is_there_already_takes_the_new_theme(look: Look, qapp: QApplication) -> None:
    label = QLabel("words")
    label.setProperty("kind", "caption")
    label.show()
    look.choose("dark")
    qapp.processEvents()
    assert label.palette().color(QPalette.ColorRole.WindowText).name() == load_theme("dark")["ink-secondary"]
    label.deleteLater()


def test_an_icon_has_the_colour_of_its_role_and_of_its_state(look: Look) -> None:
    for theme in THEMES:
        look.choose(theme)
        icon = look.icon("route", "accent")
        for mode, role in ((QIcon.Mode.Normal, "accent"), (QIcon.Mode.Disabled, "disabled")):
            image = icon.pixmap(48, 48, mode).toImage()
            spots = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
            inked = [spot.getRgb()[:3] for spot in spots if spot.alpha() == 255]
            wanted = look[role].getRgb()[:3]
            assert len(inked) > 50
            assert max(abs(a - b) for ink in inked for a, b in zip(ink, wanted, strict=True)) <= 2


def test_icons_are_there_also_where_no_file_can_be_kept(look: Look, tmp_path: Path) -> None:
    (tmp_path / "look").rename(tmp_path / "away")
    (tmp_path / "look").write_text("a file where the folder should be")
    look.choose("dark")
    assert not look.icon("route").pixmap(16, 16).isNull()
    assert "image: none" in style_sheet(look)


def test_an_icon_that_does_not_ship_is_refused(look: Look) -> None:
    with pytest.raises(FileNotFoundError):
        look.icon("no-such-icon")
