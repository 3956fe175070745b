"""Stands in for google.colab while homework is marked: everything is there, and nothing happens.

Without it a copy that mounts a drive would stop at the import and lose its marks.
"""

import sys
from unittest.mock import MagicMock

for _name in ("auth", "data_table", "drive", "files", "output", "patches", "runtime", "userdata", "widgets"):
    globals()[_name] = sys.modules[f"{__name__}.{_name}"] = MagicMock(name=_name)
