"""The welcome page: recent files, worked cases, a new project, work that was kept."""
