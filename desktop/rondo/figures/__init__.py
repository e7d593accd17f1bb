"""Draw once: records become a display list of plain values; painters write it anywhere."""
