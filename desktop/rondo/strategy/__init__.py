"""What the framework knows and concludes: pure functions over a Project. No Qt, no SQL."""
