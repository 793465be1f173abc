"""The one planner: phases, volume, sessions, placement, prescription."""
