"""The golden files: one of each kind of project for every version, written once and kept for ever.

`python -m helpers.golden` from the folder of the tests writes those of today's version, each with its
text beside it. Files of a version that was released are never written again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from msgspec.structs import replace

from bench import maps
from helpers import extreme_briefs, journeys, matrices
from helpers.storage import one_of_everything, whole_project
from rondofile.columns import COLUMNS, Column, Kind
from rondofile.dump import dump
from rondofile.project import Project
from rondofile.records import NOUN_OF, Info, Journey, Record, Step
from rondofile.schema import UNIQUE, VERSION
from rondofile.stamp import Stamp
from rondofile.values import cleaned
from rondofile.writing.canonical import canonical_bytes

CORPUS = Path(__file__).parents[1] / "corpus"

TEXTS = (
    "naïve 😀", "క్యూ లేదు", "صف طويل", "長い列", "e\u0301", "a\u200db", "\u202eabc", "<b>&amp;</b>",
    "'; DROP TABLE step --", '"quoted"', "back\\slash", "line\nbreak\ttab", "  spaces  ", "=1+1", "{place}",
)  # fmt: skip


def every_value() -> Project:
    """Every choice of every field, and the least and the most of every number."""
    alone = {noun for noun, _ in UNIQUE}
    records: list[Record] = list(one_of_everything())
    for record in one_of_everything():
        noun = NOUN_OF[type(record)]
        if noun not in alone and noun != "asset":
            records += _variants(record, noun)
    return Project.of(records)


def _variants(record: Record, noun: str) -> Iterator[Record]:
    for column in COLUMNS[noun]:
        for number, value in enumerate(_values(column)):
            named = f"{record.id}-{column.name}-{number}"
            apart = {"card_ref": None} if column.name == "card_kind" else {}
            yield cleaned(replace(record, **apart, **{"id": named, column.name: value}))  # type: ignore[arg-type]


def _values(column: Column) -> Iterator[object]:
    if column.choices is not None:
        yield from column.choices
    elif column.kind in (Kind.INTEGER, Kind.REAL):
        kind = int if column.kind is Kind.INTEGER else float
        yield from (kind(column.low), kind(column.high))
    elif column.kind is Kind.FLAG:
        yield from (True, False)
    if column.optional:
        yield None


def every_script() -> Project:
    """Texts in many scripts and of many bad intentions, in titles and notes."""
    steps = [
        Step(id=f"s{n}", journey="j", title=text, note=text * 3, position=n) for n, text in enumerate(TEXTS)
    ]
    records = (Info(id="project", title=TEXTS[1]), Journey(id="j", name=TEXTS[2], note=TEXTS[11]), *steps)
    return Project.of(cleaned(record) for record in records)


PROJECTS: dict[str, Callable[[], Project]] = {
    "empty": lambda: Project({}),
    "everything": whole_project,
    "every-value": every_value,
    "every-script": every_script,
    "worked-case": matrices.worked_case,
    "hospital": journeys.hospital,
    "telugu": journeys.in_script,
    "sixty-steps": lambda: journeys.big(60),
    "long-notes": extreme_briefs.long_notes,
    "many-offers": extreme_briefs.many_offers,
    "many-journeys": extreme_briefs.many_journeys,
    "large-pages": lambda: maps.project(700),
}
"""By name: what is kept of every version."""


def golden(name: str) -> Project:
    """The project of that name, as it is kept."""
    return Project.of(cleaned(record) for record in PROJECTS[name]().records())


def write(folder: Path) -> None:
    """The golden files of today's version stand in the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in PROJECTS:
        project = golden(name)
        data, _ = canonical_bytes(project, Stamp(f"golden-{name}", rev=7))
        (folder / f"{name}.rondo").write_bytes(data)
        (folder / f"{name}.txt").write_text("\n".join(dump(project)) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write(CORPUS / f"v{VERSION}")
