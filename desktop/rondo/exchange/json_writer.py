"""A project as JSON, in one canonical form: the same content gives the same bytes.

Every key of every thing is written, also where its value is the default, so that a reader of the document
needs no table of defaults; `assets` alone is left out where there are none. Order: keys as in the schema,
things as in the project. Whole numbers are written without a fraction.
"""

from __future__ import annotations

import base64
import json
from typing import Any

from rondo.exchange.json_schema import FORMAT
from rondo.exchange.json_shape import GROUPS, KEYS, LISTS
from rondofile.project import Project
from rondofile.records import (
    Asset,
    BriefSection,
    Journey,
    Menu,
    Placement,
    Record,
    Segment,
    Step,
    Stretch,
)

Tree = dict[str, Any]


def write_json(project: Project) -> bytes:
    """The whole project as a rondo/1 document: UTF-8, one space of indent, a newline at the end."""
    text = json.dumps(tree_of(project), ensure_ascii=False, allow_nan=False, indent=1)
    return text.encode("utf-8") + b"\n"


def tree_of(project: Project) -> Tree:
    """The document as plain values."""
    tree: Tree = {"format": FORMAT, "project": _object(project.info)}
    for key, kind in LISTS:
        tree[key] = [_whole(record, project) for record in project.all(kind)]
    tree["brief"] = {
        "preset": project.info.brief_preset,
        "sections": [_object(section) for section in project.all(BriefSection)],
    }
    assets = project.all(Asset)
    if assets:
        tree["assets"] = [_asset(asset) for asset in assets]
    return tree


def _whole(record: Record, project: Project) -> Tree:
    tree = _object(record)
    if isinstance(record, Journey):
        tree["lanes"] = [_object(lane) for lane in project.lanes_of(record.id)]
        tree["steps"] = [_step(step, project) for step in project.steps_of(record.id)]
        tree["links"] = [_object(link) for link in project.links_of(record.id)]
        tree["stretches"] = [_stretch(stretch, project) for stretch in project.stretches_of(record.id)]
        tree["notes"] = [_object(note) for note in project.notes_of(record.id)]
    elif isinstance(record, Placement):
        tree["readings"] = [_object(reading) for reading in project.readings_of(record.id)]
    elif isinstance(record, Segment):
        tree["roles"] = [_object(role) for role in project.roles_of(record.id)]
    elif isinstance(record, Menu):
        tree["choices"] = [choice.id for choice in project.choices_of(record.id)]
        tree["rules"] = [_object(rule) for rule in project.rules_of(record.id)]
    return tree


def _step(step: Step, project: Project) -> Tree:
    tree = _object(step)
    tree["origins"] = [origin.id for origin in project.origins_of(step.id)]
    tree["feelings"] = [_object(row) for row in project.feelings_of(step.id)]
    tree["information"] = [_object(row) for row in project.information_of(step.id)]
    tree["marks"] = [_object(mark) for mark in project.marks_of(step.id)]
    return tree


def _stretch(stretch: Stretch, project: Project) -> Tree:
    return {**_object(stretch), "steps": [step.id for step in project.steps_in(stretch.id)]}


def _asset(asset: Asset) -> Tree:
    return {**_object(asset), "content": base64.b64encode(asset.content).decode("ascii")}


def _object(record: Record) -> Tree:
    tree: Tree = {}
    for key in KEYS[type(record)]:
        if key in GROUPS:
            tree[key] = {part: getattr(record, f"{key}_{part}") for part in GROUPS[key]}
        else:
            tree[key] = _plain(getattr(record, key))
    return tree


def _plain(value: Any) -> Any:
    return int(value) if isinstance(value, float) and value.is_integer() else value
