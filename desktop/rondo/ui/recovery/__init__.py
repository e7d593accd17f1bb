"""Work that cannot simply be gone on with, and what was discarded: what can be done, in sheets."""
