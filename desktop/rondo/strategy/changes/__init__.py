"""What differs between a journey today and its redesign, and how that is told."""
