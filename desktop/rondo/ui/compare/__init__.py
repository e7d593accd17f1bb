"""The five architectures side by side, and one journey under each."""
