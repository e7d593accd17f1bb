"""Sticky notes on the canvas: painted over the cards, written in place, dragged, attached to steps."""
