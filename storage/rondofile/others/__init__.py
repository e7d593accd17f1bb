"""Others: what they do to the file of an open document, noticed by its bytes, never lost."""
