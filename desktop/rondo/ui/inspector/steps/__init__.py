"""The pages about a step: what is asked, what was found, and what is worth asking next."""
