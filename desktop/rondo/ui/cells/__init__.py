"""What is done with a cell of the matrix wherever it is thought of: ideas written, made offers, borrowed."""
