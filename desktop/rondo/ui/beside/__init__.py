"""Today and the redesign beside each other, with everything that changed."""
