"""Lives: people who live by their plan for a year, well and badly, and are reviewed."""
