"""The text engine: shape, break, embed. Only qt_engine knows Qt."""
