"""Rondo: connected strategy on a laptop, from a drawn journey to a printed brief."""

from rondofile import plain_structs as plain_structs

__version__ = "0.1.0"
