"""The figure of the three moments before and after."""
