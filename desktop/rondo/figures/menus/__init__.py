"""A menu as a figure: offers in their rows, and the rules by which customers move between them."""
