"""Benchmarks: each measures one thing that has a goal, on this machine, now. Never part of the tests."""
