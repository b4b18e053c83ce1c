"""Third step: a site's documents and pages become outputs."""
