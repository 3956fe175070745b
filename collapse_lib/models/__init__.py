"""Models that can be fitted to data and sampled from. Import each from its own module."""
