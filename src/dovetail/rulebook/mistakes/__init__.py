"""Mistakes: patterns of a whole season that hurt runners. One rule, one file."""
