"""The list of who could do a step, opened at a cell: the framework's usual first, with its reason."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QLabel, QMenu, QWidget, QWidgetAction

from rondo.strategy.journeys.recast import Assignment
from rondo.ui.desk import Desk
from rondofile.enums import Actor, Architecture, Phase

Choose = Callable[[Actor | None], None]


def usual(desk: Desk, one: Assignment, architecture: Architecture) -> tuple[Actor | None, str]:
    """Who usually does such a step there, and why; nobody where the framework says nothing of it."""
    if one.step.kind is None or one.step.phase is Phase.REPEAT:
        key = "compare_view.our_learning" if one.step.phase is Phase.REPEAT else "compare_view.no_kind"
        return None, desk.words(key)
    found = desk.framework.performer(one.step.kind, architecture)
    return found.role, found.reason


def why(desk: Desk, one: Assignment, architecture: Architecture) -> str:
    """The reason for who would do the step there, as it now stands."""
    words, framework = desk.words, desk.framework
    if one.kept:
        reason = one.step.must_stay_reason
        return words("compare_view.stays_because", reason=reason) if reason else words("compare_view.stays")
    role, reason = usual(desk, one, architecture)
    if role is None:
        return reason
    if one.chosen and role is not one.role:
        return words("compare_view.chosen_instead", usual=framework.name(role), reason=reason)
    return reason


def performer_menu(
    desk: Desk, one: Assignment, architecture: Architecture, choose: Choose, parent: QWidget
) -> QMenu:
    """A menu whose entries choose who does the step there; the last one goes back to the usual."""
    words, framework = desk.words, desk.framework
    menu = QMenu(parent)
    menu.setAccessibleName(words("compare_view.who", step=one.step.title))
    role, reason = usual(desk, one, architecture)
    menu.addAction(_said(desk, reason, menu))
    group = QActionGroup(menu)
    for actor in Actor:
        name = framework.name(actor)
        label = words("compare_view.usual", who=name) if actor is role else name
        action = menu.addAction(label.replace("&", "&&"))
        action.setObjectName(actor.value)
        action.setCheckable(True)
        action.setChecked(actor is one.role)
        action.setActionGroup(group)
        action.triggered.connect(lambda _=False, who=actor: choose(who))
    menu.addSeparator()
    back = menu.addAction(words("compare_view.back_to_usual"))
    back.setObjectName("usual")
    back.setEnabled(one.chosen)
    back.triggered.connect(lambda: choose(None))
    return menu


def _said(desk: Desk, text: str, menu: QMenu) -> QWidgetAction:
    """A sentence at the head of the menu."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("kind", "caption")
    label.setMinimumWidth(desk.look.px(220))
    label.setMaximumWidth(desk.look.px(300))
    label.setContentsMargins(*(desk.look.px(edge) for edge in (10, 6, 10, 6)))
    action = QWidgetAction(menu)
    action.setDefaultWidget(label)
    action.setEnabled(False)
    return action
