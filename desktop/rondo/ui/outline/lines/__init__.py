"""The lines of the outline as values: what stands in each section, and in which order."""
