"""Journeys to draw: a theme park, a hospital, a big one with branches and loops, other scripts."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence

from helpers.drawing import Drawing
from helpers.park_journeys import park, park_people
from rondofile.enums import (
    About,
    Actor,
    Identity,
    LinkKind,
)
from rondofile.project import Project

__all__ = ["ARABIC", "TELUGU", "Drawing", "big", "hospital", "in_script", "park"]

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


HOSPITAL_LANES = (
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
LOST = {"10", "11", "14", "18", "21"}
HURTS: dict[str, list[tuple[str, int]]] = {
    "9": [("on hold, sent on", 2)],
    "10": [("asked twice", 2)],
    "16": [("eleven weeks, no word", 3)],
    "18": [("fourth time the same questions", 3)],
    "23": [("nobody looks", 3)],
    "24": [("no free place", 1)],
}


def hospital() -> Project:
    """A new hip in 28 steps and eleven lanes (journey `hip`)."""
    d = Drawing("hip", "Planned hip replacement", HOSPITAL_LANES, player="own")
    rows = [line.split("|") for line in HOSPITAL.splitlines()]
    for number, (title, phase, lane) in enumerate(rows, 1):
        key = str(number)
        more: dict[str, object] = {"pains": HURTS.get(key, [])}
        if key in LOST:
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
    return Project.of([*park_people(), *d.records])


WORDS = [
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


def _big_links(d: Drawing, count: int, chance: random.Random) -> None:
    """Branches, loops, shares, what comes again and what is learned."""
    for number in range(1, count):
        d.link(str(number - 1 if chance.random() < 0.8 else max(0, number - 3)), str(number))
        if chance.random() < 0.12:
            d.link(str(number), str(min(count - 1, number + chance.randint(2, 6))), share=30.0)
        if chance.random() < 0.06:
            d.link(str(number), str(max(0, number - chance.randint(2, 8))), label="again")
    d.link(str(count - 1), "0", LinkKind.RETURNS)
    d.link(str(count - 5), "4", LinkKind.LEARNS, label="wear of parts", about=About.THING, level=1)


def big(count: int = 60, seed: int = 7) -> Project:
    """A made-up journey with branches, loops, waits, shares and breaks (journey `big`)."""
    chance = random.Random(seed)
    names = ("Customer", "Shop", "Call centre", "Field service", "Partner", "Back office")
    roles = ("customer", "firm", "firm", "firm", "partner", "system")
    d = Drawing("big", "Repair of a heating", list(zip(names, roles, strict=True)), episodes_per_year=2.0)
    lane = 0
    for number in range(count):
        if chance.random() < 0.45:
            lane = chance.randrange(len(names))
        phase = ("rec", "req", "res")[min(number * 3 // count, 2)]
        title = " ".join(chance.sample(WORDS, chance.randint(1, 5))).capitalize()
        more: dict[str, object] = {"feeling": chance.choice([-2, -1, 0, 1, 2, None])}
        if chance.random() < 0.25:
            more["pains"] = [(" ".join(chance.sample(WORDS, 3)), chance.randint(1, 3))]
        if chance.random() < 0.15:
            more["identity"] = Identity.LOST
        if chance.random() < 0.1:
            more["wait_minutes"] = float(chance.choice([20, 90, 3000]))
        d.step(str(number), title, phase, names[lane], **more)
    _big_links(d, count, chance)
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
