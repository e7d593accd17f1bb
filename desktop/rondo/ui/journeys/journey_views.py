"""The ways to look at one journey: rooms of the window that share a strip with a switch between them."""

from __future__ import annotations

from collections.abc import Mapping

JOURNEY_VIEWS: Mapping[str, str] = {
    "journey": "journey.show-map",
    "steps": "journey.show-table",
    "beside": "journey.show-beside",
    "responses": "journey.show-responses",
    "experiences": "journey.show-experiences",
}
"""The rooms in the order of the switch, each with the action that shows it."""
