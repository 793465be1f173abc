"""Twelve whole seasons as text, each with a coach's reading beside it."""
