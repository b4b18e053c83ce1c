"""Block constructs, one file each; their order is `jinkyll.kramdown.blocks.BLOCK_CONSTRUCTS`."""
