"""Values only: what a plan, an athlete, an exercise and a log are made of."""
