"""What `rondo COMMAND` does: one file a command, each with `add` (its arguments) and `run` (its work)."""
