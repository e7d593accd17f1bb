"""All offers as a table: sorted, filtered, edited in place, pasted from a spreadsheet."""
