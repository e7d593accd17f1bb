"""What all views of the matrix share: the strip with the switch between them."""
