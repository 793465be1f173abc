"""What a log says of a plan and of a runner, and what is left of a session on such a day."""
