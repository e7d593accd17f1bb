"""The project file, usable as a library of its own."""
