"""The ways to look at offers and customers: rooms of the window that share a switch between them."""

from __future__ import annotations

from collections.abc import Mapping

MATRIX_VIEWS: Mapping[str, str] = {
    "matrix": "strategy.show-matrix",
    "offers": "strategy.show-offers",
    "coverage": "strategy.show-coverage",
    "menus": "strategy.show-menus",
    "permissions": "strategy.show-permissions",
}
"""The rooms in the order of the switch, each with the action that shows it."""
