"""What a journey comes to in numbers, and what its redesign changes of that."""
