"""An author's tool: every number on a page is cited, computed or chosen, and says so in `claims/`."""
