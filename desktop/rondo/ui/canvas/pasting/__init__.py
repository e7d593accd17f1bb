"""A range of a spreadsheet becomes steps: cells, headings, values, records, and what is said about it."""
