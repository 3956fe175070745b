"""An author's tool: how long a page takes to read, and how hard it is."""
