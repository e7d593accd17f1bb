"""A journey cut into parts: each with the phases and lanes it uses, and letters where links go on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from rondo.figures.journeys.journey_facts import Facts, LinkFacts, StepFacts
from rondo.figures.journeys.journey_pen import Pen
from rondo.figures.journeys.journey_stubs import Stub


class Onward(Struct, frozen=True):
    """A link that leaves or enters a part: its letter, the step at the other end, that step's part, and
    what its label says where it leaves."""

    letter: str
    step: str
    part: int
    leaves: bool
    text: str = ""


class Part(Struct, frozen=True):
    """One part of a journey, numbered from 1."""

    number: int
    facts: Facts
    onward: tuple[Onward, ...]


def cut(facts: Facts, groups: Sequence[Sequence[StepFacts]], pen: Pen) -> list[Part]:
    """The parts for these groups of steps; every link between two parts has one letter on both."""
    home = {step.id: number for number, group in enumerate(groups, 1) for step in group}
    between = [
        link
        for link in facts.links
        if link.source in home and link.target in home and home[link.source] != home[link.target]
    ]
    letters = {link.id: letter(index) for index, link in enumerate(between)}
    return [
        _part(facts, list(group), number, home, letters, pen)
        for number, group in enumerate(groups, 1)
        if group
    ]


def letter(index: int) -> str:
    """A, B, … Z, AA, AB, …"""
    text = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        text = chr(65 + rest) + text
    return text


def key_lines(part: Part, pen: Pen) -> list[str]:
    """What every letter of a part means."""
    lines = []
    for one in part.onward:
        key = "journey_figure.goes_on" if one.leaves else "journey_figure.comes_from"
        line = pen.words(key, key=one.letter, step=one.step, part=one.part)
        lines.append(pen.words("journey_figure.link_said", link=line, said=one.text) if one.text else line)
    return lines


def _part(
    facts: Facts,
    group: list[StepFacts],
    number: int,
    home: Mapping[str, int],
    letters: Mapping[str, str],
    pen: Pen,
) -> Part:
    names = {step.id: step.title for step in facts.steps}
    lanes = sorted({step.lane for step in group if step.lane is not None})
    place = {lane: index for index, lane in enumerate(lanes)}
    mine = {step.id for step in group}
    links, stubs, onward = _links(facts, mine, home, letters, names, pen)
    order = {step.id: index for index, step in enumerate(facts.steps)}
    steps = [replace(step, lane=place[step.lane], x=None, y=None) for step in group if step.lane is not None]
    waiting = facts.waiting if number == 1 else ()
    found = replace(
        facts,
        steps=(*sorted(steps, key=lambda step: order[step.id]), *waiting),
        lanes=tuple(facts.lanes[lane] for lane in lanes),
        phases=tuple(phase for phase in facts.phases if any(step.phase is phase for step in group)),
        links=tuple(links),
        stubs=tuple(stubs),
        returns=(),
        learns=(),
    )
    return Part(number, found, tuple(onward))


def _links(
    facts: Facts,
    mine: set[str],
    home: Mapping[str, int],
    letters: Mapping[str, str],
    names: Mapping[str, str],
    pen: Pen,
) -> tuple[list[LinkFacts], list[Stub], list[Onward]]:
    """The links inside a part as they are; the others from or to a letter in the margin."""
    links: list[LinkFacts] = []
    onward: list[Onward] = []
    lettered: dict[tuple[str, bool, bool], list[str]] = {}
    for link in facts.links:
        leaves, enters = link.source in mine, link.target in mine
        if leaves and enters:
            links.append(link)
        elif (leaves or enters) and link.id in letters:
            near, far = (link.source, link.target) if leaves else (link.target, link.source)
            spot = (near, home[far] > home[near], leaves)
            lettered.setdefault(spot, []).append(letters[link.id])
            end = _key(spot)
            links.append(replace(link, target=end, text="") if leaves else replace(link, source=end, text=""))
            said = link.text if leaves else ""
            onward.append(Onward(letters[link.id], names[far], home[far], leaves, said))
    stubs = [_stub(spot, found, pen) for spot, found in lettered.items()]
    return links, stubs, onward


def _key(spot: tuple[str, bool, bool]) -> str:
    step, right, leaves = spot
    return f"stub {step} {'right' if right else 'left'} {'out' if leaves else 'in'}"


def _stub(spot: tuple[str, bool, bool], found: Sequence[str], pen: Pen) -> Stub:
    key = "journey_figure.stub_out" if spot[2] else "journey_figure.stub_in"
    return Stub(_key(spot), spot[0], pen.words(key, keys=" ".join(found)), spot[1])
