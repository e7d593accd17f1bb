"""The connected strategy matrix: 4 x 5 cells, the places off the grid, offers in them."""
