"""The inspector: explains what is chosen, in the framework's questions."""
