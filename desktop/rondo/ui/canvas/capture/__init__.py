"""The inbox: what was shouted, kept at once and sorted later."""
