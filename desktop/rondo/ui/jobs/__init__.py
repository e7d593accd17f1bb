"""The helper process of the windows: started, spoken to, given work."""
