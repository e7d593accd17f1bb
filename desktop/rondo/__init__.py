"""Rondo: connected strategy on a laptop, from a drawn journey to a printed brief."""

__version__ = "0.1.0"
