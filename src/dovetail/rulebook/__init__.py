"""The opinions: one rule, one file, one code; and the engines that ask them."""
