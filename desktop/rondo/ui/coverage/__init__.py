"""The coverage: segments and situations by the four experiences, with scores that are set in place."""
