"""Painters write a display list as PDF, SVG or PNG."""
