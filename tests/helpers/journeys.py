"""Journeys to draw: a theme park, a hospital, a big one with branches and loops, other scripts."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterable, Sequence

from rondofile.enums import (
    About,
    Actor,
    Identity,
    InformationHow,
    JourneyState,
    LaneRole,
    LinkKind,
    MarkKind,
    Phase,
    Trigger,
)
from rondofile.project import Project
from rondofile.records import (
    Item,
    Journey,
    Lane,
    Link,
    Mark,
    Player,
    Record,
    Step,
    StepInformation,
    StepOrigin,
)

PHASES = {"rec": Phase.RECOGNIZE, "req": Phase.REQUEST, "res": Phase.RESPOND, "rep": Phase.REPEAT}


class Drawing:
    """Collects the records of one journey; ids begin with the journey's, so that several live together."""

    def __init__(self, key: str, name: str, lanes: Sequence[tuple[str, str]], **journey: object) -> None:
        self.key = key
        self.records: list[Record] = [Journey(id=key, name=name, **journey)]  # type: ignore[arg-type]
        self._lanes = {}
        for number, (lane, role) in enumerate(lanes):
            self._lanes[lane] = f"{key}-l{number}"
            self.records.append(
                Lane(id=f"{key}-l{number}", journey=key, position=number, name=lane, role=LaneRole(role))
            )
        self._count = 0

    def step(self, name: str, title: str, phase: str | None, lane: str | None, **more: object) -> str:
        """A step; pains as (text, weight), delights as texts, told as item ids."""
        key = f"{self.key}-{name}"
        pains, delights = more.pop("pains", ()), more.pop("delights", ())
        told = more.pop("told", ())
        where = self._lanes[lane] if lane else None
        self.records.append(
            Step(
                id=key,
                journey=self.key,
                position=self._count,
                title=title,
                phase=PHASES[phase] if phase else None,
                lane=where,
                **more,  # type: ignore[arg-type]
            )
        )
        self._count += 1
        for number, (text, weight) in enumerate(pains):  # type: ignore[arg-type]
            mark = Mark(
                id=f"{key}-p{number}",
                step=key,
                position=number,
                kind=MarkKind.PAIN,
                text=text,
                weight=weight,
            )
            self.records.append(mark)
        for number, text in enumerate(delights):  # type: ignore[arg-type]
            mark = Mark(id=f"{key}-d{number}", step=key, position=9, kind=MarkKind.DELIGHT, text=text)
            self.records.append(mark)
        for number, item in enumerate(told):  # type: ignore[arg-type]
            self.records.append(
                StepInformation(id=f"{key}-i{number}", step=key, item=item, how=InformationHow.TOLD)
            )
        return key

    def link(self, source: str, target: str, kind: LinkKind = LinkKind.NEXT, **more: object) -> None:
        number = sum(isinstance(record, Link) for record in self.records)
        self.records.append(
            Link(
                id=f"{self.key}-k{number}",
                journey=self.key,
                position=number,
                source=f"{self.key}-{source}",
                target=f"{self.key}-{target}",
                kind=kind,
                **more,  # type: ignore[arg-type]
            )
        )

    def chain(self, *names: str) -> None:
        for a, b in itertools.pairwise(names):
            self.link(a, b)


def park() -> Project:
    """A family's visit to a theme park, today (journey `park`) and redesigned (journey `band`)."""
    return Project.of([*_people(), *_park_today().records, *_park_redesigned().records])


