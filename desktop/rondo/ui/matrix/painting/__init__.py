"""What the matrix looks like: letters, cards, shades, what lights up and what follows the pointer."""
