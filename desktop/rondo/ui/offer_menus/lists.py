"""The lists of a menu: which offers are on it, where a rule may lead, what can be done with a thing."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu, QWidget

from rondo.figures.matrices.matrix_entries import sentence_case, title_of
from rondo.ui.desk import Desk
from rondo.ui.offer_menus.doing import Doing
from rondofile.enums import Experience
from rondofile.records import Placement


def fill_offers(menu: QMenu, desk: Desk, doing: Doing) -> None:
    """All offers of our own by their rows, ticked where they are on the menu."""
    project, framework = desk.session.project, desk.framework
    menu.clear()
    on = {offer.id for offer in project.choices_of(doing.menu or "")}
    own = project.own
    for row in (*Experience, None):
        there = [offer for offer in project.all(Placement) if offer.experience is row]
        offers = [offer for offer in there if project.player_of(offer) == own or offer.id in on]
        if offers:
            menu.addSection(sentence_case(framework.name(row)))
        for offer in offers:
            tick = menu.addAction(title_of(project, offer, desk.words).replace("&", "&&"))
            tick.setCheckable(True)
            tick.setChecked(offer.id in on)
            tick.triggered.connect(lambda _=False, key=offer.id: doing.turn(key))


def thing_menu(desk: Desk, doing: Doing, parent: QWidget) -> QMenu:
    """What can be done with the chosen offer or rule, and with the menu itself."""
    words, project = desk.words, desk.session.project
    menu = QMenu(parent)
    menu.aboutToHide.connect(menu.deleteLater)
    if doing.offers:
        source = doing.offers[-1]
        others = [offer for offer in project.choices_of(doing.menu or "") if offer.id != source]
        to = menu.addMenu(words("menus.rule_to"))
        to.setEnabled(bool(others) and doing.has_menu)
        for offer in others:
            action = to.addAction(title_of(project, offer, words).replace("&", "&&"))
            action.triggered.connect(lambda _=False, key=offer.id: doing.lead(source, key))
    if doing.can_delete:
        name = words("menus.delete_rule" if doing.rule is not None else "menus.take_off")
        menu.addAction(name).triggered.connect(lambda: doing.delete())
    menu.addSeparator()
    gone = menu.addAction(words("menus.delete"))
    gone.setEnabled(doing.has_menu)
    gone.triggered.connect(lambda: doing.delete_menu())
    return menu
