"""The project file, usable as a library of its own."""

from rondofile import plain_structs as plain_structs
