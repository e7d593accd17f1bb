"""Everything that runs inside Rondo and belongs to others is named, with its version and licence."""

from __future__ import annotations

from importlib.metadata import distribution

from packaging.requirements import Requirement

import rondo_resources
from helpers.house import ROOT, none_of

NOTICE = (ROOT / "THIRD-PARTY.txt").read_text(encoding="utf-8")


def closure(name: str, found: dict[str, str]) -> dict[str, str]:
    """The packages that one package needs here, itself left out, with the versions installed."""
    for line in distribution(name).requires or []:
        requirement = Requirement(line)
        wanted = requirement.marker is None or requirement.marker.evaluate({"extra": ""})
        if wanted and requirement.name.lower() not in found:
            found[requirement.name.lower()] = distribution(requirement.name).version
            closure(requirement.name, found)
    return found


def test_every_package_that_rondo_needs_is_listed_with_the_locked_version() -> None:
    needed = closure("rondo", {})
    lock = (ROOT / "packaging" / "requirements.lock").read_text(encoding="utf-8")
    listed = {line.split()[0].lower().replace("_", "-"): line for line in NOTICE.splitlines() if line.strip()}
    assert len(needed) > 15
    names = [name.replace("_", "-") for name in needed]
    none_of(name for name in names if name not in listed)
    none_of(name for name in names if f"{name}=={listed[name].split()[1]} " not in lock)


def test_every_font_that_ships_is_listed_and_has_its_licence_beside_it() -> None:
    fonts = rondo_resources.read_toml("fonts/fonts.toml")["font"]
    assert len(fonts) > 5
    none_of(font["file"] for font in fonts if f"{font['family']} {font['version']}\n" not in NOTICE)
    for font in fonts:
        assert "SIL OPEN FONT LICENSE" in rondo_resources.read_text(f"fonts/{font['licence']}").upper()


def test_icons_are_listed_when_they_ship() -> None:
    icons = list((ROOT / "resources" / "rondo_resources").rglob("icons/*.svg"))
    assert bool(icons) == ("None yet." not in NOTICE.split("Icons\n")[1])
