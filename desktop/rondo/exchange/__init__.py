"""Readers and writers, one a format; every reader returns records and a report."""
