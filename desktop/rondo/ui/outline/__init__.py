"""The outline of the project: segments, journeys, organisations."""
