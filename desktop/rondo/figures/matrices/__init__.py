"""The figure of the connected strategy matrix."""
