"""Lets `python -m dovetail` do what the command `dovetail` does."""

import sys

from dovetail.site.entry import main

if __name__ == "__main__":
    sys.exit(main())
