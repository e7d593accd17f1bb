"""What happens when something ends that should not have: noted, said, survived."""
