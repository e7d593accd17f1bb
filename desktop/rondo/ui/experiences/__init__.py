"""The four experiences of a journey, customer against firm, and a redesign begun with one of them."""
