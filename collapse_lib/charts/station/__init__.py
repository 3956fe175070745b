"""Charts of the station: a day, the three errors, and what each costs."""

from . import damage, day, errors

__all__ = ["damage", "day", "errors"]
