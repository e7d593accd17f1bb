"""Questions in SQL, answered from a private copy that nothing can be written to.

Besides the tables there are views for reading, with names in the place of ids, and whatever tables the
program worked out for the question. `storage/README.md` describes them, with ten worked questions.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import Any

import sqlite_utils

from rondofile.apart.door import read_file
from rondofile.errors import QueryError
from rondofile.fsops import FILES, Files
from rondofile.project import Project
from rondofile.stamp import Stamp, rows_of
from rondofile.working.home import Home
from rondofile.writing.canonical import filled

SECONDS = 30.0
"""Longest time a question may take."""

Answer = tuple[tuple[str, ...], list[tuple[Any, ...]]]

Worked = Mapping[str, tuple[Sequence[str], Sequence[Sequence[Any]]]]
"""Tables that the program works out for a question, by name: their columns and rows."""

VIEWS = {
    "journey_steps": """
        SELECT journey.name AS journey, journey.state, journey.id AS journey_id, step.position, step.phase,
               lane.name AS lane, lane.role, lane.role IN ('firm', 'system') AS ours, step.title, step.kind,
               coalesce(step.actor, replace(lane.role, 'system', 'firm'), 'nobody') AS actor, step.feeling,
               step.minutes, step.wait_minutes, step.identity, step.evidence, step.note, step.id
        FROM step JOIN journey ON journey.id = step.journey LEFT JOIN lane ON lane.id = step.lane
        ORDER BY journey.position, journey.id, step.position, step.id""",
    "journey_links": """
        SELECT journey.name AS journey, journey.state, one.title AS source, link.kind, other.title AS target,
               link.label, link.share, link.wait_minutes, link.about, link.level, link.id
        FROM link JOIN journey ON journey.id = link.journey JOIN step AS one ON one.id = link.source
        JOIN step AS other ON other.id = link.target
        ORDER BY journey.position, journey.id, link.position, link.id""",
    "marks": """
        SELECT journey.name AS journey, journey.state, step.title AS step, mark.kind, mark.text, mark.weight,
               mark.cause, mark.evidence, mark.source, mark.id
        FROM mark JOIN step ON step.id = mark.step JOIN journey ON journey.id = step.journey
        ORDER BY journey.position, journey.id, step.position, step.id, mark.position""",
    "step_items": """
        SELECT journey.name AS journey, journey.state, step.title AS step, step.lane, item.name AS item,
               item.about, used.how, used.use, step.id AS step_id
        FROM step_information AS used JOIN step ON step.id = used.step JOIN item ON item.id = used.item
        JOIN journey ON journey.id = step.journey
        ORDER BY journey.position, journey.id, step.position, step.id, used.position""",
    "matrix": """
        SELECT placement.offer, placement.experience, placement.architecture, placement.state,
               player.name AS player, coalesce(player.kind, 'own') AS player_kind, placement.card_kind,
               coalesce(segment.name, owner.name || ', ' || situation.name, stretch.name,
                        placement.card_text) AS card,
               placement.evidence, placement.id
        FROM placement LEFT JOIN player ON player.id = placement.player
        LEFT JOIN segment ON placement.card_kind = 'segment' AND segment.id = placement.card_ref
        LEFT JOIN situation ON placement.card_kind = 'situation' AND situation.id = placement.card_ref
        LEFT JOIN segment AS owner ON owner.id = situation.segment
        LEFT JOIN stretch ON placement.card_kind = 'stretch' AND stretch.id = placement.card_ref
        ORDER BY placement.position, placement.id""",
    "scores": """
        SELECT criterion.name AS criterion, criterion.weight, score.architecture, score.score, score.note
        FROM score JOIN criterion ON criterion.id = score.criterion
        ORDER BY criterion.position, score.architecture""",
    "answers": """
        SELECT segment.name AS segment, situation.name AS situation,
               coalesce(situation.knows_need, segment.knows_need) AS knows_need,
               coalesce(situation.knows_options, segment.knows_options) AS knows_options,
               coalesce(situation.desired_control, segment.desired_control) AS desired_control,
               coalesce(situation.privacy_comfort, segment.privacy_comfort) AS privacy_comfort,
               coalesce(situation.predictability, segment.predictability) AS predictability,
               coalesce(situation.mistake_cost, segment.mistake_cost) AS mistake_cost,
               coalesce(situation.undo_possible, segment.undo_possible) AS undo_possible,
               coalesce(nullif(situation.own_goal, ''), segment.own_goal) AS own_goal,
               coalesce(situation.id, segment.id) AS id
        FROM (SELECT id AS segment, NULL AS situation FROM segment
              UNION ALL SELECT segment, id FROM situation) AS asked
        JOIN segment ON segment.id = asked.segment LEFT JOIN situation ON situation.id = asked.situation
        ORDER BY segment.position, segment.id, situation.id IS NOT NULL, situation.position""",
    "stairs": """
        SELECT item.name AS item, segment.name AS segment, permission.state, permission.basis,
               permission.purpose, permission.seen_by, permission.limits, permission.kept_for,
               giver.name AS consent_by, permission.gives_back, permission.withdrawal, permission.refusal,
               permission.id
        FROM permission JOIN item ON item.id = permission.item
        LEFT JOIN segment ON segment.id = permission.segment
        LEFT JOIN segment AS giver ON giver.id = permission.consent_by
        ORDER BY permission.position, permission.id""",
    "menu_moves": """
        SELECT menu.name AS menu, one.offer AS source, one.experience AS source_experience,
               other.offer AS target, other.experience AS target_experience, menu_rule.condition,
               menu_rule.asks_first, menu_rule.id
        FROM menu_rule JOIN menu ON menu.id = menu_rule.menu
        JOIN placement AS one ON one.id = menu_rule.source
        JOIN placement AS other ON other.id = menu_rule.target
        ORDER BY menu.position, menu.id, menu_rule.position""",
}
"""The views for reading, by name."""

_ALLOWED = frozenset((sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_RECURSIVE))
_REFUSED = frozenset(("load_extension", "fts3_tokenizer", "zeroblob", "randomblob"))


def query(path: Path | str, sql: str, files: Files = FILES) -> Answer:
    """The names of the columns and the rows that answer the question to a published file.

    QueryError where it is no question, is not understood, or takes too long.
    """
    return query_project(read_file(Path(path), Home(files=files)).project, sql)


def query_project(project: Project, sql: str, worked: Worked = MappingProxyType({})) -> Answer:
    """The answer to a question about a project that was read already, and about what was worked out of it."""
    with _asked(project, worked) as database, _explained():
        cursor = database.execute(sql)
        if cursor.description is None:
            raise QueryError(reason="no answer", sql=sql[:200])
        return tuple(column[0] for column in cursor.description), cursor.fetchall()


def tables() -> tuple[str, ...]:
    """The names of all tables and views that can be asked."""
    with _asked(Project({}), {}) as database:
        return tuple(sorted((*database.table_names(), *database.view_names())))


@contextmanager
def _asked(project: Project, worked: Worked) -> Iterator[sqlite_utils.Database]:
    with closing(filled(rows_of(project), Stamp("query"))) as connection:
        database = sqlite_utils.Database(connection, execute_plugins=False)
        for name, question in VIEWS.items():
            database.create_view(name, question)
        for name, (columns, rows) in worked.items():
            database.table(name).insert_all(dict(zip(columns, row, strict=True)) for row in rows)
        connection.execute("PRAGMA query_only = ON")
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, 64_000_000)
        connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
        connection.set_authorizer(_allowed)
        begun = time.monotonic()
        connection.set_progress_handler(lambda: time.monotonic() - begun > SECONDS, 10_000)
        yield database


@contextmanager
def _explained() -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, sqlite3.Warning, UnicodeEncodeError) as error:
        raise QueryError(reason=str(error)) from error


def _allowed(action: int, first: str | None, second: str | None, *_: str | None) -> int:
    fine = action in _ALLOWED
    fine = fine or (action == sqlite3.SQLITE_FUNCTION and str(second).lower() not in _REFUSED)
    fine = fine or (action == sqlite3.SQLITE_PRAGMA and first in ("table_info", "table_list"))
    return sqlite3.SQLITE_OK if fine else sqlite3.SQLITE_DENY