def _people() -> list[Record]:
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
    both, mine = Actor.BOTH, Actor.CUSTOMER
    d.step("1", "Wish for a holiday together", "rec", "Family", feeling=1)
    d.step("2", "Notice that good dates are going", "rec", "Family", feeling=-1, pains=[("noticed late", 1)])
    d.step(
        "3", "Compare dates, hotels, rides", "req", "Family", feeling=-1, pains=[("too much to compare", 2)]
    )
    d.step("4", "Choose", "req", "Family", feeling=0)
    told = ["item-name", "item-ages", "item-arrival"]
    d.step("5", "Book and pay", "req", "Booking site", actor=both, feeling=0, told=told, minutes=40)
    d.step(
        "6",
        "Check in at the desk",
        "res",
        "Hotel",
        actor=both,
        identity=Identity.LOST,
        told=["item-name", "item-ages"],
        feeling=-2,
        pains=[("who are you?", 3)],
        minutes=30,
    )
    d.step(
        "7", "Show paper tickets", "res", "Gate", actor=both, identity=Identity.LOST, feeling=-1, minutes=10
    )
    d.step(
        "8",
        "Stand in line",
        "res",
        "Rides",
        actor=mine,
        feeling=-2,
        pains=[("35 minutes for 4", 3)],
        wait_minutes=35,
        identity=Identity.ANONYMOUS,
    )
    d.step("9", "Ride", "res", "Rides", actor=both, feeling=2, delights=["the children shine"], minutes=6)
    d.step(
        "10",
        "Wait for a table",
        "res",
        "Restaurants",
        actor=mine,
        identity=Identity.LOST,
        feeling=-2,
        pains=[("nothing free when hungry", 2)],
        wait_minutes=35,
    )
    d.step("11", "Bill, photos, home", "res", "Hotel", actor=both, feeling=1, minutes=30)
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
    both, firm = Actor.BOTH, Actor.FIRM
    d.step("1", "Wish for a holiday together", "rec", "Family", feeling=1)
    d.step(
        "3",
        "See three days that fit ages and must-dos",
        "req",
        "Booking site",
        actor=both,
        feeling=1,
        trigger=Trigger.FIRM,
        minutes=10,
    )
    d.step("4", "Choose", "req", "Family", feeling=1)
    d.step(
        "5", "Book; a band each; parents set limits", "req", "Booking site", actor=both, feeling=1, minutes=20
    )
    d.step(
        "5b",
        "Reserve rides weeks ahead",
        "req",
        "Family",
        feeling=-1,
        pains=[("planning moved before the visit", 2)],
        minutes=20,
    )
    d.step(
        "6",
        "Room opens to the band",
        "res",
        "Hotel",
        identity=Identity.CARRIED,
        feeling=2,
        trigger=Trigger.SENSOR,
    )
    d.step("7", "Walk in", "res", "Gate", identity=Identity.CARRIED, feeling=1, trigger=Trigger.SENSOR)
    d.step(
        "8",
        "A near ride with a short wait is offered",
        "res",
        "Guest desk",
        actor=both,
        identity=Identity.CARRIED,
        feeling=2,
        trigger=Trigger.FIRM,
        delights=["no lines"],
    )
    d.step("9", "Ride, photo attached", "res", "Rides", actor=both, identity=Identity.CARRIED, feeling=2)
    d.step(
        "10",
        "Table offered when near and free",
        "res",
        "Restaurants",
        actor=both,
        identity=Identity.CARRIED,
        feeling=1,
        trigger=Trigger.FIRM,
    )
    d.step("x", "Staffed desk for guests without a band", "res", "Hotel", actor=firm, must_stay=True)
    d.step("11", "Summary: what to keep, what to delete", "res", "Guest desk", actor=both, feeling=1)
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


HOSPITAL = """A stiff hip in the morning|rec|Patient
Pain on the stairs|rec|Patient
Daughter insists on a visit|rec|Family
See the family doctor|rec|Family doctor
X-ray, second appointment|rec|Radiology
Hear that a new hip is an option|req|Family doctor
Look for a surgeon|req|Patient
Ask a neighbour|req|Patient
Call three hospitals|req|Call centre
Send the pictures again|req|Call centre
First talk with the surgeon|req|Outpatient clinic
Second opinion|req|Other hospital
Decide|req|Patient
Fill in the medical history|req|Admissions
Insurer agrees|req|Insurer
Wait for a date|req|Admissions
Pre-operation check|res|Outpatient clinic
Tell the history again|res|Ward
Operation|res|Ward
Wake up, first pain|res|Ward
First steps|res|Physiotherapy
Discharge talk|res|Ward
Home, alone with the stairs|res|Patient
Find a physiotherapist|res|Patient
Exercises|res|Physiotherapy
Check after six weeks|res|Outpatient clinic
Letter to the family doctor|res|Outpatient clinic
Walk without a stick|res|Patient"""


