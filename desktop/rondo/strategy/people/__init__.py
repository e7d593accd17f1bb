"""What is known of the customers: their answers, what is worth asking them next, and who serves them."""
