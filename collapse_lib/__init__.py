"""Model collapse, computed: the library behind the course.

Read `recursion` first; it holds the loop and what a model, a policy and a dataset are.
"""

from .moved import put_up_signpost

put_up_signpost()
