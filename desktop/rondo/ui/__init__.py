"""The window: everything with a widget. Rooms know the desk, never each other."""
