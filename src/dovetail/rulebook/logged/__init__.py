"""Mistakes seen in a log beside its plan. One rule, one file."""
