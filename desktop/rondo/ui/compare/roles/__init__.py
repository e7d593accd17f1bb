"""Who could do which step under each architecture."""
