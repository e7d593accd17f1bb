"""Edits of a journey as plain functions on the project, without a window."""
