"""Where cells and offers come to lie: heights shared by rows, cards as dense as they must be, folds."""
