"""One module a chapter: from material to blocks."""
