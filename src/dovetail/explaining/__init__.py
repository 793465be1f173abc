"""Codes and facts turned into sentences: the one place where a plan is put into words."""
