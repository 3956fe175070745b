"""How fast the library is, as ratios of times taken in one run, so that the machine cancels out. `make bench`."""
