"""The pages about customers: segments, their situations, and who plays which part for them."""
