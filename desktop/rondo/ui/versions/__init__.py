"""Earlier states of a project: looked at, opened as a copy, gone back to, named and removed."""
