"""First step: files become a site."""
