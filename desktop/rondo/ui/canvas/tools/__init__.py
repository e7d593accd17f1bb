"""The tools of the canvas: one way of working with mouse and keys each."""
