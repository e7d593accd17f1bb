"""Every field can be had from the package of fields by its name."""

from __future__ import annotations

import pytest

from rondo.ui import fields


def test_every_field_is_there_by_its_name() -> None:
    found = {name: getattr(fields, name) for name in fields.__all__}
    assert len(found) > 10
    for name, value in found.items():
        assert name == "VARIOUS" or value.__name__ == name


def test_nothing_else_is_there() -> None:
    with pytest.raises(AttributeError, match="SurpriseField"):
        _ = fields.SurpriseField  # type: ignore[attr-defined]
