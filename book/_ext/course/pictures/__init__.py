"""A chart as the page shows it: its specification in, its HTML with two drawings out. Nothing here knows Sphinx."""
