"""Which page explains which noun. A page is only read in when it is wanted: a window opens at once."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module

from rondo.ui.inspector.page import Page
from rondofile.records import (
    Journey,
    Lane,
    Link,
    Menu,
    MenuRule,
    Note,
    Permission,
    Placement,
    Player,
    Record,
    Segment,
    Situation,
    Step,
    Stretch,
)

PAGES: Mapping[type[Record], tuple[str, str]] = {
    Step: ("steps.step_page", "StepPage"),
    Link: ("link_page", "LinkPage"),
    Lane: ("lane_page", "LanePage"),
    Note: ("note_page", "NotePage"),
    Journey: ("journey_page", "JourneyPage"),
    Stretch: ("part_page", "PartPage"),
    Segment: ("people.segment_page", "SegmentPage"),
    Situation: ("people.situation_page", "SituationPage"),
    Player: ("organisation_page", "OrganisationPage"),
    Placement: ("offers.offer_page", "OfferPage"),
    Permission: ("trust.permission_page", "PermissionPage"),
    Menu: ("trust.menu_page", "MenuPage"),
    MenuRule: ("trust.menu_page", "MenuRulePage"),
}
"""Module below this room, and class."""


def page_of(kind: type[Record] | None) -> type[Page] | None:
    """The page of a noun; None where it has none."""
    if kind is None or kind not in PAGES:
        return None
    module, name = PAGES[kind]
    found: type[Page] = getattr(import_module(f"rondo.ui.inspector.{module}"), name)
    return found
