"""The questions about permissions and menus: what is asked, what it gives back, how one moves."""
