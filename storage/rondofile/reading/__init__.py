"""Reading: a file is data, whoever sent it, and becomes records value by value."""
