"""What ReportLab may do here, said by us and not by a settings file in somebody's home."""

from __future__ import annotations

from reportlab import rl_config


def settle() -> None:
    """ReportLab fetches nothing, evaluates nothing, and writes streams as they are (no ASCII armour)."""
    rl_config.useA85 = 0
    rl_config.trustedHosts = None
    rl_config.trustedSchemes = []
    rl_config.toColorCanUse = "rl_extended_literal_eval"
