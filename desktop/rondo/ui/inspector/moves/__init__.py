"""Moves worth a thought, beside the inspector: each with its rule, its reasons and a way to where it is."""
