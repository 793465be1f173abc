"""Plans that others typed: calendars, tables and text, and the titles in them."""
