"""A walk along the journey that is looked at: a token travels it, and what it costs adds up."""
