"""The journey as a table: its phases, and below each its steps in their order, edited in place."""
