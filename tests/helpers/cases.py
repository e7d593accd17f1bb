"""The shipped cases as projects, and PDFs read back with the usual tools."""

from __future__ import annotations

import re
import subprocess
from functools import lru_cache
from pathlib import Path

import rondo_resources
from rondo.exchange.json_reader import read_json
from rondofile.project import Project


@lru_cache(maxsize=4)
def case(name: str = "theme-park") -> Project:
    return read_json(rondo_resources.read_bytes(f"samples/{name}.json")).project


def squeezed(text: str) -> str:
    """Without white space and soft ends of lines, so that a wrapped title is found."""
    return re.sub(r"\s+", "", text)


def pdf_text(path: Path) -> str:
    return _run("pdftotext", "-raw", str(path), "-")


def pdf_fonts(path: Path) -> list[dict[str, str]]:
    """A row a font: name, type, whether embedded, subset, with Unicode."""
    rows = _run("pdffonts", str(path)).splitlines()[2:]
    found = [re.match(r"(\S+)\s+(.+?)\s+(\S+)\s+(yes|no)\s+(yes|no)\s+(yes|no)\s+\d+", row) for row in rows]
    assert all(found), rows
    return [
        dict(zip(("name", "type", "encoding", "emb", "sub", "uni"), m.groups(), strict=True))
        for m in found
        if m
    ]


def _run(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, check=True)
    return done.stdout.decode("utf-8")
