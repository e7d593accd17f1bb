"""The brief: presets, sections, its real pages, export."""
