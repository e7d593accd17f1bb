"""Menus: one offer across several rows, with the customer's rules for moving between them."""
