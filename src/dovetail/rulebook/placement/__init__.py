"""Placement rules: how far apart, how many a day, which day. One rule, one file."""
