"""What bodies do, as formulas: plain numbers in, plain numbers out, the unit in the name."""
