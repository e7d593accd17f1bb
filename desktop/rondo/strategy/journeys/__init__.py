"""What a journey says when it is followed: its path, its measures, and what its steps could be."""
