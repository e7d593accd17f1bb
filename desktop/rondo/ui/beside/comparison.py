"""What is compared now: the pair, the list of its changes, and the maps that show it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from rondo.figures.arranging.layout_kept import LayoutMemory
from rondo.figures.maps.canvas_facts import shows
from rondo.strategy.changes.change_list import ChangeList, Entry
from rondo.strategy.changes.kept_list import KeptList
from rondo.ui.beside.ghosts import haunted
from rondo.ui.beside.map_picture import MapPicture
from rondo.ui.beside.pair import Pair, pair_of
from rondo.ui.beside.standing import Standing, counterparts, standings
from rondo.ui.desk import Desk
from rondofile.changes import ChangeSet
from rondofile.project import Project
from rondofile.records import Journey, Step


class Comparison:
    """Follows the project. `wanted` is the redesign that was looked at last."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.wanted: str | None = None
        self.pair: Pair | None = None
        self.list: ChangeList | None = None
        self.standings: Mapping[str, Standing] = {}
        self.others: Mapping[str, tuple[str, ...]] = {}
        self._maps: dict[str, MapPicture] = {}
        self._memory = LayoutMemory()
        self.kept = KeptList(desk.framework, desk.words)
        self._haunted: MapPicture | None = None

    @property
    def ids(self) -> tuple[str, str] | tuple[()]:
        """Today and the redesign, where there are both."""
        pair = self.pair
        return (pair.today.id, pair.redesign.id) if pair and pair.redesign else ()

    def read(self, changes: ChangeSet | None = None) -> None:
        """The pair and its list are those of the project; `changes` led to it. None: from nothing."""
        desk, before = self._desk, self.ids
        self.pair = pair_of(desk.session.project, desk.selection.journey, self.wanted)
        if self.pair and self.pair.redesign:
            self.wanted = self.pair.redesign.id
        if changes is not None and self.ids == before and not concerns(changes):
            return
        if changes is None or self.ids != before:
            self._maps, self._haunted = {}, None
        self._compare(changes)

    def forget(self) -> None:
        """The maps are laid out anew as wholes when they are read next."""
        self._memory = LayoutMemory()

    def maps(self, *, overlay: bool) -> list[MapPicture]:
        """The maps to show: both, or the redesign with what falls away."""
        if not self.ids or self.list is None:
            return []
        if not overlay:
            return [self._map(journey) for journey in self.ids]
        if self._haunted is None:
            self._haunted = MapPicture(self._desk)
            self._haunted.show(haunted(self._desk.session.project, self.list.difference), self.ids[1])
        self._haunted.standings = self.standings
        return [self._haunted]

    def titles(self) -> list[str]:
        """What stands above each map."""
        words, project = self._desk.words, self._desk.session.project
        made = []
        for key in self.ids:
            journey = project.get(Journey, key)
            state = self._desk.framework.name(journey.state)
            count = len(project.steps_of(key))
            made.append(words.count("beside.pane", count, name=journey.name, state=state))
        return made

    def _compare(self, changes: ChangeSet | None) -> None:
        desk = self._desk
        self.list, self._haunted = None, None
        if not self.ids:
            self.standings, self.others = {}, {}
        else:
            if changes is None:
                self.kept = KeptList(desk.framework, desk.words)
            self.list = self.kept.read(desk.session.project, *self.ids, changes)
            if self.kept.touched is None:
                self.standings, self.others = standings(desk, self.list), counterparts(self.list)
            else:
                self._stand_anew(self.list, self.kept.touched)
            for journey, picture in self._maps.items():
                if changes is None or touches(changes, desk.session.project, journey):
                    picture.show(desk.session.project, journey, changes)
                picture.standings = self.standings

    def _stand_anew(self, found: ChangeList, touched: Sequence[tuple[Entry, Entry]]) -> None:
        """How the steps of entries that came for others stand, and what belongs to them."""
        part = replace(found, entries=tuple(now for _, now in touched))
        gone = {key for was, _ in touched for key in was.ids}
        known, others = standings(self._desk, part), counterparts(part)
        self.standings = {**{key: one for key, one in self.standings.items() if key not in gone}, **known}
        self.others = {**{key: one for key, one in self.others.items() if key not in gone}, **others}

    def _map(self, journey: str) -> MapPicture:
        if journey not in self._maps:
            picture = self._maps[journey] = MapPicture(self._desk, self._memory)
            picture.show(self._desk.session.project, journey)
        self._maps[journey].standings = self.standings
        return self._maps[journey]


def concerns(changes: ChangeSet) -> bool:
    """Whether a comparison may be another after these changes."""
    return shows(changes) or bool(changes.tables.get("step_origin"))


def touches(changes: ChangeSet, project: Project, journey: str) -> bool:
    """Whether the map of that journey may be another: not where only steps, links and lanes of others,
    and what stands on these, changed."""
    for table in changes.tables.values():
        for pair in table.values():
            for record in pair:
                home = getattr(record, "journey", None)
                step = project.find(Step, getattr(record, "step", None))
                if record is not None and (home or (step.journey if step else journey)) == journey:
                    return True
    return False
