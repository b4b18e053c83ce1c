"""The plugins that come with jinkyll, written against the public plugin API alone."""
