"""Salvage: what can still be read of a damaged file or working database, as a new project.

`carving` finds the rows in the bytes, `parents` keeps together what belonged to something lost, `counting`
says how much there was. Nothing here writes, and no bytes make it fail, hang or grow without bound.
"""

from rondofile.salvage.salvaging import Salvaged, salvage

__all__ = ["Salvaged", "salvage"]
