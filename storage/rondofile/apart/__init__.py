"""Reading a stranger's file apart: in a process with limits, whose answer is checked as data again."""
