"""What stands in the menus of the window, in which order."""

from __future__ import annotations

from collections.abc import Iterable

from rondo.ui.journeys.journey_views import JOURNEY_VIEWS
from rondo.ui.matrices.matrix_views import MATRIX_VIEWS

SEPARATOR = ""
RECENT = "recent"
"""Where the menu of recent files stands among the actions."""

SUBMENUS: dict[str, tuple[str, ...]] = {
    "journey-views": tuple(JOURNEY_VIEWS.values()),
    "matrix-views": tuple(MATRIX_VIEWS.values()),
    "show": (
        *("journey.show-none", SEPARATOR, "journey.show-work", "journey.show-known"),
        *("journey.show-strangers", "journey.show-waits", "journey.show-learned", "journey.show-evidence"),
    ),
    "steps": (
        *("journey.phase-recognize", "journey.phase-request", "journey.phase-respond"),
        *("journey.phase-repeat", SEPARATOR, "journey.actor", "journey.feel-better", "journey.feel-worse"),
        *("journey.learn", SEPARATOR, "journey.lane-up", "journey.lane-down", "journey.lock", SEPARATOR),
        *("journey.add-next", "journey.connect-chosen", "journey.merge-steps", "journey.split-step"),
        "journey.name-part",
    ),
    "lanes": ("journey.add-lane", "journey.add-lane-above", "journey.lane-seen", "journey.lane-fit"),
    "notes": ("journey.add-note", "journey.next-note", "journey.free-note"),
    "below": ("journey.curve", "journey.rhythm", "journey.rail"),
    "responses": (
        *("responses.worst-first", SEPARATOR, "responses.vote", "responses.unvote", SEPARATOR),
        *("responses.make-step", "responses.make-offer"),
        *(SEPARATOR, "experiences.begin"),
    ),
    "heat": (*("strategy.heat-count", "strategy.heat-size", "strategy.heat-pain", "strategy.heat-evidence"),),
    "select": (
        *("journey.select-phase", "journey.select-lane", "journey.select-kind", "journey.select-actor"),
        *(SEPARATOR, "journey.select-before", "journey.select-after"),
    ),
    "align": (
        *("journey.arrange-chosen", SEPARATOR),
        *("journey.align-left", "journey.align-center", "journey.align-right", SEPARATOR),
        *("journey.align-top", "journey.align-middle", "journey.align-bottom", SEPARATOR),
        *("journey.distribute-across", "journey.distribute-down"),
    ),
}
"""Menus inside of menus, by the name that stands for them there."""

MENUS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "file",
        (
            *("file.new", "file.open", RECENT, "file.welcome", SEPARATOR),
            *("file.save", "file.save-as", "file.save-copy", "file.duplicate", SEPARATOR),
            *("file.versions", "file.name-version", "file.revert", "file.received", SEPARATOR),
            *("file.export-brief", SEPARATOR, "file.project", "file.settings", SEPARATOR),
            *("file.close", "file.quit"),
        ),
    ),
    (
        "edit",
        (
            *("edit.undo", "edit.redo", SEPARATOR, "edit.cut", "edit.copy", "edit.paste", "edit.duplicate"),
            *("edit.delete", SEPARATOR, "edit.rename", "edit.select-all"),
        ),
    ),
    (
        "view",
        (
            *("view.journey", "view.matrix", "view.architectures", "view.review", "view.brief", SEPARATOR),
            *("journey-views", SEPARATOR),
            *("view.zoom-in", "view.zoom-out", "view.zoom-100", "view.fit", "view.fit-selection", SEPARATOR),
            *("view.outline", "view.inspector", "view.history", "view.measures", SEPARATOR),
            *("view.next-part", "view.previous-part", SEPARATOR),
            *("view.full-screen", "view.reset-layout", SEPARATOR),
            *("view.theme-system", "view.theme-light", "view.theme-dark", "view.theme-high-contrast"),
            *(SEPARATOR, "view.text-larger", "view.text-smaller", "view.text-usual"),
        ),
    ),
    (
        "journey",
        (
            *("journey.new", "journey.redesign", "journey.bring-from-today", "journey.delete", SEPARATOR),
            *("journey.select", "journey.add-step", "journey.connect", SEPARATOR),
            *("journey.write-step", "journey.inbox", "journey.arrange", SEPARATOR),
            *("steps", "lanes", "notes", "select", "align", "responses", SEPARATOR),
            *("show", "below", "journey.curved-links", SEPARATOR),
            *("journey.next-question", "journey.walk"),
        ),
    ),
    (
        "strategy",
        (
            *("strategy.new-segment", "strategy.new-situation", "strategy.new-organisation", SEPARATOR),
            *("strategy.new-offer", "strategy.offer-here", "strategy.next-state", "strategy.place"),
            *(SEPARATOR, "view.moves", "strategy.sweep", SEPARATOR),
            *("strategy.cell-sheets", "strategy.blank-sheets", SEPARATOR),
            *("strategy.state-now", "strategy.state-target", "strategy.state-idea"),
            *("strategy.see-through", "strategy.whole-offers", "heat"),
            *(SEPARATOR, "matrix-views"),
        ),
    ),
    ("help", ("help.keys", "help.words", SEPARATOR, "help.about")),
)


def flat(keys: Iterable[str]) -> tuple[str, ...]:
    """The keys of a menu with those of its submenus in their place."""
    return tuple(one for key in keys for one in SUBMENUS.get(key, (key,)))
