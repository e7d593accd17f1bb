"""Three segments in five cells, one moved, reasons, a state, a rival alone, a cell: by mouse and by keys."""

from __future__ import annotations

from pathlib import Path

from helpers.optician import until_saved
from helpers.screen import Program, Screen
from rondo.commands import projects
from rondo.strategy.framework.whole import load
from rondofile.enums import CardKind, PlayerKind
from rondofile.headless import read_latest
from rondofile.project import Project
from rondofile.records import Info, Placement, Player, Segment

SEGMENTS = ("Anglers", "Bakers", "Carpenters")
RIVAL = "Rods by post"
PLACED = (
    ("Anglers", "Respond to desire × Connected producer", "A rod by noon"),
    ("Bakers", "Curated offering × Connected retailer", "Flour that suits you"),
    ("Carpenters", "Coach behavior × Connected market maker", "Sharpen every Friday"),
    ("Anglers", "Automatic execution × Crowd orchestrator", "Bait before you leave"),
    ("Bakers", "Respond to desire × Peer-to-peer network creator", "Swap an oven hour"),
)
MOVED = "Curated offering × Peer-to-peer network creator"
SHEET = "Coach behavior × Connected retailer"
ROWS = ("Respond to desire", "Curated offering", "Coach behavior", "Automatic execution")
COLUMNS = (
    "Connected producer",
    "Connected retailer",
    "Connected market maker",
    "Crowd orchestrator",
    "Peer-to-peer network creator",
)
ROW, COLUMN = "They name the rod", "We make the rods"
MADE = {
    "A rod by noon": (*PLACED[0][:2], "target", ROW, COLUMN),
    "Flour that suits you": (*PLACED[1][:2], "target", "", ""),
    "Sharpen every Friday": ("Carpenters", MOVED, "target", "", ""),
    "Bait before you leave": (*PLACED[3][:2], "idea", "", ""),
    "Swap an oven hour": (*PLACED[4][:2], "target", "", ""),
}


