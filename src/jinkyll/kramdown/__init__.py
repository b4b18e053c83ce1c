"""The kramdown engine: a Python-Markdown extension with kramdown's dialect; knows no site."""
