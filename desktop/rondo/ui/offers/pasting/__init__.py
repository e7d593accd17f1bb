"""A range of a spreadsheet becomes offers: what each column is about, what each cell means, a preview."""
