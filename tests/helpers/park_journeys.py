"""The theme park to draw: a family's visit today and redesigned."""

from __future__ import annotations

from helpers.drawing import Drawing
from rondofile.enums import (
    About,
    Actor,
    Identity,
    JourneyState,
    LinkKind,
    Trigger,
)
from rondofile.project import Project
from rondofile.records import (
    Item,
    Player,
    Record,
    StepOrigin,
)

BOTH = Actor.BOTH
TOLD = ["item-name", "item-ages", "item-arrival"]
Row = tuple[str, str, str, str, dict[str, object]]
TODAY: list[Row] = [
    ("1", "Wish for a holiday together", "rec", "Family", {"feeling": 1}),
    (
        "2",
        "Notice that good dates are going",
        "rec",
        "Family",
        {"feeling": -1, "pains": [("noticed late", 1)]},
    ),
    (
        "3",
        "Compare dates, hotels, rides",
        "req",
        "Family",
        {"feeling": -1, "pains": [("too much to compare", 2)]},
    ),
    ("4", "Choose", "req", "Family", {"feeling": 0}),
    ("5", "Book and pay", "req", "Booking site", {"actor": BOTH, "feeling": 0, "told": TOLD, "minutes": 40}),
    (
        "6",
        "Check in at the desk",
        "res",
        "Hotel",
        {
            "actor": BOTH,
            "identity": Identity.LOST,
            "told": ["item-name", "item-ages"],
            "feeling": -2,
            "pains": [("who are you?", 3)],
            "minutes": 30,
        },
    ),
    (
        "7",
        "Show paper tickets",
        "res",
        "Gate",
        {"actor": BOTH, "identity": Identity.LOST, "feeling": -1, "minutes": 10},
    ),
    (
        "8",
        "Stand in line",
        "res",
        "Rides",
        {
            "actor": Actor.CUSTOMER,
            "feeling": -2,
            "pains": [("35 minutes for 4", 3)],
            "wait_minutes": 35,
            "identity": Identity.ANONYMOUS,
        },
    ),
    (
        "9",
        "Ride",
        "res",
        "Rides",
        {"actor": BOTH, "feeling": 2, "delights": ["the children shine"], "minutes": 6},
    ),
    (
        "10",
        "Wait for a table",
        "res",
        "Restaurants",
        {
            "actor": Actor.CUSTOMER,
            "identity": Identity.LOST,
            "feeling": -2,
            "pains": [("nothing free when hungry", 2)],
            "wait_minutes": 35,
        },
    ),
    ("11", "Bill, photos, home", "res", "Hotel", {"actor": BOTH, "feeling": 1, "minutes": 30}),
]
REDESIGNED: list[Row] = [
    ("1", "Wish for a holiday together", "rec", "Family", {"feeling": 1}),
    (
        "3",
        "See three days that fit ages and must-dos",
        "req",
        "Booking site",
        {"actor": BOTH, "feeling": 1, "trigger": Trigger.FIRM, "minutes": 10},
    ),
    ("4", "Choose", "req", "Family", {"feeling": 1}),
    (
        "5",
        "Book; a band each; parents set limits",
        "req",
        "Booking site",
        {"actor": BOTH, "feeling": 1, "minutes": 20},
    ),
    (
        "5b",
        "Reserve rides weeks ahead",
        "req",
        "Family",
        {"feeling": -1, "pains": [("planning moved before the visit", 2)], "minutes": 20},
    ),
    (
        "6",
        "Room opens to the band",
        "res",
        "Hotel",
        {"identity": Identity.CARRIED, "feeling": 2, "trigger": Trigger.SENSOR},
    ),
    ("7", "Walk in", "res", "Gate", {"identity": Identity.CARRIED, "feeling": 1, "trigger": Trigger.SENSOR}),
    (
        "8",
        "A near ride with a short wait is offered",
        "res",
        "Guest desk",
        {
            "actor": BOTH,
            "identity": Identity.CARRIED,
            "feeling": 2,
            "trigger": Trigger.FIRM,
            "delights": ["no lines"],
        },
    ),
    (
        "9",
        "Ride, photo attached",
        "res",
        "Rides",
        {"actor": BOTH, "identity": Identity.CARRIED, "feeling": 2},
    ),
    (
        "10",
        "Table offered when near and free",
        "res",
        "Restaurants",
        {"actor": BOTH, "identity": Identity.CARRIED, "feeling": 1, "trigger": Trigger.FIRM},
    ),
    ("x", "Staffed desk for guests without a band", "res", "Hotel", {"actor": Actor.FIRM, "must_stay": True}),
    ("11", "Summary: what to keep, what to delete", "res", "Guest desk", {"actor": BOTH, "feeling": 1}),
]


def park() -> Project:
    """A family's visit to a theme park, today (journey `park`) and redesigned (journey `band`)."""
    return Project.of([*park_people(), *_park_today().records, *_park_redesigned().records])


def park_people() -> list[Record]:
    names = ("name", "ages", "arrival")
    items = [Item(id=f"item-{n}", position=i, name=n) for i, n in enumerate(names)]
    return [Player(id="own", name="Our park", kind="own"), *items]  # type: ignore[arg-type]


def _park_today() -> Drawing:
    lanes = (
        ("Family", "customer"),
        ("Booking site", "firm"),
        ("Hotel", "firm"),
        ("Gate", "firm"),
        ("Rides", "firm"),
        ("Restaurants", "firm"),
    )
    d = Drawing("park", "Family visit", lanes, player="own", episodes_per_year=1 / 3)
    for name, title, phase, lane, more in TODAY:
        d.step(name, title, phase, lane, **more)
    d.chain(*(str(n) for n in range(1, 6)))
    d.link("5", "6", wait_minutes=119 * 1440)
    d.chain(*(str(n) for n in range(6, 12)))
    d.link("11", "1", LinkKind.RETURNS)
    return d


def _park_redesigned() -> Drawing:
    lanes = (
        ("Family", "customer"),
        ("Booking site", "firm"),
        ("Hotel", "firm"),
        ("Gate", "firm"),
        ("Guest desk", "firm"),
        ("Rides", "firm"),
        ("Restaurants", "firm"),
    )
    d = Drawing(
        "band",
        "Family visit",
        lanes,
        player="own",
        state=JourneyState.TO_BE,
        based_on="park",
        episodes_per_year=1 / 3,
    )
    for name, title, phase, lane, more in REDESIGNED:
        d.step(name, title, phase, lane, **more)
    d.chain("1", "3", "4", "5", "5b")
    d.link("5b", "6", wait_minutes=33 * 1440, share=85.0)
    d.link("5b", "x", share=15.0)
    d.chain("6", "7", "8", "9", "10", "11")
    d.link("x", "7")
    d.link("9", "8", label="next ride")
    d.link("11", "1", LinkKind.RETURNS)
    d.link("9", "3", LinkKind.LEARNS, label="must-dos and pace", about=About.PERSON, level=2)
    d.link("10", "8", LinkKind.LEARNS, label="flows through the park", about=About.PEOPLE, level=3)
    for new, old in (("1", "1"), ("4", "4"), ("5", "5"), ("9", "9"), ("11", "11")):
        d.records.append(StepOrigin(id=f"o-{new}", step=f"band-{new}", origin=f"park-{old}"))
    return d
