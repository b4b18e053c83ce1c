"""Last step: outputs become files, and what no output claims goes."""
