"""Sheets and dialogs of the whole program: all stand on one ground."""
