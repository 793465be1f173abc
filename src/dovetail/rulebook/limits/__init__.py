"""Limits: how much, at most or at least, of one quantity. One rule, one file."""
