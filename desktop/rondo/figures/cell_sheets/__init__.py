"""The sheet of a cell of the matrix on one page: with what the project knows, or to be filled by hand."""
