"""The stairs of trust as a figure: asked, gave back, asked next."""
