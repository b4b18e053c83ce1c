"""From the tree to HTML, as kramdown's HTML converter writes it."""
