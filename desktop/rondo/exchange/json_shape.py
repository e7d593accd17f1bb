"""How each noun stands in a document: its keys in canonical order, and what ties its rows together.

A key is spelled as the field of the record that it fills. Two groups of fields become objects of their
own: `card_kind` is `card.kind`, `revenue_what` is `revenue.what`. `position` is the place in the list.
"""

from __future__ import annotations

from rondofile.enums import MarkKind
from rondofile.records import (
    Action,
    Asset,
    BriefSection,
    CellSheet,
    Condition,
    Criterion,
    Decision,
    Fit,
    Info,
    Item,
    Journey,
    Lane,
    Link,
    Mark,
    Menu,
    MenuChoice,
    MenuRule,
    Note,
    Permission,
    Placement,
    Player,
    Reading,
    Record,
    Response,
    RoleChoice,
    Score,
    Segment,
    SegmentRole,
    Situation,
    Step,
    StepFeeling,
    StepInformation,
    StepOrigin,
    Stretch,
    StretchStep,
)

KEYS: dict[type[Record], tuple[str, ...]] = {
    Info: (
        "id", "title", "subtitle", "organisation", "audience", "author", "purpose", "language", "date",
    ),
    Player: ("id", "name", "kind", "note"),
    Segment: (
        "id", "name", "description", "size", "size_unit", "knows_need", "knows_options", "desired_control",
        "privacy_comfort", "predictability", "mistake_cost", "undo_possible", "own_goal",
    ),
    SegmentRole: ("kind", "holder"),
    Situation: (
        "id", "segment", "name", "description", "knows_need", "knows_options", "desired_control",
        "privacy_comfort", "predictability", "mistake_cost", "undo_possible", "own_goal",
    ),
    Fit: ("segment", "situation", "experience", "comfort", "value"),
    Item: ("id", "name", "about"),
    Permission: (
        "id", "item", "segment", "state", "basis", "purpose", "seen_by", "limits", "kept_for", "consent_by",
        "gives_back", "withdrawal", "refusal",
    ),
    Journey: (
        "id", "name", "state", "player", "segment", "situation", "based_on", "note", "episodes_per_year",
        "curved", "arranged",
    ),
    Lane: ("id", "name", "role", "player", "seen_by_customer", "height"),
    Step: (
        "id", "title", "note", "phase", "kind", "lane", "actor", "x", "y", "locked", "feeling", "minutes",
        "wait_minutes", "our_cost", "aware_first", "trigger", "channel", "identity", "must_stay",
        "must_stay_reason", "same_for_everyone", "evidence", "source",
    ),
    StepFeeling: ("segment", "feeling"),
    StepInformation: ("item", "how", "use"),
    Mark: ("id", "kind", "text", "weight", "cause", "evidence", "source"),
    Link: ("id", "source", "target", "kind", "label", "share", "wait_minutes", "about", "level"),
    Stretch: ("id", "name"),
    Note: ("id", "text", "step", "x", "y"),
    Placement: (
        "id", "offer", "card", "experience", "architecture", "state", "player", "reason_experience",
        "reason_architecture", "revenue", "evidence", "source",
    ),
    Reading: ("experience", "architecture", "reason", "source"),
    CellSheet: ("experience", "architecture", "idea", "incentives", "information"),
    Menu: ("id", "name", "segment"),
    MenuRule: ("id", "source", "target", "condition", "asks_first"),
    Response: (
        "id", "step", "experience", "text", "must_know", "votes", "made_step", "made_placement",
    ),
    Criterion: ("id", "name", "weight"),
    Score: ("criterion", "architecture", "score", "note"),
    RoleChoice: ("step", "architecture", "role"),
    Condition: ("id", "text", "evidence", "owner", "date"),
    Decision: ("id", "text", "recommended", "alternative", "date"),
    Action: ("id", "text", "owner", "date"),
    BriefSection: ("kind", "included", "title", "note"),
    Asset: ("id", "name", "media_type"),
}  # fmt: skip
"""The keys whose value is plain, and the two groups; lists of children follow them."""

GROUPS: dict[str, tuple[str, ...]] = {
    "card": ("kind", "ref", "text"),
    "revenue": ("what", "when", "who", "why", "currency"),
}

LISTS: tuple[tuple[str, type[Record]], ...] = (
    ("players", Player),
    ("segments", Segment),
    ("situations", Situation),
    ("fits", Fit),
    ("items", Item),
    ("permissions", Permission),
    ("journeys", Journey),
    ("placements", Placement),
    ("cell_sheets", CellSheet),
    ("menus", Menu),
    ("responses", Response),
    ("criteria", Criterion),
    ("scores", Score),
    ("role_choices", RoleChoice),
    ("conditions", Condition),
    ("decisions", Decision),
    ("actions", Action),
)
"""The lists at the top of a document, in canonical order."""

DEFAULTS: dict[type[Record], dict[str, str]] = {Mark: {"kind": MarkKind.PAIN}}
"""What a document may leave out though the record needs it."""

NATURAL_KEYS: dict[type[Record], tuple[str, ...]] = {
    Fit: ("segment", "situation", "experience"),
    SegmentRole: ("segment", "kind"),
    CellSheet: ("experience", "architecture"),
    MenuChoice: ("menu", "placement"),
    StepFeeling: ("step", "segment"),
    StepOrigin: ("step", "origin"),
    StepInformation: ("step", "item", "how", "use"),
    StretchStep: ("stretch", "step"),
    Reading: ("placement", "experience", "architecture", "source"),
    Score: ("criterion", "architecture"),
    RoleChoice: ("step", "architecture"),
    BriefSection: ("kind",),
}
"""What makes a row without an id of its own itself."""
