"""Where steps stand: the layered layout of phases and lanes."""
