"""The questions about an offer: where it stands, why, what its place asks, who reads it otherwise."""
