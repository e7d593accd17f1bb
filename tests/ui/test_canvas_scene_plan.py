"""The plan of the canvas after any change is the plan of a fresh look; places, locks and texts hold in it."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from random import Random

import pytest

from helpers.desks import edited, open_desk, park, settle
from rondo.figures.arranging.layout_kept import LayoutMemory
from rondo.figures.arranging.layout_values import Box
from rondo.figures.journeys.journey_pen import Pen
from rondo.figures.maps.canvas_plan import MapPlan
from rondo.figures.maps.canvas_planner import CARD, Planner
from rondo.ui.canvas.scene import JourneyScene
from rondo.ui.desk import Desk
from rondofile.edits import Edit
from rondofile.enums import Identity, LinkKind, MarkKind, Phase
from rondofile.kinds import EditKind
from rondofile.nouns import lanes, links, marks, steps
from rondofile.project import Project
from rondofile.records import Info, Journey, Lane, Link, Step

pytestmark = pytest.mark.usefixtures("qapp")
JOURNEY = "visit"
SCRIPTS = (
    "Donaudampfschifffahrtsgesellschaftskapitän wartet auf die Bestätigung der Buchung",
    "పిల్లల వయసు, రావలసిన సమయం మళ్లీ చెప్పి గదికి వెళ్లే ముందు వేచి ఉండడం",
    "ग्राहक को हर बार अपनी उम्र और आने का समय फिर से बताना पड़ता है",
    "يجب على العائلة أن تخبر كل مكتب بأعمار الأطفال ووقت الوصول من جديد",
    "המשפחה מספרת שוב ושוב את גילאי הילדים ואת שעת ההגעה בכל דלפק",
    "每次到服务台都要重新告诉工作人员孩子的年龄和到达时间以及饮食需求",
    "窓口ごとに子どもの年齢と到着時刻と食事の希望をもう一度伝えなければならない",
    "가족은 창구마다 아이들의 나이와 도착 시간을 다시 말해야 합니다",
)


def fresh(desk: Desk, journey: str, memory: LayoutMemory | None = None) -> MapPlan:
    """The plan of somebody who sees the journey for the first time, but knows where its steps stood."""
    pen = Pen(desk.look.theme, desk.engine, desk.words, desk.framework)
    return Planner(pen, deepcopy(memory)).plan(desk.session.project, journey)


def seen(plan: MapPlan) -> dict[str, object]:
    """Everything that a plan says."""
    plan.routes.want(plan.links)
    plan.routes.finish()
    return {
        "boxes": dict(plan.boxes),
        "order": list(plan.steps),
        "bands": (plan.layout.phases, plan.layout.lanes),
        "edges": (plan.left, plan.top, plan.right, plan.bottom),
        "routes": {link: plan.routes.route(link) for link in plan.links},
        "chips": {link: plan.routes.chip(link) for link in plan.links},
        "texts": {step: plan.card(step).title.text for step in plan.steps},
        "links": dict(plan.links),
    }


Change = Callable[[Edit], object]


def random_change(project: Project, chance: Random) -> tuple[EditKind, Change]:
    """One edit that a person could make, with plain values only."""
    there, rows = project.steps_of(JOURNEY), project.lanes_of(JOURNEY)
    drawn = project.links_of(JOURNEY)
    step, other = chance.choice(there).id, chance.choice(there).id
    lane, phase = chance.choice(rows).id, chance.choice(list(Phase))
    x, y, title = chance.randrange(400), chance.randrange(200), "long " * chance.randrange(1, 12)
    picked = chance.choice(drawn).id if drawn else ""
    changes: list[tuple[EditKind, Change]] = [
        (EditKind.MOVE_STEPS, lambda edit: steps.move(edit, {step: (x, y)})),
        (EditKind.MOVE_STEPS, lambda edit: steps.put(edit, [step], phase, lane)),
        (EditKind.RENAME_STEP, lambda edit: steps.rename(edit, step, title)),
        (EditKind.SET_STEPS, lambda edit: steps.set_fields(edit, [step], feeling=-2, identity=Identity.LOST)),
        (EditKind.SET_STEPS, lambda edit: steps.set_fields(edit, [step], wait_minutes=35.0, must_stay=True)),
        (EditKind.ADD_STEPS, lambda edit: steps.add(edit, JOURNEY, title, phase=phase, lane=lane)),
        (EditKind.ADD_MARK, lambda edit: marks.add(edit, step, MarkKind.PAIN, title, weight=3)),
        (EditKind.ADD_LANE, lambda edit: lanes.add(edit, JOURNEY, title)),
        (EditKind.SET_LANE, lambda edit: lanes.set_fields(edit, lane, name=title)),
    ]
    if step != other and not any((link.source, link.target) == (step, other) for link in drawn):
        changes.append((EditKind.ADD_LINKS, lambda edit: links.connect(edit, step, other, label=title)))
    if picked:
        changes.append((EditKind.SET_LINK, lambda edit: links.set_fields(edit, [picked], wait_minutes=90.0)))
        changes.append((EditKind.DELETE_LINKS, lambda edit: links.delete(edit, picked)))
    if len(there) > 6:
        changes.append((EditKind.DELETE_STEPS, lambda edit: steps.delete(edit, step)))
    return chance.choice(changes)


@pytest.mark.parametrize("seed", [1, 2])
def test_after_every_edit_undo_and_redo_the_map_is_the_map_of_a_fresh_look(tmp_path: Path, seed: int) -> None:
    chance, compared = Random(seed), 0
    with open_desk(tmp_path, park()) as desk:
        scene = JourneyScene(desk)
        scene.show_journey(JOURNEY)
        desk.session.changed.connect(scene.apply)
        for _ in range(22):
            for turn in ("edit", chance.choice(["edit", "undo"]), "redo"):
                if turn == "edit":
                    edited(desk.session, *random_change(desk.session.project, chance))
                elif turn == "undo":
                    desk.session.undo()
                else:
                    desk.session.redo()
                settle(desk.session)
                assert scene.plan is not None
                assert seen(scene.plan) == seen(fresh(desk, JOURNEY, scene.picture.orders.memory))
                compared += 1
        scene.deleteLater()
    assert compared == 66


def test_applying_the_same_change_twice_changes_nothing(tmp_path: Path) -> None:
    with open_desk(tmp_path, park()) as desk:
        scene = JourneyScene(desk)
        scene.show_journey(JOURNEY)
        got = []
        desk.session.changed.connect(got.append)
        step = desk.session.project.steps_of(JOURNEY)[4].id
        edited(desk.session, EditKind.RENAME_STEP, lambda edit: steps.rename(edit, step, "Arrive"))
        scene.apply(got[0])
        once = seen(scene.plan) if scene.plan else {}
        scene.apply(got[0])
        assert scene.plan is not None
        assert seen(scene.plan) == once
        assert "Arrive" in scene.plan.card(step).title.text
        scene.deleteLater()


def small(*there: Step, lanes_there: int = 2) -> Project:
    rows = [Lane(id=f"l{i}", journey="j", position=i, name=f"Lane {i}") for i in range(lanes_there)]
    return Project.of([Info(id="project", title="T"), Journey(id="j", name="J"), *rows, *there])


def step(key: str, x: int | None = None, y: int | None = None, **fields: object) -> Step:
    given = {"phase": Phase.REQUEST, "lane": "l1", "title": key, **fields}
    return Step(id=key, journey="j", x=x, y=y, **given)  # type: ignore[arg-type]


def plan_of(folder: Path, project: Project) -> MapPlan:
    with open_desk(folder, project) as desk:
        return fresh(desk, "j")


def test_a_placed_step_stands_at_its_offset_in_its_cell(tmp_path: Path) -> None:
    plan = plan_of(tmp_path, small(step("a"), step("b", 250, 90), step("c", phase=Phase.RECOGNIZE)))
    left, top = plan.origin_of(Phase.REQUEST, "l1")
    assert (round(plan.boxes["b"].x - left, 3), round(plan.boxes["b"].y - top, 3)) == (250, 90)
    row, column = plan.row("l1"), plan.column(Phase.REQUEST)
    assert row is not None and column is not None
    assert plan.boxes["b"].bottom < row.bottom and plan.boxes["b"].right < column.right


def test_a_locked_step_keeps_its_place_when_another_is_put_on_it(tmp_path: Path) -> None:
    plan = plan_of(tmp_path, small(step("first", 20, 20), step("locked", 30, 25, locked=True)))
    left, top = plan.origin_of(Phase.REQUEST, "l1")
    locked, first = plan.boxes["locked"], plan.boxes["first"]
    assert (round(locked.x - left, 3), round(locked.y - top, 3)) == (30, 25)
    assert round(first.x - left, 3) == 20 and first.y >= locked.bottom


def test_moving_one_step_leaves_the_others_of_its_phase_where_they_stood_across(tmp_path: Path) -> None:
    there = [step(key) for key in "abc"]
    chain = [Link(id=f"k{i}", journey="j", source=a, target=b) for i, (a, b) in enumerate(["ab", "bc"])]
    with open_desk(tmp_path, Project.of([*small(*there).records(), *chain])) as desk:
        before = fresh(desk, "j")
        edited(desk.session, EditKind.MOVE_STEPS, lambda edit: steps.move(edit, {"b": (40, 160)}))
        after = fresh(desk, "j")
    assert before.boxes["a"].x == after.boxes["a"].x
    assert before.boxes["c"].x == after.boxes["c"].x
    assert before.boxes["b"] != after.boxes["b"]


def test_empty_phases_and_lanes_have_room_for_a_card(tmp_path: Path) -> None:
    plan = plan_of(tmp_path, small())
    for phase in (Phase.RECOGNIZE, Phase.REQUEST, Phase.RESPOND):
        column = plan.column(phase)
        assert column is not None and column.width > CARD
    assert all(band.size >= 40 for band in plan.layout.lanes)
    assert plan.rail.bottom - plan.rail.top > 20
    assert plan.layout.height > 0


def test_a_journey_without_lanes_still_shows_its_phases(tmp_path: Path) -> None:
    plan = plan_of(tmp_path, small(lanes_there=0))
    assert plan.layout.height >= 100
    assert plan.lane_at(plan.top + 20) is None
    assert plan.phase_at(plan.left + 5, plan.top + 20) is Phase.RECOGNIZE


def test_steps_of_repeat_stand_on_the_rail(tmp_path: Path) -> None:
    plan = plan_of(tmp_path, small(step("a"), step("learn", phase=Phase.REPEAT)))
    box = plan.boxes["learn"]
    assert plan.rail.top < box.y and box.bottom < plan.rail.bottom
    assert plan.phase_at(box.cx, box.cy) is Phase.REPEAT


@pytest.mark.parametrize("many", [1, 90])
def test_no_title_of_eight_scripts_is_higher_than_its_card(tmp_path: Path, many: int) -> None:
    there = [step(f"s{i}", title=SCRIPTS[i % 8] * (1 + i % 3)) for i in range(8 * many)]
    plan, looked = plan_of(tmp_path, small(*there)), 0
    for key in list(plan.steps)[:64]:
        card, box = plan.card(key), plan.boxes[key]
        assert card.used <= box.height + 0.01, key
        assert card.title.text == plan.steps[key].title
        assert all(line.x >= 0 and line.x + line.width <= card.width for line in card.title.lines)
        looked += 1
    assert looked == min(8 * many, 64)


def test_no_card_lies_over_another(tmp_path: Path) -> None:
    with open_desk(tmp_path, park()) as desk:
        for journey in desk.session.project.all(Journey):
            boxes = list(fresh(desk, journey.id).boxes.values())
            assert len(boxes) >= 6
            assert not any(_over(a, b) for i, a in enumerate(boxes) for b in boxes[i + 1 :])


def test_the_label_between_two_steps_of_a_lane_lies_between_their_cards(tmp_path: Path) -> None:
    with open_desk(tmp_path, park()) as desk:
        plan = fresh(desk, JOURNEY)
        plan.routes.finish()
        looked = 0
        for key, link in plan.links.items():
            chip = plan.routes.chip(key)
            if chip and link.kind is LinkKind.NEXT:
                assert not any(_over(chip, box) for box in plan.boxes.values())
                looked += 1
    assert looked >= 4


def _over(a: Box, b: Box) -> bool:
    return a.x < b.right and b.x < a.right and a.y < b.bottom and b.y < a.bottom