def test_the_matrix_is_worked_by_mouse(screen: Screen, tmp_path: Path) -> None:
    program, path = _begun(screen, tmp_path)
    screen.click(program.find("Matrix", "check box").middle)
    program.find(SHEET, "table cell")
    names = (*SEGMENTS, MOVED, *(cell for _, cell, _ in PLACED))
    places = {thing.name: thing.middle for thing in reversed(program.look(*names)) if thing.showing}
    for segment, cell, sentence in PLACED:
        screen.drag(places[segment], places[cell])
        _sentence(screen, program, sentence)
    offer = program.find("Sharpen every Friday", "list item")
    screen.drag(offer.middle, places[MOVED])
    _stands(program, "Sharpen every Friday", MOVED)
    screen.click(program.find("Bait before you leave", "list item").middle)
    screen.click(program.find("we could", "radio button").middle)
    program.find("Undo Change an offer", "push button")
    screen.click(program.find("A rod by noon", "list item").middle)
    for question, reason in (("Why this row?", ROW), ("Why this column?", COLUMN)):
        _scroll_to(screen, program, question)
        screen.click(program.find(question, "text").middle)
        screen.type(reason)
    left, top, _, height = program.find("All organisations", "push button").box
    screen.click((left + 30, top + height // 2))
    screen.click((left + 30, top + height + 16))
    _rival_alone(program)
    screen.click(program.find(SHEET, "table cell").middle)
    _ends(program, path)


def test_the_same_matrix_is_worked_by_keyboard_alone(screen: Screen, tmp_path: Path) -> None:
    program, path = _begun(screen, tmp_path)
    screen.keys("ctrl+2")
    program.find(SHEET, "table cell")
    for number, segment in enumerate(SEGMENTS):
        screen.keys("shift+F6")
        program.until(lambda: _focused(program, "Segments"))
        screen.keys("End", "Home", *["Down"] * number, "ctrl+c", "ctrl+2")
        for cell, sentence in ((cell, sentence) for whose, cell, sentence in PLACED if whose == segment):
            _go(screen, cell)
            screen.keys("ctrl+v")
            _sentence(screen, program, sentence)
            screen.keys("Escape")
    _go(screen, PLACED[2][1])
    screen.keys("Return", "alt+Up", "alt+Right", "alt+Right")
    _stands(program, "Sharpen every Friday", MOVED)
    screen.keys("Escape")
    _go(screen, PLACED[3][1])
    screen.keys("Return", "s", "Escape")
    _go(screen, PLACED[0][1])
    screen.keys("Return", "F6", *["Tab"] * 4)
    for question, reason in (("Why this row?", ROW), ("Why this column?", COLUMN)):
        _tab_to(screen, program, question)
        screen.type(reason)
    screen.keys("ctrl+2", "Escape", "shift+Tab", "shift+Tab", "shift+Tab")
    program.until(lambda: _focused(program, "All organisations"))
    screen.keys("space", "Down", "Return")
    _rival_alone(program)
    screen.keys("ctrl+2")
    _go(screen, SHEET)
    _ends(program, path)


def _begun(screen: Screen, folder: Path) -> tuple[Program, Path]:
    path = folder / "shop.rondo"
    rival = Placement(id="r", offer=RIVAL, card_kind=CardKind.ACTIVITY, player="them")
    projects.create(
        path,
        Project.of(
            [
                Info(id="project", title="Shop"),
                Player(id="us", name="Us", kind=PlayerKind.OWN),
                Player(id="them", position=1, name="Them", kind=PlayerKind.RIVAL),
                *(Segment(id=f"s{n}", position=n, name=name) for n, name in enumerate(SEGMENTS)),
                rival,
            ]
        ),
    )
    program = screen.start(path)
    program.find("Matrix", "check box")
    return program, path


def _sentence(screen: Screen, program: Program, sentence: str) -> None:
    program.until(lambda: _focused(program, "Offer sentence"))
    screen.type(sentence)
    screen.keys("Return")


def _stands(program: Program, offer: str, cell: str) -> None:
    def inside() -> bool:
        seen = program.look(offer, cell)
        left, top, width, height = next(t.box for t in seen if t.name == cell)
        x, y = next(t.middle for t in seen if t.name == offer and t.role == "list item")
        return left < x < left + width and top < y < top + height

    program.until(inside)


def _scroll_to(screen: Screen, program: Program, question: str) -> None:
    """The question stands in the middle of the inspector."""

    def in_sight() -> bool:
        found = program.all(question, "text")
        if found and 120 < found[0].middle[1] < 700:
            return True
        screen.hand("mousemove", 1130, 600, "click", 5)
        return False

    program.until(in_sight)


def _tab_to(screen: Screen, program: Program, name: str) -> None:
    for _ in range(12):
        if _focused(program, name):
            return
        screen.keys("Tab")
    raise AssertionError(f"Tab never came to {name}: {program.names()}")


def _focused(program: Program, name: str) -> bool:
    return any("focused" in thing.states for thing in program.look(name))


def _go(screen: Screen, cell: str) -> None:
    """To the upper left by arrows, and from there."""
    row, column = (ROWS.index(cell.split(" × ")[0]), COLUMNS.index(cell.split(" × ")[1]))
    screen.keys("Home", *["Up"] * 4, *["Down"] * row, *["Right"] * column)


def _rival_alone(program: Program) -> None:
    program.until(lambda: not program.all("A rod by noon", "list item"))
    program.find(RIVAL, "list item")


def _ends(program: Program, path: Path) -> None:
    """The cell explains itself, and the file holds what was made."""
    program.until(lambda: any(t.role == "label" for t in program.look(f"{SHEET[:14]}*")))
    until_saved(program)
    program.quit()
    found = read_latest(path, path.parent / "reader").project
    names = {segment.id: segment.name for segment in found.all(Segment)}
    framework = load("en")
    made = {
        offer.offer: (
            names[str(offer.card_ref)],
            f"{framework.name(offer.experience)} × {framework.name(offer.architecture)}",
            offer.state,
            offer.reason_experience,
            offer.reason_architecture,
        )
        for offer in found.all(Placement)
        if offer.id != "r"
    }
    assert {key: (a, cell.lower(), *rest) for key, (a, cell, *rest) in made.items()} == {
        key: (a, cell.lower(), *rest) for key, (a, cell, *rest) in MADE.items()
    }
