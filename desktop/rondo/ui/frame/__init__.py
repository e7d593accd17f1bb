"""What stands around the views of a window: menus, tool bar, panels, notices, status line."""
