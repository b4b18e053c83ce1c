"""The public plugin API, hooks, and how plugins are found."""
