"""What a person does to the lines of the outline: names, moves, copies, removes."""
