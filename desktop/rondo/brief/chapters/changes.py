"""What changes from today to the redesign: a row for each step that is not as it was."""

from __future__ import annotations

from collections.abc import Iterable

from rondo.brief.blocks import Row, plain
from rondo.brief.material import Material
from rondo.strategy.difference import paired
from rondo.strategy.journey import actor_of, lane_of
from rondofile.enums import Identity, MarkKind
from rondofile.records import Journey, Step


def change_rows(material: Material, journey: Journey) -> tuple[tuple[Row, ...], int]:
    """The rows of a redesign against the journey it is based on, in walking order, steps that fall away
    last; and how many steps stay as they are."""
    before = material.project.find(Journey, journey.based_on)
    if before is None:
        return (), 0
    pairing = paired(material.project, before.id, journey.id)
    back, ahead = pairing.back(), pairing.ahead()
    both = _Both(material)
    rows = [both.row(back.get(step.id, ()), (step,)) for step in pairing.after]
    rows += [both.row((step,), ()) for step in pairing.before if step.id not in ahead]
    changed = tuple(row for row in rows if row)
    return changed, len(rows) - len(changed)


class _Both:
    """Tells the two sides of a change."""

    def __init__(self, material: Material) -> None:
        self.words, self.project = material.words, material.project

    def row(self, before: tuple[Step, ...], after: tuple[Step, ...]) -> Row | None:
        """One row; None where nothing that a reader would notice has changed."""
        was, now = self._facts(before), self._facts(after)
        renamed = self._titles(before) != self._titles(after)
        minutes = self._minutes(before, after)
        if before and after and was == now and not renamed and minutes in ("", "0"):
            return None
        today = [*(self._titles(before) if after and renamed else ()), *_others(was, now)]
        then = _others(now, was)
        if not before:
            then = [self.words("brief.changes.new"), *then]
        title = self.words.listed(self._titles(after or before))
        cells = (
            plain(title, weight=600),
            plain("; ".join(today) if before else "–"),
            plain("; ".join(then) or "–" if after else self.words("brief.changes.gone")),
            plain(minutes),
        )
        return Row(cells)

    def _facts(self, steps: tuple[Step, ...]) -> list[str]:
        """Desk, doer, stranger, wait and pains of the steps on one side, each once."""
        said: list[str] = []
        for step in steps:
            said += self._place(step)
            if step.identity is Identity.LOST:
                said.append(self.words("brief.changes.stranger"))
            if step.wait_minutes:
                duration = self.words.duration(step.wait_minutes)
                said.append(self.words("brief.changes.wait", duration=duration))
            said += [m.text for m in self.project.marks_of(step.id) if m.kind is MarkKind.PAIN and m.text]
        return list(dict.fromkeys(said))

    def _place(self, step: Step) -> Iterable[str]:
        lane = lane_of(self.project, step)
        if lane and lane.name:
            yield lane.name
        yield self.words(f"brief.doer.{actor_of(self.project, step)}")

    def _minutes(self, before: tuple[Step, ...], after: tuple[Step, ...]) -> str:
        """The difference in minutes; nothing where either side is not known."""
        if any(step.minutes is None for step in (*before, *after)):
            return ""
        delta = sum(s.minutes or 0 for s in after) - sum(s.minutes or 0 for s in before)
        sign = "+" if delta > 0 else "−" if delta < 0 else ""
        return f"{sign}{self.words.number(abs(delta))}"

    @staticmethod
    def _titles(steps: tuple[Step, ...]) -> list[str]:
        return [step.title for step in steps]


def _others(these: list[str], those: list[str]) -> list[str]:
    """What is said here and not there."""
    return [said for said in these if said not in those]
