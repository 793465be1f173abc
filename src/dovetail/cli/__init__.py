"""The command line: one file per command, one boundary for what goes wrong."""
