"""Writing: one complete, proven file on its way into the place of another."""
