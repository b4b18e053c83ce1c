"""HTML inside Markdown: what kramdown knows of elements, how it reads and writes them."""