def hospital() -> Project:
    """A new hip in 28 steps and eleven lanes (journey `hip`)."""
    lanes = (
        ("Patient", "customer"),
        ("Family", "customer"),
        ("Family doctor", "partner"),
        ("Radiology", "firm"),
        ("Call centre", "firm"),
        ("Outpatient clinic", "firm"),
        ("Other hospital", "partner"),
        ("Admissions", "firm"),
        ("Insurer", "partner"),
        ("Ward", "firm"),
        ("Physiotherapy", "firm"),
    )
    d = Drawing("hip", "Planned hip replacement", lanes, player="own")
    rows = [line.split("|") for line in HOSPITAL.splitlines()]
    lost = {"10", "11", "14", "18", "21"}
    hurts = {
        "9": [("on hold, sent on", 2)],
        "10": [("asked twice", 2)],
        "16": [("eleven weeks, no word", 3)],
        "18": [("fourth time the same questions", 3)],
        "23": [("nobody looks", 3)],
        "24": [("no free place", 1)],
    }
    for number, (title, phase, lane) in enumerate(rows, 1):
        key = str(number)
        more: dict[str, object] = {"pains": hurts.get(key, [])}
        if key in lost:
            more["identity"] = Identity.LOST
        if key in {"14", "18", "11"}:
            more["told"] = ["item-name"]
        if key == "28":
            more["delights"] = ["back on the hill"]
        if number % 3 == 0:
            more["actor"] = Actor.BOTH
        d.step(key, title, phase, lane, **more)
    d.chain(*(str(n) for n in range(1, 12)))
    d.link("11", "13", share=75.0)
    d.link("11", "12", share=25.0)
    d.link("12", "13")
    d.chain("13", "14", "15", "16")
    d.link("16", "17", wait_minutes=11 * 10080)
    d.chain(*(str(n) for n in range(17, 29)))
    d.link("25", "24", label="once more")
    return Project.of([*_people(), *d.records])


def big(count: int = 60, seed: int = 7) -> Project:
    """A made-up journey with branches, loops, waits, shares and breaks (journey `big`)."""
    chance = random.Random(seed)
    names = ("Customer", "Shop", "Call centre", "Field service", "Partner", "Back office")
    roles = ("customer", "firm", "firm", "firm", "partner", "system")
    d = Drawing("big", "Repair of a heating", list(zip(names, roles, strict=True)), episodes_per_year=2.0)
    words = [
        "ask",
        "wait",
        "compare",
        "send",
        "sign",
        "look",
        "measure",
        "call",
        "plan",
        "deliver",
        "check",
        "note",
        "repair",
        "pay",
        "sort",
        "mend",
    ]
    lane = 0
    for number in range(count):
        if chance.random() < 0.45:
            lane = chance.randrange(len(names))
        phase = ("rec", "req", "res")[min(number * 3 // count, 2)]
        title = " ".join(chance.sample(words, chance.randint(1, 5))).capitalize()
        more: dict[str, object] = {"feeling": chance.choice([-2, -1, 0, 1, 2, None])}
        if chance.random() < 0.25:
            more["pains"] = [(" ".join(chance.sample(words, 3)), chance.randint(1, 3))]
        if chance.random() < 0.15:
            more["identity"] = Identity.LOST
        if chance.random() < 0.1:
            more["wait_minutes"] = float(chance.choice([20, 90, 3000]))
        d.step(str(number), title, phase, names[lane], **more)
    for number in range(1, count):
        d.link(str(number - 1 if chance.random() < 0.8 else max(0, number - 3)), str(number))
        if chance.random() < 0.12:
            d.link(str(number), str(min(count - 1, number + chance.randint(2, 6))), share=30.0)
        if chance.random() < 0.06:
            d.link(str(number), str(max(0, number - chance.randint(2, 8))), label="again")
    d.link(str(count - 1), "0", LinkKind.RETURNS)
    d.link(str(count - 5), "4", LinkKind.LEARNS, label="wear of parts", about=About.THING, level=1)
    return Project.of(d.records)


TELUGU = ("కుటుంబంతో సెలవు కోరిక", "తేదీలు, హోటళ్లు పోల్చడం", "బుకింగ్ చేసి చెల్లించడం", "డెస్క్ వద్ద నమోదు", "బిల్లు, ఫోటోలు, ఇంటికి")
ARABIC = (
    "رغبة في عطلة مع العائلة",
    "مقارنة التواريخ والفنادق",
    "الحجز والدفع",
    "تسجيل الوصول عند المكتب",
    "الفاتورة والعودة إلى المنزل",
)


def in_script(titles: Iterable[str] = TELUGU, lanes: Sequence[str] = ("కుటుంబం", "హోటల్")) -> Project:
    """Five steps in another script (journey `script`)."""
    d = Drawing("script", titles[0], [(lanes[0], "customer"), (lanes[1], "firm")])  # type: ignore[index]
    cells = (("rec", 0), ("req", 0), ("req", 1), ("res", 1), ("res", 0))
    for number, (title, (phase, lane)) in enumerate(zip(titles, cells, strict=True)):
        d.step(str(number), title, phase, lanes[lane], pains=[(title, 2)] if number == 3 else [])
    d.chain(*(str(n) for n in range(5)))
    return Project.of(d.records)
