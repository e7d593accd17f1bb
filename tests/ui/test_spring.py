"""Names of views spring open under cards that are held over them, and under nothing else."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, QPoint
from PySide6.QtWidgets import QApplication, QPushButton

from helpers.desks import clear_away, wait_for
from helpers.drags import drag_away, drag_over, drop
from helpers.windows import quiet
from rondo.ui.frame.spring import AFTER, Spring
from rondo.ui.mime import Cards, encode

CARDS = Cards("doc", "step", ("a",), "j")


@pytest.fixture
def opened(qapp: QApplication) -> Iterator[list[int]]:
    yield []
    clear_away()


def _button(opened: list[int]) -> QPushButton:
    button = QPushButton("Matrix")
    Spring(button, lambda: opened.append(1))
    return button


def test_cards_that_rest_on_a_name_open_it_once_and_are_not_dropped_on_it(opened: list[int]) -> None:
    button = _button(opened)
    assert not drag_over(button, encode(CARDS), QPoint(3, 3)).isAccepted()
    wait_for(lambda: bool(opened))
    quiet(AFTER * 2)
    assert opened == [1]


def test_cards_that_pass_by_or_are_let_go_open_nothing(opened: list[int]) -> None:
    button = _button(opened)
    drag_over(button, encode(CARDS), QPoint(3, 3))
    drag_away(button)
    assert not drop(button, encode(CARDS), QPoint(3, 3))
    quiet(AFTER * 2)
    assert opened == []


def test_what_are_no_cards_opens_nothing(opened: list[int]) -> None:
    text = QMimeData()
    text.setText("words")
    drag_over(_button(opened), text, QPoint(3, 3))
    quiet(AFTER * 2)
    assert opened == []
