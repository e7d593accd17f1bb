"""A range of a spreadsheet: its cells, and how names in it are compared with ours."""
