"""A project from JSON: bytes become a Project and a report, or one clear refusal; never half of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from itertools import islice

from msgspec import Struct

from rondo.exchange.json_clean import cleaned
from rondo.exchange.json_ids import Ids
from rondo.exchange.json_records import records_of
from rondo.exchange.json_references import reference_problems
from rondo.exchange.json_schema import MOST_PROBLEMS, check_schema
from rondo.exchange.json_text import parsed
from rondo.exchange.problems import Problem, RefusedDocumentError
from rondofile.project import Project
from rondofile.records import NOUN_OF


class Report(Struct, frozen=True):
    """What reading took and changed. `counts` by noun; `made_ids` were missing; `notes` name places."""

    counts: Mapping[str, int]
    made_ids: int
    notes: tuple[Problem, ...]


class Imported(Struct, frozen=True):
    """A project as it was read, with the report of the reading."""

    project: Project
    report: Report


def read_json(data: bytes) -> Imported:
    """The project in a rondo/1 document. The same bytes give the same project, ids included.

    RefusedDocumentError, with its first problems, when anything in it is not as the schema says, points
    nowhere, or stands twice.
    """
    tree = parsed(data)
    notes = cleaned(tree)
    check_schema(tree)
    ids = Ids(data)
    records = tuple(records_of(tree, ids))
    project = Project.of(records)
    problems = ids.problems or list(islice(reference_problems(project, ids), MOST_PROBLEMS))
    if problems:
        raise RefusedDocumentError(problems)
    counts = Counter(NOUN_OF[type(record)] for record in records)
    return Imported(project, Report(counts, ids.made, tuple(notes)))
