"""Nothing is cut, covered or out of reach: in every view, beside whatever is chosen, and in every dialog."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from helpers.applications import running
from helpers.clipping import cut_texts
from helpers.desks import park, wait_for
from helpers.dialogs_shown import DIALOGS
from helpers.house import none_of
from helpers.resting import come_to_rest
from helpers.stretched import StretchedWords
from helpers.windows import VIEWS, lasting_cuts, open_window, show
from rondo.ui.dress.look import THEMES
from rondo.ui.inspector.pieces.section import Section
from rondo.ui.main_window import MainWindow
from rondo.ui.rooms import FAMILIES
from rondo.words import LANGUAGES, Words
from rondofile.project import Project
from rondofile.records import (
    Journey,
    Lane,
    Link,
    Placement,
    Player,
    Record,
    Segment,
    Situation,
    Step,
    Stretch,
)

Shape = tuple[tuple[int, int], float, str, str]
SMALL, LARGE = (1280, 800), (1920, 1080)
SPEECHES = (*LANGUAGES, "longer")
CHOSEN: tuple[type[Record], ...] = (
    *(Step, Link, Lane, Journey, Stretch),
    *(Segment, Situation, Player, Placement),
)
SHAPES: tuple[Shape, ...] = (
    (SMALL, 1.0, "longer", "light"),
    (SMALL, 2.0, "longer", "dark"),
    (SMALL, 2.0, "te", "high-contrast"),
    (LARGE, 2.0, "nl", "light"),
)
"""Every size, size of text, language and look at least once."""
ALL: tuple[Shape, ...] = tuple(product((SMALL, LARGE), (1.0, 2.0), SPEECHES, THEMES[1:]))
LOOKED = 400
"""Texts that the views and the inspector show at least."""


def named(shape: Shape) -> str:
    (width, _), scale, speech, theme = shape
    return f"{width}-{round(scale * 100)}-{speech}-{theme}"


def spoken(speech: str) -> Words:
    return StretchedWords("en") if speech == "longer" else Words(speech)


def test_a_cut_a_covered_and_a_hidden_text_are_found(qapp: QApplication) -> None:
    top = QWidget()
    cut, wrapped = QLabel("Far too long for its place", top), QLabel("Whole", top)
    covering = QLabel("Whole too", top)
    for label, x, width in ((cut, 0, 40), (wrapped, 60, 120), (covering, 70, 120)):
        label.setGeometry(x, 0, width, 30)
    top.show()
    found, looked = cut_texts(top)
    assert looked == 3
    assert [line.count("needs") for line in found] == [1, 0]
    assert "Whole" in found[1] and "overlap" in found[1]
    top.deleteLater()


def test_words_that_wrap_are_whole_where_they_have_the_height(qapp: QApplication) -> None:
    top = QWidget()
    column = QVBoxLayout(top)
    label = QLabel("Several words that stand on several lines")
    label.setWordWrap(True)
    column.addWidget(label)
    top.resize(140, 200)
    top.show()
    assert cut_texts(top) == ([], 1)
    label.setFixedHeight(label.fontMetrics().height())
    wait_for(lambda: label.height() == label.fontMetrics().height())
    assert len(cut_texts(top)[0]) == 1
    top.deleteLater()


@pytest.mark.parametrize("shape", SHAPES, ids=named)
def test_every_text_can_be_read(shape: Shape, tmp_path: Path, qapp: QApplication) -> None:
    _check_window(shape, tmp_path)


@pytest.mark.long
@pytest.mark.parametrize("shape", [one for one in ALL if one not in SHAPES], ids=named)
def test_every_text_can_be_read_in_every_shape(shape: Shape, tmp_path: Path, qapp: QApplication) -> None:
    _check_window(shape, tmp_path)


@pytest.mark.parametrize(("scale", "speech"), [(1.0, "nl"), (2.0, "te")])
def test_every_other_way_to_show_journeys_and_offers_can_be_read(
    scale: float, speech: str, tmp_path: Path, qapp: QApplication
) -> None:
    with open_window(tmp_path, park(), spoken(speech), SMALL, "light", scale) as window:
        views = [room for views in FAMILIES.values() for room in views if room not in FAMILIES]
        assert len(views) == 8 and window.width() == SMALL[0]
        none_of((view, fault) for view in views for fault in _faults(window, view))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_panel_that_waited_for_room_can_be_opened_beside_the_other(
    language: str, tmp_path: Path, qapp: QApplication
) -> None:
    with open_window(tmp_path, park(), Words(language), SMALL, "light", 2.0) as window:
        assert not window.docks.outline.is_shown()
        window.carry_out("view.outline")
        come_to_rest(window)
        assert window.docks.outline.is_shown() and window.width() == SMALL[0]
        found = [(view, fault) for view in VIEWS for fault in _faults(window, view)]
        none_of(found)


@pytest.mark.parametrize(("scale", "speech"), [(1.0, "nl"), (2.0, "longer"), (2.0, "te")])
def test_every_dialog_can_be_read(scale: float, speech: str, tmp_path: Path, qapp: QApplication) -> None:
    looked = 0
    with open_window(tmp_path, park(), spoken(speech), SMALL, "light", scale) as window:
        for name, make in DIALOGS.items():
            dialog = make(window)
            dialog.show()
            come_to_rest(dialog)
            found, texts = lasting_cuts(dialog)
            none_of((name, fault) for fault in found)
            assert dialog.width() <= SMALL[0] and dialog.height() <= SMALL[1], name
            looked += texts
            dialog.reject()
            dialog.deleteLater()
    assert looked > 60


@pytest.mark.parametrize(("scale", "language"), [(1.0, "nl"), (2.0, "te"), (2.0, "en")])
def test_the_first_page_can_be_read(scale: float, language: str, tmp_path: Path, qapp: QApplication) -> None:
    with running(tmp_path, language) as application:
        application.look.set_scale(scale)
        application.welcome()
        window = application.welcome_window
        assert window is not None
        window.resize(*SMALL)
        wait_for(lambda: window.isVisible())
        come_to_rest(window)
        found, looked = lasting_cuts(window)
        none_of(found)
        assert looked > 8


def _check_window(shape: Shape, folder: Path) -> None:
    size, scale, speech, theme = shape
    with open_window(folder, park(), spoken(speech), size, theme, scale) as window:
        assert window.width() == size[0], "the window outgrew its screen"
        found, looked = [], 0
        for view in VIEWS:
            show(window, view)
            faults, texts = lasting_cuts(window)
            found += [(view, fault) for fault in faults]
            looked += texts
        show(window, "matrix")
        for name in _choose_each(window):
            faults, texts = lasting_cuts(window.inspector)
            found += [(name, fault) for fault in faults]
            looked += texts
    none_of(found)
    assert looked > LOOKED


def _faults(window: MainWindow, view: str) -> list[str]:
    show(window, view)
    return lasting_cuts(window)[0]


def _choose_each(window: MainWindow) -> Iterator[str]:
    """One thing of every kind after the other, with all that the inspector asks about it unfolded."""
    project, selection = window.desk.session.project, window.desk.selection
    for kind in CHOSEN:
        selection.choose(kind, _richest(project, kind))
        _unfold(window)
        yield kind.__name__
    offer = project.all(Placement)[0]
    selection.choose_cell((offer.experience, offer.architecture))
    _unfold(window)
    yield "cell"


def _richest(project: Project, kind: type[Record]) -> str:
    """The id of the record of that kind that has most to show."""
    return max(project.all(kind), key=lambda record: len(repr(record))).id


def _unfold(window: MainWindow) -> None:
    come_to_rest(window)
    for section in window.inspector.findChildren(Section):
        if section.isVisible() and not section.is_open:
            section.heading.click()
    come_to_rest(window)
