"""The sweep: one empty cell after another over the whole screen, with its question and a line to write."""
