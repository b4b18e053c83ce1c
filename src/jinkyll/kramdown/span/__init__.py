"""Span constructs, one file each; their order is `jinkyll.kramdown.spans.SPAN_CONSTRUCTS`."""
