"""The card of a step: its title, what is known of it, its signs."""
