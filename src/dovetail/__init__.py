"""Dovetail: running and strength, joined in one living plan."""

__version__ = "0.1.0"
