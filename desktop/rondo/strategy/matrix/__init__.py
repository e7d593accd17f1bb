"""What a place in the matrix asks of a journey, who stands there, and where the pains of today lead."""
