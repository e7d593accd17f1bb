"""How the lines of the outline are drawn."""
