"""What the signals of a log change: one rule a file."""
