"""The menu of an offer or a cell: the actions of the window, and the three states."""

from __future__ import annotations

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from rondo.figures.matrices.matrix_entries import sentence_case
from rondo.ui.desk import Desk
from rondo.ui.matrix.offer_deeds import OfferDeeds
from rondofile.enums import PlacementState
from rondofile.records import Placement

OF_OFFER = ("edit.rename", "", "edit.cut", "edit.copy", "edit.paste", "edit.duplicate", "edit.delete", "")
OF_CELL = ("strategy.new-offer", "edit.paste", "strategy.sweep")


def offer_menu(desk: Desk, deeds: OfferDeeds, parent: QWidget) -> QMenu:
    """What can be done with what is chosen; the menu is gone once it is closed."""
    menu = QMenu(parent)
    menu.aboutToHide.connect(menu.deleteLater)
    for key in OF_OFFER if deeds.chosen else OF_CELL:
        if key:
            menu.addAction(desk.actions[key])
        else:
            menu.addSeparator()
    if deeds.chosen:
        menu.addAction(desk.actions["strategy.place"])
        menu.addMenu(_states(desk, deeds, menu))
    return menu


def _states(desk: Desk, deeds: OfferDeeds, parent: QMenu) -> QMenu:
    """Today, we will, we could; the one that all chosen offers have is marked."""
    menu = QMenu(desk.words("matrix.state"), parent)
    group = QActionGroup(menu)
    found = [desk.session.project.find(Placement, key) for key in deeds.chosen]
    states = {placement.state for placement in found if placement is not None}
    for state in PlacementState:
        action = menu.addAction(sentence_case(desk.framework.name(state)))
        action.setCheckable(True)
        group.addAction(action)
        action.setChecked(states == {state})
        action.triggered.connect(lambda _=False, state=state: deeds.set_state(state))
    menu.setEnabled(not desk.session.read_only)
    return menu
