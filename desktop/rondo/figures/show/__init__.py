"""What a map can show of all its steps at once: who works, what we know, where they wait. One module each."""
