"""What tables of records share: calm rows, Tab from cell to cell, a place to write in a cell."""
