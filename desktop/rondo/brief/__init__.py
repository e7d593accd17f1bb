"""The strategy brief: content as plain data, then flowables, then a PDF."""
