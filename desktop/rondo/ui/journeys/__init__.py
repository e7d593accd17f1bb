"""What all views of a journey share: the strip, the switch, new journeys, steps to lead to."""
