"""A small project that the window tests make by hand: an optician's customer in four steps, and one offer."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from helpers.screen import Program, Screen

TITLES = ("Notice a scratch", "Choose a frame", "Fit the glasses", "Wear them")
SEGMENT, OFFER = "Families", "Three frames that suit you"
CELL = "Curated offering × Connected retailer"

MADE: dict[str, Any] = {
    "steps": {
        "Notice a scratch": ("recognize", "Customer"),
        "Choose a frame": ("request", "Customer"),
        "Fit the glasses": ("respond", "Our team"),
        "Wear them": ("respond", "Customer"),
    },
    "links": [
        ("Choose a frame", "Fit the glasses", "next"),
        ("Fit the glasses", "Wear them", "next"),
        ("Notice a scratch", "Choose a frame", "next"),
        ("Wear them", "Notice a scratch", "returns"),
    ],
    "segments": [SEGMENT],
    "offers": [(OFFER, SEGMENT, "curated-offering", "connected-retailer")],
}
"""What is in the project when everything was made."""

NOTHING: dict[str, Any] = {"steps": {}, "links": [], "segments": [], "offers": []}


def essence(path: Path) -> dict[str, Any]:
    """What the published project holds, by names; read by the command line from the file."""
    out = path.with_suffix(".json")
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "RONDO_HOME": str(path.parent / "reader")}
    done = subprocess.run(
        [sys.executable, "-m", "rondo", "export", str(path), "-o", str(out)],
        env=environment,
        capture_output=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr.decode()
    found = json.loads(out.read_text())
    (journey,) = found["journeys"]
    lanes = {lane["id"]: lane["name"] for lane in journey["lanes"]}
    titles = {step["id"]: step["title"] for step in journey["steps"]}
    names = {segment["id"]: segment["name"] for segment in found["segments"]}
    return {
        "steps": {step["title"]: (step["phase"], lanes.get(step["lane"])) for step in journey["steps"]},
        "links": sorted(
            (titles[link["source"]], titles[link["target"]], link["kind"]) for link in journey["links"]
        ),
        "segments": [segment["name"] for segment in found["segments"]],
        "offers": [
            (o["offer"], names.get(o["card"]["ref"]), o["experience"], o["architecture"])
            for o in found["placements"]
        ],
    }


def answer_file_dialog(program: Program, path: Path) -> None:
    """The file dialog that is open gets that path; the file is there afterwards."""
    screen: Screen = program.screen
    program.find_any(("Name", "File name:"), "text")
    screen.keys("ctrl+a")
    screen.type(str(path))
    screen.keys("Return")
    program.until(path.exists, lambda: f"{path} was not written; on the screen: {program.names()}")


def until_saved(program: Program) -> None:
    """Everything stands in the project's file."""
    program.find("Saved", "label")


def undo_everything(program: Program) -> int:
    """There is nothing more to undo. How many steps that took."""
    return _walk(program, "Undo", "ctrl+z")


def redo_everything(program: Program) -> int:
    """There is nothing more to do again. How many steps that took."""
    return _walk(program, "Redo", "ctrl+shift+z")


def _walk(program: Program, name: str, keys: str) -> int:
    for count in range(100):
        button = next(t for t in program.look(f"{name}*") if t.showing and t.role == "push button")
        if "enabled" not in button.states:
            return count
        program.screen.keys(keys)
    raise AssertionError(f"{name} did not come to an end")
