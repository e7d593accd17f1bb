"""The stairs of trust: what customers let us know, in which order, and what they get for it."""
