"""What the helper process can do: the same functions that the command line runs, by name.

Everything heavy is imported when it is first needed, and only in that process.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from rondofile.project import Project

if TYPE_CHECKING:
    from rondo.brief.write import BriefOptions
    from rondo.commands.lettering import NotingEngine
    from rondofile.salvage import Salvaged
    from rondofile.working.home import Home

Told = Callable[[float], None]
Facts = Mapping[str, Any]


class Order(Struct, frozen=True):
    """One piece of work: on a project, with plain options, its result written to `out`."""

    project: Project
    options: Mapping[str, Any]
    out: Path


@dataclass
class Bench:
    """What stays warm between two pieces of work."""

    _made: tuple[Project, BriefOptions, bytes, Facts] | None = field(default=None, init=False)

    @cached_property
    def letters(self) -> NotingEngine:
        """The text engine. NoLettersError where the system lacks what Qt needs."""
        from rondo.commands.lettering import engine

        return engine()

    def warm(self) -> None:
        """The first piece of work finds everything loaded."""
        import pypdfium2  # noqa: F401

        from rondo.brief.write import BriefOptions, brief_pdf

        brief_pdf(Project({}), self.letters, BriefOptions())

    def brief(self, project: Project, options: Mapping[str, Any], told: Told) -> tuple[bytes, Facts]:
        """The brief, made anew only where project or options are others than the last time."""
        from rondo.brief.write import BriefOptions, brief_pdf

        asked = BriefOptions(**options)
        if self._made is None or self._made[0] is not project or self._made[1] != asked:
            self._made = None
            self.letters.missing.clear()
            pdf = brief_pdf(project, self.letters, asked, told)
            facts = {"pages": _sizes(pdf), "missing": sorted(self.letters.missing)}
            self._made = (project, asked, pdf, facts)
        return self._made[2:]


def _brief(order: Order, bench: Bench, told: Told) -> Facts:
    """The brief stands in `out`."""
    pdf, facts = bench.brief(order.project, order.options, told)
    order.out.write_bytes(pdf)
    return facts


def _export_brief(order: Order, bench: Bench, told: Told) -> Facts:
    """The brief stands in the file that the person named, whole or not at all."""
    from rondo.commands.outputs import check_target, write_output

    options = dict(order.options)
    target, own, name = Path(options.pop("target")), options.pop("own"), options.pop("name")
    project = Path(own) if own else None
    check_target(target, project)
    pdf, facts = bench.brief(order.project, options, told)
    write_output(target, pdf, project, name)
    return facts


def _cell_sheets(order: Order, bench: Bench, told: Told) -> Facts:
    """The sheets of all cells stand in the file that the person named, whole or not at all."""
    from rondo.commands.cell_sheets import pages
    from rondo.commands.outputs import check_target, write_output

    options = order.options
    target, project = Path(options["target"]), Path(options["own"]) if options["own"] else None
    check_target(target, project)
    pdf = pages(order.project, bench.letters, options["blank"], options["language"])
    write_output(target, pdf, project, options["name"])
    return {"pages": _sizes(pdf)}


def _salvage(order: Order, bench: Bench, told: Told) -> Facts:
    """A project of what can be read of kept work stands in `out`; how much that is, is the answer."""
    from rondofile.rescuing.recovery import described
    from rondofile.rescuing.rescue import salvaged
    from rondofile.working.home import Home

    home = Home(order.options["root"])
    return _put_out(salvaged(described(Path(order.options["folder"])), home), order, home)


def _salvage_file(order: Order, bench: Bench, told: Told) -> Facts:
    """A project of what can be read of a damaged file stands in `out`; how much that is, is the answer."""
    from rondo.commands.salvage_file import saved
    from rondo.words import Words
    from rondofile.working.home import Home

    found = saved(Path(order.options["path"]), Words(order.options["language"]))
    return _put_out(found, order, Home(order.options["root"]))


def _put_out(found: Salvaged, order: Order, home: Home) -> Facts:
    from rondofile.digests import sha256_of
    from rondofile.ids import fresh_id
    from rondofile.reading.ledger import Ledger
    from rondofile.stamp import Stamp
    from rondofile.writing.canonical import canonical_bytes

    data, _ = canonical_bytes(found.project, Stamp(fresh_id(), rev=1))
    Ledger(home).remember(sha256_of(data))
    order.out.write_bytes(data)
    return {
        "found": found.found,
        "expected": found.expected,
        "lost": dict(found.lost),
        "made": len(found.stand_ins),
        "whole": found.whole,
    }


def _sizes(pdf: bytes) -> list[tuple[float, float]]:
    """Width and height of every page, in points."""
    import pypdfium2

    reader: Any = pypdfium2.PdfDocument
    document = reader(pdf)
    try:
        return [document.get_page_size(index) for index in range(len(document))]
    finally:
        document.close()


TASKS: Mapping[str, Callable[[Order, Bench, Told], Facts]] = {
    "brief": _brief,
    "export-brief": _export_brief,
    "cell-sheets": _cell_sheets,
    "salvage": _salvage,
    "salvage-file": _salvage_file,
}
